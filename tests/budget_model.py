"""The budget once more, from the rows of a ledger's CSV: plain sums that share no code.

It is written from ``docs/content-format.md``, for the invented foundation of tests.sample. What
it says of a ledger is held against the figures of the program.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from io import StringIO
from typing import NamedTuple

YEAR = 2026
STAGES = ("2025 최종예산", "2026 본예산", "2026 제1회 추경")

REVENUE = ("city_grant", "service_fee", "carryover")
CATEGORY_OF = {
    "garden": "projects",
    "tree_map": "projects",
    "river_watch": "projects",
    "book_bus": "projects",
    "personnel_operation": "personnel",
    "basic_expense": "expense",
    "general_reserve": "reserve",
}
UNITS = {
    "unit_garden": ("garden", "tree_map"),
    "unit_river": ("river_watch",),
    "unit_reading": ("book_bus",),
    "unit_administration": ("personnel_operation", "basic_expense"),
    "unit_reserve": ("general_reserve",),
}
POLICIES = {
    "green_city": ("garden", "tree_map", "river_watch"),
    "kind_city": ("book_bus",),
    "administration": ("personnel_operation", "basic_expense"),
    "reserve_policy": ("general_reserve",),
}
CATEGORIES = ("personnel", "expense", "projects", "reserve")

BUDGET = ("예산현액", "본예산", "추경")
CARRYOVER = ("명시이월", "사고이월", "계속비이월")
TRANSFER = ("이용", "전용", "변경")
MORE = {
    "carryover": CARRYOVER,
    "reserve_use": ("예비비 사용",),
    "transfer": TRANSFER,
    "pre_approval": ("성립전",),
}
"""What the appropriation has beside the budget, where the ledger has any of it."""

APPROPRIATION = (*BUDGET, *(word for words in MORE.values() for word in words))
EXECUTION = {"commitment": ("원인행위액",), "disbursement": ("지출액",)}
COLLECTION = ("수납액",)
KINDS = (*APPROPRIATION, "원인행위액", "지출액", *COLLECTION)


class Row(NamedTuple):
    """What counts of a row."""

    day: str
    stage: str
    kind: str
    account: str
    won: int
    is_proposed: bool


def read_rows(text: str) -> list[Row]:
    """The rows of a CSV with Korean headers; an amount is in thousands of won, or in won."""
    return [
        Row(
            row["일자"],
            row["단계"],
            row["구분"],
            row["과목"],
            _read(row["금액(천원)"]) * 1000 if row["금액(천원)"] else _read(row["금액(원)"]),
            row["의결"] == "안",
        )
        for row in csv.DictReader(StringIO(text))
    ]


def _read(text: str) -> int:
    return int(text.replace(",", "").replace("△", "-"))


def choose(rows: Iterable[Row], day: str, stage: str | None) -> list[Row]:
    """The rows in force on a day, up to a stage; proposals only of the stage that is named."""
    last = STAGES.index(stage) if stage else len(STAGES)
    return [
        row
        for row in rows
        if row.day <= day
        and STAGES.index(row.stage) <= last
        and (not row.is_proposed or row.stage == stage)
    ]


def compute(rows: Sequence[Row], stage: str | None) -> dict[str, int | Fraction | None]:
    """Every figure of the budget by name; None where nothing can be divided."""
    now = [row for row in rows if row.day.startswith(str(YEAR))]
    before = [row for row in rows if row.day.startswith(str(YEAR - 1)) and row.kind in BUDGET]
    figures: dict[str, int | Fraction | None] = {}

    def enter(measure: str, amounts: Mapping[str, int]) -> Mapping[str, int]:
        figures.update({f"{measure}.{account}": won for account, won in amounts.items()})
        return amounts

    def divide(measure: str, part: Mapping[str, int], base: Mapping[str, int]) -> None:
        for account in part.keys() & base.keys():
            whole = base[account]
            rate = Fraction(part[account], whole) if whole else None
            figures[f"{measure}.{account}"] = rate

    budget = enter("budget", _add(now, BUDGET))
    appropriation = enter("appropriation", _add(now, APPROPRIATION))
    prior = enter("prior_final", _add_before(before))
    change = enter("change", _subtract(appropriation, prior))
    divide("change_rate", change, prior)
    for measure, kinds in MORE.items():
        if any(row.kind in kinds for row in now):
            enter(measure, _add(now, kinds))
    spent = {
        measure: enter(measure, _add_spending(now, kinds)) for measure, kinds in EXECUTION.items()
    }
    for measure, amounts in spent.items():
        divide(f"{measure}_rate", amounts, appropriation)
    enter("balance", _subtract(appropriation, spent["disbursement"]))
    if any(row.kind in COLLECTION for row in now):
        enter("collection", _add_revenue(now, COLLECTION))
    amending = _find_amendment(now, stage)
    if amending:
        own = enter("amending", _add([row for row in now if row.stage == amending], BUDGET))
        enter("amended", budget)
        divide("amending_rate", own, enter("present", _subtract(budget, own)))
    return figures


def _add(rows: Sequence[Row], kinds: Sequence[str]) -> dict[str, int]:
    return _add_revenue(rows, kinds) | _add_spending(rows, kinds)


def _add_revenue(rows: Sequence[Row], kinds: Sequence[str]) -> dict[str, int]:
    amounts = {account: _sum(rows, kinds, (account,)) for account in REVENUE}
    return amounts | {"revenue": _sum(rows, kinds, REVENUE)}


def _add_spending(rows: Sequence[Row], kinds: Sequence[str]) -> dict[str, int]:
    levels = {
        **{leaf: (leaf,) for leaf in CATEGORY_OF},
        **UNITS,
        **POLICIES,
        **{category: _list_leaves(category) for category in CATEGORIES},
        "expenditure": tuple(CATEGORY_OF),
    }
    return {account: _sum(rows, kinds, leaves) for account, leaves in levels.items()}


def _add_before(rows: Sequence[Row]) -> dict[str, int]:
    """Last year's budget; known by category only where a category has a row of its own."""
    named = {row.account for row in rows}
    if not named.intersection(CATEGORIES):
        return _add(rows, BUDGET)
    amounts = {
        category: _sum(rows, BUDGET, (category,) if category in named else _list_leaves(category))
        for category in CATEGORIES
    }
    return _add_revenue(rows, BUDGET) | amounts | {"expenditure": sum(amounts.values())}


def _list_leaves(category: str) -> tuple[str, ...]:
    return tuple(leaf for leaf, home in CATEGORY_OF.items() if home == category)


def _sum(rows: Iterable[Row], kinds: Sequence[str], accounts: Sequence[str]) -> int:
    return sum(row.won for row in rows if row.kind in kinds and row.account in accounts)


def _subtract(first: Mapping[str, int], second: Mapping[str, int]) -> dict[str, int]:
    return {account: first[account] - second[account] for account in first if account in second}


def _find_amendment(now: Sequence[Row], stage: str | None) -> str | None:
    """The stage that is named, if it amends; else the last one that does."""
    amending = [name for name in STAGES if any(row[1:3] == (name, "추경") for row in now)]
    if stage:
        return stage if stage in amending else None
    return amending[-1] if amending else None
