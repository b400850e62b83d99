"""Zip packages of office documents, the same bytes for the same parts."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.errors import DataError
from reportgen.i18n import translate as _

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = "mimetype"


def read_package(path: Path, name: str) -> dict[str, bytes]:
    """The parts of a package by name, in their order.

    :raises DataError: when the file is missing or is no office document.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist()}
    except FileNotFoundError:
        problem, hint = _("the template is missing"), _("put the file back, or copy the original")
    except (zipfile.BadZipFile, OSError):
        problem, hint = _("this is no office document"), _("save it again in the office program")
    raise DataError((Diagnostic("template-file", SourceRef(name), problem, hint=hint),))


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The package; ``mimetype`` stays uncompressed, as OCF asks."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == _STORED else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data)
    return buffer.getvalue()
