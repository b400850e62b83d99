"""The word for a row by which sums are left out."""

from __future__ import annotations

import pytest

from reportgen.renderers.csv_tables.roles import ROLES, spell_roles
from reportgen.state import State
from reportgen.views.grid import Row
from tests.amended import make_amended


def spell(rows: str) -> list[str]:
    """The words for rows given as role and level."""
    pairs = (row.split(":") for row in rows.split())
    return list(spell_roles([Row(role, {}, int(level)) for role, level in pairs]))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("total:0 subtotal:1 body:2", ["합계", "소계", "명세"]),
        ("body:2 subtotal:1 total:0", ["명세", "소계", "합계"]),
        ("subtotal:1 subtotal:1 body:2 subtotal:1", ["명세", "소계", "명세", "명세"]),
        ("body:2 subtotal:1 subtotal:1", ["명세", "소계", "명세"]),
        ("own_role:1", ["own_role"]),
    ],
)
def test_a_subtotal_of_nothing_is_an_item(rows: str, words: list[str]) -> None:
    assert spell(rows) == words


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> State:
    return make_amended(tmp_path_factory.mktemp("amended"))


def test_every_role_of_the_annexes_has_a_word(amended: State) -> None:
    roles = {row.role for annex in amended.annexes.sheets for row in annex.grid.rows}
    assert roles - set(ROLES) == set()
