"""Changes larger than a person would believe: a total typed as a change, or another unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from reportgen.checks.subject import Subject, amount_of, locate_figure, spell_thousands
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.figures import Figure
from reportgen.i18n import translate as _
from reportgen.model.budget import EXPENDITURE, REVENUE
from reportgen.model.ledger import KINDS_OF, EntryKind, Measure
from reportgen.model.ledger_queries import list_amounts, list_rows
from reportgen.money import MILLION

_TIMES, _TIMES_OF_TOTAL = 100, 10
"""Beyond these the unit is asked for: of one account, and of all of revenue or expenditure."""

_FEW = 4
_NEAR, _FAR = (3, 2), (2, 1)
"""How far changes of few and of many accounts may be from what they had, to be alike."""

_LEAST = MILLION
"""A budget below this only keeps an account open (존치 과목), and may grow to anything."""


@dataclass(slots=True)
class Change:
    """What one stage enters on one day.

    :ivar amounts: won by account, without what was spent ahead and is only taken up.
    :ivar rows: the first row of each account.
    """

    stage: str
    amounts: Counter[str] = field(default_factory=Counter)
    rows: dict[str, int] = field(default_factory=dict)


def check_magnitudes(subject: Subject) -> Iterator[Diagnostic]:
    """An amendment that doubles what it amends; what is larger still, ``scale`` tells."""
    budget: Counter[str] = Counter()
    for change in _list_changes(subject):
        yield from _find_totals(subject, change, budget)
        budget.update(change.amounts)


def check_growth(subject: Subject) -> Iterator[Diagnostic]:
    """A budget many times last year's, and a collection many times the budget."""
    for first, second in (("prior_final", "appropriation"), ("appropriation", "collection")):
        for before, after, times in _pair_figures(subject, first, second):
            change = amount_of(after) - amount_of(before)
            if _is_beyond(amount_of(before), change, times):
                place = locate_figure(subject.figures, after)
                yield _explain_growth(before, after, place)
            elif times == _TIMES_OF_TOTAL and _is_below(before, after, first):
                yield _explain_growth(before, after, locate_figure(subject.figures, after))


def _list_changes(subject: Subject) -> list[Change]:
    """The budget of the year in the order in which it came about."""
    stages = {stage: number for number, stage in enumerate(subject.folder.report.stages)}
    year, kinds = subject.folder.report.year, KINDS_OF[Measure.BUDGET]
    voted = subject.counted.select(
        lambda one: one.kind in kinds and one.date.year == year and one.stage in stages
    )
    changes: dict[tuple[int, date], Change] = {}
    for row, found, account, won, _texts in list_rows(voted):
        key = stages[found.stage], found.date
        change = changes.setdefault(key, Change(found.stage))
        change.amounts[account] += won
        change.rows.setdefault(account, row)
    taken = _sum_taken(subject)
    for change in changes.values():
        for account in change.amounts:
            change.amounts[account] -= taken.pop((change.stage, account), 0)
    return [changes[key] for key in sorted(changes)]


def _sum_taken(subject: Subject) -> dict[tuple[str, str], int]:
    """What was spent ahead and is taken back, by stage and account."""
    taken: Counter[tuple[str, str]] = Counter()
    year = subject.folder.report.year
    ahead = subject.counted.select(
        lambda one: one.kind is EntryKind.PRE_APPROVAL and one.date.year == year
    )
    for found, account, won in list_amounts(ahead):
        taken[found.stage, account] -= min(won, 0)
    return dict(taken)


def _find_totals(subject: Subject, change: Change, budget: Counter[str]) -> Iterator[Diagnostic]:
    """Most changes are about as large as what they change: the amended totals were entered.

    Of few accounts, all have to be; a programme and its grant may well grow by a half.
    """
    changed = [account for account, won in change.amounts.items() if won and budget[account] > 0]
    few = len(changed) < _FEW
    alike = [
        account
        for account in changed
        if _is_about(change.amounts[account], budget[account], _NEAR if few else _FAR)
    ]
    if len(alike) < 2 or len(alike) * 4 < len(changed) * (4 if few else 3):
        return
    first, won = alike[0], change.amounts[alike[0]]
    yield Diagnostic(
        "amended-total",
        subject.counted.columns.entry(change.rows[first]).source,
        _(
            "{stage} changes {count} of {all} accounts by about as much as they had; "
            "{account} by {change} on {budget} thousand won",
            stage=change.stage,
            count=len(alike),
            all=len(changed),
            account=first,
            change=spell_thousands(won),
            budget=spell_thousands(budget[first]),
        ),
        spell_thousands(won),
        spell_thousands(budget[first]),
        _("enter what changes, not the budget after it"),
        Severity.WARNING,
    )


def _is_about(change: int, budget: int, reach: tuple[int, int]) -> bool:
    """Whether the change is the budget times or by less than a ratio."""
    more, less = reach
    return budget * less <= change * more and change * less <= budget * more


def _is_beyond(before: int, change: int, times: int) -> bool:
    return before >= _LEAST and before + change >= before * times


def _is_below(before: Figure, after: Figure, measure: str) -> bool:
    """Whether a total fell to a tenth; of what is collected, little may have come yet."""
    return (
        measure == "prior_final"
        and amount_of(after) >= _LEAST
        and amount_of(after) * _TIMES_OF_TOTAL <= amount_of(before)
    )


def _pair_figures(
    subject: Subject, first: str, second: str
) -> Iterator[tuple[Figure, Figure, int]]:
    accounts = subject.folder.accounts
    groups = (accounts.revenue, accounts.programmes(), accounts.categories)
    names = [account.id for group in groups for account in group]
    for account in (*names, REVENUE, EXPENDITURE):
        times = _TIMES_OF_TOTAL if account in (REVENUE, EXPENDITURE) else _TIMES
        known = [f"{measure}.{account}" for measure in (first, second)]
        if all(name in subject.figures for name in known):
            yield subject.figures[known[0]], subject.figures[known[1]], times


def _explain_growth(before: Figure, after: Figure, place: SourceRef) -> Diagnostic:
    return Diagnostic(
        "implausible-change",
        place,
        _(
            "{name} is {amount}, {base} is {budget} thousand won",
            name=after.name,
            amount=spell_thousands(amount_of(after)),
            base=before.name,
            budget=spell_thousands(amount_of(before)),
        ),
        spell_thousands(amount_of(after)),
        spell_thousands(amount_of(before)),
        _("check the unit in which the amount was typed"),
        Severity.WARNING,
    )
