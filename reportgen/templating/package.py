"""Zip packages of office documents, the same bytes for the same parts."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
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
        problem = Diagnostic(
            "template-file",
            SourceRef(name),
            _("the template is missing"),
            hint=_("put it at {path}, or name a project that has it with --templates", path=path),
        )
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError):
        problem = explain_unreadable(name)
    raise DataError((problem,))


def explain_unreadable(name: str, part: str = "") -> Diagnostic:
    """That a file, or one part of it, is not what an office program writes."""
    return Diagnostic(
        "template-file",
        SourceRef(name, sheet=part, cell="?" if part else ""),
        _("this is no office document"),
        hint=_("save it again in the office program"),
    )


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The package; ``mimetype`` comes first and stays uncompressed, as OCF asks."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in sorted(parts.items(), key=lambda part: part[0] != _STORED):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == _STORED else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data)
    return buffer.getvalue()
