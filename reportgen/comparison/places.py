"""Every place where a figure is printed, in both states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from reportgen.templating.printed import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what is printed there.

    :ivar files: the files that print it, those of a workbook with sheet and cell.
    """

    place: Place
    text: str
    files: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The place as it stands in ``--json``."""
        return {"text": self.text, **self.place.as_json(), "files": list(self.files)}


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """A place in the old and in the new state; None where the figure isn't printed there."""

    old: Spot | None
    new: Spot | None

    @property
    def spot(self) -> Spot:
        """The place, rather the new one."""
        spot = self.new or self.old
        assert spot is not None
        return spot

    def reverse(self) -> PrintedChange:
        """The same backwards."""
        return PrintedChange(self.new, self.old)

    def as_json(self) -> dict[str, Any]:
        """The pair as it stands in ``--json``."""
        return {
            "old": None if self.old is None else self.old.as_json(),
            "new": None if self.new is None else self.new.as_json(),
        }


def join_files(places: Iterable[Mapping[str, str]]) -> tuple[Spot, ...]:
    """Places of a manifest, each once with all files that print the same there."""
    files: dict[tuple[Place, str], list[str]] = {}
    parts = ("chapter", "table", "row", "column", "paragraph")
    for found in places:
        place = Place(**{part: found.get(part, "") for part in parts})
        at = [found[key] for key in ("file", "sheet", "cell") if found.get(key)]
        files.setdefault((place, found["text"]), []).append("!".join(at))
    return tuple(Spot(place, text, tuple(names)) for (place, text), names in files.items())


def pair_spots(old: Iterable[Spot], new: Iterable[Spot]) -> tuple[PrintedChange, ...]:
    """Places of both states, the same ones together.

    A paragraph is the same place although its words changed with the figure: those of a
    chapter that are left over are paired in order.
    """
    sides = _group(old), _group(new)
    pairs: list[PrintedChange] = []
    for where in dict.fromkeys((*sides[0], *sides[1])):
        before, after = (side.get(where, []) for side in sides)
        for spot in before.copy():
            same = next((other for other in after if other.place == spot.place), None)
            if same is not None:
                before.remove(spot)
                after.remove(same)
                pairs.append(PrintedChange(spot, same))
        pairs += [PrintedChange(*pair) for pair in zip_longest(before, after)]
    return tuple(sorted(pairs, key=_order))


def _group(spots: Iterable[Spot]) -> dict[tuple[str, ...], list[Spot]]:
    groups: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    for spot in spots:
        place = spot.place
        groups[place.chapter, place.table, place.row, place.column].append(spot)
    return groups


def _order(pair: PrintedChange) -> tuple[Any, ...]:
    """An order that does not depend on which state is the old one."""
    spots = sorted(
        (*spot.place.as_json().values(), spot.text, spot.files)
        for spot in (pair.old, pair.new)
        if spot
    )
    return tuple(spots)
