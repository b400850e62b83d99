"""The chapter of programmes: numbers, contact lines, the strategy chart."""

from reportgen.state import State
from reportgen.views.programmes import (
    draw_strategy,
    number_programmes,
    programme_sentence,
    view_policies,
)


def test_programmes_are_numbered_within_their_policy(state: State) -> None:
    assert number_programmes(state.context) == {
        "garden": "1-1",
        "tree_map": "1-2",
        "river_watch": "1-3",
        "book_bus": "2-1",
    }


def test_only_policies_with_counted_programmes_have_pages(state: State) -> None:
    policies = view_policies(state.context)
    assert [(policy["number"], policy["name"], policy["anchor"]) for policy in policies] == [
        ("1", "푸른 도시 만들기", "policy_green_city"),
        ("2", "다정한 도시 만들기", "policy_kind_city"),
    ]


def test_a_page_takes_its_title_from_its_account(state: State) -> None:
    page = view_policies(state.context)[0]["projects"][0]
    assert {key: page[key] for key in ("number", "title", "anchor", "goal")} == {
        "number": "1-1",
        "title": "마을정원 가꾸기",
        "anchor": "programme_garden",
        "goal": "동네마다 정원을 두어 시민이 가까이에서 쉬게 함",
    }


def test_people_are_printed_in_the_order_of_the_page(state: State) -> None:
    page = view_policies(state.context)[0]["projects"][2]
    assert page["contact_line"] == "하천팀장 : 도하늘 ☎555-0103  담당 : 마루 ☎555-0104"


def test_the_sentence_counts_every_level(state: State) -> None:
    sentence = programme_sentence(state.context)
    assert sentence == "2개 정책사업, 3개 단위사업, 4개 세부사업으로 구성"
    assert [figure.name for figure in sentence.figures] == [
        "count.policy_programmes",
        "count.unit_programmes",
        "count.programmes",
    ]


def test_the_strategy_lists_numbered_programmes_below_their_unit(state: State) -> None:
    grid = draw_strategy(state.context)
    lists = [cell.lines for row in grid.rows for cell in row.cells if cell.role == "list" and cell]
    assert lists == [
        ("1-1 마을정원 가꾸기", "1-2 가로수 지도 제작"),
        ("2-1 책 버스 운영",),
        ("1-3 하천 지킴이 운영",),
    ]
