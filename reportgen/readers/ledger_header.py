"""The header of a ledger file: which column holds what, in either language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.letters import tidy_name
from reportgen.limits import MOST_COLUMNS
from reportgen.readers.ledger_keys import AMOUNTS, COLUMNS, REQUIRED
from reportgen.readers.ledger_lines import Line
from reportgen.readers.ledger_words import list_columns, name_column

_BY_HEADER = {header: key for key, headers in COLUMNS.items() for header in headers}


def count_headers(cells: Iterable[str]) -> int:
    """How many of the cells are headers of a ledger."""
    return sum("".join(cell.split()).lower() in _BY_HEADER for cell in cells)


def read_header(line: Line, diagnostics: list[Diagnostic]) -> dict[str, int] | None:
    """The number of each column by its key; None when there are mistakes, which are reported."""
    found: dict[str, int] = {}
    problems: list[Diagnostic] = []
    if len(line.cells) > MOST_COLUMNS:
        diagnostics.append(_explain_width(line))
        return None
    for number, cell in enumerate(line.cells):
        key = _BY_HEADER.get("".join(tidy_name(cell).split()).lower())
        if cell and (key is None or key in found):
            problems.append(_explain_column(line, number, found.get(key or "")))
        elif key:
            found[key] = number
    problems.extend(_explain_missing(line, key) for key in _find_missing(found))
    diagnostics.extend(problems)
    return None if problems else found


def _explain_width(line: Line) -> Diagnostic:
    return Diagnostic(
        "ledger-header",
        line.source,
        _("the header has {found} columns", found=f"{len(line.cells):,}"),
        published=str(len(line.cells)),
        hint=_("the columns are {columns}", columns=", ".join(COLUMNS)),
    )


def _find_missing(found: Collection[str]) -> Iterator[str]:
    yield from (key for key in REQUIRED if key not in found)
    if not any(key in found for key in AMOUNTS):
        yield AMOUNTS[0]


def _explain_column(line: Line, number: int, first: int | None) -> Diagnostic:
    """An unknown column, or one that means the same as the first one."""
    cell = line.cells[number]
    hint = _("the columns are {columns}", columns=list_columns())
    if first is not None:
        hint = _("«{first}» means the same; keep one of the two", first=line.cells[first])
    return Diagnostic(
        "ledger-header",
        line.place(number),
        _("unknown or repeated column {column}", column=cell),
        published=cell,
        hint=hint,
    )


def _explain_missing(line: Line, key: str) -> Diagnostic:
    return Diagnostic(
        "ledger-header",
        line.source,
        _("the column {column} is missing", column=name_column(key)),
        hint=_("the columns are {columns}", columns=list_columns()),
    )
