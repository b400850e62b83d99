"""Figures that changed, as they are listed."""

from decimal import Decimal
from pathlib import Path

from reportgen.comparison import Comparison, compare_versions
from reportgen.comparison.figures import FigureChange
from tests.amended import HISTORY
from tests.comparison.versions import LEDGER_FILE, compare_samples, load
from tests.sample import write_folder

BUDGET = "2026-01-02,2026 본예산,opening,{},{},2026 본예산서,\n"
RAISED = {
    LEDGER_FILE: (
        BUDGET.format("garden", 150000) + BUDGET.format("tree_map", 100000),
        BUDGET.format("garden", 160000) + BUDGET.format("tree_map", 90000),
    )
}


def _figure(comparison: Comparison, name: str) -> FigureChange:
    (found,) = (figure for figure in comparison.figures if figure.name == name)
    return found


def test_a_figure_is_told_with_old_new_and_difference(tmp_path: Path) -> None:
    figure = _figure(compare_samples(tmp_path, RAISED), "appropriation.garden")
    assert (figure.old, figure.new, figure.difference) == (200_000_000, 210_000_000, 10_000_000)
    assert (figure.kind.value, figure.label) == ("changed", "예산현액 · 마을정원 가꾸기")


def test_a_rate_differs_unrounded(tmp_path: Path) -> None:
    figure = _figure(compare_samples(tmp_path, RAISED), "commitment_rate.tree_map")
    old, new = Decimal(1), Decimal(100) / 90
    assert (figure.old, figure.new, figure.difference) == (old, new, new - old)


def test_a_figure_that_stayed_is_not_listed(tmp_path: Path) -> None:
    names = {figure.name for figure in compare_samples(tmp_path, RAISED).figures}
    assert "appropriation.garden" in names
    assert not names & {"appropriation.unit_garden", "appropriation.expenditure"}


def test_a_figure_lists_every_place_with_both_texts(tmp_path: Path) -> None:
    figure = _figure(compare_samples(tmp_path, RAISED), "appropriation.garden")
    told = {
        (pair.old.text, pair.new.text, pair.new.place.table, pair.new.place.column)
        for pair in figure.places
        if pair.old and pair.new
    }
    assert told == {
        ("200,000", "210,000", "2026년 사업 및 예산", "예산액"),
        ("200,000", "210,000", "세출예산 집행현황", "예산현액"),
        ("200,000천원", "210,000천원", "", ""),
    }


def test_a_figure_of_one_state_alone_has_no_difference(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files={LEDGER_FILE: HISTORY})
    comparison = compare_versions(load(root, "2026 본예산"), load(root, "2026 제1회 추경"))
    figure = _figure(comparison, "amending.garden")
    assert (figure.kind.value, figure.old, figure.new) == ("added", None, 50_000_000)
    assert figure.difference is None
    assert [cause.effect for cause in figure.causes] == [50_000_000]
    # The budget before the amendment rests on entries that both states have.
    assert _figure(comparison, "present.garden").causes == ()


def test_printed_totals_come_first_then_the_largest_changes(tmp_path: Path) -> None:
    first = BUDGET.format("city_grant", 850000)
    replace = {LEDGER_FILE: (first, BUDGET.format("city_grant", 950000))}
    names = [figure.name for figure in compare_samples(tmp_path, replace).ranked]
    assert names[:4] == [
        "appropriation.revenue",
        "change.revenue",
        "change_rate.revenue",
        "appropriation.city_grant",
    ]
    assert names[-1].startswith(("budget.", "opening."))
