"""Which revenue pays for which programme (재원별 세출), each amount a figure with its formula.

Entries that name a revenue account are added up; the rest of a programme's 예산현액 is paid by
its usual source, or by none that is named. So all of 예산현액 is there, on every level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.diagnostics import SourceRef
from reportgen.figures.figure import (
    Condition,
    Criterion,
    Figure,
    Formula,
    Operation,
    Unit,
    divide_figures,
    find_rest,
    sum_figures,
)
from reportgen.figures.funding import choose_funded
from reportgen.model.budget import EXPENDITURE, REVENUE, Programme
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind, LedgerEntry
from reportgen.model.ledger_queries import find_by_text
from reportgen.model.project_folder import ProjectFolder

_OTHER_KINDS: tuple[Criterion, ...] = tuple(
    ("kind", Condition("<>", kind.value)) for kind in EntryKind if kind not in APPROPRIATION_KINDS
)
"""What an entry must not be to count for 예산현액; so a kind that is new to the year counts."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one programme gets from a source, and its part of all expenditure."""

    programme: str
    amount: Figure
    rate: Figure


@dataclass(frozen=True, slots=True)
class FundingSource:
    """A source with what it pays for.

    :ivar account: the revenue account; empty for what none is named for.
    :ivar brings: its own 예산현액.
    :ivar pays: what is allotted from it.
    """

    account: str
    brings: Figure
    pays: Figure
    rate: Figure
    difference: Figure
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class FundingTable:
    """All sources in the order of the accounts, what none is named for last, and their total."""

    sources: tuple[FundingSource, ...]
    total: FundingSource


def compute_funding(
    folder: ProjectFolder, entries: Iterable[LedgerEntry], figures: Mapping[str, Figure]
) -> FundingTable | None:
    """The table of the year, or None when neither content nor ledger names any source.

    A name that is no revenue account counts as none; the checks tell it.

    :param figures: those of the same state.
    """
    revenue = [account.id for account in folder.accounts.revenue]
    leaves = tuple(folder.accounts.programmes())
    named = _sum_named(folder, entries, revenue)
    if not named and not any(leaf.funding in revenue for leaf in leaves):
        return None
    parts: dict[str, list[tuple[str, Figure]]] = {source: [] for source in (*revenue, "")}
    for leaf in leaves:
        own = {source: named[leaf.id, source] for source in revenue if (leaf.id, source) in named}
        for source, figure in _split_programme(leaf, own, figures, revenue):
            parts[source].append((leaf.id, figure))
    return _make_table(parts, figures)


def _sum_named(
    folder: ProjectFolder, entries: Iterable[LedgerEntry], revenue: list[str]
) -> dict[tuple[str, str], Figure]:
    """What entries name a source for, by programme and source."""
    year = folder.report.year
    programmes = {leaf.id for leaf in folder.accounts.programmes()}
    funded = choose_funded(folder, entries)
    found: dict[tuple[str, str], list[LedgerEntry]] = {}
    for entry in find_by_text(
        funded, "funding", lambda account, text: account in programmes and text in revenue
    ):
        found.setdefault((entry.account, entry.funding), []).append(entry)
    return {
        (leaf, source): Figure(
            _name_part(leaf, source),
            sum(entry.amount for entry in named),
            Unit.WON,
            Formula(Operation.ENTRIES, criteria=_choose(leaf, source, year)),
            _list_places(named),
        )
        for (leaf, source), named in found.items()
    }


def _list_places(entries: Iterable[LedgerEntry]) -> tuple[SourceRef, ...]:
    return tuple(entry.source for entry in entries)


def _choose(leaf: str, source: str, year: int) -> tuple[Criterion, ...]:
    return ("account", leaf), ("funding", source), ("year", str(year)), *_OTHER_KINDS


def _name_part(leaf: str, source: str) -> str:
    return f"funding_part.{source}.{leaf}" if source else f"funding_unnamed.{leaf}"


def _split_programme(
    leaf: Programme,
    named: Mapping[str, Figure],
    figures: Mapping[str, Figure],
    revenue: list[str],
) -> Iterator[tuple[str, Figure]]:
    """What each source pays of a programme; its usual one pays what no other is named for."""
    usual = leaf.funding if leaf.funding in revenue else ""
    others = {source: figure for source, figure in named.items() if source != usual}
    yield from others.items()
    name, whole = _name_part(leaf.id, usual), figures[f"appropriation.{leaf.id}"]
    rest = find_rest(name, whole, *others.values()) if others else sum_figures(name, (whole,))
    yield usual, rest


def _make_table(
    parts: Mapping[str, list[tuple[str, Figure]]], figures: Mapping[str, Figure]
) -> FundingTable:
    pays = {
        source: sum_figures(_name("funding", source), tuple(figure for _leaf, figure in lines))
        for source, lines in parts.items()
        if source or lines
    }
    total = sum_figures(f"funding.{EXPENDITURE}", tuple(pays.values()))
    sources = tuple(
        _make_source(source, _find_brings(source, figures), amount, total, parts[source])
        for source, amount in pays.items()
    )
    brings = figures[f"appropriation.{REVENUE}"]
    return FundingTable(sources, _make_source(EXPENDITURE, brings, total, total, ()))


def _make_source(
    source: str,
    brings: Figure,
    pays: Figure,
    total: Figure,
    lines: Iterable[tuple[str, Figure]],
) -> FundingSource:
    shares = tuple(
        Share(leaf, figure, divide_figures(_name_rate(figure), figure, total))
        for leaf, figure in lines
    )
    rate = divide_figures(_name("funding_rate", source), pays, total)
    difference = find_rest(_name("funding_difference", source), brings, pays)
    return FundingSource(source, brings, pays, rate, difference, shares)


def _name_rate(part: Figure) -> str:
    measure, _, rest = part.name.partition(".")
    return f"{measure}_rate.{rest}"


def _find_brings(source: str, figures: Mapping[str, Figure]) -> Figure:
    if source:
        return figures[f"appropriation.{source}"]
    return Figure(_name("funding_brings", ""), 0, Unit.WON, Formula(Operation.INPUT))


def _name(measure: str, source: str) -> str:
    """``funding.<revenue account>``; what no account is named for is a measure of its own."""
    return f"{measure}.{source}" if source else f"{measure}_unnamed.{EXPENDITURE}"
