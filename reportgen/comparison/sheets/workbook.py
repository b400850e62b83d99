"""The lists of a comparison, put together."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.comparison.comparison import Comparison
from reportgen.comparison.sheets.changes import list_tables, list_texts
from reportgen.comparison.sheets.figures import list_causes, list_figures, list_places
from reportgen.comparison.wording import Speller
from reportgen.renderers.flat_workbook import Sheet, Value, write_flat_workbook
from reportgen.renderers.metadata import Metadata

_SUMMARY = (("항목", 24), ("이전", 44), ("이후", 44))
_FIGURES = (
    ("구분", 8),
    ("수치", 36),
    ("이름", 34),
    ("단위", 7),
    ("이전", 16),
    ("이후", 16),
    ("증감", 16),
    ("원인", 8),
    ("인쇄 위치", 10),
)


def write_workbook(comparison: Comparison) -> bytes:
    """The workbook: all changes, in Korean."""
    sheets = (
        Sheet("요약", _SUMMARY, tuple(_list_summary(comparison))),
        list_figures(comparison),
        list_causes(comparison),
        list_places(comparison),
        list_texts(comparison),
        list_tables(comparison),
    )
    label = comparison.new
    title = f"비교: {comparison.old.asked} → {label.asked}"
    return write_flat_workbook(sheets, Metadata(title, label.organization, label.base_date))


def _list_summary(comparison: Comparison) -> Iterator[tuple[Value, ...]]:
    labels = comparison.old, comparison.new
    yield ("비교한 상태", *(Speller(label).describe_label(label) for label in labels))
    yield ("기준일", *(label.base_date for label in labels))
    yield ("예산 단계", *(label.stage or "전체" for label in labels))
    yield ("폴더", *(label.folder for label in labels))
    yield ("git 개정", *(label.commit or "-" for label in labels))
