"""A profile that an import begins, and what it has to be told."""

from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.importing.imports import write_begun_profile
from tests.importing.finance import UNIT, list_findings, make_plan, write_csv
from tests.sample import write_folder

TABLE = f"""{UNIT}
사업명|예산현액|집행액|쓴 돈
마을정원 가꾸기|200,000|80,000|5
마을정원 가꿈|200|80|5
"""
BEGUN = """\
# 집행.csv
# columns: 머리글의 뜻, accounts: 표의 이름과 계정, ignore: 읽지 않을 줄
# take out the # of a line below, and leave one of its choices
amounts: "cumulative"
columns:
  "사업명": "name"
  "예산현액": "opening"
  # "집행액": commitment   # disbursement
  # "쓴 돈": disbursement   # commitment / opening / name / item / ignore
accounts:
  "마을정원 가꾸기": "garden"
  # "마을정원 가꿈": garden   # garden (마을정원 가꾸기) / unit_garden (마을정원 조성)
"""


def test_what_is_open_is_a_line_to_finish(tmp_path: Path) -> None:
    plan = make_plan(tmp_path, write_csv(tmp_path / "집행.csv", TABLE))
    assert write_begun_profile(tmp_path, plan) == "content/budget/import/집행.yaml"
    text = (tmp_path / "content/budget/import/집행.yaml").read_text(encoding="utf-8")
    assert text == BEGUN


def test_a_finished_profile_settles_the_file(tmp_path: Path) -> None:
    text = BEGUN.replace('# "집행액": commitment   # disbursement', '"집행액": disbursement')
    text = text.replace('# "쓴 돈": disbursement   #', '"쓴 돈": ignore   #')
    write_folder(tmp_path, files={"content/budget/import/집행.yaml": text})
    table = TABLE.replace("마을정원 가꿈|200|80|5\n", "")
    assert list_findings(make_plan(tmp_path, write_csv(tmp_path / "집행.csv", table))) == []


def test_a_profile_that_is_there_stays(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/budget/import/집행.yaml": "unit: 천원\n"})
    plan = make_plan(tmp_path, write_csv(tmp_path / "집행.csv", TABLE))
    with pytest.raises(DataError, match="the file is there already"):
        write_begun_profile(tmp_path, plan)


@pytest.mark.parametrize(("name", "ids"), [("마을정원 가꾸기", "garden"), ("garden1", "garden")])
def test_a_name_instead_of_an_id_is_told_its_id(tmp_path: Path, name: str, ids: str) -> None:
    profile = f"accounts:\n  어디나: {name}\n"
    write_folder(tmp_path, files={"content/budget/import/a.yaml": profile})
    with pytest.raises(DataError) as raised:
        make_plan(tmp_path, write_csv(tmp_path / "a.csv", TABLE))
    assert str(raised.value).startswith(
        f"content/budget/import/a.yaml:2: error [import-account] accounts: «어디나: {name}» "
        "names no account"
    )
    assert ("write its id: garden (마을정원 가꾸기)" in str(raised.value)) is (name != "garden1")
