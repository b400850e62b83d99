"""Commands settled: what each says of its cell or paragraph, under the conditions around it.

The code of a command runs where its cell or paragraph begins, so what stands around the
command inside of it has no effect by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.tags.conditions import (
    Block,
    Branch,
    Path,
    cover_all,
    find_names,
    find_paths,
    join_commands,
    list_assigned,
)
from reportgen.templating.tags.placed import Placed
from reportgen.templating.tags.tags import Level, Tag
from reportgen.templating.tree import Element, ancestor

_OF_PARAGRAPHS = ("anchor", "restart")
_UNCONDITIONAL = ("columns", "span")
"""Without them it isn't known where the cells of a table stand."""

_Found = list[tuple[Placed, Path[Placed]]]


def settle_commands(
    placed: Iterable[Placed], cell: str, report: Callable[[Diagnostic], None]
) -> list[Placed]:
    """The commands, those that say the same thing of a cell joined to one.

    :param placed: all tags of a part.
    :param cell: the name of the element of a cell.
    :param report: takes what is wrong; such a command is left out.
    """
    every = sorted(placed, key=lambda one: one.order)
    assigned: dict[Element, dict[str, Tag]] = {}
    groups: dict[tuple[str, object], _Found] = {}
    for one, path in zip(every, find_paths((one.tag, one) for one in every), strict=True):
        for home in _list_homes(one, cell):
            known = assigned.setdefault(home, {})
            known.update(dict.fromkeys(list_assigned(one.tag), one.tag))
        if one.tag.command:
            home_of_command = _find_home(one, cell)
            near = tuple(_list_near(path, home_of_command, cell))
            if one.tag.command in _UNCONDITIONAL:
                near = tuple(branch for branch in near if not _is_free(one.tag, branch.block))
            if fault := _check(one, near, assigned.get(home_of_command, {})):
                report(fault)
            else:
                key = one if one.tag.command == "anchor" else home_of_command
                groups.setdefault((one.tag.command, key), []).append((one, near))
    return list(_join_groups(groups.values(), report))


def limit_code(code: str, tag: Tag, otherwise: str = "''") -> str:
    """An expression that counts only where the command has an effect."""
    return f"({code} if {tag.only_if} else {otherwise})" if tag.only_if else code


def _list_homes(placed: Placed, cell: str) -> list[Element]:
    """The paragraph and the cell in which a tag stands."""
    around = ancestor(placed.paragraph, cell)
    return [placed.paragraph, *([] if around is None else [around])]


def _find_home(placed: Placed, cell: str) -> Element:
    """What a command is about; the paragraph, where the cell is missing that it wants."""
    return _list_homes(placed, cell)[0 if placed.tag.command in _OF_PARAGRAPHS else -1]


def _list_near(path: Path[Placed], home: Element, cell: str) -> Iterator[Branch[Placed]]:
    """The blocks that begin inside the cell or paragraph."""
    for branch in path:
        level = branch.block.opening.level
        is_text = level is Level.TEXT and branch.block.key.paragraph is home
        is_near = level in (Level.TEXT, Level.PARAGRAPH) and home.tag == cell
        if is_text or (is_near and ancestor(branch.block.key.paragraph, cell) is home):
            yield branch


def _check(placed: Placed, near: Path[Placed], assigned: dict[str, Tag]) -> Diagnostic | None:
    """What is wrong with where a command stands."""
    tag = placed.tag
    conditions = (branch.block.conditions[: branch.number + 1] for branch in near)
    code = " ".join((tag.code, *(one for found in conditions for one in found)))
    names = frozenset(find_names(code))
    others = (branch.block for branch in near)
    other = next((one for one in others if not one.conditions or one.names & names), None)
    if other is not None:
        return Diagnostic(
            "template-command-place",
            tag.place,
            _(
                "{tag} holds for the whole cell or paragraph, and stands inside {opening}",
                tag=tag.typed,
                opening=other.opening.typed,
            ),
            hint=_("move it out of the block; it may stand inside {% if … %}"),
        )
    late = next((name for name in assigned if name in names), "")
    if late:
        return Diagnostic(
            "template-command-place",
            tag.place,
            _(
                "{tag} is computed before its cell or paragraph, where {name} is not set yet",
                tag=tag.typed,
                name=late,
            ),
            hint=_("move {tag} in front of the row or the paragraph", tag=assigned[late].typed),
        )
    return None


def _is_free(tag: Tag, block: Block[Placed]) -> bool:
    """Whether what a command says is the same in all rounds of a loop."""
    return block.is_loop and not block.names & frozenset(find_names(tag.code))


def _join_groups(
    groups: Iterable[_Found], report: Callable[[Diagnostic], None]
) -> Iterator[Placed]:
    for found in groups:
        joined = join_commands([(placed.tag, near) for placed, near in found])
        if not isinstance(joined, Tag):
            report(explain_conflict(*joined))
        elif joined.only_if and joined.command in _UNCONDITIONAL:
            report(_explain_condition(found))
        else:
            yield replace(found[0][0], tag=joined)


def _explain_condition(found: _Found) -> Diagnostic:
    placed, near = next(one for one in found if not cover_all([one[1]]))
    tag = placed.tag
    return Diagnostic(
        "template-command-place",
        tag.place,
        _(
            "{tag} holds for all rows or cells, and stands inside {opening}",
            tag=tag.typed,
            opening=near[0].block.opening.typed,
        ),
        hint=_("write it outside of the block: {% columns a if b else c %}"),
    )


def explain_conflict(tag: Tag, other: Tag) -> Diagnostic:
    """That two commands say different things of one cell."""
    return Diagnostic(
        "template-columns",
        tag.place,
        _("{tag} and {other} stand in one cell", tag=tag.typed, other=other.typed),
        hint=_("say it once, or in different branches of one {% if … %}"),
    )
