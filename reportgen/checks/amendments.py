"""An amendment (추경) moves both sides of the budget alike, and begins from the right one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.ledger import KINDS_OF, Approval, EntryKind, LedgerEntry, Measure
from reportgen.model.ledger_queries import find_present, list_amounts

_VOTED = (EntryKind.ORIGINAL, EntryKind.AMENDMENT, EntryKind.PRE_APPROVAL)


def check_amendment_balance(subject: Subject) -> Iterator[Diagnostic]:
    """Revenue and expenditure of every stage change by the same amount.

    Total revenue and total expenditure are equal in every budget (예산총계주의, 지방재정법
    제34조), so in what changes it, too.
    """
    revenue = {account.id for account in subject.folder.accounts.revenue}
    sides: dict[tuple[str, EntryKind], list[list[LedgerEntry]]] = {}
    year = subject.folder.report.year
    counted = subject.counted.select(lambda one: one.kind in _VOTED and one.date.year == year)
    for entry in counted:
        both = sides.setdefault((entry.stage, entry.kind), [[], []])
        both[entry.account not in revenue].append(entry)
    differing = {key: both for key, both in sides.items() if _tell_difference(both)}
    voted = _sum_voted(subject) if differing else {}
    for (stage, kind), both in differing.items():
        income, spending = (sum(entry.amount for entry in side) for side in both)
        total = _find_total(subject, voted, stage, both)
        yield Diagnostic(
            "amendment-balance",
            (both[1] or both[0])[0].source,
            _(
                "{stage} ({kind}) changes revenue by {first} and expenditure by {second} "
                "thousand won, difference {difference}",
                stage=stage,
                kind=kind,
                first=spell_thousands(income),
                second=spell_thousands(spending),
                difference=spell_thousands(income - spending),
            ),
            spell_thousands(income),
            spell_thousands(spending),
            _(
                "the difference is what {account} had before: enter its change, not its total",
                account=total,
            )
            if total
            else _("enter the other side of the change in the same stage"),
        )


def _tell_difference(both: Sequence[Sequence[LedgerEntry]]) -> int:
    income, spending = (sum(entry.amount for entry in side) for side in both)
    return income - spending


def _find_total(
    subject: Subject,
    voted: Mapping[str, Mapping[str, int]],
    stage: str,
    both: Sequence[Sequence[LedgerEntry]],
) -> str:
    """The account whose amended total, entered as a change, explains the difference.

    :param voted: 예산액 by account and stage.
    """
    stages = subject.folder.report.stages
    earlier = stages[: stages.index(stage)] if stage in stages else ()
    difference = _tell_difference(both)
    for side, rest in zip(both, (difference, -difference), strict=True):
        for entry in side:
            amounts = voted.get(entry.account, {})
            if rest > 0 and sum(amounts.get(one, 0) for one in earlier) == rest:
                return entry.account
    return ""


def check_present(subject: Subject) -> Iterator[Diagnostic]:
    """An amendment that names the budget it began from (기정액) began from the right one.

    Rows of one account may each name the whole budget, or parts that add up to it.
    """
    stages = {stage: number for number, stage in enumerate(subject.folder.report.stages)}
    accounts = subject.folder.accounts.names()
    naming: dict[tuple[str, str], list[LedgerEntry]] = {}
    kinds = KINDS_OF[Measure.BUDGET]
    for entry in find_present(subject.counted):
        known = entry.stage in stages and entry.account in accounts and entry.kind in kinds
        if known:
            naming.setdefault((entry.account, entry.stage), []).append(entry)
    voted = _sum_voted(subject) if naming else {}
    for (account, stage), entries in naming.items():
        begins = stages[stage]
        amounts = voted.get(account, {}).items()
        found = sum(amount for name, amount in amounts if stages.get(name, begins) < begins)
        if sum(entry.present or 0 for entry in entries) != found:
            yield from (_explain_present(one, found) for one in entries if one.present != found)


def _sum_voted(subject: Subject) -> dict[str, dict[str, int]]:
    """예산액 of the year by account and stage, in won."""
    voted: dict[str, dict[str, int]] = {}
    year, kinds = subject.folder.report.year, KINDS_OF[Measure.BUDGET]
    budget = subject.counted.select(lambda one: one.kind in kinds and one.date.year == year)
    for found, account, won in list_amounts(budget):
        stages = voted.setdefault(account, {})
        stages[found.stage] = stages.get(found.stage, 0) + won
    return voted


def _explain_present(entry: LedgerEntry, found: int) -> Diagnostic:
    present = spell_thousands(entry.present or 0)
    return Diagnostic(
        "present-budget",
        entry.source,
        _(
            "{account}: the amendment begins from {first}, the budget before it is "
            "{second} thousand won",
            account=entry.account,
            first=present,
            second=spell_thousands(found),
        ),
        present,
        spell_thousands(found),
        _("correct the present amount, or start the amendment anew"),
    )


def check_proposed(subject: Subject) -> Iterator[Diagnostic]:
    """Entries that are only proposed and so are left out; one finding for each stage."""
    counted = frozenset(subject.counted.classes.values())
    proposed: dict[str, list[LedgerEntry]] = {}
    for entry in subject.ledger.select(
        lambda found: found.approval is Approval.PROPOSED and found not in counted
    ):
        proposed.setdefault(entry.stage, []).append(entry)
    for stage, entries in proposed.items():
        yield Diagnostic(
            "proposed-entry",
            entries[0].source,
            _(
                "{count} entries of {stage} are only proposed and left out",
                count=len(entries),
                stage=stage,
            ),
            published=stage,
            hint=_("build with --stage «{stage}», or mark them as passed", stage=stage),
            severity=Severity.NOTE,
        )
