"""An invented report: 40 tables, 600 rows of eight figures, and the prose around them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks.amounts import AMOUNTS, RATES, ROWS, Figures, compute_table
from benchmarks.constants import DAY, ORGANIZATION, TITLE
from reportgen.figures import Figure, FigureTable
from reportgen.model.report import Notation
from reportgen.templating.printed import Place
from reportgen.views.annexes import Annex, Annexes
from reportgen.views.formatting import Formatter
from reportgen.views.grid import Cell, Grid, Row

CHAPTERS = ("정책사업", "단위사업", "위탁사업", "공모사업")
TABLES = 10
"""Tables of a chapter."""

COLUMNS = {
    "name": "구분",
    "appropriation": "예산현액",
    "prior": "전년도",
    "change": "증감액",
    "change_rate": "증감률",
    "commitment": "원인행위액",
    "disbursement": "지출액",
    "commitment_rate": "원인행위율",
    "disbursement_rate": "지출률",
}

_FIELDS = ("시민", "교육", "데이터", "안전", "현장", "상담", "시설", "정보", "돌봄", "교류")
_KINDS = ("지원", "운영", "개선", "구축", "조사", "홍보")
_SENTENCES = (
    "관련 부서와 협의하여 대상을 넓히고, 현장에서 확인된 불편을 하반기 계획에 반영할 예정임",
    "상반기 점검 결과 대부분의 과제가 일정에 맞추어 추진되고 있으며 늦어진 과제는 따로 관리함",
    "참여 기관의 의견을 모아 운영 기준을 고치고, 바뀐 기준을 누리집과 안내문으로 알림",
    "예산은 월별 계획에 따라 집행하며, 남는 금액은 시급한 과제에 먼저 쓰도록 조정함",
)

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """What the templates print, the annexes with the same rows, and their figures."""

    context: Context
    annexes: Annexes
    figures: tuple[Figure, ...]

    @property
    def figure_table(self) -> FigureTable:
        """The figures by name."""
        return FigureTable(self.figures)


class SampleMaker:
    """Invents a report, the same one every time."""

    def __init__(self) -> None:
        self._random = Random(2025)
        self._formatter = Formatter(Notation())
        self._filters = self._formatter.filters()
        self._figures: list[Figure] = []

    def make(self) -> Sample:
        """The report."""
        day = self._formatter.day(DAY)
        report = {
            "title": TITLE,
            "base_date": day,
            "organization": ORGANIZATION,
            "mark": "",
        }
        chapters = [self._make_chapter(number) for number in range(1, len(CHAPTERS) + 1)]
        annexes = tuple(
            self._make_annex(f"chapter{number}", chapter)
            for number, chapter in enumerate(chapters, 1)
        )
        return Sample(
            {"report": report, "chapters": chapters},
            Annexes(TITLE, (("기관", ORGANIZATION), ("기준일", day)), annexes),
            tuple(self._figures),
        )

    def _make_chapter(self, number: int) -> Context:
        title = CHAPTERS[number - 1]
        tables = [self._make_table(title, f"{number}_{at}") for at in range(1, TABLES + 1)]
        return {"number": str(number), "title": title, "prose": _SENTENCES, "tables": tables}

    def _make_table(self, chapter: str, number: str) -> Context:
        rows = compute_table(self._random, f"table{number}")
        self._figures += [figure for row in rows for figure in row.values()]
        title = f"{number.replace('_', '-')}. {self._draw_name()} 사업"
        names = ("계", *(f"{self._draw_name()} {at}" for at in range(1, ROWS)))
        places = (Place(chapter, title, name) for name in names)
        return {
            "title": title,
            "unit_line": self._formatter.unit_line("천원, %", DAY),
            "total": self._print_total(rows[0]),
            "details": self._random.sample(_SENTENCES, 2),
            "note": f"{self._draw_name()} 항목은 참여 기관과 함께 추진함",
            "rows": [self._view_row(*pair) for pair in zip(places, rows, strict=True)],
        }

    def _print_total(self, figures: Figures) -> dict[str, str]:
        """The figures that sentences print."""
        amounts = {key: self._filters["million_won"](figures[key]) for key in (*AMOUNTS, "change")}
        return amounts | {key: self._filters["percent"](figures[key]) for key in RATES}

    def _view_row(self, place: Place, figures: Figures) -> Row:
        name = Cell.make(place.row, place=place)
        is_total = place.row == "계"
        cells = {
            key: name if key == "name" else self._view_cell(place, key, figures[key])
            for key in COLUMNS
        }
        return Row("total" if is_total else "body", cells, 0 if is_total else 1)

    def _view_cell(self, place: Place, key: str, figure: Figure) -> Cell:
        text = self._filters["percent" if key in RATES else "thousands"](figure)
        there = Place(place.chapter, place.table, place.row, COLUMNS[key])
        return Cell.make(str(text), figure=figure, place=there, align="right")

    def _make_annex(self, key: str, chapter: Context) -> Annex:
        rows = tuple(row for table in chapter["tables"] for row in table["rows"])
        header = {key: Cell.make(heading, align="center") for key, heading in COLUMNS.items()}
        unit_line = self._formatter.unit_line("천원, %", DAY)
        title = chapter["title"]
        return Annex(key, title, f"{title}의 표", Grid(key, title, unit_line, header, rows))

    def _draw_name(self) -> str:
        return f"{self._random.choice(_FIELDS)} {self._random.choice(_KINDS)}"


def make_plain(value: Any) -> Any:
    """What templates print as texts alone: mappings, lists, plain strings and truth values."""
    if isinstance(value, Row):
        return {"role": value.role} | {key: str(cell) for key, cell in value.columns.items()}
    if isinstance(value, dict):
        return {key: make_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [make_plain(item) for item in value]
    return value if isinstance(value, bool) else str(value)
