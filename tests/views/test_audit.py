"""The council's requests: counted by kind and status, grouped, and answered."""

from reportgen.state import State
from reportgen.views.audit import view_audit


def test_requests_are_counted_by_kind_and_status(state: State) -> None:
    rows = view_audit(state.context)["totals"]["rows"]
    assert [[row.role, *map(str, row.cells)] for row in rows] == [
        ["total", "계", "3", "1", "1", "1", "-"],
        ["body", "시정·처리요구사항", "1", "1", "-", "-", "-"],
        ["body", "건의사항", "2", "-", "1", "1", "-"],
        ["body", "기타(자료제출 등)", "-", "-", "-", "-", "-"],
    ]


def test_the_total_knows_its_figure(state: State) -> None:
    total = view_audit(state.context)["total"]
    assert (total, [figure.name for figure in total.figures]) == ("3", ["audit.total.total"])


def test_groups_without_requests_are_left_out(state: State) -> None:
    groups = view_audit(state.context)["groups"]
    assert [(group["title"], len(group["requests"])) for group in groups] == [
        ("시정․처리 요구사항", 1),
        ("건의사항", 2),
    ]


def test_a_status_is_printed_in_the_words_of_the_form(state: State) -> None:
    groups = view_audit(state.context)["groups"]
    statuses = [request["status"] for group in groups for request in group["requests"]]
    assert statuses == ["추진완료", "추진중", "검토중"]


def test_an_answer_is_made_of_blocks(state: State) -> None:
    request = view_audit(state.context)["groups"][0]["requests"][0]
    assert (request["request"], request["addressee"]) == ("정원을 고르게 둘 것", "가온시 누리재단")
    assert [block.text for block in request["blocks"]] == ["추진내용", "동네마다 한 곳씩 둠"]
