"""Zip packages of office documents, the same bytes for the same parts."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from reportgen.archives import DAMAGE, ArchiveLimitError, open_archive, unpack
from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.files import UnreadableFileError, open_input
from reportgen.i18n import translate as _
from reportgen.limits import MOST_MARKUP, MOST_TEMPLATE_BYTES, MOST_TEMPLATE_UNPACKED

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = "mimetype"
_MARKUP = (".xml", ".rels", ".hpf", ".vml", ".rdf")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")


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
            entries = archive.infolist()
            parts = {entry.filename: b"".join(unpack(archive, entry)) for entry in entries}
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
        problem = explain_unreadable(name)
    else:
        found = next(filter(None, (_find_harm(name, part, parts[part]) for part in parts)), None)
        if found is None:
            return parts
        problem = found
    raise DataError((problem,))


def _find_harm(name: str, part: str, data: bytes) -> Diagnostic | None:
    """Why a part of XML is not read; None where it is."""
    if not part.lower().endswith(_MARKUP):
        return None
    if len(data) > MOST_MARKUP:
        problem = _("the part has more than {limit} MB", limit=MOST_MARKUP >> 20)
    elif _declares_entities(data):
        problem = _("the part declares entities of its own, which no office program does")
    else:
        return None
    return Diagnostic(
        "template-file",
        SourceRef(name, sheet=part, cell="?"),
        problem,
        hint=_("save it again in the office program, without what it doesn't need"),
    )


def _declares_entities(data: bytes) -> bool:
    """Whether XML has a document type, or hides one in a rare encoding."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        data = data.replace(b"\0", b"")
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in _ENCODINGS:
        return True
    return b"<!DOCTYPE" in data


def explain_unreadable(name: str, part: str = "") -> Diagnostic:
    """That a file, or one part of it, is not what an office program writes."""
    return Diagnostic(
        "template-file",
        SourceRef(name, sheet=part, cell="?" if part else ""),
        _("this is no office document"),
        hint=_("save it again in the office program"),
    )


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
