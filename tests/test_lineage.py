"""Figures are found by name, by pattern, or as they are printed."""

from typing import Any

import pytest

from reportgen.lineage import FoundFigure, find_figures


def _facts(value: object, unit: str, *texts: str) -> dict[str, Any]:
    return {"value": value, "unit": unit, "places": [{"text": text} for text in texts]}


MANIFEST = {
    "figures": {
        "commitment.garden": _facts(120_000_000, "won", "120,000", "120,000천원"),
        "commitment.tree_map": _facts(100_000_000, "won", "100,000"),
        "commitment_rate.tree_map": _facts("1", "ratio", "100.0%"),
        "change.city_grant": _facts(100_000_000, "won", " 100,000 "),
        "change_rate.carryover": _facts(None, "ratio", "순증"),
    }
}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("commitment.garden", ["commitment.garden"]),
        ("commitment.*", ["commitment.garden", "commitment.tree_map"]),
        ("*.tree_map", ["commitment.tree_map", "commitment_rate.tree_map"]),
        ("100,000", ["commitment.tree_map", "change.city_grant"]),
        (" 120,000천원 ", ["commitment.garden"]),
        ("순증", ["change_rate.carryover"]),
        ("100.0%", ["commitment_rate.tree_map"]),
        ("00,000", []),
        ("Commitment.garden", []),
        ("none", []),
        (None, list(MANIFEST["figures"])),
    ],
)
def test_figures_are_found(name: str | None, found: list[str]) -> None:
    assert [figure.name for figure in find_figures(MANIFEST, name)] == found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("commitment.garden", "120000000 won"),
        ("commitment_rate.tree_map", "1 ratio"),
        ("change_rate.carryover", "-"),
    ],
)
def test_a_value_is_shown_unrounded_with_its_unit(name: str, value: str) -> None:
    assert FoundFigure(name, MANIFEST["figures"][name]).value == value
