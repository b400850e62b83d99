"""Revenue that is lowered below what came in."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.subject import (
    Subject,
    amount_of,
    list_figures,
    locate_figure,
    spell_thousands,
)
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.ledger import EntryKind
from reportgen.model.ledger_queries import list_amounts


def check_collected(subject: Subject) -> Iterator[Diagnostic]:
    """An amendment that lowers a revenue account below what was collected.

    More may be collected than the budget has, but nobody lowers a budget that is exceeded.
    """
    year = subject.folder.report.year
    amending = subject.counted.select(
        lambda one: one.kind is EntryKind.AMENDMENT and one.date.year == year
    )
    lowered = {account for _found, account, won in list_amounts(amending) if won < 0}
    for account in subject.folder.accounts.revenue:
        amounts = list_figures(subject, account.id, ("collection", "appropriation"))
        if account.id not in lowered or len(amounts) < 2:
            continue
        collected, budget = map(amount_of, amounts)
        if collected > budget:
            yield Diagnostic(
                "collected-revenue",
                locate_figure(subject.figures, amounts[1]),
                _(
                    "{account} is lowered to {first}, and {second} thousand won were collected",
                    account=account.id,
                    first=spell_thousands(budget),
                    second=spell_thousands(collected),
                ),
                spell_thousands(budget),
                spell_thousands(collected),
                _("correct the amendment, or the entries of what was collected"),
                Severity.WARNING,
            )
