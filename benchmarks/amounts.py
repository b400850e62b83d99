"""Invented amounts: the eight figures of each row, with the formulas that made them."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from reportgen.figures import Figure, Unit
from reportgen.figures.figure import (
    Formula,
    Operation,
    divide_figures,
    subtract_figures,
    sum_figures,
)
from reportgen.money import THOUSAND

ROWS = 15
"""Rows of a table, its total among them."""

RATES = ("change_rate", "commitment_rate", "disbursement_rate")
AMOUNTS = ("appropriation", "prior", "commitment", "disbursement")

Figures = Mapping[str, Figure]


def compute_table(random: Random, account: str) -> list[Figures]:
    """The figures of every row of a table; the total stands first."""
    names = [f"{account}_row{row}" for row in range(1, ROWS)]
    amounts = [_draw_amounts(random, name) for name in names]
    total = {
        key: sum_figures(f"{key}.{account}", tuple(row[key] for row in amounts)) for key in AMOUNTS
    }
    rows = zip((account, *names), (total, *amounts), strict=True)
    return [_complete_row(name, row) for name, row in rows]


def _draw_amounts(random: Random, account: str) -> Figures:
    prior = random.randrange(20_000, 900_000)
    appropriation = prior + random.randrange(-15_000, 90_000)
    commitment = random.randrange(appropriation)
    values = (appropriation, prior, commitment, random.randrange(commitment + 1))
    return {
        key: Figure(f"{key}.{account}", value * THOUSAND, Unit.WON, Formula(Operation.INPUT))
        for key, value in zip(AMOUNTS, values, strict=True)
    }


def _complete_row(account: str, amounts: Figures) -> Figures:
    """The amounts, with the change and the rates that follow from them."""
    appropriation, prior, commitment, disbursement = (amounts[key] for key in AMOUNTS)
    change = subtract_figures(f"change.{account}", appropriation, prior)
    parts = (change, prior), (commitment, appropriation), (disbursement, appropriation)
    rates = {
        key: divide_figures(f"{key}.{account}", *pair)
        for key, pair in zip(RATES, parts, strict=True)
    }
    return {**amounts, "change": change, **rates}
