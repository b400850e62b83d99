"""The invented foundation of tests.sample with months, sources of money, and costs of posts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.state import State, load_state
from tests.sample import MORE_COLUMNS, MORE_FILE, Replace, write_folder

ACCOUNTS = "content/budget/accounts.yaml"
ORGANIZATION = "content/organization.yaml"
REPORT = "content/report.yaml"

ROWS = """\
2026-02-10,2026 본예산,commitment,garden,5000,계약
2026-04-30,2026 본예산,commitment,garden,10000,계약
2026-02-28,2026 본예산,disbursement,garden,2000,지급
2026-03-15,2026 본예산,disbursement,garden,3000,지급
2026-03-31,2026 본예산,disbursement,river_watch,1500,지급
2026-05-01,2026 제1회 추경,amendment,garden,4000,제1회 추경,carryover
2026-05-01,2026 제1회 추경,amendment,carryover,4000,제1회 추경
2026-05-01,2026 제1회 추경,amendment,tree_map,1000,제1회 추경,service_fee
2026-05-01,2026 제1회 추경,amendment,service_fee,1000,제1회 추경
"""
"""Entries of several months, and some that name what pays for them."""

FUNDED: Replace = {
    ACCOUNTS: (
        "former_names: [마을정원가꾸기]",
        "former_names: [마을정원가꾸기]\n            funding: city_grant",
    )
}
COSTED: Replace = {
    ORGANIZATION: (
        "- {name: 1급, quota: 2, actual: 1}",
        "- {name: 1급, quota: 2, actual: 1, annual_cost: 70000}",
    ),
    ACCOUNTS: ("{id: personnel, name: 인건비}", "{id: personnel, name: 인건비, personnel: true}"),
}
ASKED: Replace = {REPORT: ("audit_year: 2025", "audit_year: 2025\nannex_contact: nam_bora")}


def write_detailed(root: Path, *changes: Replace, rows: str = ROWS) -> Path:
    """The sample with those rows and changes; those of a file are made one after the other."""
    write_folder(root, files={MORE_FILE: MORE_COLUMNS + rows} if rows else None)
    for change in changes:
        _change(root, change)
    return root


def _change(root: Path, change: Mapping[str, tuple[str, str]]) -> None:
    for name, (old, new) in change.items():
        text = (root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"«{old}» stands {text.count(old)} times in {name}"
        (root / name).write_text(text.replace(old, new), encoding="utf-8")


def make_detailed(root: Path, *changes: Replace, rows: str = ROWS) -> State:
    """The folder read, computed, checked and viewed."""
    return load_state(write_detailed(root, *changes, rows=rows))
