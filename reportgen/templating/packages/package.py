"""Zip packages of office documents, the same bytes for the same parts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from reportgen.archives import DAMAGE, ArchiveLimitError, open_archive, unpack
from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.files import UnreadableFileError, open_input, read_input
from reportgen.i18n import translate as _
from reportgen.limits import MOST_TEMPLATE_BYTES, MOST_TEMPLATE_UNPACKED
from reportgen.templating.packages.entries import find_bad_entry
from reportgen.templating.packages.file_kinds import explain_kind, identify_bytes
from reportgen.templating.packages.markup import find_harm

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = "mimetype"


def read_package(path: Path, name: str) -> dict[str, bytes]:
    """The parts of a package by name, in their order.

    :raises DataError: when the file is missing, is no office document, or unpacks to more
        than one.
    """
    try:
        with (
            open_input(path, MOST_TEMPLATE_BYTES) as stream,
            open_archive(stream, MOST_TEMPLATE_UNPACKED) as archive,
        ):
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            problem = find_bad_entry(entries, name)
            if problem is None:
                parts = {entry.filename: b"".join(unpack(archive, entry)) for entry in entries}
                problem = find_harm(name, parts)
                if problem is None:
                    return parts
    except FileNotFoundError:
        problem = Diagnostic(
            "template-file",
            SourceRef(name),
            _("the template is missing"),
            hint=_("put it at {path}, or name a project that has it with --templates", path=path),
        )
    except UnreadableFileError as error:
        problem = error.explain("template-file", name)
    except ArchiveLimitError as error:
        problem = Diagnostic(
            "template-file",
            SourceRef(name),
            str(error),
            hint=_("save it again in the office program, without what it doesn't need"),
        )
    except DAMAGE:
        problem = explain_kind(identify_bytes(read_input(path, MOST_TEMPLATE_BYTES)), name)
    raise DataError((problem,))


def write_package(parts: Mapping[str, bytes | Iterable[str]]) -> bytes:
    """The package; ``mimetype`` comes first and stays uncompressed, as OCF asks.

    :param parts: the bytes of each part, or its text in blocks, of which none is kept.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in sorted(parts.items(), key=lambda part: part[0] != _STORED):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name == _STORED else zipfile.ZIP_DEFLATED
            info.create_system = 0
            if isinstance(data, bytes):
                archive.writestr(info, data)
                continue
            with archive.open(info, "w") as stream:
                for block in data:
                    stream.write(block.encode())
    return buffer.getvalue()
