"""Amounts agree: revenue and expenditure, spending and budget, both ways of adding up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from reportgen.checks.carryover import list_unmatched_carryover
from reportgen.checks.subject import (
    Subject,
    amount_of,
    list_figures,
    locate_figure,
    spell_thousands,
)
from reportgen.diagnostics import Diagnostic
from reportgen.figures import Figure
from reportgen.i18n import translate as _
from reportgen.model.budget import EXPENDITURE, REVENUE
from reportgen.model.ledger import KINDS_OF, LedgerEntry, Measure
from reportgen.model.ledger_queries import find_on_accounts

_MEASURE_OF = {kind: measure for measure, kinds in KINDS_OF.items() for kind in kinds}


def check_balance(subject: Subject) -> Iterator[Diagnostic]:
    """Revenue equals expenditure, and programmes add up to what the categories add up to.

    The rule is 예산총계주의 (지방재정법 제34조): all income is revenue, all spending expenditure.
    """
    carried = sum(entry.amount for entry in list_unmatched_carryover(subject))
    yield from _compare_totals(subject, "appropriation", carried)
    yield from _compare_totals(subject, "prior_final", 0)
    for measure in ("appropriation", "commitment", "disbursement"):
        yield from _cross_foot(subject, measure)


def _compare_totals(subject: Subject, measure: str, carried: int) -> Iterator[Diagnostic]:
    """:param carried: won that are on the side of expenditure only."""
    revenue = subject.figures[f"{measure}.{REVENUE}"]
    total = subject.figures[f"{measure}.{EXPENDITURE}"]
    spent = replace(total, value=amount_of(total) - carried)
    if revenue.value != spent.value:
        message = (
            _("revenue and expenditure without the carry-over differ")
            if carried
            else _("revenue and expenditure differ")
        )
        yield _disagree(subject, "revenue-expenditure", spent, revenue, message)


def _cross_foot(subject: Subject, measure: str) -> Iterator[Diagnostic]:
    figures = subject.figures
    policies = [
        figures[f"{measure}.{policy.id}"]
        for policy in subject.folder.accounts.expenditure
        if f"{measure}.{policy.id}" in figures
    ]
    total = figures[f"{measure}.{EXPENDITURE}"]
    by_policy = sum(amount_of(figure) for figure in policies)
    if policies and by_policy != amount_of(total):
        yield Diagnostic(
            "cross-foot",
            locate_figure(figures, total),
            _(
                "{measure}: programmes add up to {first}, categories to {second} thousand won",
                measure=measure,
                first=spell_thousands(by_policy),
                second=spell_thousands(amount_of(total)),
            ),
            spell_thousands(amount_of(total)),
            spell_thousands(by_policy),
            _("give every programme a category that is listed"),
        )


def check_limits(subject: Subject) -> Iterator[Diagnostic]:
    """Disbursement within commitment, commitment within appropriation, none below zero.

    A 지출원인행위 may only be made within the budget that was allotted (지방회계법).
    """
    for leaf in subject.folder.accounts.programmes():
        chain = list_figures(subject, leaf.id, ("disbursement", "commitment", "appropriation"))
        for smaller, larger in pairwise(chain):
            if amount_of(smaller) > amount_of(larger):
                yield _disagree(
                    subject,
                    "spending-limit",
                    smaller,
                    larger,
                    _("{first} is above {second}", first=smaller.name, second=larger.name),
                )
        yield from _find_negative(subject, chain)
    for account in subject.folder.accounts.revenue:
        amounts = list_figures(subject, account.id, ("appropriation", "collection"))
        yield from _find_negative(subject, amounts)
    yield from _find_hidden(subject)


def _find_hidden(subject: Subject) -> Iterator[Diagnostic]:
    """Amounts below zero that a sum hides: carry-over makes up for a budget, a year is over."""
    accounts = subject.folder.accounts
    for leaf in (*accounts.revenue, *accounts.programmes()):
        whole = list_figures(subject, leaf.id, ("appropriation",))
        if not any(amount_of(figure) < 0 for figure in whole):
            parts = list_figures(subject, leaf.id, ("budget", "present", "carryover"))
            yield from list(_find_negative(subject, parts))[:1]
    for account in (*accounts.revenue, *accounts.programmes(), *accounts.categories):
        yield from _find_negative(subject, list_figures(subject, account.id, ("prior_final",)))


def _find_negative(subject: Subject, amounts: Iterable[Figure]) -> Iterator[Diagnostic]:
    for figure in amounts:
        if amount_of(figure) < 0:
            yield Diagnostic(
                "negative-amount",
                locate_figure(subject.figures, figure),
                _("{name} is below zero", name=figure.name),
                spell_thousands(amount_of(figure)),
                "0",
                _("correct the entries of this account"),
            )


def check_double_entries(subject: Subject) -> Iterator[Diagnostic]:
    """A category that has entries of its own beside those of its programmes.

    Kinds that add up to one figure count alike.
    """
    accounts = subject.folder.accounts
    held: dict[tuple[str, Measure, int], LedgerEntry] = {}
    entered = frozenset(category.id for category in accounts.categories).intersection(
        subject.counted.columns.accounts
    )
    homes = {leaf.id: leaf.category for leaf in accounts.programmes() if leaf.category in entered}
    asked = entered | homes.keys()
    for entry in find_on_accounts(subject.counted, lambda _found: asked):
        held.setdefault((entry.account, _MEASURE_OF[entry.kind], entry.date.year), entry)
    for (account, measure, year), entry in held.items():
        if (category := homes.get(account)) and (category, measure, year) in held:
            yield Diagnostic(
                "double-entry",
                entry.source,
                _(
                    "{first} and its category {second} both have entries of {kind}",
                    first=account,
                    second=category,
                    kind=f"{entry.kind} {year}",
                ),
                published=account,
                hint=_("enter amounts either on the category or on its programmes"),
            )


def _disagree(
    subject: Subject, rule: str, published: Figure, computed: Figure, message: str
) -> Diagnostic:
    first, second = amount_of(published), amount_of(computed)
    return Diagnostic(
        rule,
        locate_figure(subject.figures, published),
        _(
            "{message}: {first} against {second} thousand won, difference {difference}",
            message=message,
            first=spell_thousands(first),
            second=spell_thousands(second),
            difference=spell_thousands(first - second),
        ),
        spell_thousands(first),
        spell_thousands(second),
        _("correct the entries; «reportgen figures {name}» lists them", name=published.name),
    )
