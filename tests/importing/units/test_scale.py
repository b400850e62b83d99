"""Units that the ledger contradicts are asked, or told where the user has said them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import SourceRef
from reportgen.importing.exports.ledger_export import export_ledger
from reportgen.importing.imports import ImportPlan
from reportgen.importing.units.ledger_evidence import Pair
from reportgen.importing.units.scale import find_power
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.units import UNITS
from tests.amended import write_amended
from tests.importing.finance import (
    list_entries,
    list_findings,
    make_plan,
    plan_table,
    write_workbook,
)
from tests.sample import read_folder, write_folder

WON = "(2026. 6. 30. 기준, 단위: 원)\n"
THOUSAND = "(2026. 6. 30. 기준, 단위: 천원)\n"
SPENT = """\
세부사업|예산현액|지출액
마을정원 가꾸기|200,000|81,000
책 버스 운영|50,000|5,000
가로수 지도 제작|100,000|50,000
"""


def asked(plan: ImportPlan) -> list[tuple[str, str, str]]:
    """Severity, the unit said and the one that fits, of every question about a unit."""
    return [
        (finding.severity.value, finding.published, finding.computed)
        for finding in plan.diagnostics
        if finding.rule == "import-scale"
    ]


def test_a_sheet_of_won_that_holds_thousands_is_asked(tmp_path: Path) -> None:
    assert list_findings(plan_table(tmp_path, WON + SPENT)) == [
        "표.csv:2: error [import-scale] 예산현액, 지출액: read as 원 (1), amounts are far from the "
        "ledger, such as 200,000 won in 표.csv:3 against 200,000,000; is it 천원?\n"
        "  hint: say which is right with --unit 천원 or --unit 원"
    ]


@pytest.mark.parametrize(
    ("said", "held", "found"),
    [
        ("원", "천원", ("error", "원", "천원")),
        ("천원", "원", ("error", "천원", "원")),
        ("천원", "백만원", ("error", "천원", "백만원")),
        ("백만원", "천원", ("error", "백만원", "천원")),
        ("백만원", "원", ("error", "백만원", "원")),
        ("만원", "천원", ("error", "만원", "천원")),
        ("천원", "만원", ("error", "천원", "만원")),
        ("억원", "천원", ("error", "억원", "천원")),
    ],
)
def test_every_pair_of_units_is_known(
    tmp_path: Path, said: str, held: str, found: tuple[str, str, str]
) -> None:
    budgets = {"마을정원 가꾸기": 200_000, "책 버스 운영": 50_000, "가로수 지도 제작": 100_000}
    rows = [f"{name}|{thousand * 1000 / UNITS[held]:f}" for name, thousand in budgets.items()]
    head = f"(2026. 6. 30. 기준, 단위: {said})\n세부사업|예산현액\n"
    plan = plan_table(tmp_path, head + "\n".join(rows))
    assert asked(plan) == [found]
    settled = plan_table(tmp_path, head + "\n".join(rows), unit=held)
    assert (settled.entries, list_findings(settled)) == ((), [])


def test_who_says_the_unit_is_told_only(tmp_path: Path) -> None:
    assert asked(plan_table(tmp_path, WON + SPENT, unit="원")) == [("warning", "원", "천원")]


def test_an_option_that_sheet_and_ledger_contradict_is_refused(tmp_path: Path) -> None:
    (line,) = list_findings(plan_table(tmp_path, THOUSAND + SPENT, unit="원"))
    assert line.startswith(
        "표.csv:2: error [import-scale] 예산현액, 지출액: read as 원 (--unit, though 1 says"
    )
    assert line.endswith("hint: leave --unit out: the sheet itself says 천원")


def test_a_unit_that_only_the_option_says_may_be_wrong(tmp_path: Path) -> None:
    table = "2026. 6. 30. 기준\n" + SPENT
    assert asked(plan_table(tmp_path, table, unit="원")) == [("warning", "원", "천원")]
    assert list_findings(plan_table(tmp_path, table, unit="천원")) == []


def test_a_remembered_unit_that_this_file_contradicts_is_asked(tmp_path: Path) -> None:
    folder = write_folder(tmp_path) / "content/budget/import"
    folder.mkdir()
    (folder / "표.yaml").write_text("unit: 원\n", encoding="utf-8")
    assert asked(plan_table(tmp_path, "2026. 6. 30. 기준\n" + SPENT)) == [("error", "원", "천원")]


MIXED = """\
세부사업|예산현액|지출액
마을정원 가꾸기|200,000|81,000,000
책 버스 운영|50,000|5,000,000
가로수 지도 제작|100,000|50,000,000
"""


def test_one_column_in_another_unit_is_asked_alone(tmp_path: Path) -> None:
    table = THOUSAND + MIXED
    (line,) = list_findings(plan_table(tmp_path, table))
    assert line.startswith("표.csv:2: error [import-scale] 지출액: read as 천원 (1)")
    assert line.endswith(
        "hint: say which is right in a profile under units: «지출액: 원», or 천원 there"
    )
    folder = tmp_path / "content/budget/import"
    folder.mkdir()
    (folder / "표.yaml").write_text("units:\n  지출액: 원\n", encoding="utf-8")
    settled = plan_table(tmp_path, table)
    assert list_findings(settled) == []
    assert list_entries(settled) == [
        "2026-06-30 disbursement garden 1,000,000",
        "2026-06-30 disbursement book_bus 5,000,000",
    ]


def test_one_amount_beside_columns_that_fit_is_told_as_a_leap(tmp_path: Path) -> None:
    rows = "마을정원 가꾸기|200,000|81,000,000\n책 버스 운영|50,000|5,000\n"
    plan = plan_table(tmp_path, f"{THOUSAND}세부사업|예산현액|지출액\n{rows}")
    assert [(one.rule, one.severity.value) for one in plan.diagnostics] == [
        ("import-leap", "warning")
    ]


def test_headers_of_one_unit_are_outdone_by_the_option(tmp_path: Path) -> None:
    table = "2026. 6. 30. 기준\n" + SPENT.replace("예산현액|지출액", "예산현액(원)|지출액(원)")
    assert asked(plan_table(tmp_path, table)) == [("error", "원", "천원")]
    plan = plan_table(tmp_path, table, unit="천원")
    assert list_findings(plan) == []
    assert {unit.origin for unit in plan.tables[0].units.values()} == {"--unit, though 2 says 원"}


def test_a_format_that_shows_thousands_under_a_unit_of_won(tmp_path: Path) -> None:
    rows = [
        ["(2026. 6. 30. 기준, 단위: 원)"],
        ["사업명", "예산현액"],
        ["마을정원 가꾸기", 200_000_000],
        ["책 버스 운영", 50_000_000],
    ]
    formats = {"B3": "#,##0,", "B4": "#,##0,"}
    file = write_workbook(write_folder(tmp_path) / "a.xlsx", {"집행": rows}, formats=formats)
    assert asked(make_plan(tmp_path, file)) == [("error", "원", "천원")]
    assert make_plan(tmp_path, file, unit="천원").entries == ()


@pytest.mark.parametrize(
    "rows",
    [
        "마을정원 가꾸기|200,000|199,000\n책 버스 운영|50,000|50,000\n",
        "마을정원 가꾸기|200,000|80,001\n책 버스 운영|80,000|0\n가로수 지도 제작|20,000|50,000\n",
        "마을정원 가꾸기|200,000|800,000\n책 버스 운영|50,000|5,000\n",
    ],
)
def test_a_right_unit_is_not_asked_though_amounts_changed_much(tmp_path: Path, rows: str) -> None:
    assert list_findings(plan_table(tmp_path, f"{THOUSAND}세부사업|예산현액|지출액\n{rows}")) == []


def test_an_empty_ledger_says_nothing(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/budget/ledger.csv": None})
    plan = plan_table(tmp_path, WON + SPENT, stage="2026 본예산")
    assert list_findings(plan) == []


def test_a_first_budget_is_held_against_that_of_last_year(tmp_path: Path) -> None:
    last = "\n".join(
        f"2025-12-31,2025 최종예산,opening,{account},{amount}"
        for account, amount in (("garden", 180_000), ("book_bus", 60_000), ("tree_map", 100_000))
    )
    ledger = f"date,stage,kind,account,amount\n{last}\n"
    write_folder(tmp_path, files={"content/budget/ledger.csv": ledger})
    table = SPENT.replace("예산현액|지출액", "본예산|비고")
    assert asked(plan_table(tmp_path, WON + table, stage="2026 본예산")) == [
        ("error", "원", "천원")
    ]
    assert asked(plan_table(tmp_path, THOUSAND + table, stage="2026 본예산")) == []


def test_first_spending_far_above_the_budget_is_asked(tmp_path: Path) -> None:
    table = "세부사업|수납액\n가온시 출연금|850,000,000\n대행사업수입|40,000,000\n"
    assert asked(plan_table(tmp_path, THOUSAND + table)) == [("error", "천원", "원")]
    assert asked(plan_table(tmp_path, WON + table)) == []


def test_first_spending_of_next_to_nothing_everywhere_is_asked(tmp_path: Path) -> None:
    rows = ("가온시 출연금|400,000", "대행사업수입|20,000", "이월금수입|50,000")
    table = "세부사업|수납액\n" + "\n".join(rows)
    assert asked(plan_table(tmp_path, WON + table)) == [("error", "원", "천원")]
    assert asked(plan_table(tmp_path, THOUSAND + table)) == []
    few = "세부사업|수납액\n" + "\n".join((*rows[:2], "이월금수입|900,000"))
    assert asked(plan_table(tmp_path, WON + few)) == []


AMENDED = "2026년도 제1회 추가경정예산\n(2026. 5. 1. 기준, 단위: {unit})\n"
CHANGES = "사업명|증감\n마을정원 가꾸기|60,000{zeros}\n책 버스 운영|-30,000{zeros}\n"


@pytest.mark.parametrize(
    ("unit", "zeros", "found"),
    [
        ("천원", "", []),
        ("원", ",000", []),
        ("천원", ",000", [("error", "천원", "원")]),
        ("원", "", [("error", "원", "천원")]),
    ],
)
def test_changes_alone_are_held_against_the_budget(
    tmp_path: Path, unit: str, zeros: str, found: list[tuple[str, str, str]]
) -> None:
    plan = plan_table(
        write_folder(tmp_path),
        AMENDED.format(unit=unit) + CHANGES.format(zeros=zeros),
        kind=EntryKind.AMENDMENT,
    )
    assert asked(plan) == found


def test_the_present_budget_tells_the_unit_of_an_amendment(tmp_path: Path) -> None:
    table = (
        AMENDED.format(unit="원")
        + "사업명|기정액|경정액|증감\n마을정원 가꾸기|150,000|210,000|60,000\n"
    )
    plan = plan_table(write_amended(tmp_path), table)
    assert asked(plan) == [("error", "원", "천원")]
    assert "say which is right with --unit 천원 or --unit 원" in list_findings(plan)[0]


def test_a_list_that_repeats_entries_in_another_unit_is_asked(tmp_path: Path) -> None:
    table = (
        "일자|세부사업|지출액(원)\n2026-06-30|마을정원 가꾸기|80,000\n"
        "2026-06-30|가로수 지도 제작|50,000\n2026-06-30|하천 지킴이 운영|15,000\n"
    )
    assert asked(plan_table(tmp_path, table)) == [("error", "원", "천원")]


def test_payments_of_one_day_may_be_of_any_size(tmp_path: Path) -> None:
    table = "일자|세부사업|지출액(원)\n2026-06-30|마을정원 가꾸기|81,234\n"
    assert list_findings(plan_table(tmp_path, table)) == []


@pytest.mark.parametrize(("option", "severity"), [("", "error"), ("원", "warning")])
def test_a_ledger_that_comes_back_in_another_unit_is_asked(
    tmp_path: Path, option: str, severity: str
) -> None:
    data = export_ledger(read_folder(write_folder(tmp_path)), ".csv").data
    path = tmp_path / "ledger.csv"
    text = data.decode("utf-8-sig").replace("금액(천원)", "금액(원)")
    path.write_text(text if not option else data.decode("utf-8-sig"), encoding="utf-8")
    assert asked(make_plan(tmp_path, path, unit=option)) == [(severity, "원", "천원")]


def test_one_row_of_a_ledger_that_comes_back_in_won_is_told(tmp_path: Path) -> None:
    data = export_ledger(read_folder(write_folder(tmp_path)), ".csv").data
    path = tmp_path / "ledger.csv"
    path.write_text(data.decode("utf-8-sig").replace(",120000,", ",125000000,"), encoding="utf-8")
    (found,) = list_findings(make_plan(tmp_path, path))
    assert found.startswith(
        "ledger.csv:19: warning [import-leap] commitment of garden: 125,000,000,000 won, where "
        "the ledger holds 120,000,000\n"
    )


PLACE = SourceRef("a.xlsx", sheet="집행", cell="B3")


@settings(max_examples=200)
@given(
    pairs=st.lists(
        st.tuples(st.integers(1, 10**10), st.fractions("0.6", "1.6")), min_size=1, max_size=8
    ),
    power=st.sampled_from([3, 6]),
)
def test_amounts_near_the_ledger_are_never_asked_and_far_ones_always(
    pairs: list[tuple[int, object]], power: int
) -> None:
    near = [Pair(max(int(held * ratio), 1), held, PLACE) for held, ratio in pairs if held > 10]  # type: ignore[operator]
    assert find_power(near) == 0
    far = [Pair(pair.shown * 10**power, pair.held, PLACE) for pair in near]
    assert find_power(far) == (-power if far else 0)
