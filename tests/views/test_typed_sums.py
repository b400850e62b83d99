"""Figures in a typed table that add up unrounded, and not as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.state import load_state
from tests.sample import LEDGER, TREE_MAP_PAGE, write_folder

PAGE = "content/projects/02-tree-map.yaml"
GARDEN, TREES = "figures.appropriation.garden", "figures.appropriation.tree_map"
NOTE = "백만원 미만은 반올림하여 합계가 맞지 않을 수 있음"


def _find_note(root: Path, *rows: tuple[str, str], more: int = 500) -> str:
    """The note of a table with those rows, where both budgets are so many thousands more."""
    table = "".join(f'        - ["{label}", "{cell}"]\n' for label, cell in rows)
    page = (
        f"{TREE_MAP_PAGE}  - table:\n      columns: [{{name: 사업}}, {{name: 예산}}]\n"
        f"      rows:\n{table}"
    )
    ledger = LEDGER
    for old in ("garden,150000", "tree_map,100000"):
        account, amount = old.split(",")
        ledger = ledger.replace(f"opening,{old}", f"opening,{account},{int(amount) + more}")
    files = {PAGE: page, "content/budget/ledger.csv": ledger}
    report = load_state(write_folder(root, files=files), draft=True).report
    blocks = [
        block
        for policy in report["policies"]
        for project in policy["projects"]
        for block in project["blocks"]
        if block.grid and "예산" in block.grid.header
    ]
    return str(blocks[-1].grid.rounding_note)


def _print(expression: str, filter_: str = "million_won") -> str:
    return f"{{{{ ({expression}) | {filter_} }}}}"


PARTS = (("정원", _print(GARDEN)), ("지도", _print(TREES)))
TOTAL = ("합 계", _print(f"{GARDEN} + {TREES}"))


def test_a_total_that_its_printed_parts_do_not_make_is_noted(tmp_path: Path) -> None:
    assert _find_note(tmp_path, *PARTS, TOTAL) == NOTE


@pytest.mark.parametrize(
    "rows",
    [
        (*PARTS, ("합계", _print(GARDEN))),
        (*PARTS, ("합계", "약 " + TOTAL[1])),
        (*PARTS, ("기타", "100"), TOTAL),
        (("정원", _print(GARDEN, "thousand_won")), PARTS[1], TOTAL),
        PARTS,
    ],
)
def test_what_is_no_sum_of_figures_is_left_alone(
    rows: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    assert _find_note(tmp_path, *rows) == ""


def test_printed_parts_that_make_their_total_need_no_note(tmp_path: Path) -> None:
    assert _find_note(tmp_path, *PARTS, TOTAL, more=0) == ""
