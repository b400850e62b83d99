"""Rates that say nothing."""

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
from reportgen.figures import Figure
from reportgen.i18n import translate as _
from reportgen.model.budget import EXPENDITURE, REVENUE

_RATES = (
    ("prior_final", "change_rate", "change"),
    ("appropriation", "commitment_rate", "commitment"),
    ("appropriation", "disbursement_rate", "disbursement"),
    ("present", "amending_rate", "amending"),
)
"""Base, rate, and what is divided by the base."""


def check_rates(subject: Subject) -> Iterator[Diagnostic]:
    """A rate that says nothing, since its base is below zero, or what was spent is."""
    names = dict.fromkeys(account.id for account in subject.folder.accounts.named())
    for base, rate, part in _RATES:
        for account in (*names, REVENUE, EXPENDITURE):
            known = list_figures(subject, account, (base, part))
            if f"{rate}.{account}" not in subject.figures or len(known) < 2:
                continue
            below, over = known
            if amount_of(below) < 0 or (amount_of(over) < 0 and base == "appropriation"):
                yield _explain_rate(subject, f"{rate}.{account}", below, over)


def _explain_rate(subject: Subject, rate: str, base: Figure, part: Figure) -> Diagnostic:
    return Diagnostic(
        "meaningless-rate",
        locate_figure(subject.figures, base if amount_of(base) < 0 else part),
        _(
            "{rate} says nothing: {part} is {first}, {base} is {second} thousand won",
            rate=rate,
            part=part.name,
            first=spell_thousands(amount_of(part)),
            base=base.name,
            second=spell_thousands(amount_of(base)),
        ),
        spell_thousands(amount_of(part)),
        spell_thousands(amount_of(base)),
        _("correct the entries of the amount below zero"),
        Severity.WARNING,
    )
