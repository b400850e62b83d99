"""Which sheets of a book are read, and which are left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.importing.account_index import AccountIndex
from reportgen.importing.options import Decisions
from reportgen.letters import tidy_name
from reportgen.readers.finance.grid import Book, Sheet
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.tables import Table, find_extra_names, find_tables


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tables to read.

    :ivar skipped: names of sheets, each with the reason why it isn't read.
    """

    tables: tuple[Table, ...]
    skipped: tuple[tuple[str, str], ...]
    diagnostics: tuple[Diagnostic, ...]


def choose_tables(book: Book, decisions: Decisions, index: AccountIndex) -> Chosen:
    """Every table of the sheets that are named, or of all that can be seen.

    Tables that name no account, such as one of staff, are left out beside others that do.
    """
    tables: list[Table] = []
    skipped: list[tuple[str, str]] = []
    for sheet in book.sheets:
        reason = _find_reason(sheet, decisions)
        found = () if reason else find_tables(sheet, decisions.profile.meanings())
        tables += found
        if not found:
            skipped.append((sheet.name, reason or _("no header with names and amounts")))
    useful = [table for table in tables if _names_account(table, decisions, index)]
    if useful and not decisions.sheets:
        strange = [table.sheet.name for table in tables if table not in useful]
        skipped += [(name, _("names no account")) for name in strange]
        tables = useful
    return Chosen(tuple(tables), tuple(skipped), tuple(_find_mistakes(book, decisions, tables)))


def _names_account(table: Table, decisions: Decisions, index: AccountIndex) -> bool:
    told = decisions.told().accounts
    columns = [column.number for column in table.columns if column.is_name]
    columns += find_extra_names(table)
    labels = (table.sheet.text(row, column) for row in table.rows for column in columns)
    return any(label and (squeeze(label) in told or index.find(label)) for label in labels)


def _find_reason(sheet: Sheet, decisions: Decisions) -> str:
    if decisions.sheets:
        return (
            "" if tidy_name(sheet.name) in map(tidy_name, decisions.sheets) else _("not asked for")
        )
    if sheet.hidden:
        return _("hidden")
    return "" if sheet.rows else _("empty")


def _find_mistakes(book: Book, decisions: Decisions, tables: list[Table]) -> Iterator[Diagnostic]:
    names = [sheet.name for sheet in book.sheets]
    for name in decisions.sheets:
        if tidy_name(name) not in map(tidy_name, names):
            yield Diagnostic(
                "import-sheet",
                SourceRef(book.file),
                _("there is no sheet {sheet}", sheet=name),
                published=name,
                hint=_("use one of {choices}", choices=", ".join(names)),
            )
    if not tables:
        yield Diagnostic(
            "import-sheet",
            SourceRef(book.file),
            _("no table was found"),
            hint=_(
                "a table has a row of headers with names and amounts, such as 세부사업 and "
                "예산현액; name others in a profile under columns"
            ),
        )
