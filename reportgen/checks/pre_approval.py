"""What is spent ahead of an amendment (성립전) is taken up by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.ledger import EntryKind, LedgerEntry


def check_pre_approval(subject: Subject) -> Iterator[Diagnostic]:
    """What was spent ahead (성립전) is taken up by the next amendment (지방재정법 제45조).

    Taking up is an entry of the same kind and account with the opposite sign, of the stage
    of the amendment, beside the amount in the amendment itself.
    """
    year = subject.folder.report.year
    entries = subject.counted.select(lambda found: found.date.year == year)
    amending = list(entries.select(lambda found: found.kind is EntryKind.AMENDMENT))
    ahead: dict[str, list[LedgerEntry]] = {}
    for entry in entries.select(lambda found: found.kind is EntryKind.PRE_APPROVAL):
        ahead.setdefault(entry.account, []).append(entry)
    amended = max((entry.date for entry in amending), default=date.min)
    named: dict[str, set[str]] = {}
    for entry in amending:
        named.setdefault(entry.stage, set()).add(entry.account)
    for own in ahead.values():
        yield from _find_open(own, amended)
        yield from _find_overtaken(own)
        yield from _find_lost(own, named)


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
    rest = sum(entry.amount for entry in own)
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


def _find_lost(own: list[LedgerEntry], named: Mapping[str, Set[str]]) -> Iterator[Diagnostic]:
    """Taken up in an amendment that says nothing of the account.

    :param named: the accounts that are amended, by stage.
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
