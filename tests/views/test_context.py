"""Chapters are numbered, texts are filled, and cells say where they stand."""

from pathlib import Path

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.state import State
from reportgen.templating.printed import Place
from tests.sample import RIVER_WATCH_PAGE, find_mistakes, write_folder

PAGE = "content/projects/03-river-watch.yaml"
BUDGET = "{{ figures.appropriation.river_watch | thousand_won }}"
HINT = "write an expression such as {{ figures.appropriation.ACCOUNT | thousand_won }}"
SOURCE = SourceRef("a.yaml", 1)


def _mistakes(tmp_path: Path, expression: str) -> list[str]:
    text = RIVER_WATCH_PAGE.replace("(사업예산) " + BUDGET, expression)
    return find_mistakes(write_folder(tmp_path, files={PAGE: text}))


def test_a_chapter_has_a_numeral_and_its_title_filled(state: State) -> None:
    assert state.context.chapter("budget") == "Ⅳ. 2026 세입・세출예산 세부현황"


def test_a_chapter_that_the_report_does_not_have_is_named_by_its_id(state: State) -> None:
    assert state.context.chapter("appendix") == "appendix"


def test_a_filled_text_remembers_its_figures_and_its_paragraph(state: State) -> None:
    text = state.context.text(f"예산 {BUDGET}", SOURCE, Place("Ⅲ"))
    assert text == "예산 150,000천원"
    assert [figure.name for figure in text.figures] == ["appropriation.river_watch"]
    assert text.place == Place("Ⅲ", paragraph="예산 150,000천원")


def test_a_text_in_a_table_keeps_the_place_of_its_cell(state: State) -> None:
    place = Place("Ⅲ", "표", "1", "비고")
    assert state.context.text("가", SOURCE, place).place == place


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{ figures.appropriation.garden | million_won }}", "200백만원"),
        ("{{ figures.appropriation.garden }}", "200,000"),
        (
            "{{ (figures.appropriation.garden + figures.appropriation.tree_map) | thousand_won }}",
            "300,000천원",
        ),
        (
            "{{ (figures.commitment.garden - figures.disbursement.garden) | thousand_won }}",
            "40,000천원",
        ),
        ("{{ figures.commitment_rate.garden }}", "60.0%"),
        ("{{ figures.staffing.quota['1급'] }}명", "2명"),
        ("{{ report.base_date }}", "’26. 6. 30."),
        ("{% if figures.count.teams.value > 2 %}많음{% endif %}", "많음"),
        ("\\{{ 그대로 }}", "{{ 그대로 }}"),
        ("<b> & 'c'", "<b> & 'c'"),
    ],
)
def test_expressions_of_a_text_are_filled(state: State, text: str, filled: str) -> None:
    assert state.context.text(text, SOURCE) == filled


@pytest.mark.parametrize(
    ("expression", "rule", "problem"),
    [
        ("{{ figures.tally.rivr }}", "undefined", "figures.tally is not defined"),
        ("{{ 예산 }}", "undefined", "예산 is not defined"),
        (
            "{{ figures.commitment_rate.garden + figures.commitment_rate.garden }}",
            "expression",
            "commitment_rate.garden is not a whole number",
        ),
        ("{% if %}{% endif %}", "expression", "a value is missing at the end"),
    ],
)
def test_an_expression_that_can_not_be_filled_is_reported(
    tmp_path: Path, expression: str, rule: str, problem: str
) -> None:
    assert _mistakes(tmp_path, f'"{expression}"') == [
        f"{PAGE}:6: error [{rule}] «{expression}»: {problem}\n  hint: {HINT}"
    ]


@pytest.mark.parametrize(
    ("expression", "problem", "hint"),
    [
        (
            "{{ figures.appropriation.garden | percent }}",
            "appropriation.garden counts won, and the filter prints a ratio",
            "use a filter of its own: percent for a ratio, thousand_won for won, "
            "number for a count",
        ),
        (
            "{{ 1 / 0 }}",
            "division by zero",
            "print it only inside {% if … %} that asks whether the divisor is 0",
        ),
    ],
)
def test_the_hint_fits_what_failed(
    tmp_path: Path, expression: str, problem: str, hint: str
) -> None:
    assert _mistakes(tmp_path, f'"{expression}"') == [
        f"{PAGE}:6: error [expression] «{expression}»: {problem}\n  hint: {hint}"
    ]


@pytest.mark.parametrize(
    ("expression", "problem", "meant"),
    [
        (
            "{{ figures.appropriation.gardn | thousand_won }}",
            "figures.appropriation.gardn is not defined",
            "figures.appropriation.garden",
        ),
        (
            "{{ figures.apropriation.garden }}",
            "figures.apropriation is not defined",
            "figures.appropriation.garden",
        ),
        ("{{ report.base_dat }}", "report.base_dat is not defined", "report.base_date"),
        ("{{ 1 | thousands_won }}", "there is no filter thousands_won", "thousand_won"),
    ],
)
def test_the_name_that_an_expression_may_have_meant_is_suggested(
    tmp_path: Path, expression: str, problem: str, meant: str
) -> None:
    (mistake,) = _mistakes(tmp_path, f'"{expression}"')
    assert mistake.endswith(f"«{expression}»: {problem}\n  hint: did you mean {meant}?")


def test_a_text_that_reaches_into_python_is_refused(tmp_path: Path) -> None:
    (mistake,) = _mistakes(tmp_path, '"{{ figures.__class__ }}"')
    assert mistake.startswith(f"{PAGE}:6: error [")


def test_a_mistake_in_a_text_that_is_printed_twice_is_reported_once(tmp_path: Path) -> None:
    replace = {"content/report.yaml": ("{{ report.year }}", "{{ report.yaer }}")}
    (mistake,) = find_mistakes(write_folder(tmp_path, replace))
    assert mistake.startswith(
        "content/report.yaml:13: error [undefined] «{{ report.yaer }} 세입・세출예산 세부현황»: "
    )


def test_mistakes_of_checks_and_expressions_are_reported_together(tmp_path: Path) -> None:
    replace = {
        PAGE: ("river_watch | thousand_won", "rivr | thousand_won"),
        "content/budget/ledger.csv": ("disbursement,garden", "disbursement,gardn"),
        "content/contacts.yaml": ("unit: garden_team", "unit: flower_team"),
    }
    rules = [m.split("[")[1].split("]")[0] for m in find_mistakes(write_folder(tmp_path, replace))]
    assert rules == ["unknown-unit", "unknown-account", "undefined"]


def test_amounts_of_cells_are_in_thousands_of_won(state: State) -> None:
    context = state.context
    cell = context.amount(context.figures["appropriation.garden"], Place("Ⅰ"))
    assert (cell, cell.value, cell.align) == ("200,000", 200_000_000, "right")
