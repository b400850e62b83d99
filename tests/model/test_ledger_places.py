"""A column of places is what was put into it, whatever gaps it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import SourceRef
from reportgen.model.ledger_places import PlaceColumn, move_down

PLACES = st.lists(
    st.one_of(
        st.builds(SourceRef, st.sampled_from(("a.csv", "b.csv")), st.integers(1, 6)),
        st.builds(lambda row: SourceRef("a.xlsx", sheet="원장", cell=f"A{row}"), st.integers(1, 6)),
    ),
    max_size=30,
)


@given(PLACES)
def test_places_come_back_in_their_order(places: list[SourceRef]) -> None:
    column = PlaceColumn()
    for place in places:
        column.append(place)
    assert list(column) == places
    assert [column[row] for row in range(len(column))] == places


def test_a_block_stands_line_below_line() -> None:
    column = PlaceColumn()
    column.append(SourceRef("a.csv", 2))
    column.extend(SourceRef("a.csv", 5), 3)
    assert [str(place) for place in column] == ["a.csv:2", "a.csv:5", "a.csv:6", "a.csv:7"]


@pytest.mark.parametrize(("cell", "below"), [("A9", "A10"), ("AB7", "AB8"), ("합계", "합계")])
def test_a_row_of_a_sheet_is_below_another(cell: str, below: str) -> None:
    place = SourceRef("a.xlsx", sheet="원장", cell=cell)
    assert move_down(place, 1) == SourceRef("a.xlsx", sheet="원장", cell=below)
