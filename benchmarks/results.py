"""The lines of a table of results, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Target:
    """What a ratio, or the megabytes, should stay below."""

    text: str
    limit: float
    found: float

    @property
    def is_met(self) -> bool:
        """Whether it does."""
        return self.found <= self.limit


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a time with its ratios, or a peak of memory in megabytes."""

    what: str
    seconds: float = 0
    bound: float | None = None
    rival: float | None = None
    megabytes: float | None = None
    target: Target | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What is printed."""
        shown = (
            f"{self.seconds * 1000:,.0f} ms"
            if self.megabytes is None
            else f"{self.megabytes:.0f} MB"
        )
        ratios = ("" if ratio is None else f"{ratio:.2f}" for ratio in (self.bound, self.rival))
        if self.target is None:
            return (self.what, shown, *ratios, "", "")
        return (self.what, shown, *ratios, self.target.text, "yes" if self.target.is_met else "no")


def print_lines(title: str, lines: Iterable[Line], rival: str = "docxtpl") -> None:
    """A table on standard output."""
    table = Table(title=title, title_justify="left", title_style="bold")
    headings = ("what", "median", "x bound", f"x {rival}", "target", "met")
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if 0 < number < 4 else "left")
    for line in lines:
        table.add_row(*line.cells)
    Console(width=110).print(table)
