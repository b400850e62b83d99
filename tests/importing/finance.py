"""Small workbooks as finance sends them, and what an import makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from reportgen.importing.basis.options import ImportOptions
from reportgen.importing.imports import ImportPlan, plan_import, write_import
from reportgen.importing.mapping_report import describe_import
from reportgen.model.ledger import LedgerEntry
from tests.sample import read_folder, write_folder

UNIT = "(2026. 6. 30. 기준, 단위: 천원)"
"""A unit line that says all that has to be known, on the last day of the sample's ledger."""

Rows = Sequence[Sequence[object]]


def read_cells(table: str) -> list[list[str]]:
    """The cells of a text table with bars between them; leading blanks count."""
    lines = [line for line in table.splitlines() if line.strip()]
    return [[cell.rstrip().removeprefix(" ") for cell in line.split("|")] for line in lines]


def write_csv(path: Path, table: str, encoding: str = "utf-8-sig") -> Path:
    """The text table as a CSV."""
    lines = (",".join(f'"{cell}"' for cell in cells) for cells in read_cells(table))
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def write_workbook(
    path: Path,
    sheets: Mapping[str, Rows],
    *,
    merges: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
) -> Path:
    """The rows of each sheet as an XLSX; merges and number formats are those of the first."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    first = workbook.worksheets[0]
    for area in merges:
        first.merge_cells(area)
    for cell, number_format in (formats or {}).items():
        first[cell].number_format = number_format
    workbook.save(path)
    return path


def make_plan(root: Path, file: Path, **options: Any) -> ImportPlan:
    """What an import of a file into the sample would do."""
    if not (root / "content").exists():
        write_folder(root)
    return plan_import(ImportOptions(root, file, **options), _refuse_build)


def plan_table(root: Path, table: str, **options: Any) -> ImportPlan:
    """What an import of a text table would do."""
    return make_plan(root, write_csv(root / "표.csv", table), **options)


def list_entries(plan: ImportPlan) -> list[str]:
    """The planned entries: day, kind, account and won."""
    return [
        f"{entry.date} {entry.kind} {entry.account} {entry.amount:,}"
        for entry in (planned.entry for planned in plan.entries)
    ]


def list_findings(plan: ImportPlan) -> list[str]:
    """What is wrong with the file, as it is printed."""
    return [str(diagnostic) for diagnostic in plan.diagnostics]


def list_mapping(plan: ImportPlan) -> list[str]:
    """The lines of the mapping report that say what became of something."""
    return [line.strip() for line in describe_import(plan) if " -> " in line]


def import_all(root: Path, file: Path, **options: Any) -> list[LedgerEntry]:
    """The ledger after a file was imported into the sample."""
    plan = make_plan(root, file, **options)
    assert list_findings(plan) == []
    write_import(root, plan)
    return list(read_folder(root).ledger)


def _refuse_build(*_state: object) -> bytes:
    raise AssertionError("this file is none of ours")
