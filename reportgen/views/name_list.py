"""Every name that a template may use, from the types of the views, with examples from data."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin, is_typeddict

from reportgen.figures import Figure
from reportgen.figures.table import FigureNode
from reportgen.views.grid import Row
from reportgen.views.names import Columns
from reportgen.views.shapes import NOUNS, list_hints, list_typed

HIDDEN = frozenset(
    {
        *("cell.figures", "cell.shown", "cell.place", "cell.from_zero", "cell.units", "cell.sheet"),
        *("figure.formula", "figure.sources"),
    }
)
"""What a template can reach, but what means nothing in a document."""

_MOST_SAMPLES = 40


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a template may use.

    :ivar kind: ``text``, ``number``, ``truth``, ``list``, ``values`` or the noun of a value.
    :ivar item: the noun of what a list is made of.
    :ivar example: what it is today; None where the content has none.
    :ivar columns: of a table, by which the cells of its rows are reached, where that is known.
    """

    path: str
    kind: str
    item: str = ""
    example: Any = field(default=None, compare=False)
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class _Noun:
    """A type whose values stand in several places, and the values that were found."""

    hint: Any
    columns: dict[str, None] = field(default_factory=dict)
    samples: list[Any] = field(default_factory=list)


class NameList:
    """Walks through the types once, and through as much data as examples need."""

    def __init__(self, view: type, data: Mapping[str, Any] | None = None) -> None:
        self._nouns: dict[str, _Noun] = {}
        self._view = view
        self._data = [data] if data is not None else []

    def __iter__(self) -> Iterator[Name]:
        for key, hint in list_hints(self._view).items():
            yield from self._walk(key, hint, _take(self._data, key))
        done: set[str] = set()
        while waiting := [noun for noun in self._nouns if noun not in done]:
            done.update(waiting)
            for noun in waiting:
                yield from self._walk_noun(noun, self._nouns[noun])
        row = self._nouns.get("row")
        for key in row.columns if row else ():
            yield Name(f"row.{key}", "cell", "", _show(_take(row.samples if row else [], key)))

    def _walk_noun(self, noun: str, found: _Noun) -> Iterator[Name]:
        for key, hint in list_typed(found.hint).items():
            yield from self._walk(f"{noun}.{key}", hint, _take(found.samples, key))

    def _walk(
        self, path: str, hint: Any, samples: Sequence[Any], columns: Columns | None = None
    ) -> Iterator[Name]:
        hint, columns = _strip(hint, columns)
        if path in HIDDEN:
            return
        item = _find_item(hint)
        if item is not None:
            inner, columns = _strip(item, columns)
            held = [one for sample in samples for one in _list_items(sample)]
            self._note(inner, held, columns)
            open_group = get_origin(hint) not in (list, tuple)
            kind = "values" if open_group else "list"
            keys = columns.keys if columns is not None else ()
            whole = f"{path}.ID" if open_group else path
            yield Name(whole, kind, name_type(inner), _show(held), keys)
            return
        keys = columns.keys if columns is not None else ()
        yield Name(path, name_type(hint), "", _show(samples), keys)
        if NOUNS.get(hint):
            self._note(hint, samples, columns)
        elif is_typeddict(hint):
            for key, inner in list_hints(hint).items():
                yield from self._walk(f"{path}.{key}", inner, _take(samples, key), columns)

    def _note(self, hint: Any, samples: Sequence[Any], columns: Columns | None) -> None:
        noun = NOUNS.get(hint)
        if not noun:
            return
        known = self._nouns.setdefault(noun, _Noun(hint))
        known.samples += samples[: max(_MOST_SAMPLES - len(known.samples), 4)]
        if columns is not None:
            rows = self._nouns.setdefault("row", _Noun(Row))
            rows.columns |= dict.fromkeys(columns.keys)


def _strip(hint: Any, columns: Columns | None) -> tuple[Any, Columns | None]:
    """The type without None and notes."""
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            hint, *notes = get_args(hint)
            columns = next((note for note in notes if isinstance(note, Columns)), columns)
        elif origin in (Union, types.UnionType):
            held = [one for one in get_args(hint) if one is not types.NoneType]
            hint = held[0]
        else:
            return hint, columns


def _find_item(hint: Any) -> Any:
    origin = get_origin(hint)
    if origin in (list, tuple):
        return get_args(hint)[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return get_args(hint)[1]
    return None


def name_type(hint: Any) -> str:
    """The word for a type."""
    if get_origin(hint) is Literal:
        hint = type(get_args(hint)[0])
    if hint is FigureNode:
        return "figures"
    if noun := NOUNS.get(hint):
        return noun
    if is_typeddict(hint):
        return "values"
    if not isinstance(hint, type) or issubclass(hint, (str, Enum)):
        return "text"
    if issubclass(hint, bool):
        return "truth"
    return "number" if issubclass(hint, (int, Decimal)) else "text"


def _take(samples: Sequence[Any], key: str) -> list[Any]:
    """The value of that name in every sample that has one."""
    found: list[Any] = []
    for sample in samples[:_MOST_SAMPLES]:
        if isinstance(sample, Mapping):
            found += [sample[key]] if key in sample else []
        elif isinstance(sample, Row) and key in sample.columns:
            found.append(sample[key])
        elif hasattr(sample, key):
            found.append(getattr(sample, key))
    return [one for one in found if one is not None]


def _list_items(sample: Any) -> list[Any]:
    items = sample.values() if isinstance(sample, Mapping) else sample
    return list(items)[:_MOST_SAMPLES]


def _show(samples: Sequence[Any]) -> Any:
    """The first value that shows something."""
    plain = [one for one in samples if isinstance(one, (str, int, Decimal, date, Figure))]
    return next((one for one in plain if one not in ("", None)), plain[0] if plain else None)


def list_figures(node: FigureNode, path: str = "figures") -> Iterator[Name]:
    """The figures that there are, by name."""
    for key in node.list_keys():
        try:
            found = node[key]
        except KeyError:  # a measure that no account has
            continue
        name = f"{path}.{key}" if key.isidentifier() else f"{path}['{key}']"
        if isinstance(found, FigureNode):
            yield from list_figures(found, name)
        else:
            yield Name(name, "figure", "", found)
