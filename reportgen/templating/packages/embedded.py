"""Tags inside of files that stand in a document, where nothing fills them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from reportgen.archives import DAMAGE, ArchiveLimitError, open_archive, unpack
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_EMBEDDED
from reportgen.templating.packages.markup import is_markup

_INSIDE = r"[ \t]*(?:if|for|p|tr|[^\W\d])[\w \t.|()'\",:=+*/-]{0,200}?"
_TAG = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}")
_TAGS = re.compile("<[^<>]*>")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".odttf")
_ZIP = b"PK\3\4"
_RTF, _GROUPS = rb"{\rtf", re.compile(rb"(?<!\\)[{}]")
_OLE = b"\xd0\xcf\x11\xe0"


def find_embedded(file: str, parts: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """A mistake for each part that is no XML of the document and holds a tag."""
    left = MOST_EMBEDDED
    for name, data in parts.items():
        if is_markup(name, data) or name.lower().endswith(_PICTURES) or name == "mimetype":
            continue
        try:
            texts = _read_package(data, left) if data.startswith(_ZIP) else _read_texts(data)
            found = next((match[0] for text in texts if (match := _TAG.search(text))), "")
        except ArchiveLimitError as error:
            yield _explain_size(file, name, error)
            return
        if data.startswith(_ZIP):
            left -= _measure(data)
        if found:
            yield Diagnostic(
                "template-tag-place",
                SourceRef(file, sheet=name, cell="?"),
                _("{tag} stands in a file inside the document", tag=found),
                hint=_("write it into the text of the document; nothing is filled in there"),
            )


def _explain_size(file: str, part: str, error: ArchiveLimitError) -> Diagnostic:
    hint = _("save it again in the office program, without what it doesn't need")
    return Diagnostic("template-file", SourceRef(file, sheet=part, cell="?"), str(error), hint=hint)


def _measure(data: bytes) -> int:
    """What a package unpacks to, as its list says."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except DAMAGE:
        return len(data)


def _read_texts(data: bytes) -> Iterator[str]:
    """A text in its encodings."""
    if data.startswith(_OLE) or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield data.decode("utf-16-le", "replace")
        yield data[1:].decode("utf-16-le", "replace")
    if data.startswith(_RTF):
        # Its own braces group; those of a text are masked.
        data = _GROUPS.sub(b"", data).replace(b"\\{", b"{").replace(b"\\}", b"}")
    if b"{" in data:
        yield data.decode("utf-8", "replace")


def _read_package(data: bytes, most: int) -> Iterator[str]:
    try:
        with open_archive(BytesIO(data), max(most, 0)) as archive:
            for entry in archive.infolist():
                content = b"".join(unpack(archive, entry))
                if is_markup(entry.filename, content):
                    yield _TAGS.sub("", content.decode("utf-8", "replace"))
    except DAMAGE:
        return
