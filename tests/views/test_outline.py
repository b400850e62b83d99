"""Chapters of blocks and views, as templates print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.check import find_mistakes
from reportgen.formats import Document
from reportgen.state import State, load_state
from reportgen.views.blocks import BlockView
from reportgen.views.names import OutlineChapter
from tests.sample import REPORT, write_folder

HEAD = REPORT[: REPORT.index("chapters:")]


def write(tmp_path: Path, chapters: str, **files: str) -> Path:
    """The sample with other chapters."""
    more = {f"content/{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    return write_folder(tmp_path, files={"content/report.yaml": f"{HEAD}{chapters}", **more})


def load(tmp_path: Path, chapters: str, **files: str) -> State:
    """The state of that folder."""
    return load_state(write(tmp_path, chapters, **files))


def outline(state: State) -> list[OutlineChapter]:
    return state.report["outline"]


def only_table(state: State) -> BlockView:
    """The one table of the report."""
    (found,) = (block for chapter in outline(state) for block in chapter.blocks if block.grid)
    return found


def cells(state: State) -> list[list[str]]:
    grid = only_table(state).grid
    assert grid is not None
    return [list(map(str, row.cells)) for row in grid.rows]


def test_chapters_are_numbered_in_their_order(tmp_path: Path) -> None:
    lines = "".join(f"  - {{title: 장 {at}, blocks: [{{heading: 가}}]}}\n" for at in range(1, 15))
    state = load(tmp_path, f"chapters:\n{lines}")
    assert [chapter.number for chapter in outline(state)][8:] == ["Ⅸ", "Ⅹ", "Ⅺ", "Ⅻ", "ⅩⅢ", "ⅩⅣ"]
    assert [entry["title"] for entry in state.report["contents"]][:2] == ["장 1", "장 2"]


def test_text_stands_before_between_and_behind_views(tmp_path: Path) -> None:
    state = load(
        tmp_path,
        """\
chapters:
  - title: 집행
    blocks:
      - heading: 앞
        new_page: true
      - view: execution
      - item: "예산 {{ figures.appropriation.expenditure | thousand_won }}"
      - view: audit_totals
      - paragraph: 뒤
""",
    )
    (chapter,) = outline(state)
    assert [(block.kind, block.text) for block in chapter.blocks] == [
        ("heading", "앞"),
        ("table", ""),
        ("item", "예산 1,000,000천원"),
        ("table", ""),
        ("paragraph", "뒤"),
    ]
    assert [block.new_page for block in chapter.blocks][:2] == [True, False]


def test_a_chapter_may_stand_in_a_file(tmp_path: Path) -> None:
    state = load(
        tmp_path,
        "chapters:\n  - {title: 현안, file: chapters/issues.yaml}\n",
        chapters__issues="blocks:\n  - item: 정원 이전\n",
    )
    assert [block.text for block in outline(state)[0].blocks] == ["정원 이전"]


def test_programmes_are_listed_divided_and_have_pages(tmp_path: Path) -> None:
    state = load(tmp_path, "chapters:\n  - {title: 사업, blocks: [{view: programmes}]}\n")
    kinds = [block.kind for block in outline(state)[0].blocks]
    assert kinds[:6] == ["list_policy", *["list_programme"] * 3, "list_policy", "list_programme"]
    assert [(entry["level"], entry["number"]) for entry in state.report["contents"]] == [
        (1, "Ⅰ"),
        (2, "1"),
        (3, "1-1"),
        (3, "1-2"),
        (3, "1-3"),
        (2, "2"),
        (3, "2-1"),
    ]


@pytest.mark.parametrize(
    ("parts", "first"), [("[pages]", "page"), ("[dividers]", "divider"), ("[list]", "list_policy")]
)
def test_parts_of_the_programmes_may_be_left_out(tmp_path: Path, parts: str, first: str) -> None:
    view = f"{{view: programmes, parts: {parts}}}"
    state = load(tmp_path, f"chapters:\n  - {{title: 사업, blocks: [{view}]}}\n")
    assert outline(state)[0].blocks[0].kind == first


def test_a_table_has_the_columns_the_unit_and_the_caption_it_is_asked_for(tmp_path: Path) -> None:
    state = load(
        tmp_path,
        """\
chapters:
  - title: 세입
    blocks:
      - view: revenue
        caption: "ㅇ {{ report.year }} 세입"
        unit: 백만원
        accounts: [service_fee]
        columns: [name, change_rate, {name: appropriation, heading: 예산액, width: 4}]
""",
    )
    grid = only_table(state).grid
    assert grid is not None
    assert (grid.caption, grid.unit_line) == ("ㅇ 2026 세입", "(’26. 6. 30. 기준, 단위: 백만원, %)")
    assert [list(map(str, row)) for row in grid.heads] == [
        ["구   분", "증   감", "예산액"],
        ["", "증감률", ""],
    ]
    assert cells(state) == [["계", "11.1%", "1,000"], ["대행사업수입", "△50.0%", "50"]]


def test_the_unit_of_the_report_is_that_of_its_tables(tmp_path: Path) -> None:
    chapters = "chapters:\n  - {title: 집행, blocks: [{view: execution, levels: 1}]}\nunit: 억원\n"
    assert cells(load(tmp_path, chapters)) == [["계", "10", "5", "4", "49.5%", "38.0%"]]


def test_amounts_that_do_not_add_up_in_a_larger_unit_are_noted(tmp_path: Path) -> None:
    chapters = "chapters:\n  - {title: 세입, blocks: [{view: revenue, unit: 억원}]}\n"
    state = load(tmp_path, chapters)
    assert [row[1] for row in cells(state)] == ["10", "9", "1", "1"]
    grid = only_table(state).grid
    assert grid is not None
    assert grid.rounding_note == "억원 미만은 반올림하여 합계가 맞지 않을 수 있음"


@pytest.mark.parametrize("levels", [1, 2, 3])
def test_levels_of_the_execution_can_be_left_out(tmp_path: Path, levels: int) -> None:
    view = f"{{view: execution, levels: {levels}}}"
    state = load(tmp_path, f"chapters:\n  - {{title: 집행, blocks: [{view}]}}\n")
    assert len(cells(state)) == {1: 1, 2: 5, 3: 9}[levels]


@pytest.mark.parametrize("kind", ["commitment", "disbursement"])
def test_months_stand_side_by_side(tmp_path: Path, kind: str) -> None:
    view = f"{{view: monthly_execution, kind: {kind}, columns: [name, m03, m06, total]}}"
    state = load(tmp_path, f"chapters:\n  - {{title: 월별, blocks: [{view}]}}\n")
    expected = {"commitment": "495,000", "disbursement": "380,000"}
    assert cells(state)[0][-1] == expected[kind]


@pytest.mark.parametrize(("levels", "count"), [(1, 1), (2, 5), (3, 12)])
def test_levels_of_the_months_can_be_left_out(tmp_path: Path, levels: int, count: int) -> None:
    view = f"{{view: monthly_execution, levels: {levels}}}"
    state = load(tmp_path, f"chapters:\n  - {{title: 월별, blocks: [{view}]}}\n")
    assert len(cells(state)) == count


def test_columns_are_as_wide_as_their_amounts(tmp_path: Path) -> None:
    view = "{view: execution, unit: 원}"
    state = load(tmp_path, f"chapters:\n  - {{title: 집행, blocks: [{view}]}}\n")
    grid = only_table(state).grid
    assert grid is not None
    assert grid.widths == (387, 346, 304, 304, 189, 171)


def test_widths_that_are_typed_stay(tmp_path: Path) -> None:
    view = "{view: execution, unit: 원, columns: [{name: name, width: 9}, disbursement]}"
    state = load(tmp_path, f"chapters:\n  - {{title: 집행, blocks: [{view}]}}\n")
    grid = only_table(state).grid
    assert grid is not None
    assert grid.widths == (9, 23)


def test_a_source_that_is_not_named_has_no_table(tmp_path: Path) -> None:
    state = load(tmp_path, "chapters:\n  - {title: 재원, blocks: [{view: funding}]}\n")
    assert outline(state)[0].blocks == []


def test_cells_of_requests_hold_blocks(tmp_path: Path) -> None:
    state = load(tmp_path, "chapters:\n  - {title: 감사, blocks: [{view: audit_requests}]}\n")
    title, table, *_others = outline(state)[0].blocks
    assert (title.kind, title.text, table.kind) == (
        "group_title",
        "시정․처리 요구사항",
        "blocks_table",
    )
    assert table.grid is not None
    asked, answered = table.grid.rows[0].cells
    assert [block.text for block in asked.blocks] == ["정원을 고르게 둘 것", "(가온시 누리재단)"]
    assert [block.text for block in answered.blocks][:2] == ["추진상황 : 추진완료", "추진내용"]


def test_a_document_of_its_own_has_its_title_and_chapters(tmp_path: Path) -> None:
    text = """\
title: "{{ report.year }} 이사회 보고"
chapters:
  - title: 집행
    blocks:
      - view: execution
        levels: 1
"""
    chapters = REPORT[REPORT.index("chapters:") :]
    state = load(tmp_path, chapters, **{"documents__board-report": text})
    view = state.documents[Document("board-report")]
    assert view["report"]["title"] == "2026 이사회 보고"
    assert [chapter.title for chapter in view["outline"]] == ["집행"]
    assert [entry["title"] for entry in view["contents"]] == ["집행"]
    assert state.report["report"]["title"] == "주요업무 보고"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("", (None, None)), ("council: {session: 제3차 이사회}\n", (None, "제3차 이사회"))],
)
def test_a_document_of_its_own_goes_to_whom_it_says(
    tmp_path: Path, typed: str, printed: tuple[str | None, ...]
) -> None:
    text = f"title: 이사회 보고\n{typed}chapters:\n  - {{title: 가, blocks: [{{heading: 나}}]}}\n"
    chapters = REPORT[REPORT.index("chapters:") :]
    state = load(tmp_path, chapters, **{"documents__board-report": text})
    said = state.documents[Document("board-report")]["report"]
    assert (said["committee"], said["session"]) == printed
    assert state.report["report"]["committee"] == "살림위원회"


@pytest.mark.parametrize(
    ("blocks", "problem"),
    [
        ("{view: revenu}", "view: found revenu\n  hint: expected one of 'functions'"),
        (
            "{view: revenue, columns: [name, nam]}",
            "columns: found nam\n  hint: expected columns among name, appropriation, prior",
        ),
        (
            "{view: execution, columns: [구분, 집행률]}",
            "columns: found 집행률\n  hint: it may be 'commitment_rate' or 'disbursement_rate'; "
            "write the one that is meant",
        ),
        (
            "{view: 예산}",
            "view: found 예산\n  hint: it may be 'revenue', 'expenditure' or 'programme_budget'; "
            "write the one that is meant",
        ),
        ("{view: }", "view: found nothing\n  hint: expected one of 'functions'"),
        ("{view: [revenue]}", "view: found a list of 1\n  hint: expected one of 'functions'"),
        ("{view: execution, levels: }", "levels: found nothing\n  hint: expected a whole number"),
        ("{view: execution, levels: 둘}", "levels: found 둘\n  hint: expected a whole number"),
        ("{view: revenue, unit: 만원}", "unit: found 만원\n  hint: expected one of '원', '천원'"),
        ("{view: duties, unit: 천원}", "unknown key unit"),
        ("{view: execution, level: 2}", "unknown key level\n  hint: did you mean levels?"),
        ("{view: execution, levels: 4}", "levels: found 4\n  hint: expected at most 3"),
        ("{item: 가, new_page: true}", "expected new_page beside heading"),
        ("{item: 가, view: revenue}", "unknown key item"),
        ("{item: '{{ figures.nothing }}'}", "figures.nothing is not defined"),
        ("{view: revenue, caption: '{{ report.titel }}'}", "report.titel is not defined"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, blocks: str, problem: str) -> None:
    root = write(tmp_path, f"chapters:\n  - title: 가\n    blocks:\n      - {blocks}\n")
    (found,) = find_mistakes(root)
    assert str(found).startswith("content/report.yaml:12: error")
    assert problem in str(found)
