"""Tables whose rows tags repeat or leave out: their merged cells, and whether a row stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.dialect import Dialect
from reportgen.templating.tables.row_blocks import Reach, RowBlocks
from reportgen.templating.tables.rowless_tables import explain_rowless, mark_rows
from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element, ancestor, children, put_after

RowTag = tuple[Element, Tag, str]
"""The paragraph in which a tag for rows stands, the tag, and its token."""


@dataclass(slots=True)
class Settled:
    """What became of the tables.

    :ivar behind: what has to stand behind a tag, by its token.
    :ivar rowless: by the number in its mark, the tag for which a table may have no row.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    behind: dict[str, str] = field(default_factory=dict)
    rowless: list[Tag] = field(default_factory=list)


def settle_rows(
    dialect: Dialect,
    tags: Iterable[RowTag],
    spans: Mapping[Element, Collection[Element]],
    fixed: Collection[Element],
) -> Settled:
    """Have merged cells follow the rows that come out, and refuse those that can't.

    :param spans: by table, the cells whose extent comes from data.
    :param fixed: the tables whose cells can't follow the rows where they say how far they reach.
    """
    settled = Settled()
    for table, blocks in _list_blocks(dialect, tags):
        rows = list(children(table, dialect.row))
        is_fixed = table in fixed and dialect.merges_by_count
        _settle_merges(settled, dialect, rows, blocks, spans.get(table, ()), is_fixed)
        cause, before = blocks.find_cause(), rows[0].getprevious()
        if blocks.is_bare():
            settled.diagnostics.append(explain_rowless(blocks.tags[0]))
        elif cause and before is not None:
            mark_rows(before, table[-1], len(settled.rowless))
            settled.rowless.append(cause)
    return settled


def _list_blocks(dialect: Dialect, tags: Iterable[RowTag]) -> Iterator[tuple[Element, RowBlocks]]:
    tables: dict[Element, dict[Element, list[tuple[Tag, str]]]] = {}
    for paragraph, tag, token in tags:
        row = ancestor(paragraph, dialect.row)
        table = None if row is None else row.getparent()
        if row is not None and table is not None and table.tag == dialect.table:
            tables.setdefault(table, {}).setdefault(row, []).append((tag, token))
    for table, by_row in tables.items():
        yield table, RowBlocks(list(children(table, dialect.row)), by_row)


def _settle_merges(
    settled: Settled,
    dialect: Dialect,
    rows: Sequence[Element],
    blocks: RowBlocks,
    spanned: Collection[Element],
    is_fixed: bool,
) -> None:
    for number, (cell, first, last) in enumerate(dialect.list_merges(rows)):
        if cell in spanned:
            continue
        reach = blocks.follow(first, last, dialect.merges_by_count)
        if isinstance(reach, Tag):
            settled.diagnostics.append(_explain_torn(reach))
        elif reach is not None and is_fixed:
            settled.diagnostics.append(_explain_torn(blocks.list_covered(first, last)[0]))
        elif reach is not None:
            _mark(settled, dialect.begin_reach(cell, number), rows, reach)


def _mark(settled: Settled, mark: str, rows: Sequence[Element], reach: Reach) -> None:
    if reach.token:
        settled.behind[reach.token] = settled.behind.get(reach.token, "") + mark
    elif mark:
        put_after(rows[reach.row], mark)


def _explain_torn(tag: Tag) -> Diagnostic:
    return Diagnostic(
        "template-rows",
        tag.place,
        _("a merged cell reaches over {tag} and over some of its rows only", tag=tag.typed),
        hint=_("begin the merged cell in a row that stays, and merge all rows up to the end tag"),
    )
