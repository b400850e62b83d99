"""Tables typed in the content are complete, and a typed total is the sum of its rows."""

from pathlib import Path

import pytest

from reportgen.checks import Check
from reportgen.checks.typed_tables import (
    check_table_labels,
    check_table_shapes,
    check_table_spans,
    check_table_sums,
)
from tests.sample import GARDEN_PAGE, run_check

PAGE = "content/projects/01-garden.yaml"
SPAN = 'make the span smaller, or leave the cells that it covers empty ("")'
CORRECT = (
    "correct the total or the row that is wrong; where a column doesn't add up, "
    "write «sum: false» in it"
)
NOTES = "{text: [모종은 봄에, 도구는 가을에], colspan: 2}"


def _findings(check: Check, tmp_path: Path, old: str, new: str) -> list[str]:
    return [str(finding) for finding in run_check(check, tmp_path, {PAGE: (old, new)})]


@pytest.mark.parametrize(
    ("old", "new", "line", "row", "found"),
    [
        ('[도구, "60", "20"]', '[도구, "60"]', 32, 2, 2),
        ("[학교, 가온초등학교 텃밭, 9월]", '["1", 학교, 가온초등학교 텃밭, 9월]', 23, 3, 4),
    ],
)
def test_a_row_with_more_or_fewer_cells_than_columns_is_reported(
    tmp_path: Path, old: str, new: str, line: int, row: int, found: int
) -> None:
    assert _findings(check_table_shapes, tmp_path, old, new) == [
        f"{PAGE}:{line}: error [table-shape] row {row} has {found} cells, not 3\n"
        '  hint: write one cell for each column; an empty one is ""'
    ]


def test_complete_rows_are_fine(tmp_path: Path) -> None:
    assert run_check(check_table_shapes, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "row", "problem"),
    [
        ("rowspan: 2", "rowspan: 3", 4, "the cell «비고» spans beyond the table"),
        (
            "colspan: 2",
            "colspan: 3",
            4,
            "the cell «모종은 봄에\n도구는 가을에» spans beyond the table",
        ),
        ('          - ""', "          - 사라짐", 4, "the cell «사라짐» is covered"),
        ('["", 단가, 미정]', "[사라짐, 단가, 미정]", 5, "the cell «사라짐» is covered"),
        (
            '["", 단가, 미정]',
            '[{text: "", colspan: 2}, "", 미정]',
            5,
            "the cell «» overlaps another span",
        ),
    ],
)
def test_a_span_that_does_not_fit_is_reported(
    tmp_path: Path, old: str, new: str, row: int, problem: str
) -> None:
    found = _findings(check_table_spans, tmp_path, old, new)
    assert found[:1] == [
        f"{PAGE}:32: error [table-span] row {row}: {problem}\n  hint: {SPAN}",
    ]


def test_spans_that_fit_are_fine(tmp_path: Path) -> None:
    assert run_check(check_table_spans, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('[합계, "160", ', '[합계, "161", ', "상반기: the total says 161, the rows add up to 160"),
        (
            '[도구, "60", "20"]',
            '[도구, "60", "△20"]',
            "하반기: the total says 40, the rows add up to 0",
        ),
    ],
)
def test_a_total_that_is_not_the_sum_is_reported(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    rows = """\
        - - {text: 비고, rowspan: 2}
          - {text: [모종은 봄에, 도구는 가을에], colspan: 2}
          - ""
        - ["", 단가, 미정]
"""
    text = GARDEN_PAGE.replace(rows, "").replace(old, new)
    found = run_check(check_table_sums, tmp_path, {PAGE: (GARDEN_PAGE, text)})
    assert [str(finding) for finding in found] == [
        f"{PAGE}:32: error [table-sum] {message}\n  hint: {CORRECT}"
    ]


def test_a_total_that_is_the_sum_is_fine(tmp_path: Path) -> None:
    assert run_check(check_table_sums, tmp_path) == []


def test_a_column_that_holds_words_is_not_added_up(tmp_path: Path) -> None:
    assert _findings(check_table_sums, tmp_path, '[합계, "160", ', '[합계, "161", ') == []


def test_one_of_several_totals_is_named(tmp_path: Path) -> None:
    old = """\
        - [도구, "60", "20"]
        - [합계, "160", "40"]
        - - {text: 비고, rowspan: 2}
          - {text: [모종은 봄에, 도구는 가을에], colspan: 2}
          - ""
        - ["", 단가, 미정]
"""
    new = """\
        - [소계, "100", "20"]
        - [도구, 60건, "20.5"]
        - [소계, 61건, "20.5"]
        - [합계, "160", "40.4"]
"""
    found = _findings(check_table_sums, tmp_path, old, new)
    assert found == [
        f"{PAGE}:32: error [table-sum] "
        "row 4 (소계), 상반기: the total says 61건, the rows add up to 60건\n"
        f"  hint: {CORRECT}",
        f"{PAGE}:32: warning [table-sum] "
        "row 5 (합계), 하반기: the total says 40.4, the rows add up to 40.5\n"
        f"  hint: {CORRECT}; "
        "rounding may explain it, but who adds up the page doesn't see that",
    ]


ROWS = """\
        - [합계, "160", "40"]
        - - {text: 비고, rowspan: 2}
          - {text: [모종은 봄에, 도구는 가을에], colspan: 2}
          - ""
        - ["", 단가, 미정]
"""


def test_a_column_that_does_not_add_up_says_so(tmp_path: Path) -> None:
    text = GARDEN_PAGE.replace(ROWS, '        - [합계, "160", "999"]\n')
    text = text.replace("{name: 하반기, width: 1,", "{name: 하반기, sum: false,")
    assert run_check(check_table_sums, tmp_path, {PAGE: (GARDEN_PAGE, text)}) == []


def test_a_running_total_may_hold_what_came_before_the_table(tmp_path: Path) -> None:
    text = GARDEN_PAGE.replace(ROWS, '        - [누계, "960", "40"]\n')
    (finding,) = run_check(check_table_sums, tmp_path, {PAGE: (GARDEN_PAGE, text)})
    assert (finding.severity.value, finding.published, finding.computed) == (
        "warning",
        "960",
        "160",
    )


def test_a_label_without_a_merge_is_a_warning(tmp_path: Path) -> None:
    old, new = "merge: true, label:", "label:"
    assert _findings(check_table_labels, tmp_path, old, new) == [
        f"{PAGE}:20: warning [unused-label] the label of 구분 is not printed\n"
        "  hint: write «merge: true» beside it, or remove it"
    ]


def test_a_label_of_merged_cells_is_fine(tmp_path: Path) -> None:
    assert run_check(check_table_labels, tmp_path) == []
