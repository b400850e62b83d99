"""One sheet of the template workbook: what stands in its rows, and how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from reportgen.renderers.xlsx.addresses import parse_area, spell_address
from reportgen.renderers.xlsx.spreadsheetml import Element, main, read_text

_ROW_ATTRIBUTES = ("s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed")


@dataclass(frozen=True, slots=True)
class TemplateCell:
    """One cell of the template.

    :ivar style: its ``s`` attribute with a space before it, or nothing.
    :ivar text: what is typed in it as text.
    :ivar rich: the string item, when parts of the text have formats of their own.
    :ivar content: type attribute and value element of a typed number or truth value.
    """

    column: int
    style: str
    text: str = ""
    rich: str = ""
    content: tuple[str, str] = ("", "")
    has_formula: bool = False


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One row of the template; its attributes are height, visibility and outline level."""

    number: int
    attributes: str = ""
    cells: tuple[TemplateCell, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetTemplate:
    """A sheet.

    :ivar part: the name of its part in the package.
    :ivar root: its element without the rows.
    :ivar rows: by number; rows in which nothing stands are left out.
    """

    name: str
    part: str
    root: Element
    rows: Mapping[int, TemplateRow]

    @property
    def last_row(self) -> int:
        """The last row in which anything stands."""
        return max(self.rows, default=0)

    def row(self, number: int) -> TemplateRow:
        """The row of that number, an empty one where nothing stands."""
        return self.rows.get(number) or TemplateRow(number)

    def locate(self, row: TemplateRow, cell: TemplateCell) -> str:
        """The address of a cell."""
        return spell_address(cell.column, row.number)


def read_sheet(name: str, part: str, root: Element, strings: Sequence[Element]) -> SheetTemplate:
    """The sheet of that name; its rows are taken out of the root.

    :param strings: the shared strings of the workbook.
    """
    data = root.find(main("sheetData"))
    assert data is not None, "every worksheet has a sheetData element"
    rows: dict[int, TemplateRow] = {}
    number = 0
    for element in data.iterfind(main("row")):
        number = int(element.get("r") or number + 1)
        cells = tuple(_read_cells(element, strings))
        rows[number] = TemplateRow(number, _spell_attributes(element), cells)
    tail = data.tail
    data.clear()
    data.tail = tail
    return SheetTemplate(name, part, root, rows)


def _spell_attributes(row: Element) -> str:
    present = ((name, row.get(name)) for name in _ROW_ATTRIBUTES)
    return "".join(f' {name}="{value}"' for name, value in present if value is not None)


def _read_cells(row: Element, strings: Sequence[Element]) -> Iterator[TemplateCell]:
    column = 0
    for element in row.iterfind(main("c")):
        area = parse_area(element.get("r") or "")
        column = area.left if area else column + 1
        yield _read_cell(element, column, strings)


def _read_cell(element: Element, column: int, strings: Sequence[Element]) -> TemplateCell:
    style = f' s="{element.get("s")}"' if element.get("s") else ""
    if element.find(main("f")) is not None:
        return TemplateCell(column, style, has_formula=True)
    kind, value = element.get("t", "n"), element.findtext(main("v")) or ""
    if kind == "s":
        item = strings[int(value)]
        rich = "" if item.find(main("r")) is None else etree.tostring(item, encoding="unicode")
        return TemplateCell(column, style, read_text(item), rich)
    if kind == "inlineStr":
        return TemplateCell(column, style, read_text(element.find(main("is"))))
    if kind == "str" or not value:
        return TemplateCell(column, style, value)
    return TemplateCell(column, style, content=(f' t="{kind}"', f"<v>{value}</v>"))
