"""A number typed in a sentence agrees with the figure that it names."""

from pathlib import Path

import pytest

from reportgen.checks.prose import check_prose
from tests.sample import (
    GARDEN_PAGE,
    ORGANIZATION,
    line_of,
    make_subject,
    read_folder,
    run_check,
    write_folder,
)

PAGE = "content/projects/01-garden.yaml"
BUDGET = "{{ figures.appropriation.garden | thousand_won }}"
ROWS = "{{ figures.count.requests.total }}"


def _findings(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    return [str(finding) for finding in run_check(check_prose, tmp_path, {file: (old, new)})]


def test_a_typed_amount_that_contradicts_the_ledger_is_reported(tmp_path: Path) -> None:
    assert _findings(tmp_path, PAGE, BUDGET, "200,001천원") == [
        f"{PAGE}:{line_of(GARDEN_PAGE, '(사업예산)')}: error [prose-amount] "
        "the text says 200,001, appropriation.garden is 200,000\n"
        "  hint: write {{ figures.appropriation.garden | thousand_won }}"
    ]


def test_a_typed_count_of_rows_that_is_wrong_is_reported(tmp_path: Path) -> None:
    assert _findings(tmp_path, PAGE, ROWS, "4") == [
        f"{PAGE}:{line_of(GARDEN_PAGE, '(총')}: error [prose-count] "
        "the text says 4, count.requests.total is 3\n"
        "  hint: write {{ figures.count.requests.total }}"
    ]


@pytest.mark.parametrize(
    ("text", "name", "typed", "expected"),
    [
        ("3개 정책사업", "count.policy_programmes", "3", "2"),
        ("2개 정책사업, 4개 단위사업", "count.unit_programmes", "4", "3"),
        ("5개 세부사업", "count.programmes", "5", "4"),
        ("3본부 3팀", "count.headquarters", "3", "2"),
        ("2본부 8팀", "count.teams", "8", "3"),
        ("정원 11명", "staffing.quota.total", "11", "10"),
        ("현원 10명", "staffing.actual.total", "10", "11"),
    ],
)
def test_a_typed_count_that_is_wrong_is_reported(
    tmp_path: Path, text: str, name: str, typed: str, expected: str
) -> None:
    line = line_of(GARDEN_PAGE, "정원 3곳")
    assert _findings(tmp_path, PAGE, "정원 3곳", text) == [
        f"{PAGE}:{line}: error [prose-count] the text says {typed}, {name} is {expected}\n"
        f"  hint: write {{{{ figures.{name} }}}}"
    ]


def test_a_note_on_staffing_is_held_against_the_staffing(tmp_path: Path) -> None:
    file = "content/organization.yaml"
    assert _findings(tmp_path, file, "3급 1명은 육아휴직 대체", "현원 12명") == [
        f"{file}:{line_of(ORGANIZATION, 'notes:')}: error [prose-count] "
        "the text says 12, staffing.actual.total is 11\n"
        "  hint: write {{ figures.staffing.actual.total }}"
    ]


@pytest.mark.parametrize(
    "text",
    ["2개 정책사업, 3개 단위사업, 4개 세부사업", "2본부 3팀", "정원 10명, 현원 11명", "총 7건"],
)
def test_typed_numbers_that_are_right_or_name_nothing_are_fine(tmp_path: Path, text: str) -> None:
    assert _findings(tmp_path, PAGE, "정원 3곳", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "(교육대상) 정원 20명 수강생 모집",
        "강의실 정원 30명",
        "서울시 정원 12명",
        "가온시 정원 12명",
        "서울시 정원 12명, 현원 10명",
        "타 기관 5본부 20팀",
        "타 재단의 정원 40명",
        "서울문화재단 정원 40명",
        "재단이 운영하는 강의실 정원 30명",
        "솔숲 어린이집 정원 12명",
        "정원 20명 모집",
        "정원 3명 증원",
        "1급 정원 1명",
        "2024년 정원 8명",
        "1본부 5팀 → 2본부 3팀",
        "기존 1본부 5팀에서 2본부 3팀으로 개편",
        "서울시설공단은 25개 세부사업을 추진",
    ],
)
def test_the_count_of_another_body_contradicts_nothing(tmp_path: Path, text: str) -> None:
    assert _findings(tmp_path, PAGE, "정원 3곳", text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("재단 정원 12명", "error"),
        ("누리재단 정원 12명", "error"),
        ("우리 재단은 현재 25개 세부사업을 추진", "error"),
        ("본 기관의 정원은 모두 정원 12명", "error"),
        ("가온시 누리재단은 2본부 8팀으로 구성", "error"),
        ("정원 12명, 현원 11명", "error"),
        ("강의실 정원 30명, 재단 정원 12명", "error"),
        ("2026년 조직 2본부 8팀", "error"),
        ("우리 재단 정원은 12명", "error"),
        ("정원 20명, 4회 운영", "warning"),
        ("정원 20명(선착순)", "warning"),
        ("25개 세부사업 중 4개", "warning"),
        ("인공지능 분야 5개 세부사업", "warning"),
    ],
)
def test_a_wrong_count_stops_only_where_the_foundation_is_meant(
    tmp_path: Path, text: str, severity: str
) -> None:
    (finding,) = _findings(tmp_path, PAGE, "정원 3곳", text)
    assert f": {severity} [prose-count] " in finding


@pytest.mark.parametrize("note", ["정원 12명은 이사회에서 정함", "이사회가 승인한 정원 12명"])
def test_a_note_on_staffing_means_the_foundation(tmp_path: Path, note: str) -> None:
    file = "content/organization.yaml"
    (finding,) = _findings(tmp_path, file, "3급 1명은 육아휴직 대체", note)
    assert ": error [prose-count] the text says 12, " in finding


@pytest.mark.parametrize("note", ["서울시 정원 12명", "3급 정원 4명"])
def test_a_note_on_staffing_may_compare_others(tmp_path: Path, note: str) -> None:
    assert _findings(tmp_path, "content/organization.yaml", "3급 1명은 육아휴직 대체", note) == []


def test_a_typed_amount_that_is_right_is_fine(tmp_path: Path) -> None:
    assert _findings(tmp_path, PAGE, BUDGET, "200,000천원") == []


WON_LEDGER = {
    PAGE: GARDEN_PAGE,
    "content/budget/more.csv": (
        "date,stage,kind,account,amount_won,reference\n"
        "2026-01-02,2026 본예산,opening,garden,{won},더함\n"
        "2026-01-02,2026 본예산,opening,city_grant,{won},더함\n"
    ),
}


def _hold(tmp_path: Path, typed: str, more_won: int) -> list[str]:
    """What is found where the page types that budget and the ledger has 200,000천원 and more."""
    files = {name: text.replace("{won}", str(more_won)) for name, text in WON_LEDGER.items()}
    files[PAGE] = GARDEN_PAGE.replace(BUDGET, typed)
    folder = read_folder(write_folder(tmp_path, files=files))
    return [finding.message for finding in check_prose(make_subject(folder))]


@pytest.mark.parametrize(
    ("typed", "more_won"),
    [
        ("200,001천원", 500),
        ("200,000천원", 499),
        ("200,000,500원", 500),
        ("200백만원", 499_999),
        ("201백만원", 500_000),
        ("20,001만원", 5_000),
        ("2억원", 49_999_999),
        ("3억원", 50_000_000),
        ("2.5억원", 50_000_000),
        ("2.05억원", 4_500_000),
    ],
)
def test_a_typed_amount_is_what_would_be_printed(tmp_path: Path, typed: str, more_won: int) -> None:
    assert _hold(tmp_path, typed, more_won) == []


@pytest.mark.parametrize(
    ("typed", "more_won", "message"),
    [
        ("200,000천원", 500, "the text says 200,000, appropriation.garden is 200,001"),
        ("200,001천원", 499, "the text says 200,001, appropriation.garden is 200,000"),
        (
            "200,000,501원",
            500,
            "the text says 200,000,501원, appropriation.garden is 200,000,500원",
        ),
        ("200백만원", 500_000, "the text says 200백만원, appropriation.garden is 201백만원"),
        ("2억원", 50_000_000, "the text says 2억원, appropriation.garden is 3억원"),
        ("2.4억원", 50_000_000, "the text says 2.4억원, appropriation.garden is 2.5억원"),
        ("2000,00천원", 0, "the text says 2000,00, appropriation.garden is 200,000"),
    ],
)
def test_a_typed_amount_that_would_be_printed_otherwise_is_reported(
    tmp_path: Path, typed: str, more_won: int, message: str
) -> None:
    assert _hold(tmp_path, typed, more_won) == [message]


LABEL = f"(사업예산) {BUDGET}"


def _hold_label(tmp_path: Path, typed: str) -> list[tuple[str, str]]:
    """Severity and message where the budget is 210,000천원 and the line says that."""
    files = {name: text.replace("{won}", "10000000") for name, text in WON_LEDGER.items()}
    files[PAGE] = GARDEN_PAGE.replace(LABEL, f'"{typed}"')
    folder = read_folder(write_folder(tmp_path, files=files))
    return [(str(one.severity), one.message) for one in check_prose(make_subject(folder))]


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("(사업예산) {}", "2억 1천만원", "2억 2천만원"),
        ("(사업예산) {}", "2억1,000만원", "2억1,100만원"),
        ("(사업예산) {}", "약 2.1억원", "약 2.3억원"),
        ("(사업예산) {}", "2억여원", "3억5천만여 원"),
        ("(사업예산) {}", "금210,000,000원", "금210,000,001원"),
        ("(사업예산) {}", "₩210,000,000", "₩220,000,000"),
        ("(사업예산) {}", "일금 210,000,000원정", "일금 220,000,000원정"),
        ("(사업예산) {}", "2억 1천 0백만원", "2억 1천 5백만원"),
        ("(사업예산) {}", "0.21십억원 ", "0.22십억원"),
        ("(사업예산) {}", "210 백만 원", "220 백만 원"),
        ("（사업예산） {}", "210백만원", "220백만원"),
        ("[사업예산] {}", "210백만원", "220백만원"),
        ("(사업 예산) {}", "210백만원", "220백만원"),
        ("(예산) {}", "210백만원", "220백만원"),
        ("(예산현액) {}", "２１０백만원", "２２０백만원"),
        ("사업예산: {}", "210백만원", "220백만원"),
    ],
)
def test_a_budget_is_read_however_it_is_spelled(
    tmp_path: Path, form: str, right: str, wrong: str
) -> None:
    assert _hold_label(tmp_path / "right", form.format(right)) == []
    ((severity, _message),) = _hold_label(tmp_path / "wrong", form.format(wrong))
    assert severity == "error"


@pytest.mark.parametrize(
    ("typed", "severity", "message"),
    [
        (
            "(사업예산) 2억 2천만원",
            "error",
            "the text says 2억 2천만원, appropriation.garden is 210,000,000원",
        ),
        (
            "(총사업비) 630백만원",
            "warning",
            "the text says 630백만원, appropriation.garden is 210백만원",
        ),
        (
            "(사업예산) 1천만 2억원",
            "warning",
            "the budget «1천만 2억원» can't be read, appropriation.garden is not held against it",
        ),
        (
            "(사업예산) 2억 1천",
            "warning",
            "the budget «2억 1천» can't be read, appropriation.garden is not held against it",
        ),
        (
            "(사업예산) 210,000",
            "warning",
            "the budget «210,000» can't be read, appropriation.garden is not held against it",
        ),
        (
            "(사업예산) 시비 110백만원",
            "warning",
            "the budget «110백만원» can't be read, appropriation.garden is not held against it",
        ),
    ],
)
def test_a_budget_that_may_be_meant_otherwise_is_a_warning(
    tmp_path: Path, typed: str, severity: str, message: str
) -> None:
    assert _hold_label(tmp_path, typed) == [(severity, message)]


@pytest.mark.parametrize("typed", ["(사업예산) 미정", "(예산) 3개 사업", "(예산) 2026년에 정함"])
def test_a_label_without_an_amount_is_fine(tmp_path: Path, typed: str) -> None:
    assert _hold_label(tmp_path, typed) == []


def test_expressions_can_not_contradict(tmp_path: Path) -> None:
    assert run_check(check_prose, tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "재단은 2개 본부, 9개 팀으로 운영",
        "재단은 2본부·9팀",
        "재단 조직은 2개의 본부와 9개의 팀",
        "재단 정원은 총 46명",
        "재단의 정원(46명)",
    ],
)
def test_a_count_is_seen_however_it_is_written(tmp_path: Path, text: str) -> None:
    (finding,) = _findings(tmp_path, PAGE, "정원 3곳", text)
    assert "[prose-count]" in finding
