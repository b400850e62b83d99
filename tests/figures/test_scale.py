"""Sums over columns are the sums of the entries, in every state of every ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import select_entries
from reportgen.figures.slices import LedgerSlices
from reportgen.model.ledger import APPROPRIATION_KINDS, Approval, EntryKind, LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from tests.model.ledgers import ACCOUNTS, ENTRIES, STAGES
from tests.sample import read_folder, write_folder

DAYS = st.dates(date(2025, 11, 1), date(2026, 2, 28))


@cache
def _sample() -> ProjectFolder:
    stages = {
        "content/report.yaml": (
            "stages: [2025 최종예산, 2026 본예산, 2026 제1회 추경]",
            f"stages: [{', '.join(STAGES)}]",
        )
    }
    with TemporaryDirectory() as root:
        return read_folder(write_folder(Path(root), stages))


def _counts(entry: LedgerEntry, day: date, stage: str | None) -> bool:
    """Which entries count, entry by entry."""
    order = STAGES.index(stage) if stage else len(STAGES)
    return (
        entry.date <= day
        and STAGES.index(entry.stage) <= order
        and (entry.approval is Approval.PASSED or entry.stage == stage)
    )


def _sum(entries: list[LedgerEntry], account: str, kind: EntryKind, year: int, stage: str) -> int:
    return sum(
        entry.amount
        for entry in entries
        if (entry.account, entry.kind, entry.date.year) == (account, kind, year)
        and stage in ("", entry.stage)
    )


@given(ENTRIES, DAYS, st.sampled_from((None, *STAGES)))
def test_a_state_counts_the_entries_that_it_should(
    entries: list[LedgerEntry], day: date, stage: str | None
) -> None:
    folder = replace(_sample(), ledger=tuple(entries))
    counted = [entry for entry in entries if _counts(entry, day, stage)]
    assert list(select_entries(folder, day, stage)) == counted


@given(
    ENTRIES,
    st.sampled_from(ACCOUNTS),
    st.sampled_from(EntryKind),
    st.sampled_from((2025, 2026)),
    st.sampled_from(("", *STAGES)),
)
def test_a_sum_is_that_of_its_entries(
    entries: list[LedgerEntry], account: str, kind: EntryKind, year: int, stage: str
) -> None:
    figure = LedgerSlices(entries).sum_kind("a", account, kind, year, stage)
    assert figure.value == _sum(entries, account, kind, year, stage)


@given(ENTRIES, DAYS, st.sampled_from((None, *STAGES)))
def test_a_figure_is_the_sum_of_the_entries_that_it_names(
    entries: list[LedgerEntry], day: date, stage: str | None
) -> None:
    numbered = [
        replace(entry, source=replace(entry.source, line=line))
        for line, entry in enumerate(entries, 2)
    ]
    folder = replace(_sample(), ledger=tuple(numbered))
    figures = compute_figures(folder, select_entries(folder, day, stage), stage)
    amounts = {entry.source: entry.amount for entry in numbered}
    named = {
        account: [amounts[source] for source in figures[f"appropriation.{account}"].sources]
        for account in ACCOUNTS
    }
    counted = [entry for entry in numbered if _counts(entry, day, stage)]
    for_each = {account: _list_amounts(counted, account) for account in ACCOUNTS}
    assert {account: sorted(found) for account, found in named.items()} == {
        account: sorted(found) for account, found in for_each.items()
    }
    assert {account: sum(found) for account, found in named.items()} == {
        account: figures[f"appropriation.{account}"].value for account in ACCOUNTS
    }


def _list_amounts(entries: list[LedgerEntry], account: str) -> list[int]:
    return [
        entry.amount
        for entry in entries
        if entry.account == account
        and entry.kind in APPROPRIATION_KINDS
        and entry.date.year == 2026
    ]
