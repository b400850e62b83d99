"""The amended foundation of tests.amended with amounts to the won."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from tests.amended import AMENDMENT, HISTORY, NOTES, write_amended


def spell_in_won(ledger: str, seed: int) -> str:
    """A ledger of the sample whose amounts are some won more."""
    chance = random.Random(seed)
    head, *rows = (line.split(",") for line in ledger.splitlines())
    at = head.index("amount")
    head[at] = "amount_won"
    for row in rows:
        sign = "△" if row[at].startswith("△") else ""
        thousands = int(row[at].removeprefix("△"))
        row[at] = f"{sign}{thousands * 1000 + chance.randrange(1000)}" if thousands else "0"
    return "\n".join(map(",".join, (head, *rows))) + "\n"


def write_in_won(
    root: Path,
    seed: int,
    notes: str = "",
    files: Mapping[str, str | None] | None = None,
    templates: bool = False,
) -> Path:
    """The folder below ``root``; it is out of balance by a few won, and so only for drafts.

    :param notes: more lines for those of the amendment.
    """
    changed: dict[str, str | None] = {
        "content/budget/ledger.csv": spell_in_won(HISTORY, seed),
        "content/budget/amendment-1.csv": spell_in_won(AMENDMENT, seed + 1000),
        "content/amendments/1.yaml": NOTES + notes,
    }
    return write_amended(root, {**changed, **(files or {})}, templates=templates)
