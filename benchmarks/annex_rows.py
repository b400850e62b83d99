"""An invented ledger, far longer than any foundation's: 100,000 rows of 12 columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from benchmarks.constants import DAY, ORGANIZATION, TITLE
from reportgen.views.annex_formulas import Before, Ratio, Sum
from reportgen.views.annex_records import Column, Kind, Record, Records
from reportgen.views.annexes import Annex, Annexes
from reportgen.views.grid import Cell, Grid

ROWS = 100_000
TEMPLATE, WRITTEN = "ledger-template.xlsx", "ledger.xlsx"
"""The files in a folder."""

HEADERS = {
    "date": "일자",
    "stage": "단계",
    "kind": "종류",
    "account": "계정",
    "account_name": "계정명",
    "funding": "재원",
    "present": "기정액",
    "amount": "증감",
    "amended": "경정액",
    "approval": "의결",
    "reference": "근거",
    "note": "비고",
}
"""What the ledger reader knows the columns by."""

COLUMNS = {
    **dict.fromkeys(HEADERS, Column()),
    "date": Column(Kind.DATE),
    "present": Column(Kind.WON),
    "amount": Column(Kind.WON),
    "amended": Column(Kind.WON, formula=Sum((Before("amended"), "amount"))),
    "note": Column(Kind.RATIO, formula=Ratio("amount", "present", "순증")),
}
"""A running sum and a rate in every row; one rate in fifty has no base."""

FORMATS = {
    "date": "yyyy-mm-dd",
    **dict.fromkeys(("present", "amount", "amended"), '#,##0;"△"#,##0;0'),
    "note": '0.0%;"△"0.0%;0.0%',
}
"""Number formats of the columns that need one."""

_STAGES = ("2025 본예산", "2025 제1회 추경", "2025 제2회 추경")
_KINDS = ("original", "amendment", "commitment", "disbursement")
_FUNDINGS = ("시비", "국비", "자체")
_FIELDS = ("시민", "교육", "데이터", "안전", "현장", "상담", "시설", "정보", "돌봄", "교류")


def invent_ledger() -> Iterator[tuple[Any, ...]]:
    """Its rows, the same ones every time; every tenth reference is a new one."""
    random = Random(2025)
    first = date(DAY.year, 1, 2)
    for number in range(ROWS):
        account = random.randrange(40)
        yield (
            first + timedelta(days=number * 360 // ROWS),
            random.choice(_STAGES),
            random.choice(_KINDS),
            f"programme_{account}",
            f"{_FIELDS[account % 10]} 지원 {account // 10 + 1}호",
            random.choice(_FUNDINGS),
            random.randrange(50) * 12_000_000,
            random.randrange(-9_000, 20_000) * 1_000,
            "의결",
            f"<{ORGANIZATION}> 문서 {number // 10 + 1}호",
        )


def declare_ledger(read: Callable[[], Iterable[Record]] = invent_ledger) -> Annexes:
    """The annex that shows the rows."""
    header = {key: Cell.make(text) for key, text in HEADERS.items()}
    grid = Grid("ledger", "원장", "", header, ())
    annex = Annex("ledger", "원장", "입력", grid, Records(COLUMNS, ROWS, read))
    return Annexes(TITLE, (("기관", ORGANIZATION),), (annex,))


class Computed(NamedTuple):
    """A formula, and the value that it has."""

    formula: str
    value: int | float | str


def spell_ledger(records: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Every cell of each row as other libraries take it, amounts in thousands of won."""
    amended = 0
    for row, (*texts, present, amount, approval, reference) in enumerate(records, 2):
        before = f"I{row - 1}+" if row > 2 else ""
        present, amount = present // 1000, amount // 1000
        amended += amount
        rate = amount / present if present else "순증" if amount else "-"
        yield (
            *texts,
            present,
            amount,
            Computed(f"={before}H{row}", amended),
            approval,
            reference,
            Computed(f'=IF(G{row}=0,IF(H{row}=0,"-","순증"),H{row}/G{row})', rate),
        )
