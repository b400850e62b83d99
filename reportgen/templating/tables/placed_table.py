"""A table on its way out whose cells get their places when all of them are known.

Needed where the number of columns, or how far a cell reaches, follows from the cells
themselves: they may come after what depends on them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import FaultyValueError
from reportgen.templating.tables.late_texts import Later
from reportgen.templating.tables.merges import Turn, merge_across, merge_down
from reportgen.templating.tables.running_table import RunningTable, Spanned, share_width
from reportgen.templating.tables.shown_cells import Read, ShownCell
from reportgen.templating.tables.tracks import Site

Cover = Callable[[str], str]
"""A cell without what it holds, as it stands below the cell that is merged with it."""


@dataclass(slots=True)
class PlacedCell:
    """One cell.

    :ivar site: where the template has it.
    :ivar columns: how many columns it covers, once this is known.
    :ivar given: how many data says, or 0.
    :ivar height: that of the template's cell.
    :ivar down: what it has in common with the cells that it is merged with below.
    :ivar across: the same for cells beside it.
    """

    mark: Markup
    site: Site
    rows: int = 1
    height: int = 0
    columns: int = 0
    covered: str = ""
    down: object = None
    across: object = None
    spans_data: bool = False
    content: str = ""
    holder: Markup | None = None
    column: int = 0
    below: list[int] = field(default_factory=list)
    shown: ShownCell = field(default_factory=ShownCell)
    given: int = field(init=False)

    def __post_init__(self) -> None:
        self.given = self.columns


@dataclass(slots=True)
class _Row:
    height: int
    flows: bool
    repeated: Sequence[int]
    gaps: Sequence[Sequence[int]]
    cells: list[PlacedCell] = field(default_factory=list)


class PlacedTable:
    """A table that is being rendered.

    :param total: its width.
    :param tracks: the widths of its tracks, see :class:`reportgen.templating.tracks.Tracks`.
    :param weights: the widths of all columns, where data says them.
    """

    def __init__(
        self,
        kind: type[RunningTable],
        cover: Cover,
        later: Later,
        read: Read,
        total: int,
        tracks: Sequence[int | Sequence[int]],
        weights: Sequence[int] | None = None,
    ) -> None:
        self._kind, self._cover, self._later, self._read = kind, cover, later, read
        self._total, self._tracks = total, tracks
        self._weights = None if weights is None else [int(weight) for weight in weights]
        self._rows: list[_Row] = []
        self._cells: dict[str, PlacedCell] = {}
        self._turns: dict[int, int] = {}
        self._between: list[tuple[Markup, int, int]] = []
        self.grid, self.columns = later.mark(), later.mark()

    def row(
        self, height: int, flows: bool, repeated: Sequence[int], gaps: Sequence[Sequence[int]]
    ) -> Markup:
        """Begin a row; prints nothing.

        :param flows: whether the place of a cell depends on those before it.
        :param repeated: the tracks that the row fills by repeated cells.
        :param gaps: tracks, from one to the one before another, in which it has no cell.
        """
        self._rows.append(_Row(height, flows, repeated, gaps))
        return Markup("")

    def begin(self, loop: int, first: bool) -> Markup:
        """Note that a loop begins anew; prints nothing."""
        if first:
            self._turns[loop] = self._turns.get(loop, 0) + 1
        return Markup("")

    def turn(self, loop: int) -> Turn:
        """What all rounds of a loop have in common until it begins anew."""
        return Turn(loop, self._turns.get(loop, 0))

    def key(self, *values: Any) -> tuple[Any, ...]:
        """What cells that are to be merged have in common."""
        for value in values:
            if isinstance(value, Undefined):
                str(value)
        return values

    def count(self, first: int, last: int) -> Markup:
        """How many columns the tracks between have."""
        mark = self._later.mark()
        self._between.append((mark, first, last))
        return mark

    def cell(self, first: int, last: int, unit: int, rows: int, height: int) -> Markup:
        """The next cell of the template; what the file format says of its site."""
        return self._add(Site(first, last, unit), rows=rows, height=height)

    def spanned(self, spanned: Spanned, first: int, last: int, unit: int, height: int) -> Markup:
        """The next cell, whose extent comes from data."""
        columns = 0 if spanned.covered == "left" else spanned.col_span
        return self._add(
            Site(first, last, unit),
            rows=spanned.row_span,
            height=height * spanned.row_span,
            columns=columns,
            covered=spanned.covered,
            spans_data=True,
        )

    def unspanned(self, first: int, last: int, unit: int, height: int) -> Markup:
        """The next cell, whose extent can't be computed."""
        return self.cell(first, last, unit, 1, height)

    def merged(
        self,
        first: int,
        last: int,
        unit: int,
        height: int,
        down: object = None,
        across: object = None,
        columns: int | Undefined | None = None,
    ) -> Markup:
        """The next cell, which is one with others, or covers so many columns."""
        if isinstance(columns, Undefined):
            str(columns)
            columns = None
        if columns is not None and not (isinstance(columns, int) and 1 <= columns <= 1000):
            shown = str(columns)[:40] or "''"
            raise ValueError(_("{number} is no number of columns", number=shown))
        site = Site(first, last, unit)
        return self._add(site, height=height, down=down, across=across, columns=columns or 0)

    def keep(self, mark: Markup, content: Markup) -> Markup:
        """Hold the whole cell back until it is known whether another covers it."""
        cell = self._cells[mark]
        cell.content, cell.holder = str(content), self._later.mark()
        if cell.down is not None or cell.across is not None:
            cell.shown = self._read(cell.content)
        return cell.holder

    def _add(self, site: Site, **known: Any) -> Markup:
        cell = PlacedCell(self._later.mark(), site, **known)
        self._rows[-1].cells.append(cell)
        self._cells[cell.mark] = cell
        return cell.mark

    def close(self) -> Markup:
        """End the table and say of every cell where it stands; prints nothing.

        :raises ValueError: when it has no row, or rows of different length.
        """
        if not self._rows:
            raise ValueError(_("the table has no rows"))
        sizes = self._measure_tracks()
        starts = [0, *accumulate(sizes)]
        if self._weights is not None and len(self._weights) != starts[-1]:
            raise _explain_row(1, starts[-1], len(self._weights))
        for number, row in enumerate(self._rows, 1):
            _place_row(row, number, starts)
        rows = [row.cells for row in self._rows]
        for cells in rows:
            merge_across(cells)
        merge_down(rows)
        widths = self._weights or self._share_tracks(sizes)
        self._write(self._kind(self._total, widths), starts)
        return Markup("")

    def unmerge(self) -> None:
        """Take back what :meth:`close` merged, and merge nothing any more."""
        for cell in (cell for row in self._rows for cell in row.cells):
            cell.down = cell.across = None
            cell.columns, cell.below = cell.given, []
            if not cell.spans_data:
                cell.covered = ""

    def _measure_tracks(self) -> list[int]:
        """How many columns each track has."""
        filled = [_fill_tracks(row) for row in self._rows]
        sizes = [
            1 if isinstance(track, int) else _count_columns(at, track, filled)
            for at, track in enumerate(self._tracks)
        ]
        for number, row in enumerate(filled, 1):
            if missing := sum(sizes[at] - size for at, size in row.items()):
                raise _explain_row(number, sum(sizes) - missing, sum(sizes))
        return sizes

    def _share_tracks(self, sizes: Sequence[int]) -> list[int]:
        """The widths of the columns as the template has them: what repeats shares its width."""
        widths: list[int] = []
        for track, size in zip(self._tracks, sizes, strict=True):
            if isinstance(track, int):
                widths.append(track)
            elif size:
                whole, *pattern = track
                fits = size % len(pattern) == 0
                widths += share_width(
                    whole, pattern * (size // len(pattern)) if fits else [1] * size
                )
        return widths

    def _write(self, running: RunningTable, starts: Sequence[int]) -> None:
        self._later.put(self.grid, running.grid)
        self._later.put(self.columns, str(running.columns))
        for mark, first, last in self._between:
            self._later.put(mark, str(_count(starts, first, last)))
        for number, row in enumerate(self._rows):
            for cell in row.cells:
                self._write_cell(cell, number, running)

    def _write_cell(self, cell: PlacedCell, number: int, running: RunningTable) -> None:
        height, rows = cell.height, cell.rows
        if cell.below:
            rows += len(cell.below)
            height = sum(self._rows[at].height for at in (number, *cell.below))
        columns = max(cell.columns, 1)
        site = running.spell(cell.column, number, columns, rows, cell.covered, height)
        self._later.put(cell.mark, site.xml)
        if cell.holder is not None:
            is_blank = cell.covered == "above" and not cell.spans_data
            content = self._cover(cell.content) if is_blank else cell.content
            self._later.put(cell.holder, content if site.kept else "")


def _fill_tracks(row: _Row) -> dict[int, int]:
    """How many columns the row fills in each track that it repeats."""
    found = dict.fromkeys(row.repeated, 0)
    for cell in row.cells:
        if cell.site.unit:
            size = cell.columns if cell.spans_data else cell.columns or cell.site.unit
            found[cell.site.first] += size
    return found


def _count_columns(at: int, track: Sequence[int], filled: Sequence[Mapping[int, int]]) -> int:
    """How many columns a repeated track has: as the template, if no row came out that repeats."""
    found = [row[at] for row in filled if at in row]
    return max(found) if found else len(track) - 1


def _place_row(row: _Row, number: int, starts: Sequence[int]) -> None:
    """Give every cell of the row its first column and how many it covers."""
    if row.flows:
        _place_flowing(row, number, starts)
        return
    at, track = 0, -1
    for cell in row.cells:
        first, last, unit = cell.site.first, cell.site.last, cell.site.unit
        at = at if unit and first == track else starts[first]
        cell.columns = cell.columns or unit or starts[last] - starts[first]
        if not cell.columns:
            raise FaultyValueError(
                _("in row {row}, a cell lies over columns of which there are none", row=number),
                _("put it between {%tc if … %} and its end, with {% colspan … %}"),
            )
        cell.column, track = at, first
        at += cell.columns


def _place_flowing(row: _Row, number: int, starts: Sequence[int]) -> None:
    at, gaps = 0, list(row.gaps)
    for cell in row.cells:
        first, last, unit = cell.site.first, cell.site.last, cell.site.unit
        while gaps and gaps[0][1] <= min(first, last):
            at += _count(starts, *gaps.pop(0))
        if not (cell.columns or cell.spans_data):
            cell.columns = unit or max(_count(starts, first, last), 1)
        cell.column = at
        at += cell.columns
    at += sum(_count(starts, *gap) for gap in gaps)
    if at != starts[-1]:
        raise _explain_row(number, at, starts[-1])


def _count(starts: Sequence[int], first: int, last: int) -> int:
    """How many columns the tracks between have."""
    return starts[last] - starts[first]


def _explain_row(number: int, found: int, columns: int) -> ValueError:
    if found > columns:
        problem = _(
            "row {row} has more cells than the {columns} columns", row=number, columns=columns
        )
    else:
        problem = _(
            "row {row} fills {found} of {columns} columns",
            row=number,
            found=found,
            columns=columns,
        )
    return ValueError(problem)
