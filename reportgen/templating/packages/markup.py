"""The parts of a package that are XML, looked at before anything is made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_MARKUP, MOST_MARKUP_SIGNS, MOST_PARAGRAPHS

_MARKUP = (".xml", ".rels", ".hpf", ".vml", ".rdf")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
_PARAGRAPH = re.compile(rb"<(?:\w{1,20}:)?p[\s/>]")
_UTF_8, _UTF_16 = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


def is_markup(name: str, data: bytes) -> bool:
    """Whether a part is XML, by its name or by its first line."""
    return name.lower().endswith(_MARKUP) or data.removeprefix(_UTF_8).startswith(b"<?xml")


def list_markup(parts: Mapping[str, bytes]) -> list[str]:
    """The names of the parts that are XML."""
    return [name for name, data in parts.items() if is_markup(name, data)]


def find_harm(file: str, parts: Mapping[str, bytes]) -> Diagnostic | None:
    """Why the parts of XML are not read, told once; None where they are."""
    signs = 0
    for part in list_markup(parts):
        data = parts[part]
        signs += data.count(b"<") - data.count(b"</") + data.count(b'="') + data.count(b"='")
        if problem := _find_excess(data, signs):
            hint = _("save it again in the office program, without what it doesn't need")
            return Diagnostic("template-file", _place(file, part), problem, hint=hint)
    return None


def find_broken(file: str, parts: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """A mistake for each part that says it is XML, and isn't."""
    for part in list_markup(parts):
        try:
            etree.fromstring(parts[part])
        except (etree.XMLSyntaxError, ValueError) as error:
            yield explain_broken(file, part, getattr(error, "lineno", None) or 0)


def explain_broken(file: str, part: str, line: int) -> Diagnostic:
    """That a part is no XML."""
    return Diagnostic(
        "template-file",
        _place(file, part),
        _("the part is damaged: its XML breaks in line {line}", line=line),
        hint=_("open the file in the office program, let it be repaired, and save it again"),
    )


def _place(file: str, part: str) -> SourceRef:
    return SourceRef(file, sheet=part, cell="?")


def _find_excess(data: bytes, signs: int) -> str:
    if len(data) > MOST_MARKUP:
        return _("the part has more than {limit} MB", limit=MOST_MARKUP >> 20)
    if _declares_entities(data):
        return _("the part declares entities of its own, which no office program does")
    if _has_many_paragraphs(data):
        limit = f"{MOST_PARAGRAPHS:,}"
        return _("the part has more than {limit} paragraphs", limit=limit)
    if signs > MOST_MARKUP_SIGNS:
        limit = f"{MOST_MARKUP_SIGNS:,}"
        return _("its parts have more than {limit} elements and attributes", limit=limit)
    return ""


def _has_many_paragraphs(data: bytes) -> bool:
    """Whether a part has more paragraphs than anybody writes, whose tree would fill the memory."""
    if len(data) < MOST_PARAGRAPHS * len("<p/>"):
        return False
    return next(islice(_PARAGRAPH.finditer(data), MOST_PARAGRAPHS, None), None) is not None


def _declares_entities(data: bytes) -> bool:
    """Whether XML has a document type, or hides one in a rare encoding."""
    if data[:2] in _UTF_16 or b"\0" in data[:4]:
        data = data.replace(b"\0", b"")
    declared = _ENCODING.match(data.removeprefix(_UTF_8))
    if declared and declared[1].lower() not in _ENCODINGS:
        return True
    return b"<!DOCTYPE" in data
