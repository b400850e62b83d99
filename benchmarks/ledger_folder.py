"""An invented folder with a ledger of any length: 5,000 accounts, 40 stages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.ledger_rows import (
    COLUMNS,
    LEAVES,
    POLICIES,
    PROGRAMMES,
    RESERVES,
    SOURCES,
    STAGES,
    UNITS,
    LedgerMaker,
)

LEDGER = "content/budget/ledger.csv"
_CATEGORIES = 9
"""Categories beside that of the reserve."""

_REPORT = """\
title: 주요업무 보고
year: 2026
base_date: 2026-12-31
audit_year: 2025
stages: [{stages}]
chapters:
  - {{id: general, title: 일반현황}}
"""
_ORGANIZATION = """\
name: 지어낸 재단
head: 이사장
purpose: {text: 지어낸 목적, basis: 지어낸 정관}
functions: [지어낸 사업]
headquarters: []
teams: []
staffing: {contract: 0, grades: [{name: 1급, quota: 1, actual: 1}]}
"""


def write_folder(root: Path, rows: int) -> None:
    """Content and ledger with so many entries."""
    budget = root / "content/budget"
    budget.mkdir(parents=True)
    stages = ", ".join(STAGES)
    (root / "content/report.yaml").write_text(_REPORT.format(stages=stages), encoding="utf-8")
    (root / "content/organization.yaml").write_text(_ORGANIZATION, encoding="utf-8")
    (root / "content/contacts.yaml").write_text("contacts: []\n", encoding="utf-8")
    (budget / "accounts.yaml").write_text("\n".join(_spell_accounts()), encoding="utf-8")
    with (budget / "ledger.csv").open("w", encoding="utf-8") as stream:
        stream.write(f"{COLUMNS}\n")
        stream.writelines(LedgerMaker(rows).make())


def _spell_accounts() -> Iterator[str]:
    yield "revenue:"
    yield from (f"  - {{id: {source}, name: 세입 {source}}}" for source in SOURCES)
    yield "categories:"
    yield from (f"  - {{id: category_{at}, name: 성질 {at}}}" for at in range(_CATEGORIES))
    yield "  - {id: reserve, name: 예비비, reserve: true}\nexpenditure:"
    numbers = iter(range(len(PROGRAMMES)))
    for policy in range(POLICIES):
        yield f"  - id: policy_{policy}\n    name: 정책 {policy}\n    children:"
        for unit in range(UNITS):
            yield f"      - id: unit_{policy}_{unit}\n        name: 단위 {unit}\n        children:"
            yield from (_spell_leaf(next(numbers)) for _ in range(LEAVES))


def _spell_leaf(number: int) -> str:
    leaf = PROGRAMMES[number]
    category = "reserve" if leaf in RESERVES else f"category_{number % _CATEGORIES}"
    return f"""\
          - id: {leaf}
            name: 세부 {leaf}
            category: {category}"""
