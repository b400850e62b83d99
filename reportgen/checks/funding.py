"""Where content says which revenue pays for what, both sides agree."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.carryover import list_unmatched_carryover
from reportgen.checks.references import find_unknown
from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic
from reportgen.figures.funding import sum_funding
from reportgen.i18n import translate as _
from reportgen.model.ledger_columns import EntryClass
from reportgen.model.ledger_queries import find_by_text


def check_funding_names(subject: Subject) -> Iterator[Diagnostic]:
    """A funding source that is no revenue account, in accounts.yaml or in the ledger."""
    revenue = {account.id: account.name for account in subject.folder.accounts.revenue}
    for leaf in subject.folder.accounts.programmes():
        if leaf.funding is not None:
            yield from find_unknown(
                "unknown-funding", leaf.funding, leaf.source.of("funding"), revenue
            )
    for entry in find_by_text(subject.ledger, "funding", lambda _at, text: text not in revenue):
        yield from find_unknown("unknown-funding", entry.funding, entry.source, revenue)


def check_funding(subject: Subject) -> Iterator[Diagnostic]:
    """What a revenue account pays for is what it brings; less only while some is unnamed.

    Until every programme with a budget names its funding, a source may pay for less than it
    brings, but never for more. Carry-over that no revenue brings is left out.
    """
    unmatched = {
        EntryClass(entry.date, entry.stage, entry.kind, entry.approval)
        for entry in list_unmatched_carryover(subject)
    }
    entries = subject.counted.select(lambda found: found not in unmatched)
    funded = sum_funding(subject.folder, entries)
    whole = not funded.unnamed
    for account in subject.folder.accounts.revenue:
        if account.id not in funded.by_source:
            continue
        brings = subject.figures[f"appropriation.{account.id}"].value
        pays = funded.by_source[account.id]
        if isinstance(brings, int) and (pays > brings or (whole and pays != brings)):
            yield Diagnostic(
                "funding",
                account.source.of("id"),
                _(
                    "{account} brings {first} thousand won and pays for {second}, "
                    "difference {difference}",
                    account=account.id,
                    first=spell_thousands(brings),
                    second=spell_thousands(pays),
                    difference=spell_thousands(brings - pays),
                ),
                spell_thousands(brings),
                spell_thousands(pays),
                _("correct the funding of a programme or of an entry"),
            )
