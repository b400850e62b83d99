"""Formulas of the annexes that were edited: what they give can't come back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _
from reportgen.readers.finance.grid import Area, Book, GridCell, Sheet

_STRING = re.compile(r'("(?:[^"]|"")*")')
_QUOTED_SHEET = re.compile(r"'([^'!]+)'!")
_LEDGER = "ledger_"

Place = tuple[str, int, int]


def normalise_formula(formula: str) -> str:
    """A formula without what programs spell in different ways.

    >>> normalise_formula("SUM( '세입'!d4,b5 )")
    'SUM(세입!D4,B5)'
    """
    parts = _STRING.split(formula)
    return "".join(part if number % 2 else _plain(part) for number, part in enumerate(parts))


def find_edited_formulas(book: Book, built: Book, *, exact: bool) -> Iterator[Diagnostic]:
    """Every cell of which a build makes a formula, and where another thing stands now.

    :param built: the annexes as a build writes them.
    :param exact: whether they are built from what the book was built from; else formulas may
        have changed with the ledger, and only those that are gone are told.
    """
    homes = {place: name for name, place in _list_homes(built)}
    moved = dict(_list_homes(book))
    ledger = built.names["ledger_amount"]
    for sheet in built.sheets:
        theirs = book.sheet(sheet.name)
        if sheet.name == ledger[0] and book.names.get("ledger_amount") != ledger:
            continue  # rows were added, which is what the sheet is for
        if any(cell.formula for row in sheet.rows.values() for cell in row.values()):
            if theirs is not None:
                yield from _compare_sheet(sheet, theirs, homes, moved, exact)
            elif exact or _lists(book, sheet.name):
                yield _explain_sheet(book, sheet)


def _compare_sheet(
    built: Sheet, theirs: Sheet, homes: dict[Place, str], moved: dict[str, Place], exact: bool
) -> Iterator[Diagnostic]:
    names = {place: name for place, name in homes.items() if place[0] == built.name}
    sheet_is_result = bool(names)
    shifted = any(moved.get(name, place) != place for place, name in names.items())
    for row, cells in built.rows.items():
        for column, cell in cells.items():
            name = names.get((built.name, row, column))
            at = moved.get(name, (built.name, row, column)) if name else None
            if shifted and at is None:
                continue
            _sheet, there, across = at or (built.name, row, column)
            place = theirs.place(there, across)
            found = theirs.cell(there, across)
            if cell.formula:
                yield from _compare_cell(cell, found, place, exact and not shifted)
            elif (
                exact
                and not shifted
                and sheet_is_result
                and cell.text != (found.text if found else "")
            ):
                yield _explain_text(cell, found, place)


def _compare_cell(
    built: GridCell, found: GridCell | None, place: SourceRef, exact: bool
) -> Iterator[Diagnostic]:
    spelled = found.formula if found else ""
    if not spelled:
        shown = found.text if found else _("nothing")
        yield Diagnostic(
            "import-formula",
            place,
            _("a formula was replaced by {found}", found=shown),
            published=shown,
            computed=built.text,
            hint=_hint(built),
        )
    elif exact and normalise_formula(spelled) != normalise_formula(built.formula):
        yield Diagnostic(
            "import-formula",
            place,
            _("the formula was changed to ={formula}", formula=spelled),
            published=f"={spelled}",
            computed=f"={built.formula}",
            hint=_hint(built),
        )


def _hint(built: GridCell) -> str:
    return _(
        "put ={formula} back, and enter what it should give in the sheet of the ledger",
        formula=built.formula,
    )


def _explain_text(built: GridCell, found: GridCell | None, place: SourceRef) -> Diagnostic:
    return Diagnostic(
        "import-ignored",
        place,
        _(
            "the cell says «{found}» instead of «{text}»; only the sheet of the ledger comes back",
            found=found.text if found else "",
            text=built.text,
        ),
        published=found.text if found else "",
        computed=built.text,
        hint=_("change it where it comes from, in content"),
        severity=Severity.WARNING,
    )


def _lists(book: Book, sheet: str) -> bool:
    """Whether the cover says that the book was built with a sheet.

    Entries that the ledger got since may give a build sheets that it had no data for before.
    """
    return any(text == sheet for one in book.sheets for _row, _column, text in one.texts())


def _explain_sheet(book: Book, sheet: Sheet) -> Diagnostic:
    return Diagnostic(
        "import-formula",
        SourceRef(book.file),
        _("the sheet {sheet} is gone, or has another name", sheet=sheet.name),
        published=sheet.name,
        hint=_("only the sheet of the ledger is for input; put the other sheets back"),
    )


def _list_homes(book: Book) -> Iterator[tuple[str, Place]]:
    for name, (sheet, area) in book.names.items():
        if not name.startswith(_LEDGER) and _is_cell(area):
            yield name, (sheet, area.top, area.left)


def _is_cell(area: Area) -> bool:
    return (area.left, area.top) == (area.right, area.bottom)


def _plain(part: str) -> str:
    spelled = _QUOTED_SHEET.sub(r"\1!", "".join(part.split()))
    return spelled.upper().replace("_XLFN.", "")
