"""What a template asked for is all that has to be the same when it is looked at again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reportgen.templating.checks.offered_names import Asked, OfferedNames
from reportgen.templating.checks.shapes import NUMBER, TEXT, UNKNOWN, Kind, Shape, make_group

FIGURES = {"budget": {"garden": NUMBER, "river": NUMBER}, "total": NUMBER}


def offer(figures: Mapping[str, object]) -> OfferedNames:
    return OfferedNames({"title": TEXT, "figures": shape(figures)}, "report", "figures")


def shape(held: object) -> Shape:
    if isinstance(held, Shape):
        return held
    assert isinstance(held, Mapping)
    return make_group({name: shape(inside) for name, inside in held.items()})


def ask(names: OfferedNames, *paths: str) -> Asked:
    watched, asked = names.watch()
    for path in paths:
        at: Shape | None = watched["figures"]
        for step in path.split("."):
            at = at.find(step) if at else None
    return asked


@pytest.mark.parametrize(
    "other",
    [
        FIGURES,
        {**FIGURES, "spent": {"garden": NUMBER}},
        {"budget": {"garden": NUMBER}, "total": NUMBER},
        {"budget": {"garden": NUMBER, "forest": TEXT}},
    ],
)
def test_names_that_nobody_asked_for_may_change(other: Mapping[str, object]) -> None:
    asked = ask(offer(FIGURES), "budget.garden", "spend", "budget.wood")
    assert offer(other).holds(asked)


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"budget": {}},
        {"budget": NUMBER},
        {"budget": {"garden": TEXT}},
        {"budget": {"garden": {"spring": NUMBER}}},
        {"budget": {"garden": NUMBER, "wood": NUMBER}},
        {"budget": {"garden": NUMBER}, "spend": NUMBER},
    ],
)
def test_names_that_were_asked_for_may_not(other: Mapping[str, object]) -> None:
    asked = ask(offer(FIGURES), "budget.garden", "spend", "budget.wood")
    assert not offer(other).holds(asked)


def test_whoever_goes_through_the_names_asks_for_all_of_them() -> None:
    watched, asked = offer(FIGURES).watch()
    assert list(watched["figures"].list_members()) == ["budget", "total"]
    assert offer({"budget": {}, "total": TEXT}).holds(asked)
    assert not offer({"total": TEXT, "budget": {}}).holds(asked)
    assert not offer({**FIGURES, "spent": NUMBER}).holds(asked)


def test_the_watched_names_say_the_same() -> None:
    names = offer(FIGURES)
    watched, _asked = names.watch()
    found = watched["figures"].find("budget")
    assert watched["title"] is TEXT
    assert found is not None
    assert (found.kind, found.find("garden"), found.find("wood")) == (Kind.GROUP, NUMBER, None)
    assert len(found.list_members()) == 2


def test_names_of_which_nothing_is_known_are_others() -> None:
    unknown = OfferedNames({"title": TEXT, "figures": UNKNOWN}, "report", "figures")
    assert unknown.settled != offer(FIGURES).settled
    assert ask(unknown, "budget.garden") == {}
