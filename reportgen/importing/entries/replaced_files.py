"""What is lost when a ledger file is written anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.basis.ledger_basis import LEDGER_FOLDER
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.model.ledger import LedgerEntry
from reportgen.readers.ledger import read_ledger


def find_lost(root: Path, target: str, planned: Iterable[PlannedEntry]) -> Iterator[Diagnostic]:
    """Entries of the file that is replaced of whose account nothing is written again.

    :param target: the name of the file; there may be none yet.
    """
    path = root / LEDGER_FOLDER / target
    if not path.is_file():
        return
    written = {_name(item.entry) for item in planned}
    before = read_ledger(path, f"{LEDGER_FOLDER}/{target}", [])
    lost = [entry for entry in before if _name(entry) not in written]
    if written and lost:
        yield Diagnostic(
            "import-replaced",
            lost[0].source,
            _(
                "{count} entries of the file that is replaced are not written again, such as "
                "{kind} of {account}, {amount} won",
                count=len(lost),
                kind=lost[0].kind,
                account=lost[0].account,
                amount=f"{lost[0].amount:,}",
            ),
            published=f"{lost[0].amount:,}",
            hint=_("to keep them, write another file with --into"),
            severity=Severity.WARNING,
        )


def _name(entry: LedgerEntry) -> tuple[object, ...]:
    return entry.date, entry.stage, entry.kind, entry.account, entry.funding
