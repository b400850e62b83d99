"""Charts drawn as a table: boxes, and lines that are the edges of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.views.grid import Cell, Grid, Row

_PER_BRANCH = 4
_WIDTHS = (1, 8, 8, 1)


@dataclass(frozen=True, slots=True)
class Node:
    """A box with a name, and the lines listed below it."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A box below the root, and the nodes below that."""

    name: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """What a chart draws.

    :ivar loose: names that hang on nothing.
    """

    root: str
    branches: tuple[Branch, ...]
    loose: tuple[str, ...] = ()


def draw_tree(name: str, root: str, branches: Sequence[Branch], loose: Sequence[str] = ()) -> Grid:
    """The root on top, the branches side by side, the nodes of each below it.

    :param loose: boxes that hang on nothing, in a row at the foot.
    """
    count = max(len(branches), 1)
    rows = [
        _boxes(count, {_root_column(count): (root, _root_span(count), "top")}),
        _lines(count, {2 * count}),
    ]
    if len(branches) > 1:
        rows.append(_lines(count, {_center(number) for number in range(count)}, spread=True))
    rows.append(_row_of(count, [branch.name for branch in branches], "box"))
    depth = max((len(branch.nodes) for branch in branches), default=0)
    for level in range(depth):
        nodes = [branch.nodes[level] if level < len(branch.nodes) else None for branch in branches]
        reached = {_center(number) for number, node in enumerate(nodes) if node}
        rows.append(_lines(count, reached))
        rows.append(_row_of(count, [node.name if node else "" for node in nodes], "box"))
        if any(node and node.lines for node in nodes):
            texts = ["\n".join(node.lines) if node else "" for node in nodes]
            rows.append(_row_of(count, texts, "list"))
    for start in range(0, len(loose), count):
        rows.append(_lines(count, set()))
        rows.append(_row_of(count, list(loose[start : start + count]), "box"))
    return Grid(name, "", "", {}, tuple(rows), _WIDTHS * count)


def read_tree(grid: Grid) -> Tree:
    """What a chart of :func:`draw_tree` draws."""
    root = next(cell for cell in grid.rows[0].cells if cell.role == "top")
    branches: dict[int, str] = {}
    nodes: dict[int, list[Node]] = {}
    loose: list[str] = []
    hangs = False
    for row in grid.rows[1:]:
        boxes = [(at // _PER_BRANCH, cell) for at, cell in enumerate(row.cells) if cell]
        if row.role == "lines":
            hangs = any("v" in cell.role for cell in row.cells)
        elif row.role == "lists":
            for branch, cell in boxes:
                nodes[branch][-1] = Node(nodes[branch][-1].name, cell.lines)
        elif not hangs:
            loose += [str(cell) for _branch, cell in boxes]
        elif not branches:
            branches = {branch: str(cell) for branch, cell in boxes}
        else:
            for branch, cell in boxes:
                nodes.setdefault(branch, []).append(Node(str(cell)))
    drawn = (Branch(name, tuple(nodes.get(at, ()))) for at, name in branches.items())
    return Tree(str(root), tuple(drawn), tuple(loose))


def _center(branch: int) -> int:
    """The column whose left edge is the middle line of a branch."""
    return _PER_BRANCH * branch + 2


def _root_span(count: int) -> int:
    return 2 if count % 2 else 4


def _root_column(count: int) -> int:
    return 2 * count - _root_span(count) // 2


def _row_of(count: int, texts: Sequence[str], role: str) -> Row:
    boxes = {_PER_BRANCH * number + 1: (text, 2, role) for number, text in enumerate(texts) if text}
    return _boxes(count, boxes)


def _boxes(count: int, boxes: dict[int, tuple[str, int, str]]) -> Row:
    """A row of boxes: column to text, span and role."""
    cells: list[Cell] = []
    while len(cells) < _PER_BRANCH * count:
        text, span, role = boxes.get(len(cells), ("", 1, "gap"))
        align = "left" if role == "list" else "center"
        lines = tuple(text.split("\n"))
        cells.append(
            Cell.make(text, role=role, col_span=span, align=align, lines=lines)  # type: ignore[arg-type]
        )
        cells += [Cell.make(role=role, col_span=span, covered="left")] * (span - 1)
    kind = "lists" if any(role == "list" for _text, _span, role in boxes.values()) else "boxes"
    return Row(kind, {str(number): cell for number, cell in enumerate(cells)})


def _lines(count: int, down: set[int], spread: bool = False) -> Row:
    """A row of lines: down at the left edge of some columns, and across between them."""
    first, last = (min(down), max(down)) if spread else (0, 0)
    cells = []
    for column in range(_PER_BRANCH * count):
        across = first <= column < last
        role = ("h" if across else "") + ("v" if column in down else "")
        cells.append(Cell.make(role=role or "gap"))
    return Row("lines", {str(number): cell for number, cell in enumerate(cells)})
