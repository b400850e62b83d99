"""What each revenue account pays for, as far as content and ledger say so."""

from pathlib import Path

import pytest

from reportgen.figures.funding import Funding, sum_funding
from reportgen.figures.selection import select_entries
from tests.sample import BASE_DATE, Replace, read_with_rows

GARDEN_FUNDED: Replace = {
    "content/budget/accounts.yaml": (
        "former_names: [마을정원가꾸기]",
        "former_names: [마을정원가꾸기]\n            funding: city_grant",
    )
}


def _sum(tmp_path: Path, rows: str = "", replace: Replace | None = None) -> Funding:
    rows = rows or "2026-06-01,2026 제1회 추경,지출,garden,0\n"
    folder = read_with_rows(tmp_path, rows, replace)
    return sum_funding(folder, select_entries(folder, BASE_DATE))


def test_a_budget_that_names_no_source_is_all_unnamed(tmp_path: Path) -> None:
    funding = _sum(tmp_path)
    assert (funding.amounts, funding.by_source) == ({}, {})
    assert sum(funding.unnamed.values()) == 1_000_000_000


def test_the_source_of_a_programme_pays_for_all_its_entries(tmp_path: Path) -> None:
    funding = _sum(tmp_path, replace=GARDEN_FUNDED)
    assert funding.amounts == {"garden": {"city_grant": 200_000_000}}
    assert "garden" not in funding.unnamed


def test_the_source_of_an_entry_goes_before_that_of_its_programme(tmp_path: Path) -> None:
    rows = "2026-06-01,2026 제1회 추경,추경,garden,30,,service_fee\n"
    funding = _sum(tmp_path, rows, GARDEN_FUNDED)
    assert funding.amounts["garden"] == {"city_grant": 200_000_000, "service_fee": 30_000}


def test_what_a_source_pays_for_is_added_up_over_programmes(tmp_path: Path) -> None:
    rows = "2026-06-01,2026 제1회 추경,추경,tree_map,30,,city_grant\n"
    assert _sum(tmp_path, rows, GARDEN_FUNDED).by_source == {"city_grant": 200_030_000}


@pytest.mark.parametrize(
    "row",
    [
        "2026-06-01,2026 제1회 추경,지출,tree_map,30,,city_grant",
        "2025-06-01,2025 최종예산,추경,tree_map,30,,city_grant",
        "2026-06-01,2026 제1회 추경,추경,city_grant,30,,city_grant",
    ],
    ids=["spending", "another year", "revenue itself"],
)
def test_only_the_appropriation_of_programmes_of_the_year_is_paid_for(
    tmp_path: Path, row: str
) -> None:
    assert _sum(tmp_path, f"{row}\n").by_source == {}


def test_a_rest_of_zero_is_not_unnamed(tmp_path: Path) -> None:
    rows = "2026-06-01,2026 제1회 추경,추경,book_bus,△50000\n"
    assert "book_bus" not in _sum(tmp_path, rows).unnamed
