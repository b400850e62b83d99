"""Groups of typed tables: every row says to which it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.table_layout import list_values


def check_table_groups(subject: Subject) -> Iterator[Diagnostic]:
    """An empty cell below a counted group, which may mean the same group or none."""
    for _account, blocks in subject.folder.block_sequences():
        for table in (block.table for block in blocks if block.table):
            for at, column in enumerate(table.columns):
                if not (column.merge and column.label):
                    continue
                for row, (above, here) in enumerate(pairwise(list_values(table, at)), 2):
                    if above and not here:
                        yield Diagnostic(
                            "table-group",
                            table.source.of("rows"),
                            _(
                                "row {row}: {column} is empty, so the row is counted in no group",
                                row=row,
                                column=column.title,
                            ),
                            hint=_("type the name of its group, such as «{name}»", name=above),
                            severity=Severity.WARNING,
                        )
