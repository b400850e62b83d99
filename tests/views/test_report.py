"""The whole report as a template sees it."""

from pathlib import Path

import pytest

from reportgen.state import State, load_state
from reportgen.views.report import spell_mark
from tests.sample import write_folder


def test_a_template_sees_every_part(state: State) -> None:
    assert set(state.report) == {
        "report",
        "chapters",
        "outline",
        "contents",
        "purpose",
        "organization",
        "staffing",
        "duties",
        "revenue_summary",
        "expenditure_summary",
        "programme_budget",
        "strategy",
        "policies",
        "revenue_detail",
        "execution",
        "audit",
        "figures",
    }


def test_the_heading_leaves_out_what_is_not_known(state: State) -> None:
    assert state.report["report"] == {
        "title": "주요업무 보고",
        "year": 2026,
        "audit_year": 2025,
        "base_date": "’26. 6. 30.",
        "committee": "살림위원회",
        "session": None,
        "organization": "가온시 누리재단",
        "contents_title": "목   차",
        "draft": False,
        "mark": "",
        "summary": "",
        "keywords": [],
    }


@pytest.mark.parametrize(
    ("mark", "draft", "shown"),
    [
        (None, False, ""),
        (None, True, "초안"),
        ("예시", False, "예시"),
        ("예시", True, "초안 · 예시"),
    ],
)
def test_a_mark_says_what_the_report_is(mark: str | None, draft: bool, shown: str) -> None:
    assert spell_mark(mark, draft) == shown


def test_a_draft_says_so(tmp_path: Path) -> None:
    assert load_state(write_folder(tmp_path), draft=True).report["report"]["draft"] is True


def test_the_contents_list_chapters_policies_and_programmes(state: State) -> None:
    entries = state.report["contents"]
    assert [(entry["level"], entry["number"], entry["title"]) for entry in entries] == [
        (1, "Ⅰ", "일반현황"),
        (1, "Ⅱ", "정책목표 및 추진전략"),
        (1, "Ⅲ", "주요 추진 업무"),
        (2, "1", "푸른 도시 만들기"),
        (3, "1-1", "마을정원 가꾸기"),
        (3, "1-2", "가로수 지도 제작"),
        (3, "1-3", "하천 지킴이 운영"),
        (2, "2", "다정한 도시 만들기"),
        (3, "2-1", "책 버스 운영"),
        (1, "Ⅳ", "2026 세입・세출예산 세부현황"),
        (1, "Ⅴ", "2025 행정사무감사 처리결과"),
    ]


def test_every_entry_of_the_contents_has_its_own_anchor(state: State) -> None:
    anchors = [entry["anchor"] for entry in state.report["contents"]]
    assert len(set(anchors)) == len(anchors)


def test_chapters_are_reached_by_their_id(state: State) -> None:
    assert state.report["chapters"]["audit"].title == "2025 행정사무감사 처리결과"
