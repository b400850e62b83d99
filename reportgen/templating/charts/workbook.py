"""The workbook within a chart, which opens when somebody edits its data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from reportgen.templating.charts.data import ChartData, spell_number
from reportgen.templating.packages.package import write_package

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_FORMAT = 164
"""Number formats below are built in (18.8.30)."""

_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
)
_PACKAGE_RELS = (
    f'{_XML}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_WORKBOOK_RELS = (
    f'{_XML}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
    f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" '
    'Target="styles.xml"/></Relationships>'
)


def write_workbook(data: ChartData, sheet: str, codes: Sequence[str]) -> bytes:
    """A workbook with one sheet: names in column A, a series in each column behind.

    :param codes: the number format of every series.
    """
    book = (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={_quote(sheet)} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    texts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE_RELS,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _WORKBOOK_RELS,
        "xl/worksheets/sheet1.xml": f"{_XML}{''.join(_spell_sheet(data))}",
        "xl/styles.xml": _spell_styles(codes),
    }
    return write_package({name: text.encode() for name, text in texts.items()})


def name_column(number: int) -> str:
    """The letters of a column, counted from 1.

    >>> name_column(1), name_column(27)
    ('A', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _quote(text: str) -> str:
    """The text as the value of an attribute, in quotes that it does not hold."""
    escaped = escape(text, quote=False)
    for sign in "\n\r\t":
        escaped = escaped.replace(sign, f"&#{ord(sign)};")
    if '"' in escaped and "'" not in escaped:
        return f"'{escaped}'"
    return '"{}"'.format(escaped.replace('"', "&quot;"))


def _spell_sheet(data: ChartData) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1">'
    for at, (name, _numbers) in enumerate(data.series, 2):
        yield _spell_text(f"{name_column(at)}1", name)
    yield "</row>"
    for row, name in enumerate(data.names, 2):
        yield f'<row r="{row}">{_spell_text(f"A{row}", name)}'
        for at, (_name, numbers) in enumerate(data.series, 2):
            yield _spell_number(f"{name_column(at)}{row}", at - 1, numbers[row - 2])
        yield "</row>"
    yield "</sheetData></worksheet>"


def _spell_text(address: str, text: str) -> str:
    written = f'<is><t xml:space="preserve">{escape(text, quote=False)}</t></is>'
    return f'<c r="{address}" t="inlineStr">{written}</c>'


def _spell_number(address: str, style: int, number: Decimal | None) -> str:
    if number is None:
        return ""
    return f'<c r="{address}" s="{style}"><v>{spell_number(number)}</v></c>'


def _spell_styles(codes: Sequence[str]) -> str:
    """Style 0 is plain; the others are those of the series."""
    numbered = list(enumerate(codes, _FIRST_FORMAT))
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode={_quote(code)}/>' for number, code in numbered
    )
    plain = 'fontId="0" fillId="0" borderId="0" xfId="0"'
    cells = "".join(
        f'<xf numFmtId="{number}" {plain} applyNumberFormat="1"/>' for number, _code in numbered
    )
    return (
        f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        f'</cellStyleXfs><cellXfs count="{len(codes) + 1}"><xf numFmtId="0" {plain}/>{cells}'
        '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
        "</cellStyles></styleSheet>"
    )
