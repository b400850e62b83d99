"""What a file is that was put in the place of a template, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\3\4"
_LOOKED_AT = 4096


class Kind(StrEnum):
    """Kinds of files that people mistake for each other."""

    DOCX = "docx"
    STRICT = "strict"
    HWPX = "hwpx"
    HWP = "hwp"
    HWP_3 = "hwp3"
    HWPML = "hwpml"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "odf"
    DOC = "doc"
    XLS = "xls"
    LOCKED = "locked"
    PDF = "pdf"
    RTF = "rtf"
    HTML = "html"
    FLAT = "flat"
    EMPTY = "empty"
    CUT = "cut"
    ZIP = "zip"
    UNKNOWN = "unknown"


_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("HwpSummaryInformation", Kind.HWP),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.XLS),
)
_BEGINNINGS = (
    (b"%PDF", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"HWP Document File", Kind.HWP_3),
    (_ZIP, Kind.CUT),
)
_MARKS = (
    (b"<pkg:package", Kind.FLAT),
    (b"<w:worddocument", Kind.FLAT),
    (b"<hwpml", Kind.HWPML),
    (b"<html", Kind.HTML),
    (b"<!doctype html", Kind.HTML),
)
_MIME_TYPES = (
    (b"application/hwp+zip", Kind.HWPX),
    (b"application/vnd.hancom.hwpx", Kind.HWPX),
    (b"application/vnd.oasis.opendocument", Kind.ODF),
)
_MAIN = re.compile(
    rb"(?P<word>wordprocessingml|ms-word)|(?P<sheet>spreadsheetml|ms-excel)"
    rb"|(?P<slides>presentationml|ms-powerpoint)"
)
_MAIN_TYPE = re.compile(rb"application/vnd\.[\w.-]+\.main\+xml")
"""The content type of the part that a package is about; others stand for what is embedded."""
_KINDS = {"word": Kind.DOCX, "sheet": Kind.XLSX, "slides": Kind.PPTX}


def identify_bytes(data: bytes) -> Kind:
    """What a file is that can't be opened as a package."""
    if not data:
        return Kind.EMPTY
    if data.startswith(_OLE):
        streams = (kind for name, kind in _STREAMS if name.encode("utf-16-le") in data)
        return next(streams, Kind.UNKNOWN)
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    head = data[:_LOOKED_AT].lower()
    return next((kind for mark, kind in _MARKS if mark in head), Kind.UNKNOWN)


def identify_parts(parts: Mapping[str, bytes]) -> Kind:
    """What a package is."""
    mime = parts.get("mimetype", b"").strip()
    for beginning, kind in _MIME_TYPES:
        if mime.startswith(beginning):
            locked = b"encryption-data" in parts.get("META-INF/manifest.xml", b"")
            return Kind.LOCKED if locked else kind
    types = parts.get("[Content_Types].xml", b"")
    main = next(filter(_MAIN.search, _MAIN_TYPE.findall(types)), types)
    match = _MAIN.search(main)
    found = _KINDS[match.lastgroup or "word"] if match else None
    if found is Kind.DOCX and b"http://purl.oclc.org/ooxml/" in parts.get("_rels/.rels", b""):
        return Kind.STRICT
    return found or (Kind.UNKNOWN if "mimetype" in parts or types else Kind.ZIP)


def explain_kind(kind: Kind, name: str) -> Diagnostic:
    """That a file is no template, what it is instead, and what to do."""
    problem, hint = _describe(kind, name.rpartition(".")[2])
    return Diagnostic("template-file", SourceRef(name), problem, hint=hint)


def _describe(kind: Kind, suffix: str) -> tuple[str, str]:
    if kind is Kind.UNKNOWN:
        return _("this is no office document"), _("save it again in the office program")
    if kind is Kind.EMPTY:
        return _("the file is empty"), _("take a copy of it that is whole")
    if kind is Kind.CUT:
        return (
            _("the file is damaged, or only a part of it"),
            _("copy or download it again, and look whether the office program opens it"),
        )
    if kind is Kind.LOCKED:
        return (
            _("the file is protected by a password"),
            _("open it, take the password away, and save it again"),
        )
    if kind is Kind.STRICT:
        return (
            _("this is a Strict Open XML document"),
            _("save it in Word as “Word Document (*.docx)”, without “Strict”"),
        )
    return (
        _("this is {kind}, whatever its name says", kind=_name(kind)),
        _("open it in its program, and save it as .{suffix}", suffix=suffix),
    )


def _name(kind: Kind) -> str:
    names = {
        Kind.DOCX: _("a Word document (DOCX)"),
        Kind.HWPX: _("a Hancom document (HWPX)"),
        Kind.HWP: _("an HWP document"),
        Kind.HWP_3: _("an HWP document of version 3"),
        Kind.HWPML: _("an HWPML document"),
        Kind.XLSX: _("an Excel workbook (XLSX)"),
        Kind.PPTX: _("a PowerPoint presentation (PPTX)"),
        Kind.ODF: _("an OpenDocument file (ODT, ODS …)"),
        Kind.DOC: _("a document of old Word (DOC)"),
        Kind.XLS: _("a workbook of old Excel (XLS)"),
        Kind.PDF: _("a PDF"),
        Kind.RTF: _("an RTF document"),
        Kind.HTML: _("a web page"),
        Kind.FLAT: _("a Word document in one XML file"),
        Kind.ZIP: _("a zip archive"),
    }
    return names[kind]
