"""The sheet of lists: what may be typed in the ledger."""

from reportgen.model.ledger import KIND_WORDS
from reportgen.state import State
from reportgen.views.annex_lists import view_lists

LAST = "2026 제1회 추경"


def list_codes(state: State, role: str, last: str = LAST) -> list[str]:
    """What may be typed, of one role."""
    rows = view_lists(state.context, last).grid.rows
    return [str(row["code"]) for row in rows if row.role == role]


def test_every_account_of_an_entry_is_listed(state: State) -> None:
    assert list_codes(state, "revenue") == ["city_grant", "service_fee", "carryover"]
    assert list_codes(state, "category") == ["personnel", "expense", "projects", "reserve"]
    listed = {*list_codes(state, "revenue"), *list_codes(state, "category")}
    listed |= {*list_codes(state, "programme")}
    assert {entry.account for entry in state.entries} <= listed


def test_a_programme_says_where_it_belongs(state: State) -> None:
    (row,) = (row for row in view_lists(state.context, LAST).grid.rows if row["code"] == "garden")
    texts = [str(row[key]) for key in ("name", "side", "parent")]
    assert texts == ["마을정원 가꾸기", "세출", "푸른 도시 만들기 > 마을정원 조성"]


def test_every_kind_is_listed_by_the_word_that_is_printed(state: State) -> None:
    assert list_codes(state, "kind") == [words[0] for words in KIND_WORDS.values()]


def test_the_stages_stand_in_their_order(state: State) -> None:
    assert list_codes(state, "stage") == ["2025 최종예산", "2026 본예산", "2026 제1회 추경"]


def test_a_stage_that_comes_later_is_not_listed(state: State) -> None:
    assert list_codes(state, "stage", "2026 본예산") == ["2025 최종예산", "2026 본예산"]
