"""What becomes of each column."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.profile import Amounts
from tests.importing.finance import (
    UNIT,
    list_entries,
    list_findings,
    list_mapping,
    plan_table,
)

STAGE = "2026 제1회 추경"
DAY = date(2026, 5, 1)


def map_columns(tmp_path: Path, header: str, *rows: str, **options: object) -> list[str]:
    plan = plan_table(tmp_path, "\n".join((UNIT, header, *rows)), **options)
    count = len(plan.tables[0].table.columns)
    return [line.split(" -> ")[1] for line in list_mapping(plan)[1:count]]


@pytest.mark.parametrize(
    ("header", "rows", "became"),
    [
        ("사업명|예산현액|원인행위액|지출액", ["책 버스 운영|1|1|1"],
         ["opening", "commitment", "disbursement"]),
        ("과목|예산액|수납액", ["가온시 출연금|1|1"], ["opening", "collection"]),
        ("사업명|지출액|집행률|동네", ["책 버스 운영|1|5|솔숲"],
         ["disbursement", "ignored: nothing for the ledger", "ignored: its header is not known"]),
        ("사업명|2026 예산액|2025 예산액|증감", ["책 버스 운영|3|1|2"],
         ["opening", "ignored: of the year 2025", "ignored: a comparison"]),
        ("사업명|원인행위액|지출액|집행액", ["책 버스 운영|1|1|1"],
         ["commitment", "disbursement", "ignored: 원인행위액 and 지출액 have their own columns"]),
        ("사업명|예산액|전년도이월액|예산현액", ["책 버스 운영|1|1|2"],
         ["ignored: a part of 예산현액", "ignored: a part of 예산현액", "opening"]),
        ("사업명|본예산|명시이월|전용|예산현액", ["책 버스 운영|5|1|△2|4"],
         ["original", "explicit_carryover", "intra_programme_transfer",
          "the sum of its parts, checked"]),
        ("사업명|본예산|명시이월|예산현액", ["책 버스 운영|5|1|7"],
         ["ignored: a part of 예산현액", "ignored: a part of 예산현액", "opening"]),
    ],
)  # fmt: skip
def test_columns_become_kinds_of_entries(
    tmp_path: Path, header: str, rows: list[str], became: list[str]
) -> None:
    assert map_columns(tmp_path, header, *rows) == became


def test_what_only_had_amounts_in_another_year_needs_no_account(tmp_path: Path) -> None:
    table = (
        f"{UNIT}\n사업명|2026 예산액|2025 예산액|증감\n책 버스 운영|50,000|1|신규\n옛 사업|0|5|△5\n"
    )
    plan = plan_table(tmp_path, table)
    assert list_findings(plan) == []
    assert "4  옛 사업 -> ignored: all its amounts are zero" in list_mapping(plan)


@pytest.mark.parametrize(
    ("header", "row", "became"),
    [
        ("사업명|기정액|경정액|증감", "책 버스 운영|50|60|10",
         ["checked against the change", "checked against the change", "amendment"]),
        ("사업명|기정액|경정액", "책 버스 운영|50|60", ["checked against the change", "amendment"]),
        ("사업명|기정액|예산액|비교증감", "책 버스 운영|50|60|10",
         ["checked against the change", "checked against the change", "amendment"]),
        ("사업명|본예산|1회 추경|증감", "책 버스 운영|50|60|10",
         ["checked against the change", "checked against the change", "amendment"]),
        ("사업명|본예산|제1회 추경|예산액", "책 버스 운영|50|10|60",
         ["original", "amendment", "opening"]),
    ],
)  # fmt: skip
def test_an_amendment_is_known_by_the_arithmetic_of_its_columns(
    tmp_path: Path, header: str, row: str, became: list[str]
) -> None:
    assert map_columns(tmp_path, header, row, stage=STAGE) == became


def test_a_change_is_held_against_what_its_stage_already_has(tmp_path: Path) -> None:
    table = "(단위: 천원)\n사업명|기정액|경정액|증감\n마을정원 가꾸기|150,000|210,000|60,000\n"
    plan = plan_table(tmp_path, table, day=DAY, stage=STAGE)
    assert list_entries(plan) == ["2026-05-01 amendment garden 10,000,000"]
    assert plan.entries[0].entry.present == 150_000_000


def test_an_amended_budget_alone_is_held_against_the_ledger(tmp_path: Path) -> None:
    table = "(단위: 천원)\n사업명|경정액\n책 버스 운영|60,000\n"
    plan = plan_table(tmp_path, table, day=DAY, stage=STAGE)
    assert list_entries(plan) == ["2026-05-01 amendment book_bus 10,000,000"]


def test_a_wrong_change_is_told(tmp_path: Path) -> None:
    table = "(단위: 천원)\n사업명|기정액|경정액|증감\n책 버스 운영|50,000|60,000|9,000\n"
    assert list_findings(plan_table(tmp_path, table, day=DAY, stage=STAGE)) == [
        "표.csv:3: error [import-total] 증감: the sheet says 9,000,000, "
        "경정액 less 기정액 is 10,000,000 won\n"
        "  hint: correct one of the three cells"
    ]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("집행액", EntryKind.DISBURSEMENT),
        ("이월액", EntryKind.EXPLICIT_CARRYOVER),
        ("이·전용", EntryKind.INTRA_PROGRAMME_TRANSFER),
        ("금액", EntryKind.COMMITMENT),
        ("증감", EntryKind.ADJUSTMENT),
        ("1회 추경", EntryKind.AMENDMENT),
    ],
)
def test_a_kind_that_is_asked_for_settles_what_is_not_clear(
    tmp_path: Path, header: str, kind: EntryKind
) -> None:
    became = map_columns(tmp_path, f"사업명|{header}", "책 버스 운영|1", kind=kind, stage=STAGE)
    assert became == [kind.value]


@pytest.mark.parametrize(
    ("header", "choices"),
    [
        ("집행액", "commitment, disbursement"),
        ("이월액", "explicit_carryover, incidental_carryover, continuing_carryover"),
        ("1회 추경", "amendment, amended"),
    ],
)
def test_a_column_that_is_not_clear_is_told(tmp_path: Path, header: str, choices: str) -> None:
    table = f"{UNIT}\n사업명|{header}\n책 버스 운영|1\n"
    assert list_findings(plan_table(tmp_path, table)) == [
        f"표.csv:2: error [import-column] {header} may mean {choices}\n"
        f"  hint: say which with --kind, or in a profile under columns: «{header}: …»"
    ]


def test_two_columns_of_one_meaning_are_told(tmp_path: Path) -> None:
    table = f"{UNIT}\n사업명|지출액|지출누계\n책 버스 운영|1|1\n"
    assert list_findings(plan_table(tmp_path, table)) == [
        "표.csv:2: error [import-column] the columns B, C both mean disbursement\n"
        "  hint: say in a profile under columns which of them to ignore: «지출누계: ignore»"
    ]


@pytest.mark.parametrize(("amounts", "column"), [("cumulative", "D"), ("entries", "C")])
def test_of_month_and_running_total_the_one_that_is_meant_counts(
    tmp_path: Path, amounts: str, column: str
) -> None:
    table = f"{UNIT}\n사업명|지출액||\n|전월|당월|누계\n책 버스 운영|1|2|3\n"
    plan = plan_table(tmp_path, table, amounts=Amounts(amounts))
    assert [line for line in list_mapping(plan)[:4] if line.endswith("disbursement")] == [
        f"{column}  지출액 {'누계' if column == 'D' else '당월'} -> disbursement"
    ]
