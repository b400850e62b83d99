"""Commands inside ``{% if %}``: what they say holds for a cell or paragraph only where it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, NamedTuple, TypeVar

from reportgen.templating.tags.tags import Tag

_ASSIGNED = re.compile(r"\{%[-+]?\s*set\s+(?P<names>[^=|%]+)")
_LOOP = re.compile(r"\{%[-+]?\s*for\s+(?P<names>[^%]+?)\s+in\s+(?P<list>.*?)\s*-?%\}", re.DOTALL)
_ONLY_SOME = re.compile(r"\b(?:if|recursive)\b")
_STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'")
_NAME = re.compile(r"(?<![\w.'\"])[^\W\d]\w*")

Key = TypeVar("Key")


@dataclass(slots=True, eq=False)
class Block(Generic[Key]):
    """What a tag opens, with the condition of each branch, none for ``{% else %}``.

    A block without conditions is one that no command can stand in.
    """

    opening: Tag
    key: Key
    conditions: list[str] = field(default_factory=list)
    has_else: bool = False

    @property
    def is_loop(self) -> bool:
        """Whether it is a ``{% for %}``, of which the condition is that it has a round."""
        return self.opening.keyword == "for"

    @property
    def names(self) -> frozenset[str]:
        """What only a round of the loop knows."""
        match = _LOOP.match(self.opening.code)
        return frozenset(("loop", *_NAME.findall(match["names"]))) if match else frozenset()


class Branch(NamedTuple, Generic[Key]):
    """A block around a tag, and in which of its branches the tag stands, counted from 0."""

    block: Block[Key]
    number: int


Path = tuple[Branch[Key], ...]
"""The blocks around a tag, outermost first."""


def find_paths(tags: Iterable[tuple[Tag, Key]]) -> Iterator[Path[Key]]:
    """The blocks around each of the tags, which come in order and are nested well.

    :param tags: each with where it stands.
    """
    opened: list[Branch[Key]] = []
    for tag, key in tags:
        yield tuple(opened)
        if tag.opens_block:
            opened.append(Branch(Block(tag, key, _list_conditions(tag)), 0))
        elif tag.keyword in ("elif", "else") and opened:
            block, number = opened.pop()
            opened.append(Branch(block, number + 1))
            if tag.keyword == "elif":
                block.conditions.append(tag.condition)
            block.has_else = block.has_else or tag.keyword == "else"
        elif tag.keyword.startswith("end") and opened:
            opened.pop()


def _list_conditions(opening: Tag) -> list[str]:
    """The condition of the first branch; none where it can't be said beforehand."""
    if opening.keyword == "if":
        return [opening.condition]
    match = _LOOP.match(opening.code)
    return [f"({match['list']})|list"] if match and not _ONLY_SOME.search(match["list"]) else []


def spell_condition(path: Path[Key]) -> str:
    """The expression that holds where the path is taken; empty where it always is."""
    parts: list[str] = []
    for block, number in path:
        parts += (f"not ({condition})" for condition in block.conditions[:number])
        parts += (f"({condition})" for condition in block.conditions[number : number + 1])
    return " and ".join(parts)


def are_exclusive(first: Path[Key], second: Path[Key]) -> bool:
    """Whether the two stand in different branches of one block."""
    numbers = dict(first)
    return any(numbers.get(block, number) != number for block, number in second)


def cover_all(paths: Sequence[Path[Key]]) -> bool:
    """Whether one of the paths is taken, whatever holds."""
    if any(not path for path in paths):
        return True
    if not paths:
        return False
    block = paths[0][0].block
    if not block.has_else or any(path[0].block is not block for path in paths):
        return False
    return all(
        cover_all([path[1:] for path in paths if path[0].number == number])
        for number in range(len(block.conditions) + 1)
    )


def join_commands(found: Sequence[tuple[Tag, Path[Key]]]) -> Tag | tuple[Tag, Tag]:
    """One command in place of several of its kind, which says what each does where it holds.

    :returns: two of them, if both may hold and say different things.
    """
    tags, paths = [tag for tag, _path in found], [path for _tag, path in found]
    for at, tag in enumerate(tags):
        for before in range(at):
            is_same = tag.code == tags[before].code
            if not is_same and not are_exclusive(paths[before], paths[at]):
                return tag, tags[before]
    conditions = [spell_condition(path) for path in paths]
    always = cover_all(paths)
    only_if = "" if always else " or ".join(f"({condition})" for condition in conditions)
    typed = " ".join(dict.fromkeys(tag.typed for tag in tags))
    return replace(tags[0], code=_join_codes(tags, conditions), typed=typed, only_if=only_if)


def _join_codes(tags: Sequence[Tag], conditions: Sequence[str]) -> str:
    """The last code stands for all else, since a command says nothing where none holds."""
    code = tags[-1].code
    for tag, condition in zip(tags[-2::-1], conditions[-2::-1], strict=True):
        if tag.code != code:
            code = f"({tag.code}) if ({condition}) else ({code})"
    return code


def list_assigned(tag: Tag) -> frozenset[str]:
    """The names that a ``{% set %}`` gives a value."""
    match = _ASSIGNED.match(tag.code) if not tag.command else None
    return frozenset(_NAME.findall(match["names"])) if match else frozenset()


def find_names(code: str) -> list[str]:
    """The names with which values in an expression begin."""
    return _NAME.findall(_STRINGS.sub("''", code))
