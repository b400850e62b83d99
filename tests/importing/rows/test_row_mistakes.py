"""Rows that can't be used."""

from pathlib import Path

from tests.importing.finance import UNIT, list_findings, plan_table
from tests.sample import ACCOUNTS, write_folder

SETTLE = "under accounts in content/budget/import/표.yaml"


def find(root: Path, rows: str, header: str = "사업명|지출액") -> list[str]:
    return list_findings(plan_table(root, f"{UNIT}\n{header}\n{rows}"))


def test_a_close_name_is_only_suggested(tmp_path: Path) -> None:
    assert find(tmp_path, "마을정원 가꾸|80,000\n책 버스 운영|0\n") == [
        "표.csv:3: error [import-account] no account is named 마을정원 가꾸\n"
        "  hint: did you mean 마을정원 가꾸기 (garden), 마을정원 조성 (unit_garden)? "
        f"write «마을정원 가꾸: ID» {SETTLE}"
    ]


def test_a_strange_name_can_be_settled(tmp_path: Path) -> None:
    assert find(tmp_path, "우주선|80,000\n책 버스 운영|0\n") == [
        "표.csv:3: error [import-account] no account is named 우주선\n"
        f"  hint: write «우주선: ID» {SETTLE}"
    ]


def test_a_name_that_may_be_any_of_several_is_told(tmp_path: Path) -> None:
    accounts = ACCOUNTS
    for name in ("책 버스 운영", "하천 지킴이 운영"):
        accounts = accounts.replace(
            f"name: {name}\n", f"name: {name}\n            former_names: [물가의 책]\n"
        )
    write_folder(tmp_path, files={"content/budget/accounts.yaml": accounts})
    assert find(tmp_path, "물가의 책|1\n") == [
        "표.csv:3: error [import-account] 물가의 책 may be any of 하천 지킴이 운영 (river_watch), "
        "책 버스 운영 (book_bus)\n"
        f"  hint: write «물가의 책: ID» {SETTLE}"
    ]


def test_a_profile_decides_what_is_ambiguous(tmp_path: Path) -> None:
    folder = write_folder(tmp_path) / "content/budget/import"
    folder.mkdir()
    (folder / "표.yaml").write_text("accounts: {우주 선: book_bus}\n", encoding="utf-8")
    plan = plan_table(tmp_path, f"{UNIT}\n사업명|지출액\n우주선|80\n")
    assert [planned.entry.account for planned in plan.entries] == ["book_bus"]


def test_amounts_without_a_name_are_told(tmp_path: Path) -> None:
    assert find(tmp_path, "책 버스 운영|0\n|80,000\n") == [
        "표.csv:4: error [import-account] amounts without a name\n"
        "  hint: name the account, or remove the amounts"
    ]


def test_a_level_needs_rows_of_its_programmes(tmp_path: Path) -> None:
    assert find(tmp_path, "푸른 도시 만들기|80,000\n책 버스 운영|0\n") == [
        "표.csv:3: error [import-account] green_city is a level above the programmes\n"
        "  hint: the sheet needs a row for each of its programmes: garden, tree_map, river_watch"
    ]


def test_cells_that_hold_no_amount_are_told(tmp_path: Path) -> None:
    rows = "마을정원 가꾸기|많음\n책 버스 운영|0.0001\n하천 지킴이 운영|#REF!\n"
    assert find(tmp_path, rows) == [
        "표.csv:3: error [import-amount] 지출액: found 많음\n"
        "  hint: expected an amount such as 273,600 or △1,500",
        "표.csv:4: error [import-amount] 지출액: found 0.0001\n  hint: expected whole won",
        "표.csv:5: error [import-amount] 지출액: found #REF!\n"
        "  hint: expected an amount such as 273,600 or △1,500",
    ]
