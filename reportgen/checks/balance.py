"""Amounts agree: revenue and expenditure, spending and budget, both ways of adding up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.subject import Subject, locate_figure
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.figures import Figure
from reportgen.i18n import translate as _
from reportgen.model.budget import EXPENDITURE, REVENUE, EntryKind
from reportgen.money import THOUSAND


def check_balance(subject: Subject) -> Iterator[Diagnostic]:
    """Revenue equals expenditure, and programmes add up to what the categories add up to.

    The rule is 예산총계주의 (지방재정법 제34조): all income is revenue, all spending expenditure.
    """
    figures = subject.figures
    for measure in ("appropriation", "prior_final"):
        revenue, spent = figures[f"{measure}.{REVENUE}"], figures[f"{measure}.{EXPENDITURE}"]
        if revenue.value != spent.value:
            yield _disagree(
                subject, "revenue-expenditure", spent, revenue, _("revenue and expenditure differ")
            )
    for measure in ("appropriation", "commitment", "disbursement"):
        policies = [
            figures[f"{measure}.{policy.id}"]
            for policy in subject.folder.accounts.expenditure
            if f"{measure}.{policy.id}" in figures
        ]
        total = figures[f"{measure}.{EXPENDITURE}"]
        by_policy = sum(_amount(figure) for figure in policies)
        if policies and by_policy != _amount(total):
            yield Diagnostic(
                "cross-foot",
                locate_figure(figures, total),
                _(
                    "{measure}: programmes add up to {first}, categories to {second} thousand won",
                    measure=measure,
                    first=_thousands(by_policy),
                    second=_thousands(_amount(total)),
                ),
                _thousands(_amount(total)),
                _thousands(by_policy),
                _("give every programme a category that is listed"),
            )


def check_limits(subject: Subject) -> Iterator[Diagnostic]:
    """Disbursement within commitment, commitment within appropriation, none below zero.

    A 지출원인행위 may only be made within the budget that was allotted (지방회계법).
    """
    figures = subject.figures
    for leaf in subject.folder.accounts.programmes():
        chain = [
            figures[f"{measure}.{leaf.id}"]
            for measure in ("disbursement", "commitment", "appropriation")
            if f"{measure}.{leaf.id}" in figures
        ]
        for smaller, larger in pairwise(chain):
            if _amount(smaller) > _amount(larger):
                yield _disagree(
                    subject,
                    "spending-limit",
                    smaller,
                    larger,
                    _("{first} is above {second}", first=smaller.name, second=larger.name),
                )
        for figure in chain:
            if _amount(figure) < 0:
                yield Diagnostic(
                    "negative-amount",
                    locate_figure(figures, figure),
                    _("{name} is below zero", name=figure.name),
                    _thousands(_amount(figure)),
                    "0",
                    _("correct the entries of this account"),
                )


def check_double_entries(subject: Subject) -> Iterator[Diagnostic]:
    """A category that has entries of its own beside those of its programmes."""
    accounts = subject.folder.accounts
    held: dict[tuple[str, EntryKind, int], SourceRef] = {}
    for entry in subject.entries:
        held.setdefault((entry.account, entry.kind, entry.date.year), entry.source)
    for category in accounts.categories:
        for leaf in accounts.programmes_of(category.id):
            for (account, kind, year), source in held.items():
                if account == leaf.id and (category.id, kind, year) in held:
                    yield Diagnostic(
                        "double-entry",
                        source,
                        _(
                            "{first} and its category {second} both have entries of {kind}",
                            first=leaf.id,
                            second=category.id,
                            kind=f"{kind} {year}",
                        ),
                        published=leaf.id,
                        hint=_("enter amounts either on the category or on its programmes"),
                    )


def _disagree(
    subject: Subject, rule: str, published: Figure, computed: Figure, message: str
) -> Diagnostic:
    first, second = _amount(published), _amount(computed)
    return Diagnostic(
        rule,
        locate_figure(subject.figures, published),
        _(
            "{message}: {first} against {second} thousand won, difference {difference}",
            message=message,
            first=_thousands(first),
            second=_thousands(second),
            difference=_thousands(first - second),
        ),
        _thousands(first),
        _thousands(second),
        _("correct the entries; «reportgen figures {name}» lists them", name=published.name),
    )


def _amount(figure: Figure) -> int:
    return figure.value if isinstance(figure.value, int) else 0


def _thousands(won: int) -> str:
    return f"{won // THOUSAND:,}"
