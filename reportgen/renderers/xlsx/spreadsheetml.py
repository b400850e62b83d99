"""SpreadsheetML (ECMA-376 part 1, clause 18): names, order of elements, text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT_RELATIONS = f"{{{RELATIONS}}}"

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)

# The order of the children of both roots (18.3.1.99 CT_Worksheet, 18.2.27 CT_Workbook).
_WORKSHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems "
    "tableParts extLst"
)
_WORKBOOK = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
    "externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches "
    "smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
)

_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NOT_PLAIN = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def main(name: str) -> str:
    """The name of an element in the main namespace, as lxml spells it."""
    return f"{{{MAIN}}}{name}"


def parse_xml(data: bytes) -> Element:
    """The root of a part; nothing outside of it is read.

    :raises etree.XMLSyntaxError: when it is no XML.
    """
    return etree.fromstring(data, _PARSER)


def parse_part(parts: Mapping[str, bytes], part: str, file: str) -> Element:
    """The root of a part.

    :param file: the workbook, as diagnostics print it.
    :raises DataError: when the part is missing or is no XML.
    """
    try:
        return parse_xml(parts[part])
    except (KeyError, etree.XMLSyntaxError):
        raise DataError(
            (
                Diagnostic(
                    "template-file",
                    SourceRef(file),
                    _("this is no workbook: {part} can't be read", part=part),
                    hint=_("save it again from Excel as .xlsx"),
                ),
            )
        ) from None


def put_child(root: Element, child: Element) -> None:
    """Put an element where the schema wants it among the children of a sheet or a workbook."""
    order = (_WORKBOOK if root.tag == main("workbook") else _WORKSHEET).split()
    followers = order[order.index(etree.QName(child).localname) + 1 :]
    for place, sibling in enumerate(root):
        if isinstance(sibling.tag, str) and etree.QName(sibling).localname in followers:
            root.insert(place, child)
            return
    root.append(child)


def escape_text(text: str) -> str:
    r"""Text as it may stand in an element.

    Characters that XML has no room for become ``_xHHHH_`` (ECMA-376, 22.9.2.19 ST_Xstring).

    >>> escape_text('a & "b"\x07 _x0041_')
    'a &amp; "b"_x0007_ _x005F_x0041_'
    """
    if not _NOT_PLAIN.search(text):
        return text
    plain = _NOT_IN_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    return plain.translate(_ENTITIES)


def escape_attribute(text: str) -> str:
    """Text as it may stand in an attribute.

    >>> escape_attribute('a & "b"')
    'a &amp; &quot;b&quot;'
    """
    return escape_text(text).replace('"', "&quot;")


def unescape(text: str) -> str:
    """The text that ``_xHHHH_`` stands for.

    >>> unescape("_x005F_x0041_")
    '_x0041_'
    """
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def read_text(item: Element | None) -> str:
    """The text of a string item, without its formats and its phonetic hints."""
    if item is None:
        return ""
    runs = (*item.iterfind(main("t")), *item.iterfind(f"{main('r')}/{main('t')}"))
    return unescape("".join(run.text or "" for run in runs))


def read_shared_strings(parts: Mapping[str, bytes], part: str, file: str) -> tuple[Element, ...]:
    """The items of the shared strings; none when the workbook has no such part."""
    return tuple(parse_part(parts, part, file)) if part in parts else ()
