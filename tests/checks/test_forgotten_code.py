"""An expression that nothing fills is told before it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks.forgotten_code import check_forgotten_code
from tests.sample import check_rows, run_check

PAGE = "content/projects/01-garden.yaml"
CONTACTS = "content/contacts.yaml"
VALUE = "write the value; expressions aren't filled in this text"
HALF = "an expression begins with {{ and ends with }}; \\{{ prints braces"


def _find(tmp_path: Path, typed: str) -> list[tuple[str, str, str]]:
    text = "'" + typed.replace("'", "''") + "'"
    change = {PAGE: ("detail: 정원 3곳", f"detail: {text}")}
    found = run_check(check_forgotten_code, tmp_path, change)
    return [(one.severity.value, one.published, one.hint) for one in found]


@pytest.mark.parametrize(
    ("typed", "code", "written"),
    [
        (
            "예산 { figures.a.b | million_won }",
            "{ figures.a.b | million_won }",
            "figures.a.b | million_won",
        ),
        ("｛｛ figures.a.b ｝｝", "｛｛ figures.a.b ｝｝", "figures.a.b"),
        ("｛ figures.a.b ｜ won ｝", "｛ figures.a.b ｜ won ｝", "figures.a.b | won"),
        ("{{ x }", "{{ x }", "x"),
        ("{ figures.a.b }}", "{ figures.a.b }}", "figures.a.b"),
        ("{{ figures.a['4급'] }", "{{ figures.a['4급'] }", "figures.a['4급']"),
        ("총액은 figures.a.b | won 임", "figures.a.b | won", "figures.a.b | won"),
        ("report.year년", "report.year", "report.year"),
        ("[figures.a]", "figures.a", "figures.a"),
    ],
)
def test_code_without_its_braces_is_an_error(
    tmp_path: Path, typed: str, code: str, written: str
) -> None:
    expected = ("error", code, f"write {{{{ {written} }}}}")
    assert _find(tmp_path, typed) == [expected]


def test_an_expression_that_is_not_closed_is_an_error(tmp_path: Path) -> None:
    assert _find(tmp_path, "{{ figures.a.b | won 임") == [
        ("error", "{{ figures.a.b | won 임", HALF)
    ]


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("{name} 님", "{name}", "write {{ name }}"),
        ("｛｛ 참고 ｝｝", "｛｛ 참고 ｝｝", "write {{ 참고 }}"),
        ("{{ 그대로", "{{ 그대로", HALF),
        ("그대로 }}", "그대로 }}", HALF),
        ("{% 단위", "{%", HALF),
        ("{{ report.year }}}", "{{ … }}}", HALF),
    ],
)
def test_what_may_be_code_is_a_warning(tmp_path: Path, typed: str, code: str, hint: str) -> None:
    assert _find(tmp_path, typed) == [("warning", code, hint)]


@pytest.mark.parametrize(
    "typed",
    [
        "{{ report.year }}년",
        r"\{{ figures.a }}",
        "{전년 대비 50%}",
        "{가, 나}",
        "｛참고｝",
        "단위: {%}",
        "https://example.org/figures.html",
        "report.docx",
        "Key figures. In 2025",
        "a | b",
        "{% if report.year %}가{% endif %}",
    ],
)
def test_a_text_is_fine(tmp_path: Path, typed: str) -> None:
    assert _find(tmp_path, typed) == []


@pytest.mark.parametrize("code", ["{{ report.year }}", "{% if a %}", "{ figures.a.b }"])
def test_code_where_nothing_is_filled_is_an_error(tmp_path: Path, code: str) -> None:
    change = {CONTACTS: ("post: 담당", f"post: '담당 {code}'")}
    (found,) = run_check(check_forgotten_code, tmp_path, change)
    assert str(found) == (
        f"{CONTACTS}:5: error [forgotten-code] "
        f"«{code}» looks like an expression, and is printed as it stands\n  hint: {VALUE}"
    )


def test_code_in_the_ledger_is_an_error(tmp_path: Path) -> None:
    rows = "2026-05-01,2026 제1회 추경,disbursement,garden,1,{{ figures.a }}\n"
    (found,) = check_rows(check_forgotten_code, tmp_path, rows)
    assert "more.csv:2: error [forgotten-code]" in found
