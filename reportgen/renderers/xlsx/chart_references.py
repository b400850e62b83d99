"""The cells that a chart shows, in the template and in the finished workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.addresses import Area, quote_sheet, split_reference, split_union
from reportgen.renderers.xlsx.layout import SheetLayout

_LONGEST = 8192
"""How long a formula may be (limit of Excel)."""


class LongReferenceError(ReportgenError):
    """More runs of rows than the reference of a chart can name."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            _(
                "a chart would need a reference of {length} characters, "
                "a formula holds {most}: {start}",
                length=len(reference),
                most=_LONGEST,
                start=reference[:40],
            )
        )


@dataclass(frozen=True, slots=True)
class Reference:
    """Areas in their order, each with its sheet."""

    areas: tuple[tuple[str, Area], ...]

    @property
    def count(self) -> int:
        """How many cells there are."""
        return sum(
            (area.right - area.left + 1) * (area.bottom - area.top + 1) for _, area in self.areas
        )

    @property
    def is_row(self) -> bool:
        """Whether the cells stand side by side, not below each other."""
        return any(area.right > area.left for _, area in self.areas)

    @property
    def height(self) -> int:
        """How many rows there are."""
        return sum(area.bottom - area.top + 1 for _, area in self.areas)

    def row_numbers(self) -> list[tuple[str, int]]:
        """The sheet and the number of each row."""
        return [
            (sheet, row) for sheet, area in self.areas for row in range(area.top, area.bottom + 1)
        ]

    def in_row(self, sheet: str, row: int) -> Reference:
        """The cells of one row."""
        return Reference(
            tuple(
                (name, area.with_rows(row, row))
                for name, area in self.areas
                if name == sheet and area.top <= row <= area.bottom
            )
        )

    def spell(self) -> str:
        """The reference as a chart writes it.

        :raises LongReferenceError: when no formula can hold it.

        >>> Reference((("집행", Area(2, 6, 2, 9)), ("집행", Area(2, 11, 2, 11)))).spell()
        "('집행'!$B$6:$B$9,'집행'!$B$11)"
        """
        spelled = ",".join(f"{quote_sheet(sheet)}!{area.spell('$')}" for sheet, area in self.areas)
        reference = f"({spelled})" if len(self.areas) > 1 else spelled
        if len(reference) > _LONGEST:
            raise LongReferenceError(reference)
        return reference

    def rows(self) -> Iterator[tuple[tuple[str, int, int], ...]]:
        """Sheet, column and row of every cell, row by row."""
        for sheet, area in self.areas:
            for row in range(area.top, area.bottom + 1):
                yield tuple((sheet, column, row) for column in range(area.left, area.right + 1))


def parse_reference(text: str) -> Reference | None:
    """The cells that a chart refers to, or None when the text says no cells.

    >>> parse_reference("('세 입'!$A$4,'세 입'!$A$6)").spell()
    "('세 입'!$A$4,'세 입'!$A$6)"
    >>> parse_reference("#REF!") is None
    True
    """
    typed = text.strip().removeprefix("=").strip()
    if typed.startswith("(") and typed.endswith(")"):
        typed = typed[1:-1]
    found = [split_reference(piece.strip()) for piece in split_union(typed)]
    areas = tuple(area for area in found if area)
    return Reference(areas) if len(areas) == len(found) else None


def map_reference(reference: Reference, layouts: Mapping[str, SheetLayout]) -> Reference:
    """The finished cells; rows that stand empty because there are no data don't count."""
    return Reference(
        tuple(
            (sheet, area.with_rows(top, bottom))
            for sheet, area in reference.areas
            if sheet in layouts
            for top, bottom in layouts[sheet].map_rows(area.top, area.bottom)
            if not (top == bottom and top in layouts[sheet].empty_rows)
        )
    )
