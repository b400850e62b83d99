"""Columns of a template's table as tracks: one for each, or one for all that data repeats."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from reportgen.templating.tables.cell_runs import CellRun
from reportgen.templating.tree import Element

_SLIVER = 50
"""Two edges closer than this part of the table are seen as one, if no cell lies between."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Site:
    """Where a cell stands.

    :ivar first: its first track.
    :ivar last: the track behind its last; not after the first when the cell fits none.
    :ivar unit: for a cell that data repeats, how many columns each repetition takes.
    """

    first: int
    last: int
    unit: int = 0


@dataclass(slots=True)
class _Region:
    """Where data decides the number of columns, the same in all rows."""

    start: int
    end: int
    runs: list[CellRun]

    @property
    def reference(self) -> CellRun:
        """The run that shows the most columns."""
        return max(self.runs, key=lambda run: run.length)


@dataclass(frozen=True, slots=True)
class Tracks:
    """The tracks of a table, and where its cells stand.

    :ivar widths: the width of each; of a repeated one all it takes in the template, and the
        widths of the columns that are repeated.
    :ivar repeated: by row, the tracks that it fills by repeated cells.
    """

    widths: list[int | list[int]] = field(default_factory=list)
    sites: dict[Element, Site] = field(default_factory=dict)
    repeated: list[list[int]] = field(default_factory=list)


def plan_tracks(
    rows: Sequence[Sequence[Element]],
    runs: Mapping[int, Sequence[CellRun]],
    extents: Mapping[Element, Span],
    edges: Iterable[int],
    joins_slivers: bool,
) -> Tracks:
    """The tracks of a table.

    :param rows: the cells of each row.
    :param runs: by row, the cells that data repeats.
    :param extents: where each cell begins and ends.
    :param edges: those of the table's grid.
    :param joins_slivers: whether data says how many columns there are, so that what is seen
        as one column has to be one.
    """
    regions = _join_runs([run for row in runs.values() for run in row])
    inner = sorted(set(edges))
    if joins_slivers:
        inner = _drop_slivers(inner, set(extents.values()))
    outside = [edge for edge in inner if not any(r.start < edge < r.end for r in regions)]
    marks = sorted({*outside, *(edge for r in regions for edge in (r.start, r.end))})
    starts = {region.start: region for region in regions}
    tracks = Tracks()
    for left, right in pairwise(marks):
        region = starts.get(left)
        tracks.widths.append(
            right - left if region is None else [right - left, *_widths(region, extents)]
        )
    homes = {id(run): region for region in regions for run in region.runs}
    for number, cells in enumerate(rows):
        own = [(homes[id(run)], run) for run in runs.get(number, ())]
        tracks.repeated.append(sorted({bisect_left(marks, region.start) for region, _run in own}))
        _place_row(cells, own, marks, starts, extents, tracks.sites)
    return tracks


def _join_runs(runs: Iterable[CellRun]) -> list[_Region]:
    """Runs that stand above each other are one region; where regions touch, none reaches over."""
    regions: list[_Region] = []
    for run in sorted(runs, key=lambda run: (run.start, run.end)):
        before = regions[-1] if regions else None
        common = before.end - run.start if before else 0
        if before and 2 * common > min(before.end - before.start, run.end - run.start):
            before.runs.append(run)
            before.end = max(before.end, run.end)
        else:
            start = max(run.start, before.end if before else 0)
            regions.append(_Region(start, max(run.end, start + 1), [run]))
    return regions


def _drop_slivers(edges: list[int], cells: set[Span]) -> list[int]:
    kept = edges[:1]
    for edge in edges[1:]:
        is_sliver = (edge - kept[-1]) * _SLIVER < edges[-1] and (kept[-1], edge) not in cells
        if not is_sliver:
            kept.append(edge)
    return [*kept[:-1], edges[-1]]


def _widths(region: _Region, extents: Mapping[Element, Span]) -> list[int]:
    """The widths of the columns of one round."""
    found: dict[int, int] = {}
    for cell, at in region.reference.cells.items():
        start, end = extents[cell]
        found.setdefault(at, max(end - start, 1))
    return list(found.values()) or [1]


def _place_row(
    cells: Sequence[Element],
    own: Sequence[tuple[_Region, CellRun]],
    marks: list[int],
    starts: Mapping[int, _Region],
    extents: Mapping[Element, Span],
    sites: dict[Element, Site],
) -> None:
    for region, run in own:
        track = bisect_left(marks, region.start)
        units = _measure_units(run, region.reference, extents)
        sites.update({cell: Site(track, track + 1, units[cell]) for cell in run.cells})
    for cell in cells:
        start, end = extents[cell]
        if any(run.start <= start < run.end for _region, run in own):
            continue
        for region, run in own:
            if end <= run.start:
                end = min(end, region.start)
            else:
                start = max(start, region.end)
        covered = start, end
        sites[cell] = Site(_snap(start, covered, marks, starts), _snap(end, covered, marks, starts))


def _snap(edge: int, cell: Span, marks: list[int], starts: Mapping[int, _Region]) -> int:
    """The number of the mark for a cell's edge; a region is covered if most of it is."""
    at = bisect_left(marks, edge)
    region = starts.get(marks[at - 1]) if 0 < at < len(marks) and marks[at] != edge else None
    if region is None:
        return _nearest(marks, edge)
    common = min(cell[1], region.end) - max(cell[0], region.start)
    is_covered = 2 * common > region.end - region.start
    return at - 1 if is_covered == (edge == cell[0]) else at


def _measure_units(
    run: CellRun, reference: CellRun, extents: Mapping[Element, Span]
) -> dict[Element, int]:
    """How many of the reference's columns each cell of the run is as wide as."""
    if run.length == reference.length:
        return dict.fromkeys(run.cells, 1)
    if run.length == 1:
        return dict.fromkeys(run.cells, reference.length)
    edges = [
        0,
        *accumulate(end - start for start, end in map(extents.__getitem__, reference.cells)),
    ]
    begin = min(extents[cell][0] for cell in run.cells)
    whole = max(extents[cell][1] for cell in run.cells) - begin
    found: dict[Element, int] = {}
    for cell in run.cells:
        places = ((edge - begin) * edges[-1] // max(whole, 1) for edge in extents[cell])
        first, last = (_nearest(edges, place) for place in places)
        found[cell] = max(last - first, 1)
    return found


def _nearest(marks: list[int], edge: int) -> int:
    """The number of the mark that is nearest."""
    at = bisect_left(marks, edge)
    if at == len(marks):
        return at - 1
    return at - 1 if at and edge - marks[at - 1] < marks[at] - edge else at
