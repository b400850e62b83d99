"""What a revenue account pays for is what it brings."""

import re
from pathlib import Path

from reportgen.checks.funding import check_funding, check_funding_names
from tests.sample import ACCOUNTS as TREE
from tests.sample import MORE_FILE, Replace, check_rows, line_of, run_check

ACCOUNTS = "content/budget/accounts.yaml"
HINT = "  hint: correct the funding of a programme or of an entry"

_BUS = "name: 책 버스 운영\n            category: projects\n"
_BY_CITY = re.sub(r"(\n +|, )category: \w+", r"\g<0>\1funding: city_grant", TREE)
FUNDED = _BY_CITY.replace(
    f"{_BUS}            funding: city_grant", f"{_BUS}            funding: service_fee"
)
WHOLE: Replace = {ACCOUNTS: (TREE, FUNDED)}
"""Every programme names its funding."""

PARTS = """\
2026-01-02,2026 본예산,opening,basic_expense,△50000,이월금으로,city_grant
2026-01-02,2026 본예산,opening,basic_expense,50000,이월금으로,carryover
"""
"""A part of one programme is paid by another account than the rest."""


def test_a_budget_whose_funding_is_named_in_full_and_adds_up_is_fine(tmp_path: Path) -> None:
    assert check_rows(check_funding, tmp_path, PARTS, WHOLE) == []


def test_every_account_that_brings_more_or_less_than_it_pays_for_is_reported(
    tmp_path: Path,
) -> None:
    rows = PARTS.replace("50000", "40000")
    assert check_rows(check_funding, tmp_path, rows, WHOLE) == [
        f"{ACCOUNTS}:{line_of(FUNDED, 'id: city_grant')}: error [funding] city_grant brings "
        f"900,000 thousand won and pays for 910,000, difference -10,000\n{HINT}",
        f"{ACCOUNTS}:{line_of(FUNDED, 'id: carryover')}: error [funding] carryover brings "
        f"50,000 thousand won and pays for 40,000, difference 10,000\n{HINT}",
    ]


def test_an_account_may_pay_for_less_while_some_funding_is_not_named(tmp_path: Path) -> None:
    part = f"{_BUS}            funding: service_fee\n"
    rows = "2026-06-01,2026 제1회 추경,opening,book_bus,△1000\n"
    assert check_rows(check_funding, tmp_path, rows, {ACCOUNTS: (_BUS, part)}) == []


def test_an_account_must_not_pay_for_more_though_some_funding_is_not_named(
    tmp_path: Path,
) -> None:
    part = f"{_BUS}            funding: service_fee\n"
    rows = "2026-06-01,2026 제1회 추경,opening,book_bus,1000\n"
    (found,) = check_rows(check_funding, tmp_path, rows, {ACCOUNTS: (_BUS, part)})
    assert "service_fee brings 50,000 thousand won and pays for 51,000" in found


def test_carry_over_on_expenditure_only_is_paid_by_last_year(tmp_path: Path) -> None:
    rows = PARTS + "2026-01-02,2026 본예산,명시이월,garden,3000\n"
    assert check_rows(check_funding, tmp_path, rows, WHOLE) == []


def test_a_budget_without_any_funding_is_fine(tmp_path: Path) -> None:
    assert run_check(check_funding, tmp_path) == []


def test_a_funding_that_is_no_account_of_revenue_is_reported(tmp_path: Path) -> None:
    part = f"{_BUS}            funding: service_fees\n"
    rows = "2026-06-01,2026 제1회 추경,opening,book_bus,1000,,garden\n"
    line = line_of(TREE.replace(_BUS, part), "funding")
    assert check_rows(check_funding_names, tmp_path, rows, {ACCOUNTS: (_BUS, part)}) == [
        f"{ACCOUNTS}:{line}: error [unknown-funding] service_fees is not known\n"
        "  hint: did you mean service_fee?",
        f"{MORE_FILE}:2: error [unknown-funding] garden is not known\n"
        "  hint: use one of city_grant, service_fee, carryover",
    ]


def test_a_funding_that_is_an_account_of_revenue_is_fine(tmp_path: Path) -> None:
    assert check_rows(check_funding_names, tmp_path, PARTS, WHOLE) == []
