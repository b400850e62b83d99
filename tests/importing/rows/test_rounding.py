"""Rounded sheets change only what rounding does not explain."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Severity
from reportgen.importing.imports import ImportPlan
from reportgen.importing.mapping_report import describe_import
from reportgen.importing.rows.rounding import explains_sum
from reportgen.readers.finance.units import UNITS
from tests.amended import write_amended
from tests.importing.finance import (
    UNIT,
    import_all,
    list_entries,
    list_findings,
    make_plan,
    plan_table,
    write_csv,
    write_workbook,
)
from tests.sample import write_folder

REST = """\
date,stage,kind,account,amount_won
2026-06-30,2026 제1회 추경,disbursement,garden,500
2026-06-30,2026 제1회 추경,disbursement,tree_map,△300
2026-06-30,2026 제1회 추경,disbursement,river_watch,700
"""
"""Spent are 80,000,500 won, 49,999,700 and 15,000,700 after it."""
NAMES = {
    "garden": "마을정원 가꾸기",
    "tree_map": "가로수 지도 제작",
    "river_watch": "하천 지킴이 운영",
}
HALF_UP = "마을정원 가꾸기|80,001\n가로수 지도 제작|50,000\n하천 지킴이 운영|15,001\n합계|145,001\n"
CUT_OFF = "마을정원 가꾸기|80,000\n가로수 지도 제작|49,999\n하천 지킴이 운영|15,000\n합계|145,000\n"
HEAD = f"{UNIT}\n세부사업|지출액\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_folder(tmp_path, files={"content/budget/won.csv": REST})


def rules(plan: ImportPlan) -> set[tuple[str, str]]:
    return {(finding.rule, finding.severity.value) for finding in plan.diagnostics}


@pytest.mark.parametrize("rows", [HALF_UP, CUT_OFF])
@pytest.mark.parametrize("profile", [None, "rounded: true\n"])
def test_the_very_amounts_rounded_to_thousands_write_nothing(
    root: Path, rows: str, profile: str | None
) -> None:
    if profile:
        (root / "content/budget/import").mkdir()
        (root / "content/budget/import/표.yaml").write_text(profile, encoding="utf-8")
    plan = plan_table(root, HEAD + rows)
    assert (plan.entries, plan.known) == ((), 3)
    assert rules(plan) == {("import-total", "note")}
    assert "3 of them but for what the sheet has rounded off" in list(describe_import(plan))


def test_what_rounding_does_not_explain_is_written_and_told(root: Path) -> None:
    plan = plan_table(
        root, HEAD + HALF_UP.replace("80,001", "81,002").replace("145,001", "146,002")
    )
    assert list_entries(plan) == ["2026-06-30 disbursement garden 1,001,500"]
    assert next(line for line in list_findings(plan) if "import-rounded" in line) == (
        "표.csv:3: warning [import-rounded] amounts are rounded to 1,000 won; 1 entries bring the "
        "ledger to rounded amounts: 3\n"
        "  hint: ask finance for these amounts in won"
    )


def test_a_sum_that_rounding_does_not_explain_stays_an_error(root: Path) -> None:
    plan = plan_table(root, HEAD + HALF_UP.replace("145,001", "145,009"))
    assert ("import-total", "error") in rules(plan)


def test_a_ledger_of_whole_thousands_takes_every_thousand(tmp_path: Path) -> None:
    plan = plan_table(tmp_path, HEAD + "마을정원 가꾸기|80,001\n가로수 지도 제작|50,000\n")
    assert list_entries(plan) == ["2026-06-30 disbursement garden 1,000"]
    assert list_findings(plan) == []


def test_digits_behind_the_point_say_how_far_a_sheet_is_rounded(root: Path) -> None:
    head = HEAD.replace("천원", "백만원")
    plan = plan_table(root, head + "마을정원 가꾸기|80.1\n가로수 지도 제작|50\n")
    assert list_entries(plan) == ["2026-06-30 disbursement garden 99,500"]


def test_the_unit_behind_an_amount_is_that_of_its_rounding(root: Path) -> None:
    plan = plan_table(root, HEAD + "마을정원 가꾸기|80백만원\n가로수 지도 제작|49,999\n")
    assert plan.entries == ()


def test_parts_that_are_rounded_one_by_one(root: Path) -> None:
    table = f"{UNIT}\n세부사업|통계목|지출액\n마을정원 가꾸기|모종|70,001\n|도구|9,999\n|물|2\n"
    plan = plan_table(root, table)
    assert (plan.entries, list_findings(plan)) == ((), [])


def test_a_list_that_is_rounded_names_the_entries_that_are_there(root: Path) -> None:
    import_all(
        root,
        write_csv(
            root / "a.csv", "일자|세부사업|지출액(원)|적요\n2026-07-03|책 버스 운영|1500|기름\n"
        ),
    )
    table = "일자|세부사업|지출액(천원)|적요\n2026-07-03|책 버스 운영|2|기름\n"
    plan = plan_table(root, table)
    assert (plan.entries, plan.known, plan.rounded) == ((), 1, 1)


@pytest.mark.parametrize(("million", "findings"), [(90, 0), (91, 1)])
def test_two_sheets_of_one_total_may_round_it_differently(
    root: Path, million: int, findings: int
) -> None:
    sheets = {
        "총괄": [["2026. 6. 30. 기준"], ["사업명", "지출액(백만원)"], [NAMES["garden"], million]],
        "집행": [["2026. 6. 30. 기준"], ["사업명", "지출액(천원)"], [NAMES["garden"], 90_001]],
    }
    plan = make_plan(root, write_workbook(root / "a.xlsx", sheets))
    assert sum(finding.rule == "import-twice" for finding in plan.diagnostics) == findings
    assert [planned.stated for planned in plan.entries] == [90_001_000]


def test_a_rounded_change_begins_from_the_exact_budget(tmp_path: Path) -> None:
    rest = "date,stage,kind,account,amount_won\n2026-01-02,2026 본예산,original,garden,500\n"
    write_amended(tmp_path, {"content/budget/rest.csv": rest})
    table = (
        "2026년도 제1회 추가경정예산\n(2026. 5. 1. 기준, 단위: 천원)\n"
        "사업명|기정액|경정액|증감\n마을정원 가꾸기|150,001|200,001|50,000\n"
    )
    plan = plan_table(tmp_path, table)
    assert (plan.entries, list_findings(plan)) == ((), [])
    more = table.replace("200,001|50,000", "210,001|60,000")
    (planned,) = plan_table(tmp_path, more).entries
    assert (planned.entry.amount, planned.entry.present) == (10_000_000, 150_000_500)


ACCOUNTS = tuple(NAMES)
MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
TEN_BILLION = 10**10


@settings(deadline=None, max_examples=80)
@given(
    amounts=st.lists(st.integers(1, TEN_BILLION), min_size=3, max_size=3),
    unit=st.sampled_from(list(UNITS)),
    digits=st.integers(0, 3),
    mode=st.sampled_from(MODES),
    data=st.data(),
)
def test_a_rounded_sheet_of_the_ledger_itself_writes_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    amounts: list[int],
    unit: str,
    digits: int,
    mode: str,
    data: st.DataObject,
) -> None:
    root = tmp_path_factory.mktemp("rounded")
    rows = [
        f"2026-06-30,2026 제1회 추경,collection,{a},{won}"
        for a, won in zip(ACCOUNTS, amounts, strict=True)
    ]
    ledger = "\n".join(["date,stage,kind,account,amount_won", *rows])
    write_folder(root, files={"content/budget/won.csv": ledger})
    step = Decimal(UNITS[unit]).scaleb(-digits)
    shown = [
        (won / step).to_integral_value(mode) * step / UNITS[unit] for won in map(Decimal, amounts)
    ]
    lines = [f"{NAMES[a]}|{value:f}" for a, value in zip(ACCOUNTS, shown, strict=True)]
    plan = plan_table(
        root, "\n".join([HEAD.replace("천원", unit).replace("지출액", "수납액"), *lines])
    )
    assert (list_entries(plan), list_findings(plan)) == ([], [])


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30), st.sampled_from(MODES))
def test_a_total_of_rounded_rows_is_explained(amounts: list[int], mode: str) -> None:
    def round_off(won: int) -> Decimal:
        return (Decimal(won) / 1000).to_integral_value(mode) * 1000

    rows, total = sum(map(round_off, amounts)), round_off(sum(amounts))
    assert explains_sum(total, Decimal(rows), Decimal(1000), len(amounts))


LEVELS = (
    ("푸른 도시 만들기", "", "", (0, 1, 2)),
    ("", "마을정원 조성", "소계", (0, 1)),
    ("", "", "마을정원 가꾸기", (0,)),
    ("", "", "가로수 지도 제작", (1,)),
    ("", "하천 돌봄", "하천 지킴이 운영", (2,)),
    ("합계", "", "", (0, 1, 2)),
)


@settings(deadline=None, max_examples=40)
@given(
    amounts=st.lists(st.integers(10**8, TEN_BILLION), min_size=3, max_size=3),
    unit=st.sampled_from(["천원", "만원", "백만원"]),
    mode=st.sampled_from(MODES),
    changed=st.integers(0, 3),
)
def test_levels_and_totals_are_rounded_from_what_is_exact(
    tmp_path_factory: pytest.TempPathFactory,
    amounts: list[int],
    unit: str,
    mode: str,
    changed: int,
) -> None:
    root = tmp_path_factory.mktemp("levels")
    rows = [
        f"2026-06-30,2026 제1회 추경,collection,{account},{won}"
        for account, won in zip(ACCOUNTS, amounts, strict=True)
    ]
    ledger = "\n".join(["date,stage,kind,account,amount_won", *rows])
    write_folder(root, files={"content/budget/won.csv": ledger})
    true = [won + (5 * UNITS[unit] if at == changed else 0) for at, won in enumerate(amounts)]
    lines = [
        "|".join((*names, str(round_off(sum(true[at] for at in parts), unit, mode))))
        for *names, parts in LEVELS
    ]
    head = f"(2026. 6. 30. 기준, 단위: {unit})\n정책사업|단위사업|세부사업|수납액\n"
    plan = plan_table(root, head + "\n".join(lines))
    is_shown = any(won % UNITS[unit] for at, won in enumerate(amounts) if at != changed)
    errors = [finding for finding in plan.diagnostics if finding.severity is Severity.ERROR]
    assert not (is_shown and errors)
    assert [planned.entry.account for planned in plan.entries] == list(ACCOUNTS[changed:][:1])


def round_off(won: int, unit: str, mode: str) -> int:
    return int((Decimal(won) / UNITS[unit]).to_integral_value(mode))
