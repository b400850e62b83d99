"""Views of an amendment wherever an outline places them, and the package's own outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.check import find_mistakes
from reportgen.formats import Document
from reportgen.state import State, load_state
from reportgen.views.grid import Grid
from reportgen.views.names import OutlineChapter
from tests.amended import NOTES, STAGE, make_amended, write_amended
from tests.sample import REPORT, write_folder

HEAD = REPORT[: REPORT.index("chapters:")]
PACKAGE = "content/documents/budget-amendment.yaml"
NO_NOTES = {"content/amendments/1.yaml": None}


def _place(
    root: Path, views: str, files: dict[str, str | None] | None = None, chapter: str = ""
) -> Path:
    blocks = "".join(f"      - {view}\n" for view in views.splitlines())
    report = f"{HEAD}chapters:\n  - title: 추경\n{chapter}    blocks:\n{blocks}"
    return write_amended(root, {"content/report.yaml": report, **(files or {})})


def _only_table(state: State) -> Grid:
    (grid,) = (block.grid for chapter in state.report["outline"] for block in chapter.blocks)
    assert grid is not None
    return grid


def _read(grid: Grid) -> list[list[str]]:
    return [list(map(str, row.cells)) for row in grid.rows]


def _package(state: State) -> list[OutlineChapter]:
    outline: list[OutlineChapter] = state.documents[Document.AMENDMENT]["outline"]
    return outline


def test_the_package_has_its_chapters_and_texts_in_order(tmp_path: Path) -> None:
    outline = _package(make_amended(tmp_path))
    assert [
        (chapter.label, chapter.new_page, [(block.kind, block.text) for block in chapter.blocks])
        for chapter in outline
    ] == [
        ("Ⅰ. 편성 사유", True, [("item", "정원을 늘림")]),
        ("Ⅱ. 예산총칙", False, [("article", "총액은 980,000천원으로 한다.")]),
        (
            "Ⅲ. 세입·세출예산 총괄",
            True,
            [
                (
                    "item",
                    "세입·세출예산 총액은 각각 980,000천원으로, 기정액 950,000천원보다 "
                    "30,000천원(3.2%) 증가",
                ),
                ("table", ""),
                ("table", ""),
            ],
        ),
        (
            "Ⅳ. 세출예산 신구대비표",
            True,
            [
                ("table", ""),
                (
                    "note",
                    "변경이 있는 세부사업의 비교이며, 변경이 없는 사업은 묶어서 합계에 포함함",
                ),
            ],
        ),
        ("Ⅴ. 이용·전용 등 명세", True, [("table", "")]),
        ("Ⅵ. 이월 명세", False, [("table", "")]),
        ("Ⅶ. 정원 변동", False, [("table", "")]),
    ]


def test_the_first_chapter_that_is_left_begins_a_page(tmp_path: Path) -> None:
    notes = NOTES.replace("reasons: [정원을 늘림]\n", "")
    first, second, *_others = _package(make_amended(tmp_path, {"content/amendments/1.yaml": notes}))
    assert (first.label, first.new_page) == ("Ⅰ. 예산총칙", True)
    assert (second.label, second.new_page) == ("Ⅱ. 세입·세출예산 총괄", True)


@pytest.mark.parametrize(
    ("notes", "rounding"),
    [
        ("unit: million\n", []),
        ("unit: hundred_million\n", ["억원 미만은 반올림하여 합계가 맞지 않을 수 있음"]),
        (
            "unit: hundred_million\nfooting: true\n",
            ["억원 미만은 합계에 맞추어 조정함(최대잔여법)"],
        ),
    ],
)
def test_below_the_comparison_stands_what_it_shows_and_how_it_was_rounded(
    tmp_path: Path, notes: str, rounding: list[str]
) -> None:
    state = make_amended(tmp_path, {"content/amendments/1.yaml": NOTES + notes})
    _table, rows, *others = _package(state)[3].blocks
    assert rows.text.startswith("변경이 있는 세부사업의 비교이며")
    assert [block.text for block in others] == rounding


def test_a_folder_has_its_own_package(tmp_path: Path) -> None:
    text = """\
title: "{{ report.year }}년 추경({{ amendment.stage }})"
chapters:
  - title: 머리말
    blocks: [{item: "{{ amendment.title }} 설명"}]
  - title: 신구 대비
    blocks: [{view: amendment_comparison}]
"""
    view = make_amended(tmp_path, {PACKAGE: text}).documents[Document.AMENDMENT]
    assert view["amendment"]["title"] == f"2026년 추경({STAGE})"
    assert [chapter.label for chapter in view["outline"]] == ["Ⅰ. 머리말", "Ⅱ. 신구 대비"]
    assert view["outline"][0].blocks[0].text == "2026년도 제1회 추가경정예산 설명"
    assert [entry["title"] for entry in view["contents"]] == ["머리말", "신구 대비"]
    assert not view["sections"]["comparison"]["shown"]


def test_a_package_of_ones_own_is_left_out_without_an_amendment(tmp_path: Path) -> None:
    text = "title: 추경\nchapters: [{title: 신구 대비, blocks: [{view: amendment_comparison}]}]\n"
    root = write_amended(tmp_path, {PACKAGE: text})
    state = load_state(root, stage="2026 본예산")
    assert list(state.documents) == [Document.REPORT]
    assert [one.rule for one in state.diagnostics if one.severity == "error"] == []


def test_a_table_in_the_report_has_caption_unit_and_columns(tmp_path: Path) -> None:
    view = (
        "{view: amendment_revenue, caption: ㅇ 추경 세입, unit: 백만원, "
        "columns: [name, amended, {name: change, heading: 증감}]}"
    )
    grid = _only_table(load_state(_place(tmp_path, view)))
    assert (grid.caption, grid.unit_line) == (
        "ㅇ 추경 세입",
        "(’26. 6. 30. 기준, 단위: 백만원, %)",
    )
    assert [str(cell) for cell in grid.header] == ["구   분", "경정액", "증감"]
    assert _read(grid) == [
        ["계", "980", "30"],
        ["가온시 출연금", "900", "50"],
        ["대행사업수입", "30", "△20"],
        ["이월금수입", "50", "0"],
    ]


@pytest.mark.parametrize(
    ("view", "first", "last"),
    [
        ("amendment_expenditure", "계", "예비비"),
        ("amendment_comparison", "계", "변경 없음 1건"),
        ("amendment_staffing", "3급", "계"),
        ("carryover", "하천 지킴이 운영", "계"),
    ],
)
def test_every_table_can_be_placed_in_the_report(
    tmp_path: Path, view: str, first: str, last: str
) -> None:
    blocks = load_state(_place(tmp_path, f"view: {view}")).report["outline"][0].blocks
    grid = blocks[0].grid
    assert grid is not None
    assert (grid.rows[0]["name"], grid.rows[-1]["name"]) == (first, last)


def test_transfers_are_printed_in_their_unit(tmp_path: Path) -> None:
    view = "{view: transfers, unit: 원, columns: [date, name, taken, given]}"
    grid = _only_table(load_state(_place(tmp_path, view)))
    assert grid.unit_line == "(’26. 6. 30. 기준, 단위: 원)"
    assert _read(grid)[0] == ["’26. 4. 10.", "하천 지킴이 운영", "△5,000,000", ""]
    assert _read(grid)[-1] == ["", "계", "△8,000,000", "8,000,000"]


def test_the_unit_of_the_report_is_that_of_registers(tmp_path: Path) -> None:
    files: dict[str, str | None] = {}
    root = _place(tmp_path, "{view: transfers, columns: [name, taken, given]}", files)
    report = root / "content/report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "unit: 백만원\n", encoding="utf-8")
    grid = _only_table(load_state(root))
    assert [row[1:] for row in _read(grid)] == [
        ["△5", ""],
        ["", "5"],
        ["△3", ""],
        ["", "3"],
        ["△8", "8"],
    ]


def test_sorts_of_carry_over_that_there_are_not_can_be_asked_for(tmp_path: Path) -> None:
    columns = "[name, explicit_carryover, incidental_carryover, total]"
    grid = _only_table(load_state(_place(tmp_path, f"{{view: carryover, columns: {columns}}}")))
    assert _read(grid) == [
        ["하천 지킴이 운영", "7,000", "-", "7,000"],
        ["계", "7,000", "-", "7,000"],
    ]


def test_the_totals_are_said_in_the_unit_that_is_asked_for(tmp_path: Path) -> None:
    state = load_state(_place(tmp_path, "{view: amendment_totals, unit: 백만원}"))
    (block,) = state.report["outline"][0].blocks
    assert block.text == (
        "세입·세출예산 총액은 각각 980백만원으로, 기정액 950백만원보다 30백만원(3.2%) 증가"
    )


def test_only_programmes_are_set_deeper_in_the_comparison(tmp_path: Path) -> None:
    blocks = load_state(_place(tmp_path, "view: amendment_comparison")).report["outline"][0].blocks
    grid = blocks[0].grid
    assert grid is not None
    assert [(row.role, row["name"].align) for row in grid.rows[:5]] == [
        ("total", "center"),
        ("subtotal", "left"),
        ("subtotal", "left"),
        ("body", "deeper"),
        ("body", "deeper"),
    ]


AMENDED = "report a state that has an amendment, write «optional: true» beside the chapter"
WRITTEN = "write them into the amendment's file in content/amendments"
ENTERED = "enter them in the ledger, write «optional: true» beside the chapter"


@pytest.mark.parametrize(
    ("view", "hint"),
    [
        ("amendment_reasons", WRITTEN),
        ("amendment_provisions", WRITTEN),
        ("amendment_totals", AMENDED),
        ("amendment_revenue", AMENDED),
        ("amendment_expenditure", AMENDED),
        ("amendment_comparison", AMENDED),
        ("amendment_staffing", WRITTEN),
        ("transfers", ENTERED),
        ("carryover", ENTERED),
    ],
)
def test_a_view_of_an_amendment_that_there_is_not_is_an_error(
    tmp_path: Path, view: str, hint: str
) -> None:
    report = f"{HEAD}chapters: [{{title: 가, blocks: [{{item: 나}}, {{view: {view}}}]}}]\n"
    root = write_folder(tmp_path, files={"content/report.yaml": report})
    assert [str(one) for one in find_mistakes(root) if one.rule == "empty-view"] == [
        f"content/report.yaml:9: error [empty-view] the view {view} has nothing to show\n"
        f"  hint: {hint}; or take the view out"
    ]


@pytest.mark.parametrize("view", ["amendment_reasons", "amendment_provisions"])
def test_a_text_that_nobody_wrote_is_an_error_in_the_package_too(tmp_path: Path, view: str) -> None:
    text = f"title: 추경\nchapters:\n  - title: 글\n    blocks:\n      - view: {view}\n"
    root = write_amended(tmp_path, {**NO_NOTES, PACKAGE: text})
    (found,) = (one for one in find_mistakes(root) if one.rule == "empty-view")
    assert str(found.location) == f"{PACKAGE}:5"


def test_an_optional_chapter_is_left_out_and_the_others_are_numbered(tmp_path: Path) -> None:
    chapters = """\
chapters:
  - {title: 추경, optional: true, blocks: [{item: 앞}, {view: amendment_revenue}]}
  - {title: 집행, blocks: [{view: execution}]}
"""
    root = write_amended(tmp_path, {"content/report.yaml": HEAD + chapters})
    before = load_state(root, stage="2026 본예산")
    assert [chapter.label for chapter in before.report["outline"]] == ["Ⅰ. 집행"]
    assert [entry["title"] for entry in before.report["contents"]] == ["집행"]
    assert [one.rule for one in before.diagnostics if one.rule == "empty-view"] == []
    after = load_state(root)
    assert [chapter.label for chapter in after.report["outline"]] == ["Ⅰ. 추경", "Ⅱ. 집행"]


@pytest.mark.parametrize(
    ("name", "line"), [("content/report.yaml", 9), ("content/documents/board-report.yaml", 2)]
)
def test_a_document_without_a_chapter_left_is_an_error(
    tmp_path: Path, name: str, line: int
) -> None:
    chapter = "{title: 추경, optional: true, blocks: [{view: amendment_revenue}]}"
    head = HEAD if name == "content/report.yaml" else "title: 추경\n"
    root = write_amended(tmp_path, {name: f"{head}chapters: [{chapter}]\n"})
    assert [str(one) for one in find_mistakes(root, stage="2026 본예산")][:1] == [
        f"{name}:{line}: error [empty-document] every chapter is optional, and none has anything "
        "to show\n  hint: add a chapter that stands in every state of the budget"
    ]


def test_an_optional_chapter_of_text_stays(tmp_path: Path) -> None:
    chapters = "chapters:\n  - {title: 글, optional: true, blocks: [{item: 나}]}\n"
    state = load_state(write_folder(tmp_path, files={"content/report.yaml": HEAD + chapters}))
    assert [chapter.title for chapter in state.report["outline"]] == ["글"]


def test_the_amendment_has_no_name_in_a_state_without_one(tmp_path: Path) -> None:
    chapters = 'chapters:\n  - {title: 글, blocks: [{item: "{{ amendment.title }}"}]}\n'
    root = write_folder(tmp_path, files={"content/report.yaml": HEAD + chapters})
    (found,) = find_mistakes(root)
    assert (found.rule, found.message) == (
        "undefined",
        "«{{ amendment.title }}»: amendment is not defined",
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("amendment.titel", "amendment.title"), ("organization.nam", "organization.name")],
)
def test_a_mistyped_name_is_told_with_the_nearest(tmp_path: Path, typed: str, meant: str) -> None:
    root = _place(tmp_path, f"item: '{{{{ {typed} }}}}'")
    (found,) = (one for one in find_mistakes(root) if one.rule == "undefined")
    assert found.hint == f"did you mean {meant}?"
