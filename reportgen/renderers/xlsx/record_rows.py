"""Rows of records as XML: a row of the template made a format, filled a block at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.renderers.xlsx.addresses import spell_column
from reportgen.renderers.xlsx.layout import Stretch
from reportgen.renderers.xlsx.record_formulas import Number, spell_formula
from reportgen.renderers.xlsx.record_values import RecordValues, spell_results, spell_types
from reportgen.renderers.xlsx.sheet_template import TemplateCell
from reportgen.renderers.xlsx.tags import column_of
from reportgen.views.annex_formulas import Ratio, Values
from reportgen.views.annex_records import Records


@dataclass(frozen=True, slots=True)
class _Content:
    """The slot for what a column holds."""

    key: str


@dataclass(frozen=True, slots=True)
class _Type:
    """The slot for the type of what a column's formula makes."""

    key: str


Slot = Number | _Content | _Type
Piece = str | Slot
SpellFixed = Callable[[TemplateCell], str]


class _RowFormat:
    """A row of the template, with a slot for each thing that differs from row to row."""

    def __init__(self, pieces: Iterator[Piece]) -> None:
        kept = list(pieces)
        self._slots = [piece for piece in kept if not isinstance(piece, str)]
        self._text = "".join(
            piece.replace("%", "%%") if isinstance(piece, str) else "%s" for piece in kept
        )

    def fill(self, lists: Mapping[Slot, Values], rows: slice) -> str:
        """Those of the rows that the lists are for."""
        filled = zip(*(lists[slot][rows] for slot in self._slots), strict=True)
        return "".join(map(self._text.__mod__, filled))


def spell_records(stretch: Stretch, values: RecordValues, spell_fixed: SpellFixed) -> Iterator[str]:
    """The ``row`` elements, many at a time.

    :param spell_fixed: what follows the style of a cell of the template that has no tag.
    """
    first = _RowFormat(_compile(stretch, spell_fixed, is_first=True))
    others = _RowFormat(_compile(stretch, spell_fixed, is_first=False))
    shown = [key for cell in stretch.look.cells if (key := column_of(cell.text))]
    number = stretch.first
    for block in stretch.records.blocks():
        lists = _spell_block(stretch.records, block, values, shown)
        count = len(next(iter(block.values())))
        lists |= _count_rows(number, count)
        if number == stretch.first:
            yield first.fill(lists, slice(1))
        yield others.fill(lists, slice(number == stretch.first, None))
        number += count


def _compile(stretch: Stretch, spell_fixed: SpellFixed, is_first: bool) -> Iterator[Piece]:
    look, records = stretch.look, stretch.records
    keys = [(cell, column_of(cell.text)) for cell in look.cells]
    columns = {key: cell.column for cell, key in keys if key}
    yield from ('<row r="', Number.OWN, f'"{look.attributes}>')
    for cell, key in keys:
        yield from (f'<c r="{spell_column(cell.column)}', Number.OWN, f'"{cell.style}')
        formula = records.columns[key].formula if key else None
        if formula is None:
            yield _Content(key) if key else spell_fixed(cell)
            continue
        if isinstance(formula, Ratio):
            yield _Type(key)
        yield "><f>"
        yield from spell_formula(formula, columns, is_first)
        yield from ("</f><v>", _Content(key), "</v></c>")
    yield "</row>"


def _spell_block(
    records: Records, block: Mapping[str, Values], values: RecordValues, shown: list[str]
) -> dict[Slot, Values]:
    lists: dict[Slot, Values] = {}
    for key in shown:
        column = records.columns[key]
        if column.formula is None:
            lists[_Content(key)] = values.spell_contents(column, block[key])
            continue
        lists[_Content(key)] = spell_results(column, block[key])
        if isinstance(column.formula, Ratio):
            lists[_Type(key)] = spell_types(block[key])
    return lists


def _count_rows(first: int, count: int) -> dict[Slot, Values]:
    numbers = [str(number) for number in range(first - 1, first + count)]
    return {Number.OWN: numbers[1:], Number.BEFORE: numbers[:-1]}
