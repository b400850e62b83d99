"""An empty cell below a counted group is told."""

from pathlib import Path

from reportgen.checks.table_groups import check_table_groups
from tests.sample import Replace, run_check

PAGE = "content/projects/01-garden.yaml"
OLD = "[동네, [느티나무 쉼터, (긴 의자)], 6월]"


def _find(tmp_path: Path, replace: Replace | None = None) -> list[str]:
    return [str(finding) for finding in run_check(check_table_groups, tmp_path, replace)]


def test_an_empty_cell_below_a_counted_group_is_reported(tmp_path: Path) -> None:
    assert _find(tmp_path, {PAGE: (OLD, '["", 느티나무 쉼터, 6월]')}) == [
        f"{PAGE}:23: warning [table-group] row 2: 구분 is empty, so the row is counted in no"
        " group\n"
        "  hint: type the name of its group, such as «동네»"
    ]


def test_an_empty_cell_of_a_column_that_is_not_counted_is_fine(tmp_path: Path) -> None:
    assert _find(tmp_path, {PAGE: (OLD, '[동네, 느티나무 쉼터, ""]')}) == []


def test_a_cell_that_reaches_over_the_rows_of_its_group_is_fine(tmp_path: Path) -> None:
    old = "- [동네, 솔숲 어린이공원 꽃밭, 6월]\n        - [동네, [느티나무 쉼터, (긴 의자)], 6월]"
    new = '- [{text: 동네, rowspan: 2}, 솔숲, 6월]\n        - ["", 느티나무 쉼터, 6월]'
    assert _find(tmp_path, {PAGE: (old, new)}) == []
