"""Changed text and changed tables as lists of a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.comparison.comparison import Comparison
from reportgen.comparison.tables import RowChange, TableChange
from reportgen.comparison.wording import DOCUMENTS, KINDS
from reportgen.renderers.docx_tables import RowText
from reportgen.renderers.docx_text import Passage
from reportgen.renderers.flat_workbook import Sheet

_TEXTS = (("문서", 14), ("구분", 7), ("이전 장", 28), ("이후 장", 28), ("이전", 40), ("이후", 40))
_TABLES = (
    ("문서", 14),
    ("장", 28),
    ("표", 22),
    ("구분", 7),
    ("행", 26),
    ("열", 18),
    ("이전", 26),
    ("이후", 26),
)
_WHOLE_ROW = "행 전체"
_WHOLE_TABLE = "표 전체"
_COLUMN = "열 이름"

Words = tuple[str, ...]


def list_texts(comparison: Comparison) -> Sheet:
    """A row for each paragraph, after the documents that only one state has."""
    return Sheet("본문", _TEXTS, (*_write_documents(comparison), *_write_texts(comparison)))


def list_tables(comparison: Comparison) -> Sheet:
    """A row for each changed cell, and for each row, column and table that has no counterpart."""
    rows = (row for table in comparison.tables for row in _write_table(table))
    return Sheet("표", _TABLES, tuple(rows))


def _write_documents(comparison: Comparison) -> Iterator[Words]:
    for change in comparison.documents:
        extent = f"문서 전체: 문단 {change.paragraphs}개, 표 {change.tables}개"
        sides = ("", extent) if change.is_new else (extent, "")
        kind = "추가" if change.is_new else "삭제"
        yield (DOCUMENTS[change.document], kind, "", "", *sides)


def _write_texts(comparison: Comparison) -> Iterator[Words]:
    for change in comparison.texts:
        sides = change.old, change.new
        paths = map(_join_path, sides)
        texts = (side.text if side else "" for side in sides)
        yield (DOCUMENTS[change.document], KINDS[change.kind], *paths, *texts)


def _join_path(passage: Passage | None) -> str:
    return " › ".join(passage.path) if passage else ""


def _write_table(table: TableChange) -> Iterator[Words]:
    path = " › ".join(table.shown.path)
    about = (DOCUMENTS[table.document], path, table.shown.caption)
    if table.old is None or table.new is None:
        yield (*about, KINDS[table.kind], _WHOLE_TABLE, "", "", "")
        for row in table.shown.rows:
            sides = ("", _join_cells(row)) if table.old is None else (_join_cells(row), "")
            yield (*about, KINDS[table.kind], " › ".join(row.label), _WHOLE_ROW, *sides)
        return
    if table.position.is_moved:
        yield (*about, KINDS[table.kind], _WHOLE_TABLE, "", "", "")
    for column in table.changed_columns:
        yield (*about, "변경", _COLUMN, column.name, column.old or "", column.new or "")
    for change in table.rows:
        for words in _write_row(change):
            yield (*about, *words)


def _write_row(row: RowChange) -> Iterator[Words]:
    about = KINDS[row.kind], " › ".join(row.label)
    if row.old is None or row.new is None or not row.cells:
        yield (*about, _WHOLE_ROW, _join_cells(row.old), _join_cells(row.new))
    else:
        for cell in row.cells:
            yield (*about, cell.column.name, cell.old, cell.new)


def _join_cells(row: RowText | None) -> str:
    return " | ".join(row.carried) if row else ""
