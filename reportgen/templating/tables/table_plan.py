"""Tables whose columns or merged cells follow from the cells that data repeats."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain

from reportgen.templating.dialect import Dialect, Token
from reportgen.templating.tables.cell_runs import CellRun, PlacedTag, find_row_loops, find_runs
from reportgen.templating.tables.table_grid import TableGrid
from reportgen.templating.tables.tracks import Site, Tracks, plan_tracks
from reportgen.templating.tags.commands import limit_code
from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element, children, put_after, put_before, put_first

PLACED_COMMANDS = ("colspan", "vm", "hm")

_CONFLICTS = (("span", "colspan"), ("span", "vm"), ("span", "hm"), ("colspan", "hm"))

Begin = Callable[[PlacedTag, str], int]
"""Has a loop say that it begins, by that code; the number of the loop."""


@dataclass(slots=True)
class TableTags:
    """The tags of one table.

    :ivar columns: the tag that says how wide its columns are.
    :ivar commands: those of each cell by their command.
    :ivar cells: the tags of each cell that is replaced by them.
    :ivar rows: the same for rows.
    """

    columns: Tag | None = None
    commands: dict[Element, dict[str, Tag]] = field(default_factory=dict)
    cells: dict[Element, list[PlacedTag]] = field(default_factory=dict)
    rows: dict[Element, list[PlacedTag]] = field(default_factory=dict)

    @property
    def spans(self) -> dict[Element, Tag]:
        """The tag of each cell whose extent comes from data."""
        return {cell: tags["span"] for cell, tags in self.commands.items() if "span" in tags}

    @property
    def cause(self) -> Tag:
        """The tag to name when the table as a whole is wrong."""
        cells = (placed[0].tag for placed in self.cells.values())
        commands = (tag for tags in self.commands.values() for tag in tags.values())
        rows = (placed[0].tag for placed in self.rows.values())
        return self.columns or next(chain(cells, commands, rows))


class TablePlan:
    """What a table becomes; made while its tags still have their cells."""

    def __init__(self, dialect: Dialect, table: Element, grid: TableGrid, tags: TableTags) -> None:
        self._dialect, self._table, self._grid, self._tags = dialect, table, grid, tags
        self._rows = [row for row in children(table, dialect.row) if row not in tags.rows]
        self._cells = {row: list(children(row, dialect.cell)) for row in self._rows}
        edges = grid.edges
        extents = {cell: (edges[a], edges[b]) for cell, (a, b) in grid.covers.items()}
        runs: dict[int, list[CellRun]] = {
            number: list(find_runs(self._cells[row], tags.cells, extents))
            for number, row in enumerate(self._rows)
        }
        printed = [
            [cell for cell in cells if cell not in tags.cells] for cells in self._cells.values()
        ]
        self._tracks: Tracks = plan_tracks(printed, runs, extents, edges, tags.columns is not None)
        self._row_loops = find_row_loops(children(table, dialect.row), tags.rows)
        self._cell_loops = {
            cell: loop
            for found in runs.values()
            for run in found
            for cell, loop in run.loops.items()
        }

    def list_homeless(self) -> Iterator[Tag]:
        """Tags that merge the cells of a loop, and stand in none."""
        for row in self._rows:
            for cell in self._cells[row]:
                commands = self._tags.commands.get(cell, {})
                for command, loop in (
                    ("vm", self._row_loops.get(row)),
                    ("hm", self._cell_loops.get(cell)),
                ):
                    if command in commands and not commands[command].code and loop is None:
                        yield commands[command]

    def prepare(self, number: int, token: Token, begin: Begin) -> None:
        """Put the code into the tree; tags have taken the place of their cells by now."""
        name, cause = f"_t{number}", self._tags.cause
        weights = f", {self._tags.columns.code}" if self._tags.columns else ""
        start = f"{{% set {name} = _placed({self._grid.total}, {self._tracks.widths}{weights}) %}}"
        self._dialect.open_table(self._table, name, start, lambda code: token(code, cause))
        for at, row in enumerate(self._rows):
            self._prepare_row(row, self._tracks.repeated[at], number, token, begin)

    def _prepare_row(
        self, row: Element, repeated: Sequence[int], number: int, token: Token, begin: Begin
    ) -> None:
        cells = [cell for cell in self._cells[row] if cell not in self._tags.cells]
        sites = {cell: self._tracks.sites[cell] for cell in cells}
        flows = any(self._flows(cell, site) for cell, site in sites.items())
        for cell in cells:
            call = self._call(row, cell, f"_t{number}", begin)
            tag = next(iter(self._tags.commands.get(cell, {}).values()), self._tags.cause)
            opening, closing = f"{{% set _c{number} = {call} %}}", ""
            if cell in self._tags.commands:
                opening += f"{{% set _m{number} %}}"
                closing = f"{{% endset %}}{{{{ _t{number}.keep(_c{number}, _m{number}) }}}}"
                put_after(cell, token(closing, tag))
            put_before(cell, token(opening, tag))
            is_merged = not self._tags.commands.get(cell, {}).keys().isdisjoint(("span", "vm"))
            self._dialect.put_site(cell, token(f"{{{{ _c{number} }}}}", tag), is_merged)
        height, gaps = self._grid.heights.get(row, 0), self._find_gaps(row) if flows else []
        code = f"{{{{ _t{number}.row({height}, {flows}, {repeated}, {gaps}) }}}}"
        put_first(row, token(code, self._tags.cause))
        self._count_gaps(row, number, token)

    def _count_gaps(self, row: Element, number: int, token: Token) -> None:
        """Have what the row says of columns without a cell follow the table's columns."""
        edges = self._grid.edges
        for gap in self._dialect.list_gaps(row):
            start, end = (
                (edges[-1 - gap.count], edges[-1]) if gap.is_last else (0, edges[gap.count])
            )
            tracks = self._find_track(start), self._find_track(end)
            code = f"{{{{ _t{number}.count({tracks[0]}, {tracks[1]}) }}}}"
            gap.element.set(gap.attribute, token(code, self._tags.cause))

    def _flows(self, cell: Element, site: Site) -> bool:
        commands = self._tags.commands.get(cell, {})
        return bool({"span", "colspan"} & commands.keys()) or not (
            site.unit or site.first < site.last
        )

    def _find_track(self, edge: int) -> int:
        """The track that begins at an edge, or around it."""
        widths = (width if isinstance(width, int) else width[0] for width in self._tracks.widths)
        starts = [0, *accumulate(widths)]
        at = bisect_left(starts, edge)
        return at if at < len(starts) and starts[at] == edge else max(at - 1, 0)

    def _find_gaps(self, row: Element) -> list[list[int]]:
        """The tracks of columns that have no cell in the row."""
        edges = self._grid.edges
        gaps = self._grid.gaps.get(row, ())
        return [
            [self._find_track(edges[first]), self._find_track(edges[last])] for first, last in gaps
        ]

    def _call(self, row: Element, cell: Element, name: str, begin: Begin) -> str:
        """The code that asks for the cell's site."""
        site, commands = self._tracks.sites[cell], self._tags.commands.get(cell, {})
        height, rows = self._dialect.measure_cell(cell)
        place = f"{site.first}, {site.last}, {site.unit}"
        if "span" in commands:
            return f"{name}.spanned({commands['span'].code}, {place}, {height // rows})"
        if not commands:
            return f"{name}.cell({place}, {rows}, {height})"
        options = [f"{name}.merged({place}, {height}"]
        for command, word, loops in (
            ("vm", "down", self._row_loops.get(row)),
            ("hm", "across", self._cell_loops.get(cell)),
        ):
            if command in commands:
                options.append(f"{word}={_key(commands[command], loops, name, begin)}")
        if "colspan" in commands:
            tag = commands["colspan"]
            options.append(f"columns={limit_code(f'({tag.code})', tag, 'none')}")
        return ", ".join(options) + ")"


def _key(tag: Tag, loop: PlacedTag | None, name: str, begin: Begin) -> str:
    if tag.code:
        return limit_code(f"{name}.key({tag.code})", tag, "none")
    assert loop is not None
    return limit_code(f"{name}.turn({begin(loop, name)})", tag, "none")


def plan_table(dialect: Dialect, table: Element, tags: TableTags) -> TablePlan | None:
    """The plan of a table whose cells get their places when all of them are known.

    :raises ValueError: when its columns can't be read, or are too many.
    """
    commands = {command for found in tags.commands.values() for command in found}
    is_placed = not commands.isdisjoint(PLACED_COMMANDS)
    if not (is_placed or tags.cells):
        return None
    grid = dialect.measure_table(table)
    if not is_placed and tags.columns is not None and not grid.is_split:
        return None
    return TablePlan(dialect, table, grid, tags)


def find_conflict(tag: Tag, others: Mapping[str, Tag]) -> Tag | None:
    """A tag of the same cell that says something else of its extent.

    The same tag may stand in each branch of a condition.
    """
    same = others.get(tag.command)
    if same is not None:
        return None if same.code == tag.code else same
    rivals = {name for pair in _CONFLICTS if tag.command in pair for name in pair}
    return next((others[name] for name in others if name in rivals), None)
