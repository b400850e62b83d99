"""The total of a typed table is what its expressions print above or beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample import LEDGER, TREE_MAP_PAGE, find_mistakes, write_folder

PAGE = "content/projects/02-tree-map.yaml"
GARDEN = "{{ figures.appropriation.garden | thousands }}"
TREES = "{{ figures.appropriation.tree_map | thousands }}"
BOTH = "{{ (figures.appropriation.garden + figures.appropriation.tree_map) | thousands }}"
LEVEL = "{{ figures.appropriation.unit_garden | million_won }}"


def _find(root: Path, *rows: str, columns: str = "사업,예산", more: str = "") -> list[str]:
    """Severity and message of the findings in a table with those rows."""
    names = ", ".join(f"{{name: {name}}}" for name in columns.split(","))
    table = "".join(f"        - {row}\n" for row in rows)
    page = f"{TREE_MAP_PAGE}  - table:\n      columns: [{names}]\n      rows:\n{table}"
    ledger = LEDGER
    if more:
        for old in ("garden,150000", "tree_map,100000", "city_grant,850000"):
            amount = int(old.split(",")[1]) + (2 if "city" in old else 1) * int(more)
            ledger = ledger.replace(f"opening,{old}", f"opening,{old.split(',')[0]},{amount}")
    files = {PAGE: page, "content/budget/ledger.csv": ledger}
    found = [one for one in find_mistakes(write_folder(root, files=files)) if "[table-sum]" in one]
    return [one.split("\n")[0].split(": ", 1)[1] for one in found]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            (f'[정원, "{GARDEN}"]', f'[지도, "{TREES}"]', '[합계, "310,000"]'),
            "예산: the total says 310,000, the rows add up to 300,000",
        ),
        (
            ('[정원, "100"]', '[지도, "200"]', f'[합계, "{BOTH}"]'),
            "예산: the total says 300,000, the rows add up to 300",
        ),
        (
            (f'[정원, "{GARDEN}"]', '[지도, "50,000"]', f'[합계, "{BOTH}"]'),
            "예산: the total says 300,000, the rows add up to 250,000",
        ),
        (
            (f'[정원, {{text: ["{GARDEN}"]}}]', f'[지도, "{TREES}"]', f'[합계, "{GARDEN}"]'),
            "예산: the total says 200,000, the rows add up to 300,000",
        ),
    ],
)
def test_a_total_that_is_not_what_is_printed_above_it_is_reported(
    tmp_path: Path, rows: tuple[str, ...], message: str
) -> None:
    assert _find(tmp_path, *rows) == [f"error [table-sum] {message}"]


def test_no_rounding_explains_a_total_in_won(tmp_path: Path) -> None:
    row = '[정원, "{{ figures.appropriation.garden | won }}"]'
    assert _find(tmp_path, row, '[합계, "200,000,001원"]') == [
        "error [table-sum] 예산: the total says 200,000,001원, the rows add up to 200,000,000원"
    ]


def test_a_total_beside_what_is_printed_is_looked_at(tmp_path: Path) -> None:
    row = f'[가, "{GARDEN}", "{TREES}", "310,000"]'
    assert _find(tmp_path, row, columns="사업,정원,지도,계") == [
        "error [table-sum] row 1, 계: the total says 310,000, "
        "the columns beside it add up to 300,000"
    ]


def test_a_typed_column_of_such_a_table_is_reported_once(tmp_path: Path) -> None:
    rows = (f'[정원, "{GARDEN}", "1"]', f'[지도, "{TREES}", "1"]', f'[합계, "{BOTH}", "3"]')
    assert _find(tmp_path, *rows, columns="사업,예산,건수") == [
        "error [table-sum] 건수: the total says 3, the rows add up to 2"
    ]


@pytest.mark.parametrize("total", [BOTH, "300,000"])
def test_a_total_that_is_what_is_printed_is_fine(tmp_path: Path, total: str) -> None:
    assert _find(tmp_path, f'[정원, "{GARDEN}"]', f'[지도, "{TREES}"]', f'[합계, "{total}"]') == []


def test_what_rounding_explains_is_a_warning_where_no_note_says_it(tmp_path: Path) -> None:
    rows = [
        f'[{name}, "{cell.replace("thousands", "million_won")}"]'
        for name, cell in (("정원", GARDEN), ("지도", TREES))
    ]
    assert _find(tmp_path / "a", *rows, '[합계, "301백만원"]', more="500") == [
        "warning [table-sum] 예산: the total says 301백만원, the rows add up to 302백만원"
    ]
    assert _find(tmp_path / "b", *rows, f'[합계, "{LEVEL}"]', more="500") == []
