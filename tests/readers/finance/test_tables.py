"""Where a table's header is, and which rows follow it."""

from decimal import Decimal

import pytest

from reportgen.readers.finance.grid import Area, GridCell, Scalar, Sheet
from reportgen.readers.finance.tables import Table, find_extra_names, find_tables
from reportgen.readers.finance.words import Meaning, Role


def make_sheet(text: str, *merges: Area) -> Sheet:
    """A sheet from lines with bars between the cells; digits alone are numbers."""
    rows: dict[int, dict[int, GridCell]] = {}
    for row, line in enumerate(text.splitlines(), 1):
        cells = {
            column: GridCell(_convert(cell.strip()))
            for column, cell in enumerate(line.split("|"), 1)
            if cell.strip()
        }
        if cells:
            rows[row] = cells
    return Sheet("a.xlsx", "표", rows, merges)


def _convert(text: str) -> Scalar:
    return Decimal(text) if text.isdigit() else text


def describe(table: Table) -> tuple[int, int, list[str], list[int]]:
    """Header rows, meanings by letter, rows below."""
    meanings = [f"{column.letter} {column.meaning}" for column in table.columns]
    return table.top, table.bottom, meanings, list(table.rows)


def test_titles_above_the_header_are_passed_over() -> None:
    (table,) = find_tables(make_sheet("세출예산 집행현황\n|(단위: 천원)\n사업명|지출액\n정원|1\n"))
    assert describe(table) == (3, 3, ["A name", "B disbursement"], [4])


@pytest.mark.parametrize(
    "merges",
    [(), (Area(1, 1, 1, 2), Area(2, 1, 2, 2), Area(3, 1, 4, 1))],
    ids=["blank cells", "merged cells"],
)
def test_a_header_of_two_rows_is_joined(merges: tuple[Area, ...]) -> None:
    text = "사업명|예산현액|집행액||비고\n|||지출액|\n정원|1|2|3|\n"
    text = text.replace("|||지출액|", "||원인행위액|지출액|")
    (table,) = find_tables(make_sheet(text, *merges))
    assert describe(table) == (
        1,
        2,
        ["A name", "B opening", "C commitment", "D disbursement", "E note"],
        [3],
    )


def test_a_header_over_shares_is_joined_down_to_its_sum() -> None:
    text = "세부사업|예산현액|||지출액\n|국비|시비|계|\n정원|1|2|3|4\n"
    (table,) = find_tables(make_sheet(text, Area(2, 1, 4, 1)))
    assert describe(table)[2] == [
        "A programme",
        "B None",
        "C None",
        "D opening",
        "E disbursement",
    ]


def test_a_row_of_texts_is_no_second_header() -> None:
    (table,) = find_tables(make_sheet("과목|예산액|비고\n정원|미정|나중에\n합계|1,000|\n"))
    assert describe(table)[:2] == (1, 1)


def test_a_header_may_say_the_year_in_a_number() -> None:
    (table,) = find_tables(make_sheet("과목|예산액|\n|2026|2025\n정원|1|2\n", Area(2, 1, 3, 1)))
    assert [(column.meaning, column.year) for column in table.columns] == [
        (Role.NAME, None),
        (Role.BUDGET, 2026),
        (Role.BUDGET, 2025),
    ]


def test_a_header_that_is_repeated_continues_the_table() -> None:
    text = "과목|예산액\n정원|1\n과목|예산액\n하천|2\n"
    (table,) = find_tables(make_sheet(text))
    assert (table.rows, table.repeats) == ((2, 4), (3,))


def test_another_header_begins_another_table() -> None:
    tables = find_tables(make_sheet("세입과목|예산액\n출연금|1\n\n세부사업|지출액\n정원|2\n"))
    assert [(table.top, table.rows) for table in tables] == [(1, (2,)), (4, (5,))]


def test_tables_beside_each_other_are_told_apart() -> None:
    tables = find_tables(make_sheet("세입과목|예산액|세출과목|예산액|비고\n출연금|1|정원|2|\n"))
    assert [describe(table)[2] for table in tables] == [
        ["A name", "B budget"],
        ["C name", "D budget", "E note"],
    ]


def test_names_behind_the_amounts_stay_in_their_table() -> None:
    (table,) = find_tables(make_sheet("일자|지출액|세부사업|적요\n6월 5일|1|정원|모종\n"))
    assert describe(table)[2] == ["A date", "B disbursement", "C programme", "D note"]


@pytest.mark.parametrize(
    "text", ["", "연락처|전화\n가|1\n", "사업명|담당 동네\n정원|솔숲\n", "예산현액|지출액\n1|2\n"]
)
def test_without_names_and_amounts_there_is_no_table(text: str) -> None:
    assert find_tables(make_sheet(text)) == ()


def test_a_profile_makes_unknown_headers_known() -> None:
    told: dict[str, Meaning] = {"동네": Role.NAME, "쓴돈": Role.SPENT}
    (table,) = find_tables(make_sheet("동네|쓴 돈\n정원|1\n"), told)
    assert describe(table)[2] == ["A name", "B spent"]


def test_columns_without_a_header_may_hold_lower_levels() -> None:
    (table,) = find_tables(make_sheet("구분|||예산액\n정책|||3\n|단위||3\n||세부|3\n"))
    assert find_extra_names(table) == (2, 3)
