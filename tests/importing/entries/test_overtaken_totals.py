"""Running totals of a day before entries that the ledger already has."""

from pathlib import Path

from tests.importing.finance import list_findings, plan_table

TABLE = "(2026. {day} 기준, 단위: 천원)\n세부사업|지출액\n마을정원 가꾸기|{amount}\n"


def test_a_total_before_later_entries_is_told(tmp_path: Path) -> None:
    assert list_findings(plan_table(tmp_path, TABLE.format(day="4. 30.", amount=100))) == [
        "표.csv:3: warning [import-earlier] the ledger has entries of garden up to 2026-06-30; "
        "the difference of 2026-04-30 also raises what they come to\n"
        "  hint: import the sheets in the order of their days"
    ]


def test_a_total_of_the_last_day_says_nothing(tmp_path: Path) -> None:
    assert list_findings(plan_table(tmp_path, TABLE.format(day="6. 30.", amount=81000))) == []
