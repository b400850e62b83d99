"""Single amounts that nobody would believe are told with their cell."""

from pathlib import Path

import pytest

from reportgen.importing.imports import ImportPlan
from reportgen.model.ledger import EntryKind
from tests.amended import write_amended
from tests.importing.finance import UNIT, list_findings, plan_table
from tests.sample import write_folder


def leaps(plan: ImportPlan) -> list[tuple[int, str, str]]:
    """Line, amount and what the ledger holds."""
    return [
        (finding.location.line, finding.published, finding.computed)
        for finding in plan.diagnostics
        if finding.rule == "import-leap"
    ]


def test_one_row_in_another_unit_is_told(tmp_path: Path) -> None:
    table = f"{UNIT}\n세부사업|지출액\n마을정원 가꾸기|81,000,000\n가로수 지도 제작|50,000\n"
    assert list_findings(plan_table(tmp_path, f"{table}하천 지킴이 운영|15,000\n")) == [
        "표.csv:3: warning [import-leap] disbursement of garden: 81,000,000,000 won, where the "
        "ledger holds 80,000,000\n"
        "  hint: look at the unit and the digits of the cell"
    ]


@pytest.mark.parametrize(
    ("header", "amount", "found"),
    [
        ("지출액", "80", [(4, "80,000", "80,000,000")]),
        ("지출액", "190,000", []),
        ("예산현액", "2,000,000", [(4, "2,000,000,000", "200,000,000")]),
        ("예산현액", "1,900,000", []),
        ("예산현액", "20,000", []),
        ("수납액", "80", []),
    ],
)
def test_a_total_may_grow_but_not_leap(
    tmp_path: Path, header: str, amount: str, found: list[tuple[int, str, str]]
) -> None:
    rows = {"지출액": (50_000, 15_000), "예산현액": (100_000, 150_000), "수납액": (1, 1)}[header]
    table = f"{UNIT}\n세부사업|{header}\n가로수 지도 제작|{rows[0]}\n마을정원 가꾸기|{amount}\n"
    assert leaps(plan_table(tmp_path, f"{table}하천 지킴이 운영|{rows[1]}\n")) == found


def test_one_change_of_an_amendment_in_another_unit_is_told(tmp_path: Path) -> None:
    table = (
        "2026년도 제1회 추가경정예산\n(2026. 5. 1. 기준, 단위: 천원)\n사업명|증감\n"
        "마을정원 가꾸기|60,000,000\n책 버스 운영|-30,000\n가로수 지도 제작|10,000\n"
    )
    plan = plan_table(write_amended(tmp_path), table, kind=EntryKind.AMENDMENT)
    assert leaps(plan) == [(4, "60,000,000,000", "150,000,000")]


def test_a_payment_far_above_the_budget_of_its_account_is_told(tmp_path: Path) -> None:
    table = (
        "일자|세부사업|지출액(천원)\n2026-07-01|책 버스 운영|7,000,000\n"
        "2026-07-02|책 버스 운영|1\n2026-07-02|마을정원 가꾸기|1\n"
    )
    plan = plan_table(write_folder(tmp_path), table)
    assert leaps(plan) == [(2, "7,000,000,000", "50,000,000")]


def test_a_new_account_above_all_others_together_is_told(tmp_path: Path) -> None:
    ledger = "date,stage,kind,account,amount\n2026-01-02,2026 본예산,original,garden,150000\n"
    write_folder(tmp_path, files={"content/budget/ledger.csv": ledger})
    table = "(2026. 1. 2. 기준, 단위: 천원)\n세부사업|본예산\n마을정원 가꾸기|150,000\n"
    plan = plan_table(tmp_path, f"{table}책 버스 운영|20,000,000\n하천 지킴이 운영|70,000\n")
    assert leaps(plan) == [(4, "20,000,000,000", "150,000,000")]
