"""``content/report.yaml``: what is reported, as of when, and in which notation."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from reportgen.limits import MOST_CHAPTERS
from reportgen.model.base import Content, Name
from reportgen.model.council import Council
from reportgen.model.csv_profile import CsvProfile
from reportgen.model.dates import Day
from reportgen.model.described import Described
from reportgen.model.outline import Chapter
from reportgen.model.printed_words import PrintedWords
from reportgen.model.units import ReportUnit
from reportgen.model.words import Words
from reportgen.money import MoneyUnit


class Style(StrEnum):
    """How numbers and dates are written."""

    REPORT = "report"
    OFFICIAL_LETTER = "official-letter"


STYLE_WORDS = Words(
    {
        Style.REPORT: ("보고서", "보고"),
        Style.OFFICIAL_LETTER: ("공문", "공문서", "시행문"),
    }
)


class Notation(Content):
    """The signs of the one notation of a report."""

    placeholders: ClassVar[Mapping[str, str]] = {
        "rounding_note": "{unit}",
        "footing_note": "{unit}",
    }

    style: Annotated[Style, STYLE_WORDS] = Style.REPORT
    decrease: str = Field("△", description="before an amount that is negative")
    zero: str = Field("0", description="an amount that is zero")
    none: str = Field("-", description="no value, or nothing to count")
    growth_from_zero: str = Field("순증", description="the rate of a change from zero upwards")
    decline_from_zero: str = Field("순감", description="the rate of a change from zero downwards")
    percent_decimals: int = Field(1, ge=0, le=4)
    rounding_note: str = Field(
        "{unit} 미만은 반올림하여 합계가 맞지 않을 수 있음",
        min_length=1,
        description="at a table whose printed amounts do not add up; {unit} is its unit",
    )
    footing_note: str = Field(
        "{unit} 미만은 합계에 맞추어 조정함(최대잔여법)",
        min_length=1,
        description="at a table whose rounded amounts were made to add up",
    )


class Report(Described):
    """The settings of one report."""

    title: str
    year: int = Field(ge=1, le=9999, description="the fiscal year that is reported")
    mark: str | None = Field(None, description="a word for every page, such as 예시")
    base_date: Day = Field(description="entries up to this day are counted")
    unit: ReportUnit = Field(MoneyUnit.THOUSAND, description="that of the amounts in tables")
    audit_year: int | None = Field(
        None, ge=1, le=9999, description="that of the council's audit; none where none is answered"
    )
    council: Council = Council()
    annex_contact: str | None = Field(
        None, description="id of the person whom finance asks about the annexes"
    )
    stages: tuple[Name, ...] = Field(min_length=1, description="budget stages in their order")
    notation: Notation = Notation()
    words: PrintedWords = Field(default_factory=dict)
    csv: CsvProfile = CsvProfile()
    chapters: tuple[Chapter, ...] = Field(min_length=1, max_length=MOST_CHAPTERS)
