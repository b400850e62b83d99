"""The mapping, kept for the next file of its kind."""

from pathlib import Path

import pytest

from reportgen.importing.imports import write_import
from reportgen.model.ledger import EntryKind
from tests.importing.finance import UNIT, list_entries, list_findings, make_plan, write_csv

TABLE = """\
{unit}
정책사업|세부사업|예산액|집행액|집행률|동네
푸른 도시 만들기|마을정원 가꾸기|200,000|{spent}||솔숲
다정한 도시 만들기|책 버스 운영|50,000|0|0|가온
"""
PROFILE = """\
# 집행_20260630.csv
# columns: 머리글의 뜻, accounts: 표의 이름과 계정, ignore: 읽지 않을 줄
amounts: "cumulative"
kind: "disbursement"
columns:
  "정책사업": "policy"
  "세부사업": "programme"
  "예산액": "budget"
  "집행액": "disbursement"
  "집행률": "ignore"
  "동네": "ignore"
accounts:
  "마을정원 가꾸기": "garden"
  "책 버스 운영": "book_bus"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample after a first import that was told the kind."""
    table = TABLE.format(unit=UNIT, spent="81,000")
    file = write_csv(tmp_path / "집행_20260630.csv", table)
    plan = make_plan(tmp_path, file, kind=EntryKind.DISBURSEMENT)
    assert write_import(tmp_path, plan) == (
        "content/budget/집행-2026-06-30.csv",
        "content/budget/import/집행.yaml",
    )
    return tmp_path


def test_the_mapping_is_saved(root: Path) -> None:
    saved = (root / "content/budget/import/집행.yaml").read_text(encoding="utf-8")
    assert saved == PROFILE


def test_the_next_file_needs_no_options(root: Path) -> None:
    unit = UNIT.replace("6. 30.", "7. 31.")
    file = write_csv(root / "집행_20260731.csv", TABLE.format(unit=unit, spent="90,000"))
    plan = make_plan(root, file)
    assert list_findings(plan) == []
    assert list_entries(plan) == ["2026-07-31 disbursement garden 9,000,000"]
    assert (plan.profile, plan.new_profile) == ("content/budget/import/집행.yaml", "")


def test_a_profile_that_exists_stays_as_it_is(root: Path) -> None:
    path = root / "content/budget/import/집행.yaml"
    path.write_text("# 내 설명\nkind: disbursement\n", encoding="utf-8")
    unit = UNIT.replace("6. 30.", "7. 31.")
    file = write_csv(root / "집행_20260731.csv", TABLE.format(unit=unit, spent="90,000"))
    write_import(root, make_plan(root, file))
    assert path.read_text(encoding="utf-8") == "# 내 설명\nkind: disbursement\n"


def test_a_name_of_several_meanings_is_not_kept(tmp_path: Path) -> None:
    rows = "행정운영경비|60,000\n행정운영경비|60,000\n기본경비|60,500\n예비비|1,000\n"
    table = f"{UNIT}\n구분|지출액\n{rows.replace('60,000', '60,500')}"
    plan = make_plan(tmp_path, write_csv(tmp_path / "a.csv", table))
    assert list_findings(plan) == []
    assert "accounts:\n" in plan.new_profile
    assert plan.new_profile.split("accounts:\n")[1] == (
        '  "기본경비": "basic_expense"\n  "예비비": "general_reserve"\n'
    )


@pytest.mark.parametrize(
    "table",
    [
        "사업명|지출액|||\n|1월|2월|3월|계\n마을정원 가꾸기|30,000|10,000|41,000|81,000\n",
        "사업명|지출액||\n|전월|당월|누계\n마을정원 가꾸기|80,000|1,000|81,000\n",
        "사업명|예산액|전용증액|전용감액|예산현액\n마을정원 가꾸기|200,000|5,000|0|205,000\n",
        "사업명|예산액|||지출액\n|본예산|이월|계|\n마을정원 가꾸기|200,000|5,000|205,000|81,000\n",
    ],
)
def test_what_an_import_saves_lets_the_same_file_in_again(tmp_path: Path, table: str) -> None:
    file = write_csv(tmp_path / "a.csv", f"{UNIT}\n{table}")
    plan = make_plan(tmp_path, file)
    assert list_findings(plan) == []
    write_import(tmp_path, plan)
    again = make_plan(tmp_path, file)
    assert (list_findings(again), list_entries(again)) == ([], [])


def test_an_empty_column_is_not_forgotten(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|지출액|추가 배정\n마을정원 가꾸기|81,000|{{amount}}\n"
    write_import(
        tmp_path, make_plan(tmp_path, write_csv(tmp_path / "a.csv", table.format(amount="")))
    )
    plan = make_plan(tmp_path, write_csv(tmp_path / "a.csv", table.format(amount="30,000")))
    assert "추가 배정 holds amounts, and its header is not known" in "".join(list_findings(plan))
