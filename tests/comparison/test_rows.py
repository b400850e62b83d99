"""Tables row by row and column by column."""

from reportgen.comparison.pairing import Position
from reportgen.comparison.rows import compare_table
from reportgen.comparison.tables import TableChange
from reportgen.formats import Document
from reportgen.renderers.docx_tables import RowText
from reportgen.renderers.docx_text import TableText

HEAD = "| 구분 | 현액 | 지출 |"


def _split(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _row(line: str) -> RowText:
    """A row; ``^`` stands where the merged cell above reaches down."""
    cells = _split(line)
    label = tuple(cell for cell in cells[:1] if cell)
    return RowText(cells, cells, label)


def _table(*lines: str) -> TableText:
    return TableText((), "집행", _split(lines[0]), tuple(map(_row, lines[1:])))


def _compare(old: TableText, new: TableText) -> TableChange:
    return compare_table(Document.REPORT, Position(0, 0, 0, 0), old, new)


def _rows(old: TableText, new: TableText) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    return [
        (
            row.kind.value,
            " ".join(row.label),
            [(cell.column.name, cell.old, cell.new) for cell in row.cells],
        )
        for row in _compare(old, new).rows
    ]


OLD = _table(HEAD, "| 계 | 300 | 30 |", "| 정원 | 100 | 10 |", "| 하천 | 200 | 20 |")


def test_the_same_table_has_no_changed_row() -> None:
    assert _compare(OLD, OLD).rows == ()


def test_a_changed_cell_is_told_by_its_column() -> None:
    new = _table(HEAD, "| 계 | 300 | 30 |", "| 정원 | 150 | 10 |", "| 하천 | 200 | 20 |")
    assert _rows(OLD, new) == [("changed", "정원", [("현액", "100", "150")])]


def test_an_added_and_a_removed_row_are_told() -> None:
    new = _table(HEAD, "| 계 | 300 | 30 |", "| 정원 | 100 | 10 |", "| 도서관 | 200 | 20 |")
    assert _rows(OLD, new) == [("removed", "하천", []), ("added", "도서관", [])]


def test_a_row_between_others_does_not_shift_them() -> None:
    new = _table(
        HEAD, "| 계 | 300 | 30 |", "| 책 | 1 | 0 |", "| 정원 | 100 | 10 |", "| 하천 | 200 | 20 |"
    )
    assert _rows(OLD, new) == [("added", "책", [])]


def test_a_row_that_moved_and_changed_is_told_once() -> None:
    old = _table(HEAD, "| 가 | 1 | 1 |", "| 나 | 2 | 2 |", "| 다 | 3 | 3 |", "| 라 | 4 | 4 |")
    new = _table(HEAD, "| 나 | 2 | 2 |", "| 다 | 3 | 3 |", "| 라 | 4 | 4 |", "| 가 | 9 | 1 |")
    assert _rows(old, new) == [("moved", "가", [("현액", "1", "9")])]


def test_rows_of_the_same_label_are_paired_in_order() -> None:
    old = _table(HEAD, "| 소계 | 1 | 1 |", "| 소계 | 2 | 2 |")
    new = _table(HEAD, "| 소계 | 1 | 1 |", "| 소계 | 2 | 5 |")
    assert _rows(old, new) == [("changed", "소계", [("지출", "2", "5")])]


def test_a_renamed_column_is_the_same_one() -> None:
    new = TableText((), "집행", ("구분", "현액", "결산"), OLD.rows)
    change = _compare(OLD, new)
    assert [(pair.old, pair.new) for pair in change.changed_columns] == [("지출", "결산")]
    assert change.rows == ()


def test_an_added_column_is_told_once_and_in_no_row() -> None:
    new = _table(
        "| 구분 | 현액 | 증감 | 지출 |",
        "| 계 | 300 | 1 | 30 |",
        "| 정원 | 100 | 1 | 10 |",
        "| 하천 | 200 | 1 | 20 |",
    )
    change = _compare(OLD, new)
    assert [(pair.old, pair.new) for pair in change.changed_columns] == [(None, "증감")]
    assert change.rows == ()


def test_a_merged_cell_is_told_where_it_begins() -> None:
    old = TableText((), "", ("구분", "내용"), (_merged("동네 (1건)", "가"),))
    rows = (_merged("동네 (2건)", "가"), _covered("동네 (2건)", "나"))
    assert _rows(old, TableText((), "", ("구분", "내용"), rows)) == [
        ("changed", "동네 (2건) 가", [("구분", "동네 (1건)", "동네 (2건)")]),
        ("added", "동네 (2건) 나", []),
    ]


def test_a_row_that_takes_over_the_merged_cell_is_the_same() -> None:
    both = (_merged("동네", "가"), _covered("동네", "나"))
    old = TableText((), "", ("구분", "내용"), both)
    new = TableText((), "", ("구분", "내용"), (_merged("동네", "나"),))
    assert _rows(old, new) == [("removed", "동네 가", [])]


def _merged(group: str, text: str) -> RowText:
    return RowText((group, text), (group, text), (group, text))


def _covered(group: str, text: str) -> RowText:
    return RowText(("", text), (group, text), (group, text))


def test_a_table_without_counterpart_has_no_rows() -> None:
    change = compare_table(Document.REPORT, Position(None, 0, 0, 0), None, OLD)
    assert (change.kind.value, change.rows, change.shown) == ("added", (), OLD)


def test_backwards_is_the_same_turned_around() -> None:
    new = _table("| 구분 | 결산 |", "| 도서관 | 1 |", "| 정원 | 100 |", "| 하천 | 5 |")
    assert _compare(OLD, new).reverse() == _compare(new, OLD)
