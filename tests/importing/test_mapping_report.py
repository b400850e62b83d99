"""The mapping in words."""

from pathlib import Path

from reportgen.importing.mapping_report import describe_import
from tests.importing.finance import make_plan, write_workbook

ROWS = [
    ["2026년 세출예산 집행현황"],
    ["(2026. 7. 31. 기준, 단위: 천원)"],
    ["연번", "세부사업", "예 산 현 액", "지출액", "집행률"],
    [None, "합계", 250000, 86000, 0.34],
    [1, "마을정원가꾸기", 200000, 81000, 0.4],
    [2, "책 버스 운영", 50000, 5000, 0.1],
    [None, "※ 7월 말까지", None, None, None],
]
REPORT = """\
집행.xlsx
sheet 집행: header in row 3, 4 rows below
  unit: 천원 (집행!A2)
  as of: 2026-07-31 (집행!A2)
  stage: 2026 제1회 추경 (in force in the ledger on that day)
  amounts: cumulative; entries are their difference to the ledger up to that day
  columns:
    A  연번 -> ignored: nothing for the ledger
    B  세부사업 -> programme
    C  예 산 현 액 -> opening
    D  지출액 -> disbursement
    E  집행률 -> ignored: nothing for the ledger
  rows:
    4  합계 -> a sum, checked
    5  마을정원가꾸기 -> garden
    6  책 버스 운영 -> book_bus
    7  ※ 7월 말까지 -> ignored: no amounts
sheet 안내: not read (no header with names and amounts)
already in the ledger: 2 amounts
entries to write: 2
  2026-07-31 disbursement garden +1,000,000 (sheet 81,000,000, ledger 80,000,000)  집행!D5
  2026-07-31 disbursement book_bus +5,000,000 (sheet 5,000,000, ledger 0)  집행!D6
  sum of disbursement, 2026 제1회 추경: +6,000,000 won
to content/budget/집행-2026-07-31.csv
and the mapping, for next time, to content/budget/import/집행.yaml
"""


def test_the_report_says_everything(tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "집행.xlsx", {"집행": ROWS, "안내": [["재무팀"]]})
    assert "\n".join(describe_import(make_plan(tmp_path, file))) + "\n" == REPORT


def test_rows_that_only_serve_the_reader_are_told(tmp_path: Path) -> None:
    rows = [*ROWS[:3], ["(A)", "(B)", "(C)"], ROWS[4], ROWS[2], ROWS[5], ["", "누구", 1, 2]]
    file = write_workbook(tmp_path / "집행.xlsx", {"집행": rows})
    lines = [line.strip() for line in describe_import(make_plan(tmp_path, file))]
    assert "4  ignored: only marks of columns" in lines
    assert "6  ignored: the header again" in lines
    assert "8  누구 -> not known" in lines
