"""The parts of a workbook of plain lists beside its sheets."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.renderers.metadata import Metadata
from reportgen.renderers.xlsx.spreadsheetml import MAIN, RELATIONS, escape_attribute, escape_text

HEAD_STYLE, TEXT_STYLE, DATE_STYLE = 1, 2, 3
FIRST_NUMBER_STYLE = 4
"""The number of the first style of a number; each format of numbers has one."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_FORMAT = 164
"""The first number of a format that a workbook defines itself (18.8.30)."""
_DAY_FORMAT = "yyyy\\-mm\\-dd"


def write_parts(
    titles: Sequence[str], sheets: Sequence[bytes], formats: Sequence[str], metadata: Metadata
) -> dict[str, bytes]:
    """All parts by name.

    :param formats: of numbers, in the order of their styles.
    """
    parts = {
        "[Content_Types].xml": _write_types(len(sheets)),
        "_rels/.rels": _write_root_relations(),
        "docProps/core.xml": _write_properties(metadata),
        "xl/workbook.xml": _write_workbook(titles),
        "xl/_rels/workbook.xml.rels": _write_relations(len(sheets)),
        "xl/styles.xml": _write_styles(formats),
    }
    named = {name: (_DECLARATION + text).encode() for name, text in parts.items()}
    return named | {f"xl/worksheets/sheet{at}.xml": data for at, data in enumerate(sheets, 1)}


def _write_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_OFFICE}.worksheet+xml"/>'
        for at in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_OFFICE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_OFFICE}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{sheets}</Types>"
    )


def _write_root_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )


def _write_relations(count: int) -> str:
    sheets = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATIONS}/worksheet" '
        f'Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, count + 1)
    )
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{sheets}'
        f'<Relationship Id="rId{count + 1}" Type="{RELATIONS}/styles" Target="styles.xml"/>'
        "</Relationships>"
    )


def _write_workbook(titles: Sequence[str]) -> str:
    """The main part; the header row of every sheet is printed on each of its pages."""
    sheets = "".join(
        f'<sheet name="{escape_attribute(title)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, title in enumerate(titles, 1)
    )
    names = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">'
        f"{escape_text(_quote(title))}!$1:$1</definedName>"
        for at, title in enumerate(titles)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets>'
        f"<definedNames>{names}</definedNames></workbook>"
    )


def _quote(title: str) -> str:
    return "'" + title.replace("'", "''") + "'"


def _write_styles(formats: Sequence[str]) -> str:
    """The styles (18.8): no style, header, text, date, then one for each format of numbers."""
    codes = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escape_attribute(code)}"/>'
        for number, code in enumerate((_DAY_FORMAT, *formats), _FIRST_FORMAT)
    )
    numbers = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="1" xfId="0" '
        'applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>'
        for number in range(_FIRST_FORMAT, _FIRST_FORMAT + len(formats) + 1)
    )
    font = '<sz val="10"/><name val="맑은 고딕"/><family val="2"/>'
    line = '<{0} style="thin"><color rgb="FFBFBFBF"/></{0}>'
    frame = "".join(line.format(side) for side in ("left", "right", "top", "bottom"))
    return (
        f'<styleSheet xmlns="{MAIN}">'
        f'<numFmts count="{len(formats) + 1}">{codes}</numFmts>'
        f'<fonts count="2"><font>{font}</font><font><b/>{font}</font></fonts>'
        '<fills count="3"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">'
        '<fgColor rgb="FFE7EAF0"/><bgColor indexed="64"/></patternFill></fill></fills>'
        '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
        f"<border>{frame}<diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{FIRST_NUMBER_STYLE + len(formats)}">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyAlignment="1">'
        '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyAlignment="1">'
        f'<alignment vertical="top" wrapText="1"/></xf>{numbers}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _write_properties(metadata: Metadata) -> str:
    """Core properties (ECMA-376 part 2, clause 11)."""
    author, title = escape_text(metadata.author), escape_text(metadata.title)
    day = f'xsi:type="dcterms:W3CDTF">{metadata.timestamp}'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dcterms:created {day}</dcterms:created><dcterms:modified {day}</dcterms:modified>"
        "</cp:coreProperties>"
    )
