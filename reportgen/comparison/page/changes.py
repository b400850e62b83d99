"""Changed text and changed tables on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.comparison.page.markup import Html, join, mark, tag, write_change, write_table
from reportgen.comparison.tables import RowChange, TableChange
from reportgen.comparison.texts import ChangeKind, TextChange
from reportgen.comparison.wording import DOCUMENTS, KINDS
from reportgen.renderers.changes import has_letters
from reportgen.renderers.docx_tables import RowText

_WITHOUT_HEADING = "표지·머리말"


def write_texts(changes: Sequence[TextChange]) -> Html:
    """The changed paragraphs below the headings under which they stand."""
    groups = groupby(changes, key=lambda change: describe_path(change))
    parts = (
        join(
            tag("h3", heading),
            tag("ol", *(_write_text(change) for change in group), class_="texts"),
        )
        for heading, group in groups
    )
    return join(*parts)


def describe_path(change: TextChange | TableChange) -> str:
    """The document and the headings under which a change stands, rather the new ones."""
    found = change.new or change.old
    path = found.path if found and found.path else (_WITHOUT_HEADING,)
    return " › ".join((DOCUMENTS[change.document], *path))


def _write_text(change: TextChange) -> Html:
    words = join(*(write_change(words.old, words.new) for words in change.words))
    if change.kind is ChangeKind.MOVED and change.old:
        came = " › ".join(change.old.path) or _WITHOUT_HEADING
        words = join(words, tag("div", f"이전 위치: {came}", class_="quiet"))
    return tag("li", tag("span", KINDS[change.kind], class_="badge"), tag("div", words))


def write_tables(changes: Sequence[TableChange]) -> Html:
    """The changed rows of every changed table."""
    return join(*(_write_table(change) for change in changes))


def _write_table(change: TableChange) -> Html:
    heading = tag(
        "h3",
        change.shown.caption or KINDS[change.kind],
        " ",
        tag("span", KINDS[change.kind], class_="badge"),
        " ",
        tag("span", describe_path(change), class_="quiet"),
    )
    title = f"{change.shown.caption}: 바뀐 행"
    if change.old is None or change.new is None:
        name = "ins" if change.old is None else "del"
        rows = [_write_whole(row, name) for row in change.shown.rows]
        return join(heading, write_table(title, ("구분", *change.shown.columns), rows))
    if not (change.rows or change.changed_columns):
        return heading
    heads = [write_change(pair.old or "", pair.new or "") for pair in change.columns]
    return join(
        heading,
        write_table(title, ("구분", *heads), [_write_row(change, row) for row in change.rows]),
    )


def _write_whole(row: RowText, name: str) -> Html:
    kind = KINDS[ChangeKind.ADDED if name == "ins" else ChangeKind.REMOVED]
    cells = (_write_cell(mark(name, text) if text else Html(), text) for text in row.carried)
    return tag("tr", tag("td", kind, class_="kind"), *cells)


def _write_row(change: TableChange, row: RowChange) -> Html:
    return tag(
        "tr",
        tag("td", KINDS[row.kind], class_="kind"),
        *_list_cells(change, row),
    )


def _list_cells(change: TableChange, row: RowChange) -> Iterator[Html]:
    """What every column says, with what it said before where that changed."""
    for column in change.columns:
        old = _read(row.old, column.position.old)
        new = _read(row.new, column.position.new)
        yield _write_cell(write_change(old, new), old + new)


def _write_cell(content: Html, text: str) -> Html:
    """A cell; numbers stand at the right."""
    return tag("td", content, class_="" if has_letters(text) else "number")


def _read(row: RowText | None, at: int | None) -> str:
    return "" if row is None or at is None or at >= len(row.carried) else row.carried[at]
