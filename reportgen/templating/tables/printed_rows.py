"""Tables into which a tag prints rows of a prototype: those must have the table's columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.dialect import Dialect
from reportgen.templating.tables.cell_runs import PlacedTag
from reportgen.templating.tables.table_plan import TableTags
from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element, children

_NAME = "rows-of"
_MARK = re.compile(f' {_NAME}="\\d+"')
"""An attribute of a table, which no file format has; it is gone when the part is finished."""

PrintedRows = tuple[Tag, int]
"""The tag that prints rows, and how many columns its table has; 0 where data decides that."""


def mark_printed(
    dialect: Dialect, table: Element, tags: TableTags, counts: bool, number: int
) -> PrintedRows | None:
    """Mark a table into which a tag prints rows; None where no tag does.

    :param counts: whether the table has the columns that it has in the template.
    """
    every: list[PlacedTag] = [placed for found in tags.rows.values() for placed in found]
    printing = next((one.tag for one in every if one.tag.code.startswith("{{")), None)
    if printing is None:
        return None
    try:
        totals = set(_count_rows(dialect, table))
    except ValueError:
        return None
    if counts and len(totals) > 1:
        return None  # rows of the template itself have different lengths
    table.set(_NAME, str(number))
    return printing, totals.pop() if counts else 0


def find_uneven(dialect: Dialect, text: str, printed: Sequence[PrintedRows]) -> list[Diagnostic]:
    """The tags that printed rows of another width than their table's, in a finished part."""
    if not _MARK.search(text):
        return []
    found: dict[int, Diagnostic] = {}
    for table in etree.fromstring(text.encode()).iter(dialect.table):
        number = int(table.get(_NAME, "-1"))
        if number >= 0:
            tag, columns = printed[number]
            totals = set(_count_rows(dialect, table))
            if columns:
                totals.add(columns)
            if len(totals) > 1:
                found.setdefault(number, _explain(tag))
    return list(found.values())


def drop_marks(text: str) -> str:
    """The text without the marks."""
    return _MARK.sub("", text)


def _count_rows(dialect: Dialect, table: Element) -> list[int]:
    """How many columns each row has, those included that a merged cell above covers.

    :raises ValueError: when the columns can't be read.
    """
    grid = dialect.measure_table(table)
    spans = {
        row: [grid.covers[cell] for cell in children(row, dialect.cell)]
        for row in children(table, dialect.row)
    }
    return [
        sum(last - first for first, last in (*found, *grid.gaps.get(row, ())))
        for row, found in spans.items()
    ]


def _explain(tag: Tag) -> Diagnostic:
    return Diagnostic(
        "template-rows",
        tag.place,
        _("{tag} prints rows that have other columns than the table", tag=tag.typed),
        published=tag.typed,
        hint=_("print it in a table with as many columns as the rows of its prototype"),
    )
