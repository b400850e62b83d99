"""Every mistake in a content file: its line, its rule, what was found and what was expected."""

from pathlib import Path

import pytest

from tests.sample import FILES, GARDEN_PAGE, line_of, read_mistakes, write_folder

REPORT = "content/report.yaml"
ORGANIZATION = "content/organization.yaml"
CONTACTS = "content/contacts.yaml"
ACCOUNTS = "content/budget/accounts.yaml"
PAGE = "content/projects/01-garden.yaml"
AUDIT_FILE = "content/audit/2025.yaml"
KINDS = (
    "exactly one of heading, item, paragraph, detail, note, point, pointer, numbered, schedule, "
    "box, table"
)
PERIOD = "a month, a day or a range such as 2025-06/2025-11"


def _mistakes(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    return read_mistakes(write_folder(tmp_path, {file: (old, new)}))


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "hint"),
    [
        (REPORT, "  committee", "  comittee", "comittee", "did you mean committee?"),
        (REPORT, "audit_year: 2025", "audit_year: 2025\nmy key: 1", "my key", ""),
        (REPORT, "audit_year: 2025", "audit_year: 2025\nsource: 1", "source", ""),
        (CONTACTS, "{id: ma_ru", "{phone: 1, id: ma_ru", "phone", ""),
        (PAGE, "  - detail: 정원 3곳", "  - details: 정원 3곳", "details", "did you mean detail?"),
        (PAGE, "{name: 항목, width: 2}", "{name: 항목, with: 2}", "with", "did you mean width?"),
        (AUDIT_FILE, "request: 정원을", "answer: 모름\n    request: 정원을", "answer", ""),
    ],
)
def test_an_unknown_key_is_reported(
    tmp_path: Path, file: str, old: str, new: str, key: str, hint: str
) -> None:
    text = FILES[file].replace(old, new)
    line = line_of(text, f"{key}:")
    hint = hint or "remove it, or see the keys in docs/content-format.md"
    assert _mistakes(tmp_path, file, old, new) == [
        f"{file}:{line}: error [unknown-key] unknown key {key}\n  hint: {hint}"
    ]


@pytest.mark.parametrize(
    ("file", "old", "line", "key"),
    [
        (REPORT, "year: 2026\n", 1, "year"),
        (ORGANIZATION, "head: 대표이사\n", 1, "head"),
        (ORGANIZATION, "    name: 정원팀\n", 16, "name"),
        (CONTACTS, ", post: 담당", 5, "post"),
        (ACCOUNTS, "{id: reserve, name: 예비비, reserve: true}", 9, "name"),
        (PAGE, "goal: 동네마다 정원을 두어 시민이 가까이에서 쉬게 함\n", 1, "goal"),
        (AUDIT_FILE, "    kind: correction\n", 2, "kind"),
    ],
)
def test_a_missing_key_is_reported(
    tmp_path: Path, file: str, old: str, line: int, key: str
) -> None:
    new = "{id: reserve}" if old.startswith("{id") else ""
    assert _mistakes(tmp_path, file, old, new) == [
        f"{file}:{line}: error [missing-key] the key {key} is missing\n"
        f"  hint: add a line «{key}: …»"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "message", "expected"),
    [
        (REPORT, "year: 2026\n", "year: 이천\n", 2, "year: found 이천", "a whole number"),
        (REPORT, "year: 2026\n", "year: 2026.5\n", 2, "year: found 2026.5", "a whole number"),
        (REPORT, "title: 주요업무 보고", "title:", 1, "title: found nothing", "text"),
        (
            REPORT,
            "2026-06-30",
            "2026-06-31",
            3,
            "base_date: found 2026-06-31",
            "a date such as 2025-06-05; the calendar has no 2026-06-31",
        ),
        (
            REPORT,
            "2026-06-30",
            "46203",
            3,
            "base_date: found 46203",
            "a date such as 2025-06-05; it may be a spreadsheet's number for 2026-06-30; "
            "write that day, or format the cell as a date",
        ),
        (
            REPORT,
            "2026-06-30",
            "06/05/26",
            3,
            "base_date: found 06/05/26",
            "a date such as 2025-06-05; it may be 2006-05-26, 2026-06-05 or 2026-05-06; "
            "write the one that is meant",
        ),
        (
            REPORT,
            "2026-06-30",
            "2026. 6.",
            3,
            "base_date: found 2026. 6.",
            "a date such as 2025-06-05; the day is missing",
        ),
        (REPORT, "2026-06-30", "0", 3, "base_date: found 0", "a date such as 2025-06-05"),
        (
            REPORT,
            "style: report",
            "style: letter",
            8,
            "style: found letter",
            "one of 'report' or 'official-letter'",
        ),
        (
            REPORT,
            'zero: "0"',
            'percent_decimals: 9, zero: "0"',
            8,
            "percent_decimals: found 9",
            "at most 4",
        ),
        (
            REPORT,
            "[2025 최종예산, 2026 본예산, 2026 제1회 추경]",
            "[]",
            7,
            "stages: found a list of 0",
            "at least one entry",
        ),
        (
            REPORT,
            "[2025 최종예산, 2026 본예산, 2026 제1회 추경]",
            "본예산",
            7,
            "stages: found 본예산",
            "a list (lines that start with -)",
        ),
        (
            REPORT,
            "council:\n  committee: 살림위원회",
            "council: 살림위원회",
            5,
            "council: found 살림위원회",
            "a mapping (key: value)",
        ),
        (ORGANIZATION, "quota: 2", "quota: -2", 35, "quota: found -2", "at least 0"),
        (ORGANIZATION, "quota: 2", "quota: 둘", 35, "quota: found 둘", "a whole number"),
        (
            ORGANIZATION,
            "id: green_hq",
            "id: Green-HQ",
            11,
            "id: found Green-HQ",
            "an id of lower-case letters, digits and _",
        ),
        (
            ACCOUNTS,
            "programmes: true",
            "programmes: maybe",
            8,
            "programmes: found maybe",
            "true or false",
        ),
        (PAGE, "2026-07/2026-11", "7월 중", 45, "period: found 7월 중", PERIOD),
        (
            PAGE,
            "2026-10-03",
            "2026-02-30",
            46,
            "period: found 2026-02-30",
            f"{PERIOD}; the calendar has no 2026-02-30",
        ),
        (
            PAGE,
            "2026-10-03",
            "2026-05/06",
            46,
            "period: found 2026-05/06",
            f"{PERIOD}; it may be 2026-05/2026-06 or 2026-05-06; write the one that is meant",
        ),
        (
            PAGE,
            "align: center, serial",
            "align: middle, serial",
            19,
            "align: found middle",
            "one of 'left', 'center' or 'right'",
        ),
        (
            PAGE,
            "  - detail: 정원 3곳",
            "  - {detail: 가, note: 나}",
            8,
            "blocks: found a mapping with detail, note",
            KINDS,
        ),
        (
            PAGE,
            "  - detail: 정원 3곳",
            "  - detail:",
            8,
            "blocks: found a mapping with detail",
            "something behind the colon",
        ),
        (
            REPORT,
            "  - {id: general, title: 일반현황}",
            "  - {id: general, title: 일반현황}\n" * 37,
            9,
            "chapters: found a list of 41",
            "fewer entries",
        ),
        (
            PAGE,
            "  - detail: 정원 3곳",
            "  - 정원 3곳",
            8,
            "blocks: found 정원 3곳",
            "a mapping (key: value)",
        ),
        (PAGE, "[도구, ", "[~, ", 34, "rows: found nothing", "text"),
        (
            PAGE,
            "lines: [대상은 가온시민, 교육 4회]",
            "lines: []",
            42,
            "lines: found a list of 0",
            "",
        ),
        (
            AUDIT_FILE,
            "status: completed",
            "status: done",
            4,
            "status: found done",
            "one of 'completed', 'in_progress', 'under_review' or 'not_reflected'",
        ),
        (
            AUDIT_FILE,
            "kind: correction",
            "kind:",
            3,
            "kind: found nothing",
            "one of 'correction', 'suggestion' or 'other'",
        ),
        (
            PAGE,
            "align: center, serial",
            "align: [center], serial",
            19,
            "align: found a list of 1",
            "one of 'left', 'center' or 'right'",
        ),
        (
            PAGE,
            "serial: true",
            "serial: [true]",
            19,
            "serial: found a list of 1",
            "true or false",
        ),
        (
            AUDIT_FILE,
            "kind: correction",
            "kind: order",
            3,
            "kind: found order",
            "one of 'correction', 'suggestion' or 'other'",
        ),
    ],
)
def test_a_value_of_the_wrong_type_is_reported(
    tmp_path: Path, file: str, old: str, new: str, line: int, message: str, expected: str
) -> None:
    expected = expected or "at least one entry"
    assert _mistakes(tmp_path, file, old, new) == [
        f"{file}:{line}: error [wrong-type] {message}\n  hint: expected {expected}"
    ]


@pytest.mark.parametrize(
    ("data", "found"), [("", "nothing"), ("- a\n", "a list of 1"), ("그냥 글\n", "그냥 글")]
)
def test_a_file_that_is_no_mapping_is_reported(tmp_path: Path, data: str, found: str) -> None:
    assert read_mistakes(write_folder(tmp_path, files={REPORT: data})) == [
        f"{REPORT}:1: error [wrong-type] {REPORT}: found {found}\n"
        "  hint: expected a mapping (key: value)"
    ]


def test_a_long_value_is_shortened(tmp_path: Path) -> None:
    (mistake,) = _mistakes(tmp_path, REPORT, "year: 2026\n", f"year: {'긴' * 50}\n")
    assert f"year: found {'긴' * 39}…\n" in mistake


def test_every_mistake_of_a_file_is_reported_at_once(tmp_path: Path) -> None:
    text = (
        GARDEN_PAGE.replace("goal:", "gaol:")
        .replace("2026-10-03", "가을")
        .replace("width: 8", "width: 넓게")
    )
    mistakes = read_mistakes(write_folder(tmp_path, files={PAGE: text}))
    assert [mistake.partition("\n")[0] for mistake in mistakes] == [
        f"{PAGE}:1: error [missing-key] the key goal is missing",
        f"{PAGE}:19: error [wrong-type] width: found 넓게",
        f"{PAGE}:46: error [wrong-type] period: found 가을",
        f"{PAGE}:3: error [unknown-key] unknown key gaol",
    ]


def test_a_cell_that_is_no_cell_is_reported(tmp_path: Path) -> None:
    mistakes = _mistakes(tmp_path, PAGE, "[도구, ", "[{colour: 빨강}, ")
    assert [mistake.partition("\n")[0] for mistake in mistakes] == [
        f"{PAGE}:34: error [missing-key] the key text is missing",
        f"{PAGE}:34: error [unknown-key] unknown key colour",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "hint"),
    [
        (
            REPORT,
            "audit_year: 2025",
            "audit_year: ２０２５",
            "expected a whole number; the digits are full-width; write 2025",
        ),
        (
            ORGANIZATION,
            "quota: 2",
            "quota: 2O",
            "expected a whole number; a letter stands in the place of a digit; write 20",
        ),
        (
            ORGANIZATION,
            "quota: 2",
            "quota: 2명",
            "expected a whole number; write the number alone, without 명: 2",
        ),
        (
            REPORT,
            "2026-06-30",
            "2O26-06-30",
            "expected a date such as 2025-06-05; "
            "a letter stands in the place of a digit; write 2026-06-30",
        ),
        (
            PAGE,
            "  - detail: 정원 3곳",
            "  - detail:정원 3곳",
            "expected a mapping (key: value); "
            "no blank stands behind the colon of detail; write «detail: …»",
        ),
        (
            PAGE,
            "  - detail: 정원 3곳",
            "  - detail: #3곳",
            "expected something behind the colon; "
            "« #» begins a comment; put a text that holds it in quotes",
        ),
        (
            PAGE,
            "  - detail: 정원 3곳",
            "  - detail: [정원 3곳]",
            "expected text; put a text that begins with [ { … in quotes",
        ),
        (
            AUDIT_FILE,
            "status: completed",
            "status: 추진",
            "it may be 'completed' or 'in_progress'; write the one that is meant",
        ),
    ],
)
def test_the_cause_of_a_wrong_value_is_told(
    tmp_path: Path, file: str, old: str, new: str, hint: str
) -> None:
    (mistake,) = _mistakes(tmp_path, file, old, new)
    assert mistake.partition("hint: ")[2] == hint


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("audit_year: 2025", "audit_year: 2025\ncommittee: 가", "committee stands below council"),
        ("audit_year: 2025", "audit_year: 2025\nid: 가", "id stands below chapters, table"),
        (
            "audit_year: 2025",
            "audit_year: 2025\nMark: 가",
            "did you mean mark? Only blanks, width or case differ",
        ),
    ],
)
def test_a_key_is_never_suggested_where_it_stands(
    tmp_path: Path, old: str, new: str, hint: str
) -> None:
    (mistake,) = _mistakes(tmp_path, REPORT, old, new)
    assert mistake.partition("hint: ")[2] == hint


def test_a_key_without_a_blank_behind_its_colon_is_told(tmp_path: Path) -> None:
    found = _mistakes(tmp_path, CONTACTS, "id: ma_ru, name: 마루", "id: ma_ru, name:마루")
    assert found[1].endswith("no blank stands behind the colon of name; write «name: …»")


def test_choices_are_explained_to_readers_of_korean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "ko")
    (mistake,) = _mistakes(tmp_path, REPORT, "style: report", "style: 편지")
    assert "'report'(보고서), 'official-letter'(공문)" in mistake.replace(" or ", ", ")


@pytest.mark.parametrize(
    ("typed", "found", "expected"),
    [("[]", "a list of 0", "at least one entry"), ("[가, {나: 1}]", "a mapping with 나", "text")],
)
def test_a_head_of_a_column_is_a_text_or_lines(
    tmp_path: Path, typed: str, found: str, expected: str
) -> None:
    (told,) = _mistakes(tmp_path, PAGE, "name: 항목", f"name: {typed}")
    assert f"found {found}" in told
    assert f"expected {expected}" in told
