"""What stands around the rows of a sheet: merged cells, conditional formats, links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain

from lxml import etree

from reportgen.renderers.xlsx.addresses import Area, Position, parse_area, quote_sheet
from reportgen.renderers.xlsx.layout import SheetLayout, Stretch
from reportgen.renderers.xlsx.record_rows import spell_records
from reportgen.renderers.xlsx.record_values import RecordValues
from reportgen.renderers.xlsx.rows import RowSpeller
from reportgen.renderers.xlsx.spreadsheetml import MAIN, Element, main, put_child
from reportgen.renderers.xlsx.survey import Survey

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def spell_worksheet(
    layout: SheetLayout,
    survey: Survey,
    links: Iterable[tuple[Position, str]],
    rows: RowSpeller,
    records: RecordValues,
    is_bare: bool = False,
) -> Iterator[str]:
    """The part of a sheet, in pieces: as the template has it, with other rows.

    :param links: cells, and the name of the sheet each leads to.
    :param is_bare: whether nothing is drawn on it any more.
    """
    root = deepcopy(layout.template.root)
    if is_bare:
        _remove_drawing(root)
    _put_dimension(root, layout)
    _put_merges(root, layout, survey)
    _move_rules(root, layout)
    _move_references(root, layout)
    _put_links(root, links)
    tag = "sheetData" if root.prefix is None else f"{root.prefix}:sheetData"
    before, after = etree.tostring(root, encoding="unicode").split(f"<{tag}/>", 1)
    yield _DECLARATION + before
    yield "<sheetData>" if root.prefix is None else f'<sheetData xmlns="{MAIN}">'
    for piece in layout.pieces():
        if isinstance(piece, Stretch):
            yield from spell_records(piece, records, rows.spell_fixed)
        else:
            yield rows.spell(piece)
    yield "</sheetData>" + after


def map_area(layout: SheetLayout, area: Area) -> Area | None:
    """The rectangle around all finished rows of a template area; None when there is no row."""
    runs = layout.map_rows(area.top, area.bottom)
    return area.with_rows(runs[0][0], runs[-1][1]) if runs else None


def _remove_drawing(root: Element) -> None:
    drawing = root.find(main("drawing"))
    if drawing is not None:
        root.remove(drawing)


def _put_dimension(root: Element, layout: SheetLayout) -> None:
    columns = [cell.column for row in layout.template.rows.values() for cell in row.cells] or [1]
    area = Area(min(columns), 1, max(columns), max(layout.last_row, 1))
    dimension = root.find(main("dimension"))
    if dimension is None:
        dimension = etree.Element(main("dimension"))
        put_child(root, dimension)
    dimension.set("ref", area.spell())


def _put_merges(root: Element, layout: SheetLayout, survey: Survey) -> None:
    typed = root.find(main("mergeCells"))
    areas = [] if typed is None else [parse_area(merge.get("ref") or "") for merge in typed]
    if typed is not None:
        root.remove(typed)
    moved = [area for area in areas if area]
    merges = list(chain(*(_map_merge(layout, area) for area in moved), survey.merges))
    if not merges:
        return
    element = etree.Element(main("mergeCells"), count=str(len(merges)))
    for area in merges:
        etree.SubElement(element, main("mergeCell"), ref=area.spell())
    put_child(root, element)


def _map_merge(layout: SheetLayout, area: Area) -> Iterator[Area]:
    """A merged cell of the template; one within a marked row is merged in every row of data."""
    if area.top != area.bottom:
        moved = map_area(layout, area)
        if moved:
            yield moved
        return
    for top, bottom in layout.map_rows(area.top, area.bottom):
        for row in range(top, bottom + 1):
            yield area.with_rows(row, row)


def _move_rules(root: Element, layout: SheetLayout) -> None:
    """Conditional formats and validations reach over the rows that look like theirs."""
    validations = root.find(main("dataValidations"))
    rules = [*root.iterfind(main("conditionalFormatting"))]
    rules += [] if validations is None else [*validations]
    for rule in rules:
        areas = [area for text in (rule.get("sqref") or "").split() if (area := parse_area(text))]
        moved = [
            area.with_rows(top, bottom)
            for area in areas
            for top, bottom in layout.map_rows(area.top, area.bottom)
        ]
        if moved:
            rule.set("sqref", " ".join(area.spell() for area in moved))
            _move_formulas(rule, _corner(areas), _corner(moved))
        else:
            _remove(rule)
    if validations is not None:
        validations.set("count", str(len(validations)))
        if not len(validations):
            _remove(validations)


def _corner(areas: list[Area]) -> str:
    """The cell that the relative addresses of a rule are counted from."""
    left, top = min(area.left for area in areas), min(area.top for area in areas)
    return Area(left, top, left, top).spell()


def _move_formulas(rule: Element, old: str, new: str) -> None:
    if old == new:
        return
    # Few templates move a rule, and openpyxl takes longer to load than a workbook to write.
    from openpyxl.formula.translate import Translator

    for element in rule.iter(main("formula"), main("formula1"), main("formula2")):
        formula = Translator(f"={element.text}", origin=old).translate_formula(new)
        element.text = formula.removeprefix("=")


def _move_references(root: Element, layout: SheetLayout) -> None:
    """Filters, typed links and page breaks move with their rows."""
    referring = [*root.iterfind(main("autoFilter")), *root.iter(main("hyperlink"))]
    for element in referring:
        area = parse_area(element.get("ref") or "")
        moved = map_area(layout, area) if area else None
        if moved:
            element.set("ref", moved.spell())
        else:
            _remove(element)
    for element in root.iterfind(f"{main('rowBreaks')}/{main('brk')}"):
        number = int(element.get("id") or 0)
        runs = layout.map_rows(number, number)
        if runs:
            element.set("id", str(runs[-1][1]))


def _put_links(root: Element, links: Iterable[tuple[Position, str]]) -> None:
    hyperlinks = root.find(main("hyperlinks"))
    for position, sheet in links:
        if hyperlinks is None:
            hyperlinks = etree.Element(main("hyperlinks"))
            put_child(root, hyperlinks)
        location = f"{quote_sheet(sheet)}!A1"
        etree.SubElement(
            hyperlinks, main("hyperlink"), ref=position.address, location=location, display=sheet
        )


def _remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
