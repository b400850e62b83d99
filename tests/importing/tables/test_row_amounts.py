"""Lists in which each row has a day, a kind and a stage of its own."""

from datetime import date
from pathlib import Path

from reportgen.model.ledger import Approval
from reportgen.money import Won
from tests.importing.finance import list_entries, list_findings, plan_table

HEADER = "일자|단계|종류|사업명|금액(원)|문서번호|적요|의결|재원\n"


def test_every_column_of_a_list_is_taken(tmp_path: Path) -> None:
    row = "7월 3일|2026 제1회추경|원인행위|책 버스 운영|1,200|제5호|바퀴|안|가온시 출연금\n"
    (planned,) = plan_table(tmp_path, HEADER + row).entries
    entry = planned.entry
    assert (entry.date, entry.stage, entry.kind) == (
        date(2026, 7, 3),
        "2026 제1회 추경",
        "commitment",
    )
    assert (entry.account, entry.amount) == ("book_bus", Won(1200))
    assert (entry.reference, entry.note) == ("제5호", "바퀴")
    assert (entry.approval, entry.funding) == (Approval.PROPOSED, "city_grant")


def test_every_cell_that_can_not_be_read_is_told_at_once(tmp_path: Path) -> None:
    rows = (
        "13월 3일|2026 본예산|지출|책 버스 운영|1|||\n"
        "7월 3일|3차 추경|지출|책 버스 운영|2|||\n"
        "7월 4일|2026 본예산|빌림|책 버스 운영|3|||\n"
        "7월 5일|2026 본예산|지출|책 버스 운영|4|||아마도\n"
        "05/07/26|2026 본예산|이월|책 버스 운영|5|||\n"
    )
    kinds = (
        "opening, original, amendment, explicit_carryover, incidental_carryover, "
        "continuing_carryover, reserve_use, inter_programme_transfer, intra_programme_transfer, "
        "adjustment, pre_approval, commitment, disbursement, collection"
    )
    assert list_findings(plan_table(tmp_path, HEADER + rows)) == [
        "표.csv:2: error [import-date] 일자: found 13월 3일\n"
        "  hint: expected a date such as 2025-06-05",
        "표.csv:3: error [import-stage] 단계: found 3차 추경\n"
        "  hint: expected one of 2025 최종예산, 2026 본예산, 2026 제1회 추경",
        f"표.csv:4: error [import-kind] 종류: found 빌림\n  hint: expected one of {kinds}",
        "표.csv:5: error [import-kind] 의결: found 아마도\n"
        "  hint: expected one of proposed, passed",
        "표.csv:6: error [import-date] 일자: found 05/07/26\n"
        "  hint: expected a date such as 2025-06-05; it may be 2005-07-26, 2026-05-07 or "
        "2026-07-05; write the one that is meant",
        f"표.csv:6: error [import-kind] 종류: found 이월\n  hint: expected one of {kinds}; "
        "it may be explicit_carryover, incidental_carryover or continuing_carryover; "
        "write the one that is meant",
    ]


def test_a_column_of_nothing_but_kinds_names_no_accounts(tmp_path: Path) -> None:
    table = "일자|구분|사업명|금액(원)\n2026-07-03|지출|책 버스 운영|5\n"
    assert list_entries(plan_table(tmp_path, table)) == ["2026-07-03 disbursement book_bus 5"]


def test_a_row_without_its_day_is_told(tmp_path: Path) -> None:
    table = "일자|사업명|지출액(원)\n2026-07-03|책 버스 운영|5\n|책 버스 운영|5\n"
    assert list_findings(plan_table(tmp_path, table)) == [
        "표.csv:3: error [import-date] 일자: found nothing\n"
        "  hint: expected a date such as 2025-06-05"
    ]


def test_the_year_of_days_is_that_of_the_title(tmp_path: Path) -> None:
    table = "2025년 지출내역\n일자|사업명|지출액(원)\n7월 3일|책 버스 운영|5\n"
    plan = plan_table(tmp_path, table, stage="2025 최종예산")
    assert list_entries(plan) == ["2025-07-03 disbursement book_bus 5"]


def test_zero_is_no_entry_of_a_list(tmp_path: Path) -> None:
    table = "일자|사업명|지출액(원)\n2026-07-03|책 버스 운영|-\n2026-07-04|책 버스 운영|7\n"
    assert list_entries(plan_table(tmp_path, table)) == ["2026-07-04 disbursement book_bus 7"]
