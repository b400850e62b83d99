"""Columns that are not used have to agree with those that are."""

from pathlib import Path

import pytest

from tests.importing.finance import UNIT, list_entries, list_findings, plan_table
from tests.sample import write_folder


def find(tmp_path: Path, table: str) -> list[str]:
    return list_findings(plan_table(tmp_path, f"{UNIT}\n{table}"))


UNCHECKED = (
    "  hint: correct the cell that is wrong; if {0} holds something else, say so in a profile "
    "under columns: «{0}: unchecked»"
)


def test_a_wrong_balance_is_told_with_its_cell(tmp_path: Path) -> None:
    table = (
        "사업명|예산현액|지출액|집행잔액\n"
        "마을정원 가꾸기|200,000|80,000|120,000\n책 버스 운영|50,000|0|40,000\n"
    )
    assert find(tmp_path, table) == [
        "표.csv:4: error [import-total] 집행잔액: the sheet says 40,000,000, "
        f"예산현액 − 지출액 is 50,000,000 won\n{UNCHECKED.format('집행잔액')}"
    ]


@pytest.mark.parametrize(
    "table",
    [
        "사업명|예산현액|원인행위액|지출액|잔액\n마을정원 가꾸기|200,000|120,000|80,000|80,000\n",
        "사업명|예산현액|지출액|잔액\n마을정원 가꾸기|200,000|80,000|120,000\n",
        "사업명|예산현액|지출액|보조금 반납|잔액\n마을정원 가꾸기|200,000|80,000|20,000|100,000\n",
        "사업명|국비|시비|계|예산현액\n마을정원 가꾸기|50,000|150,000|200,000|200,000\n",
        "사업명|계|국비|시비|예산현액\n마을정원 가꾸기|200,000|50,000|150,000|200,000\n",
        "사업명|예산현액|국비|시비\n마을정원 가꾸기|200,000|50,000|150,000\n",
        "과목|예산현액|징수결정액|수납액|미수납액\n가온시 출연금|900,000|5,000|4,000|1,000\n",
        "사업명|예산현액|지출액|집행률\n마을정원 가꾸기|200,000|80,000|40\n",
        "사업명|예산현액|지출액|집행률\n마을정원 가꾸기|200,000|80,000|40.0%\n",
        "사업명|예산현액|지출액|집행률\n마을정원 가꾸기|200,000|80,000|0.4\n",
    ],
)
def test_what_follows_is_not_told(tmp_path: Path, table: str) -> None:
    assert find(tmp_path, table) == []


def test_a_rate_that_the_others_of_its_column_contradict_is_told(tmp_path: Path) -> None:
    table = (
        "사업명|예산현액|지출액|집행률\n"
        "마을정원 가꾸기|200,000|80,000|40.0\n가로수 지도 제작|100,000|50,000|50.0\n"
        "하천 지킴이 운영|150,000|15,000|12.0\n"
    )
    assert find(tmp_path, table) == [
        "표.csv:5: error [import-total] 집행률: the sheet says 12.0, 지출액 / 예산현액 is 10.00%\n"
        + UNCHECKED.format("집행률")
    ]


@pytest.mark.parametrize("word", ["ignore", "unchecked"])
def test_a_profile_may_leave_a_column_unchecked(tmp_path: Path, word: str) -> None:
    write_folder(
        tmp_path,
        files={"content/budget/import/표.yaml": f"columns:\n  집행잔액: {word}\n"},
    )
    table = "사업명|예산현액|지출액|집행잔액\n마을정원 가꾸기|200,000|80,000|1,000\n"
    assert len(find(tmp_path, table)) == (word == "ignore")


def test_amounts_under_a_strange_header_are_told(tmp_path: Path) -> None:
    table = "사업명|예산현액|조정 예산|참여자\n마을정원 가꾸기|200,000|7,000|35\n"
    assert [line.partition("\n")[0] for line in find(tmp_path, table)] == [
        "표.csv:2: error [import-column] 조정 예산 holds amounts, and its header is not known",
        "표.csv:2: warning [import-column] 참여자 holds amounts, and its header is not known",
    ]


def test_parts_under_one_header_have_to_come_to_their_total(tmp_path: Path) -> None:
    table = (
        "사업명|예산액|||지출액\n|본예산|이월|계|\n"
        "마을정원 가꾸기|190,000|10,000|200,000|80,000\n책 버스 운영|50,000|0|51,000|0\n"
    )
    assert find(tmp_path, table) == [
        "표.csv:5: error [import-total] 예산액 계: the sheet says 51,000,000, "
        f"예산액 본예산 + 예산액 이월 is 50,000,000 won\n{UNCHECKED.format('예산액 계')}"
    ]


def test_a_group_with_its_total_counts_once(tmp_path: Path) -> None:
    table = (
        "정책사업|세부사업|예산액|||지출액\n||본예산|이월|계|\n"
        "푸른 도시 만들기|마을정원 가꾸기|200,000|10,000|210,000|80,000\n"
        "|가로수 지도 제작|100,000|0|100,000|50,000\n|소계|300,000|10,000|310,000|130,000\n"
        "다정한 도시 만들기|책 버스 운영|50,000|0|50,000|0\n합계||350,000|10,000|360,000|130,000\n"
    )
    plan = plan_table(tmp_path, f"{UNIT}\n{table}")
    assert list_findings(plan) == []
    assert list_entries(plan) == ["2026-06-30 opening garden 10,000,000"]


def test_an_amount_voted_does_not_count_beside_its_parts(tmp_path: Path) -> None:
    plan = plan_table(tmp_path, f"{UNIT}\n사업명|예산액|본예산\n마을정원 가꾸기|210,000|150,000\n")
    assert list_findings(plan) == []
    assert list_entries(plan) == ["2026-06-30 opening garden 10,000,000"]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (
            "사업명|예산현액|지출액|여입액|순지출액\n마을정원 가꾸기|200,000|95,000|5,000|90,000\n",
            "여입액",
        ),
        (
            "과목|예산현액|수납액|환급액|순수납액\n가온시 출연금|900,000|500,000|10,000|490,000\n",
            "환급액",
        ),
    ],
)
def test_what_was_paid_back_is_asked_though_it_adds_up(
    tmp_path: Path, table: str, column: str
) -> None:
    findings = find(tmp_path, table)
    assert any(f"{column} holds amounts, and its header is not known" in one for one in findings)


@pytest.mark.parametrize("rates", [("11.0%", "20.0%"), ("45.5%", "20.0%"), ("4.55%", "5.1%")])
def test_rates_of_which_none_or_half_follow_are_told(
    tmp_path: Path, rates: tuple[str, str]
) -> None:
    table = (
        "사업명|예산현액|지출액|집행률\n"
        f"마을정원 가꾸기|200,000|91,000|{rates[0]}\n가로수 지도 제작|100,000|51,000|{rates[1]}\n"
    )
    assert ["집행률: the sheet says" in one for one in find(tmp_path, table)] == [True]


@pytest.mark.parametrize("rate", ["45.5%", "0.455", "0.46", "46%", "45"])
def test_a_rate_is_rounded_or_cut_off(tmp_path: Path, rate: str) -> None:
    table = f"사업명|예산현액|지출액|집행률\n마을정원 가꾸기|200,000|91,000|{rate}\n"
    assert find(tmp_path, table) == []


def test_a_rate_of_an_amount_that_nobody_knows_is_fine(tmp_path: Path) -> None:
    table = "사업명|예산현액|배정|지출액|집행률\n마을정원 가꾸기|200,000|182,000|91,000|50.0%\n"
    assert not any("집행률" in one for one in find(tmp_path, table))
