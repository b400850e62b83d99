"""Charts drawn as a table: boxes, and lines that are the edges of cells.

A column of the chart is four columns of the table: a gap, the two halves of a box, a gap. So
the middle of a box, and of boxes side by side, is always the left edge of a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.views.grid import Cell, Grid, Row

_PER_COLUMN = 4
_WIDTHS = (1, 8, 8, 1)
_LONE = 3
"""The columns of a chart that needs but one, which is the middle one: no box fills the page."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box with a name, the lines listed below it, and the boxes that hang on it."""

    name: str
    lines: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()

    @property
    def is_stack(self) -> bool:
        """Whether its boxes stand below each other, since nothing hangs on them."""
        return not any(child.children for child in self.children)


@dataclass(frozen=True, slots=True)
class Chart(Grid):
    """A drawn chart, and what it draws.

    :ivar root: the box on top, with all that hangs on it.
    :ivar beside: names at the side of the line from the root.
    :ivar loose: names that hang on nothing.
    """

    root: Node = Node("")
    beside: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Box:
    node: Node
    center: int
    columns: int


@dataclass(slots=True)
class _Level:
    """What stands in one line of boxes, and what leads there.

    :ivar downs: the middles on which a line comes down from above.
    :ivar spreads: the middles of boxes that hang side by side on one.
    """

    boxes: list[_Box] = field(default_factory=list)
    downs: set[int] = field(default_factory=set)
    spreads: list[tuple[int, list[int]]] = field(default_factory=list)


def draw_tree(
    name: str,
    root: str,
    branches: Sequence[Node],
    loose: Sequence[str] = (),
    beside: Sequence[str] = (),
) -> Chart:
    """The root on top, the branches side by side, what hangs on each below it.

    :param loose: boxes that hang on nothing, in a row at the foot.
    :param beside: boxes that hang at the side of the line from the root.
    """
    columns = max(sum(map(_count_columns, branches)), 1)
    count = columns if columns > 1 or beside else _LONE
    tree = Node(root, (), tuple(branches))
    levels: list[_Level] = [_Level([_Box(tree, 2 * count, columns)])]
    _spread(levels, levels[0].boxes[0], 0)
    drawing = _Drawing(count + bool(beside))
    drawing.add_boxes({2 * count: (root, _span(count), "top")})
    for unit in beside:
        drawing.add_beside(unit, 2 * count, count)
    for level in levels[1:]:
        drawing.add_level(level)
    for start in range(0, len(loose), count):
        drawing.add_lines(set(), [])
        texts = dict(enumerate(loose[start : start + count]))
        drawing.add_boxes({_middle(at): (text, 2, "box") for at, text in texts.items()})
    rows, widths = tuple(drawing.rows), _WIDTHS * drawing.count
    return Chart(
        name, "", "", {}, rows, widths, root=tree, beside=tuple(beside), loose=tuple(loose)
    )


def _count_columns(node: Node) -> int:
    """How many boxes stand side by side at its widest."""
    return 1 if node.is_stack else sum(map(_count_columns, node.children))


def _spread(levels: list[_Level], box: _Box, depth: int) -> None:
    """Put the children of a box side by side below it."""
    if not box.node.children:
        return
    level = _reach(levels, depth + 1)
    left = (box.center - 2 * box.columns) // _PER_COLUMN
    centers: list[int] = []
    for child in box.node.children:
        columns = _count_columns(child)
        center = _PER_COLUMN * left + 2 * columns
        placed = _Box(child, center, columns)
        level.boxes.append(placed)
        centers.append(center)
        (_stack if child.is_stack else _spread)(levels, placed, depth + 1)
        left += columns
    level.spreads.append((box.center, centers))


def _stack(levels: list[_Level], box: _Box, depth: int) -> None:
    """Put the children of a box below each other."""
    for at, child in enumerate(box.node.children, depth + 1):
        level = _reach(levels, at)
        level.boxes.append(_Box(child, box.center, 1))
        level.downs.add(box.center)


def _reach(levels: list[_Level], depth: int) -> _Level:
    if depth == len(levels):
        levels.append(_Level())
    return levels[depth]


def _middle(column: int) -> int:
    """The cell whose left edge is the middle line of a column."""
    return _PER_COLUMN * column + 2


def _span(columns: int) -> int:
    """How many cells a box covers whose middle is that of so many columns."""
    return 2 if columns % 2 else 4


class _Drawing:
    """The rows of a chart of so many columns."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.rows: list[Row] = []

    def add_level(self, level: _Level) -> None:
        """The lines that lead to the boxes of a level, the boxes, and what is listed below."""
        tops = {center for center, _below in level.spreads}
        self.add_lines(level.downs | tops, [])
        wide = [(center, below) for center, below in level.spreads if len(below) > 1]
        if wide:
            lone = tops - {center for center, _below in wide}
            downs = {center for _center, below in wide for center in below}
            self.add_lines(level.downs | lone | downs, [below for _center, below in wide])
        self.add_boxes(
            {box.center: (box.node.name, _span(box.columns), "box") for box in level.boxes}
        )
        if any(box.node.lines for box in level.boxes):
            texts = {box.center: ("\n".join(box.node.lines), 2, "list") for box in level.boxes}
            self.add_boxes({center: text for center, text in texts.items() if text[0]})

    def add_beside(self, text: str, center: int, column: int) -> None:
        """A box at the right, and a line that leads there from the line of the root."""
        at = _middle(column) - 1
        box = Cell.make(text, role="box", row_span=2, col_span=2, align="center", lines=(text,))
        below = Cell.make(role="box", row_span=2, col_span=2, covered="above")
        self._add_row("lines", {center: _draw("v")}, {at: box})
        across = {cell: _draw("h") for cell in range(center, at)}
        self._add_row("lines", {**across, center: _draw("hv")}, {at: below})
        self.add_lines({center}, [])

    def add_boxes(self, boxes: Mapping[int, tuple[str, int, str]]) -> None:
        """A row of boxes: by their middle, text, span and role."""
        made = {
            center - span // 2: _make_box(text, span, role)
            for center, (text, span, role) in boxes.items()
        }
        is_list = any(role == "list" for _text, _span, role in boxes.values())
        self._add_row("lists" if is_list else "boxes", {}, made)

    def add_lines(self, downs: Iterable[int], across: Iterable[Sequence[int]]) -> None:
        """A row of lines: down at some middles, and across between the first and the last."""
        roles = dict.fromkeys(downs, "v")
        for centers in across:
            for cell in range(min(centers), max(centers)):
                roles[cell] = "hv" if cell in roles else "h"
        self._add_row("lines", {cell: _draw(role) for cell, role in roles.items()}, {})

    def _add_row(self, kind: str, lines: Mapping[int, Cell], boxes: Mapping[int, Cell]) -> None:
        cells = list(self._list_cells(lines, boxes))
        self.rows.append(Row(kind, {str(number): cell for number, cell in enumerate(cells)}))

    def _list_cells(self, lines: Mapping[int, Cell], boxes: Mapping[int, Cell]) -> Iterator[Cell]:
        at, end = 0, _PER_COLUMN * self.count
        while at < end:
            box = boxes.get(at)
            if box is None:
                yield lines.get(at, _draw("gap"))
                at += 1
                continue
            yield box
            for _cell in range(box.col_span - 1):
                yield Cell.make(
                    role=box.role, col_span=box.col_span, row_span=box.row_span, covered="left"
                )
            at += box.col_span


def _draw(role: str) -> Cell:
    return Cell.make(role=role, align="center")


def _make_box(text: str, span: int, role: str) -> Cell:
    align = "left" if role == "list" else "center"
    lines = tuple(text.split("\n"))
    return Cell.make(text, role=role, col_span=span, align=align, lines=lines)  # type: ignore[arg-type]
