"""Entries are summed once, by account, kind, stage and year, with their sources."""

from datetime import date

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.figures.slices import LedgerSlices, join_kinds
from reportgen.model.ledger import CARRYOVERS, EntryKind, LedgerEntry
from reportgen.money import Won

ORIGINAL, AMENDMENT = EntryKind.ORIGINAL, EntryKind.AMENDMENT


def _entry(line: int, kind: EntryKind, amount: int, stage: str, year: int = 2026) -> LedgerEntry:
    source = SourceRef("a.csv", line)
    return LedgerEntry(date(year, 5, 1), stage, kind, "garden", Won(amount), "", "", source)


@pytest.fixture
def slices() -> LedgerSlices:
    return LedgerSlices(
        [
            _entry(2, ORIGINAL, 100, "본예산"),
            _entry(3, AMENDMENT, 30, "제1회 추경"),
            _entry(4, AMENDMENT, -5, "제2회 추경"),
            _entry(5, AMENDMENT, 7, "제1회 추경"),
            _entry(6, AMENDMENT, 900, "최종예산", 2025),
            _entry(7, EntryKind.COMMITMENT, 50, "본예산"),
        ]
    )


def _lines(sources: tuple[SourceRef, ...]) -> list[int]:
    return sorted(source.line for source in sources)


@pytest.mark.parametrize(
    ("kind", "year", "stage", "won", "lines"),
    [
        (ORIGINAL, 2026, "", 100, [2]),
        (AMENDMENT, 2026, "", 32, [3, 4, 5]),
        (AMENDMENT, 2026, "제1회 추경", 37, [3, 5]),
        (AMENDMENT, 2026, "본예산", 0, []),
        (AMENDMENT, 2025, "", 900, [6]),
        (EntryKind.OPENING, 2026, "", 0, []),
    ],
)
def test_a_sum_has_the_entries_of_its_kind_year_and_stage(
    slices: LedgerSlices, kind: EntryKind, year: int, stage: str, won: int, lines: list[int]
) -> None:
    figure = slices.sum_kind("a", "garden", kind, year, stage)
    assert (figure.value, _lines(figure.sources)) == (won, lines)


@pytest.mark.parametrize(
    ("stage", "formula"),
    [
        ("", "entries(account=garden, kind=amendment, year=2026)"),
        ("제1회 추경", "entries(account=garden, kind=amendment, year=2026, stage=제1회 추경)"),
    ],
)
def test_a_sum_says_what_it_chose(slices: LedgerSlices, stage: str, formula: str) -> None:
    figure = slices.sum_kind("a", "garden", AMENDMENT, 2026, stage)
    assert str(figure.formula) == formula


@pytest.mark.parametrize(
    ("year", "stage", "held"),
    [
        (2026, "", (ORIGINAL, AMENDMENT)),
        (2026, "본예산", (ORIGINAL,)),
        (2025, "", (AMENDMENT,)),
        (2024, "", ()),
    ],
)
def test_the_kinds_that_are_there_are_known(
    slices: LedgerSlices, year: int, stage: str, held: tuple[EntryKind, ...]
) -> None:
    assert slices.held((ORIGINAL, AMENDMENT, *CARRYOVERS), year, stage) == held


@pytest.mark.parametrize(
    ("account", "kinds", "year", "known"),
    [
        ("garden", (ORIGINAL,), 2026, True),
        ("garden", (ORIGINAL,), 2025, False),
        ("garden", CARRYOVERS, 2026, False),
        ("tree_map", (ORIGINAL, AMENDMENT), 2026, False),
    ],
)
def test_an_account_has_entries_of_some_kinds(
    slices: LedgerSlices, account: str, kinds: tuple[EntryKind, ...], year: int, known: bool
) -> None:
    assert slices.has(account, kinds, year) is known


def test_one_kind_is_the_whole_under_another_name(slices: LedgerSlices) -> None:
    only = slices.sum_kind("original.garden", "garden", ORIGINAL, 2026)
    whole = join_kinds("budget.garden", (only,))
    assert (whole.name, whole.value, whole.formula, whole.sources) == (
        "budget.garden",
        only.value,
        only.formula,
        only.sources,
    )


def test_kinds_that_are_joined_are_named_and_keep_their_sources(slices: LedgerSlices) -> None:
    parts = tuple(
        slices.sum_kind(f"{kind}.garden", "garden", kind, 2026) for kind in (ORIGINAL, AMENDMENT)
    )
    whole = join_kinds("budget.garden", parts)
    assert (whole.value, str(whole.formula)) == (132, "original.garden + amendment.garden")
    assert _lines(whole.sources) == [2, 3, 4, 5]
