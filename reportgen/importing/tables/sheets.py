"""Which sheets of a book are read, and which are left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.choices import list_choices
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.importing.basis.options import Decisions
from reportgen.importing.rows.account_index import AccountIndex
from reportgen.letters import tidy_name
from reportgen.readers.finance.grid import Book, Sheet
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.tables import (
    NearHeader,
    Table,
    find_extra_names,
    find_near_headers,
    find_tables,
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tables to read.

    :ivar near: rows that may head tables, where no table was found.
    :ivar skipped: names of sheets, each with the reason why it isn't read.
    """

    tables: tuple[Table, ...]
    near: tuple[NearHeader, ...]
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
    near = [] if tables else list(_find_near(book, decisions))
    mistakes = _find_mistakes(book, decisions, tables, near)
    headers = tuple(header for _sheet, header in near)
    return Chosen(tuple(tables), headers, tuple(skipped), tuple(mistakes))


def _find_near(book: Book, decisions: Decisions) -> Iterator[tuple[Sheet, NearHeader]]:
    for sheet in book.sheets:
        if not _find_reason(sheet, decisions):
            for header in find_near_headers(sheet, decisions.profile.meanings()):
                yield sheet, header


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


def _find_mistakes(
    book: Book,
    decisions: Decisions,
    tables: list[Table],
    near: list[tuple[Sheet, NearHeader]],
) -> Iterator[Diagnostic]:
    names = [sheet.name for sheet in book.sheets]
    for name in decisions.sheets:
        if tidy_name(name) not in map(tidy_name, names):
            yield Diagnostic(
                "import-sheet",
                SourceRef(book.file),
                _("there is no sheet {sheet}", sheet=name),
                published=name,
                hint=list_choices(name, names),
            )
    yield from (_explain_near(sheet, header) for sheet, header in near)
    if not tables and not near:
        yield Diagnostic(
            "import-sheet",
            SourceRef(book.file),
            _("no table was found"),
            hint=_(
                "a table has a row of headers with names and amounts, such as 세부사업 and "
                "예산현액; name others in a profile under columns"
            ),
        )


def _explain_near(sheet: Sheet, header: NearHeader) -> Diagnostic:
    """What a row of texts above numbers lacks to head a table."""
    named = [column.label for column in header.columns if column.is_name]
    amounts = [column.label for column in header.columns if column.is_amount]
    strange = [c.label for c in header.columns if c.meaning is None and not c.derived]
    if named and not amounts:
        message = _(
            "no header of amounts is known; those not known are {headers}",
            headers=", ".join(strange),
        )
    elif amounts and not named:
        message = _(
            "no header of names is known; those not known are {headers}", headers=", ".join(strange)
        )
    else:
        message = _("no header is known: {headers}", headers=", ".join(strange))
    return Diagnostic(
        "import-column",
        sheet.place(header.row, header.columns[0].number),
        message,
        published=", ".join(strange),
        hint=_(
            "say in a profile under columns what they hold, such as «HEADER: disbursement»; "
            "--write-profile begins one"
        ),
    )
