"""What an import is held against: the report's settings, the accounts, the ledger as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from reportgen.diagnostics import Diagnostic, raise_errors
from reportgen.model.base import Content
from reportgen.model.budget import Accounts
from reportgen.model.ledger import LedgerEntry
from reportgen.model.report import Report
from reportgen.readers.ledger import read_ledger
from reportgen.readers.validation import validate_document
from reportgen.readers.yaml_nodes import read_yaml

LEDGER_FOLDER = "content/budget"

Model = TypeVar("Model", bound=Content)


@dataclass(frozen=True, slots=True)
class LedgerBasis:
    """The part of a folder that an import needs; there may be no ledger yet."""

    report: Report
    accounts: Accounts
    ledger: tuple[LedgerEntry, ...]


def read_surroundings(root: Path, leave_out: str = "") -> LedgerBasis:
    """The folder without pages.

    :param leave_out: the ledger file that the import will replace.
    :raises DataError: with every mistake in these files.
    """
    diagnostics: list[Diagnostic] = []
    report = _read(root, "content/report.yaml", Report, diagnostics)
    accounts = _read(root, f"{LEDGER_FOLDER}/accounts.yaml", Accounts, diagnostics)
    entries: list[LedgerEntry] = []
    for path in list_ledgers(root):
        if path.name == leave_out:
            continue
        name = f"{LEDGER_FOLDER}/{path.name}"
        entries += read_ledger(path, name, diagnostics)
    raise_errors(diagnostics)
    assert report is not None
    assert accounts is not None
    return LedgerBasis(report, accounts, tuple(entries))


def list_ledgers(root: Path) -> list[Path]:
    """The files of the ledger, in the order in which they are read."""
    return sorted(
        path
        for path in (root / LEDGER_FOLDER).glob("*")
        if path.suffix.lower() in (".csv", ".xlsx") and not path.name.startswith("~$")
    )


def _read(root: Path, name: str, model: type[Model], diagnostics: list[Diagnostic]) -> Model | None:
    document = read_yaml(root / name, name)
    value = validate_document(model, document)
    diagnostics.extend(document.diagnostics)
    return value
