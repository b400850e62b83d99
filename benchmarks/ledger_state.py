"""One state of a folder in an interpreter of its own.

``python -m benchmarks.ledger_state FOLDER STAGE`` prints the won of all its amounts, and the
most memory that the process ever held, in bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.fresh import read_peak
from reportgen.figures.compute import compute_figures
from reportgen.figures.selection import find_base_date, select_entries
from reportgen.model.budget import EXPENDITURE, REVENUE
from reportgen.reading import read_folder

MEASURES = (
    "budget",
    "appropriation",
    "prior_final",
    "change",
    "change_rate",
    "commitment",
    "commitment_rate",
    "disbursement",
    "disbursement_rate",
    "collection",
    "present",
    "amending",
    "amended",
    "amending_rate",
)
"""Everything that documents and annexes print; single kinds of entries are made when asked."""


def compute_state(root: Path, stage: str) -> int:
    """What the won of every account and level at a stage come to, all measures together."""
    folder = read_folder(root)
    entries = select_entries(folder, find_base_date(folder, stage), stage)
    figures = compute_figures(folder, entries, stage)
    accounts = (REVENUE, EXPENDITURE, *(account.id for account in folder.accounts.named()))
    names = (f"{measure}.{account}" for measure in MEASURES for account in accounts)
    values = [figures[name].value for name in names if name in figures]
    return sum(value for value in values if isinstance(value, int))


if __name__ == "__main__":
    print(compute_state(Path(sys.argv[1]), sys.argv[2]))
    print(read_peak())
