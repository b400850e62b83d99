"""The rows of a table as a tree."""

from decimal import Decimal

from reportgen.readers.finance.grid import GridCell, Sheet
from reportgen.readers.finance.rows import RowTree, TreeRow
from reportgen.readers.finance.tables import find_tables
from tests.readers.finance.test_tables import make_sheet


def read_tree(sheet: Sheet) -> RowTree:
    (table,) = find_tables(sheet)
    return RowTree(table)


def spell(row: TreeRow) -> str:
    """The labels above a row, and its own."""
    above = f"{spell(row.parent)} > " if row.parent else ""
    return above + (row.label or row.item)


def test_blank_repeats_belong_to_what_stands_above() -> None:
    tree = read_tree(
        make_sheet(
            "정책사업|단위사업|세부사업|예산액\n"
            "푸른|정원|가꾸기|1\n"
            "||지도|1\n"
            "||소계|2\n"
            "|하천|지킴이|3\n"
            "다정한|책|버스|4\n"
        )
    )
    assert [spell(row) for row in tree.rows] == [
        "푸른 > 정원 > 가꾸기",
        "푸른 > 정원 > 지도",
        "푸른 > 정원 > 소계",
        "푸른 > 하천 > 지킴이",
        "다정한 > 책 > 버스",
    ]


def test_names_that_are_repeated_in_every_row_are_the_same_row() -> None:
    tree = read_tree(make_sheet("정책사업|세부사업|예산액\n푸른||2\n푸른|가꾸기|1\n푸른|지도|1\n"))
    policy, first, second = tree.rows
    assert first.parent is second.parent is policy
    assert [row.number for row in policy.subtree()] == [3, 4]


def test_blanks_before_a_name_are_its_depth() -> None:
    labels = ["푸른", "  정원", "    가꾸기", "  하천", "다정한"]
    rows = {
        row: {1: GridCell(label), 2: GridCell(Decimal(1))} for row, label in enumerate(labels, 2)
    }
    header = {1: GridCell("사업명"), 2: GridCell("예산액")}
    tree = read_tree(Sheet("a.xlsx", "표", {1: header, **rows}))
    assert [spell(row) for row in tree.rows] == [
        "푸른",
        "푸른 > 정원",
        "푸른 > 정원 > 가꾸기",
        "푸른 > 하천",
        "다정한",
    ]


def test_the_indent_of_a_cell_is_its_depth() -> None:
    rows = {
        row: {1: GridCell(label, indent=indent), 2: GridCell(Decimal(1))}
        for row, (label, indent) in enumerate([("푸른", 0), ("가꾸기", 1)], 2)
    }
    header = {1: GridCell("사업명"), 2: GridCell("예산액")}
    tree = read_tree(Sheet("a.xlsx", "표", {1: header, **rows}))
    assert [spell(row) for row in tree.rows] == ["푸른", "푸른 > 가꾸기"]


def test_parts_of_a_programme_belong_to_it() -> None:
    tree = read_tree(
        make_sheet("세부사업|통계목|예산액\n가꾸기||3\n|모종|1\n|도구|2\n버스|기름|4\n|임차|1\n")
    )
    assert [spell(row) for row in tree.rows] == [
        "가꾸기",
        "가꾸기 > 모종",
        "가꾸기 > 도구",
        "버스",
        "버스 > 임차",
    ]


def test_parts_that_repeat_the_name_of_their_programme_belong_to_it() -> None:
    tree = read_tree(
        make_sheet("세부사업|통계목|예산액\n가꾸기||3\n가꾸기|모종|1\n가꾸기|도구|2\n")
    )
    assert [spell(row) for row in tree.rows] == ["가꾸기", "가꾸기 > 모종", "가꾸기 > 도구"]


def test_a_row_that_only_marks_the_columns_is_left_out() -> None:
    tree = read_tree(make_sheet("세부사업|예산액|지출액\n(A)|(B)|(C=B/A)\n가꾸기|1|2\n"))
    assert [row.number for row in tree.rows] == [3]


def test_ids_serve_as_names_where_there_is_nothing_else() -> None:
    tree = read_tree(make_sheet("계정|금액\ngarden|1\n"))
    assert (tree.name_columns, tree.rows[0].label) == ((1,), "garden")
    assert str(tree.place(tree.rows[0])) == "a.xlsx!표!A2"
