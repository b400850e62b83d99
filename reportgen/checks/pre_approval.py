"""What is spent ahead of an amendment (성립전) is taken up by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.ledger import EntryKind, LedgerEntry


def check_pre_approval(subject: Subject) -> Iterator[Diagnostic]:
    """What was spent ahead (성립전) is taken up by the next amendment (지방재정법 제45조).

    Taking up is an entry of the same kind and account with the opposite sign, of the stage
    of the amendment, beside the same amount in the amendment itself.
    """
    year = subject.folder.report.year
    entries = subject.counted.select(lambda found: found.date.year == year)
    amending = list(entries.select(lambda found: found.kind is EntryKind.AMENDMENT))
    ahead: dict[str, list[LedgerEntry]] = {}
    for entry in entries.select(lambda found: found.kind is EntryKind.PRE_APPROVAL):
        ahead.setdefault(entry.account, []).append(entry)
    amended = max((entry.date for entry in amending), default=date.min)
    named: dict[str, dict[str, list[LedgerEntry]]] = {}
    for entry in amending:
        named.setdefault(entry.stage, {}).setdefault(entry.account, []).append(entry)
    for own in ahead.values():
        wrong = [*_find_open(own, amended), *_find_overtaken(own), *_find_lost(own, named)]
        yield from wrong or _find_unequal(own, named)


def _find_open(own: list[LedgerEntry], amended: date) -> Iterator[Diagnostic]:
    """What was given before the last amendment and is not taken back yet."""
    given = [entry for entry in own if entry.amount > 0 and entry.date < amended]
    rest = sum(entry.amount for entry in given) + sum(min(entry.amount, 0) for entry in own)
    if rest > 0:
        first = min(given, key=lambda entry: entry.date)
        yield Diagnostic(
            "pre-approval-open",
            first.source,
            _(
                "{account}: {rest} thousand won spent ahead of an amendment are not taken up",
                account=first.account,
                rest=spell_thousands(rest),
            ),
            spell_thousands(rest),
            "0",
            _("enter it in the amendment, and as pre_approval of its stage with △"),
        )


def _find_overtaken(own: list[LedgerEntry]) -> Iterator[Diagnostic]:
    """More is taken back, up to some day, than was given; within a day giving comes first."""
    given: Counter[date] = Counter()
    for entry in own:
        given[entry.date] += entry.amount
    rest = min(sum(given[one] for one in given if one <= day) for day in given)
    if rest < 0:
        last = max((entry for entry in own if entry.amount < 0), key=lambda entry: entry.date)
        yield Diagnostic(
            "pre-approval-taken",
            last.source,
            _(
                "{account}: {rest} thousand won more are taken up than were spent ahead",
                account=last.account,
                rest=spell_thousands(-rest),
            ),
            spell_thousands(rest),
            "0",
            _("correct the amount, or enter what was spent ahead"),
        )


def _find_lost(
    own: list[LedgerEntry], named: Mapping[str, Mapping[str, Sequence[LedgerEntry]]]
) -> Iterator[Diagnostic]:
    """Taken up in an amendment that says nothing of the account.

    :param named: what is amended, by stage and account.
    """
    for entry in own:
        if entry.amount < 0 and entry.account not in named.get(entry.stage, (entry.account,)):
            yield Diagnostic(
                "pre-approval-taken",
                entry.source,
                _(
                    "{account}: {stage} takes up what was spent ahead, but does not amend it",
                    account=entry.account,
                    stage=entry.stage,
                ),
                published=spell_thousands(entry.amount),
                hint=_("enter the amount as an amendment of the same stage, too"),
            )


def _find_unequal(
    own: list[LedgerEntry], named: Mapping[str, Mapping[str, Sequence[LedgerEntry]]]
) -> Iterator[Diagnostic]:
    """Taken up by another amount than the account is amended by.

    Money is lost where the amendment has less; where it has more, the rest may be meant. A
    row of the very amount says that what else changes is meant.
    """
    taken: dict[str, list[LedgerEntry]] = {}
    for entry in own:
        if entry.amount < 0:
            taken.setdefault(entry.stage, []).append(entry)
    for stage, entries in taken.items():
        amending = named.get(stage, {}).get(entries[0].account, ())
        back = -sum(entry.amount for entry in entries)
        change = sum(entry.amount for entry in amending)
        rows = Counter(int(entry.amount) for entry in amending)
        told = rows[back] or Counter(int(-entry.amount) for entry in entries) <= rows
        if amending and change != back and not told:
            yield _explain_unequal(entries[0], back, change)


def _explain_unequal(entry: LedgerEntry, back: int, change: int) -> Diagnostic:
    return Diagnostic(
        "pre-approval-taken",
        entry.source,
        _(
            "{account}: {stage} takes back {first} thousand won that were spent ahead, and "
            "amends {second}",
            account=entry.account,
            stage=entry.stage,
            first=spell_thousands(back),
            second=spell_thousands(change),
        ),
        spell_thousands(back),
        spell_thousands(change),
        _("correct one of them, or enter what else the amendment changes as a row of its own"),
        Severity.WARNING if change > back else Severity.ERROR,
    )
