"""Every figure of a random ledger is what a model says that was written apart from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostic
from reportgen.figures import FigureTable
from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import select_entries
from reportgen.readers.ledger import read_ledger
from tests import budget_model as model
from tests.figures.ledgers import read_sample
from tests.sample import ACCOUNTS

HEADER = "일자,단계,구분,과목,금액(천원),금액(원),의결\n"
MEASURES = (
    "budget",
    "appropriation",
    "prior_final",
    "change",
    "change_rate",
    *model.MORE,
    "commitment",
    "disbursement",
    "commitment_rate",
    "disbursement_rate",
    "balance",
    "collection",
    "amending",
    "amended",
    "present",
    "amending_rate",
)
SAME = Fraction(1, 10**20)
"""How far a quotient of 28 digits may be from the true one."""

DAYS = st.dates(date(2025, 11, 1), date(2026, 12, 31)).map(date.isoformat)
THOUSANDS = st.integers(-(10**6), 10**9).map(lambda won: f'"{won:,}",'.replace("-", "△"))
WON = st.integers(-(10**9), 10**13).map(lambda won: f",{won}")


def _write_row(
    day: str, stage: str, kind: str, account: str, amount: str, state: str, by_category: bool
) -> str:
    """A row; last year's budget of a programme stands on its category where that is asked."""
    is_before = day.startswith("2025") and kind in model.BUDGET
    place = model.CATEGORY_OF.get(account, account) if is_before and by_category else account
    return f"{day},{stage},{kind},{place},{amount},{state}\n"


@st.composite
def ledgers(draw: st.DrawFn) -> str:
    """A ledger of any rows, with last year's budget by programme or by category."""
    by_category = draw(st.booleans())
    row = st.builds(
        _write_row,
        DAYS,
        st.sampled_from(model.STAGES),
        st.sampled_from(model.KINDS),
        st.sampled_from((*model.REVENUE, *model.CATEGORY_OF)),
        st.one_of(THOUSANDS, WON),
        st.sampled_from(("", "", "의결", "안")),
        st.just(by_category),
    )
    return HEADER + "".join(draw(st.lists(row, min_size=1, max_size=25)))


def _compute(text: str, day: str, stage: str | None) -> FigureTable:
    """What the program makes of the file."""
    diagnostics: list[Diagnostic] = []
    with TemporaryDirectory() as root:
        path = Path(root) / "ledger.csv"
        path.write_text(text, encoding="utf-8")
        folder = replace(read_sample(), ledger=read_ledger(path, "ledger.csv", diagnostics))
    assert diagnostics == []
    entries = select_entries(folder, date.fromisoformat(day), stage)
    return compute_figures(folder, entries, stage)


def _find_different(
    figures: FigureTable, expected: dict[str, int | Fraction | None]
) -> Iterator[tuple[str, object, object]]:
    """The figures that one side has only, or that differ."""
    names = {name for name in figures if name.partition(".")[0] in MEASURES}
    for name in sorted(names ^ expected.keys()):
        yield name, name in figures, name in expected
    for name in sorted(names & expected.keys()):
        value, truth = figures[name].value, expected[name]
        if isinstance(value, Decimal) and isinstance(truth, Fraction):
            if abs(Fraction(value) - truth) > SAME * max(abs(truth), 1):
                yield name, value, truth
        elif value != truth:
            yield name, value, truth


@settings(deadline=None)
@given(ledgers(), DAYS, st.sampled_from((None, *model.STAGES)))
def test_every_figure_is_that_of_the_model(text: str, day: str, stage: str | None) -> None:
    expected = model.compute(model.choose(model.read_rows(text), day, stage), stage)
    assert list(_find_different(_compute(text, day, stage), expected)) == []


def test_the_model_is_of_the_sample() -> None:
    accounts = read_sample().accounts
    assert [account.id for account in accounts.revenue] == list(model.REVENUE)
    assert {leaf.id: leaf.category for leaf in accounts.programmes()} == model.CATEGORY_OF
    units = {
        unit.id: tuple(leaf.id for leaf in unit.children) for _, unit in accounts.unit_programmes()
    }
    assert units == model.UNITS
    assert set(model.POLICIES) == {policy.id for policy in accounts.expenditure}
    assert all(f"id: {category}," in ACCOUNTS for category in model.CATEGORIES)


def test_the_model_imports_nothing_of_the_program() -> None:
    source = Path(model.__file__).read_text(encoding="utf-8")
    assert "reportgen" not in source


@pytest.mark.parametrize(
    ("old", "new"),
    [("예산현액", "본예산"), ("1000", "1001"), ("2026 제1회 추경,추경", "2026 본예산,추경")],
)
def test_a_difference_is_found(old: str, new: str) -> None:
    text = HEADER + (
        "2025-12-31,2025 최종예산,예산현액,projects,900,,\n"
        "2026-01-02,2026 본예산,예산현액,garden,1000,,\n"
        "2026-01-02,2026 본예산,본예산,tree_map,500,,\n"
        "2026-05-01,2026 제1회 추경,추경,garden,100,,\n"
    )
    figures = _compute(text, "2026-06-30", None)
    changed = model.read_rows(text.replace(old, new))
    found = list(_find_different(figures, model.compute(changed, None)))
    assert bool(found) is (old != "예산현액")


def test_the_sample_is_what_the_model_says() -> None:
    text = HEADER + (
        "2025-12-31,2025 최종예산,예산현액,garden,100000,,\n"
        "2026-01-02,2026 본예산,예산현액,garden,150000,,\n"
        "2026-05-01,2026 제1회 추경,추경,garden,△50000,,안\n"
    )
    rows = model.choose(model.read_rows(text), "2026-06-30", "2026 제1회 추경")
    figures = model.compute(rows, "2026 제1회 추경")
    assert figures["present.garden"] == 150_000_000
    assert figures["amending_rate.projects"] == Fraction(-1, 3)
    assert figures["change.expenditure"] == 0
    assert figures["commitment_rate.book_bus"] is None
