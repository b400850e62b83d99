"""The only place that turns a number or a date into text.

Numbers are rounded half up here, once and last. Python's format would print a minus zero as a
decrease and round halves to even, so values are quantised first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from typing import Any

from reportgen.figures import Figure, Unit
from reportgen.i18n import translate as _
from reportgen.language.numbers import spell_number
from reportgen.model.report import Notation, Style
from reportgen.money import MILLION, THOUSAND, round_half_up
from reportgen.templating.checks.explanations import FaultyValueError
from reportgen.templating.code.arithmetic import to_decimal
from reportgen.templating.code.missing_values import MissingValue
from reportgen.templating.printed import Printed

_CENTURY = 20


class Formatter:
    """Numbers, dates and unit lines in the notation of one report.

    Every method takes a plain value; the filters made from them also take a figure.
    """

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._letter = notation.style is Style.OFFICIAL_LETTER

    def number(self, value: int | Decimal | None, decimals: int = 0) -> str:
        """Digits in groups of three, rounded half up; △ before a decrease.

        >>> Formatter(Notation()).number(Decimal("-3884.5"))
        '△3,885'
        """
        if value is None:
            return self._notation.none
        rounded = round_half_up(Decimal(value), decimals)
        if rounded == 0 and not decimals:
            return self._notation.zero
        digits = f"{abs(rounded):,.{decimals}f}"
        return f"{self._notation.decrease}{digits}" if rounded < 0 else digits

    def thousands(self, won: int | None) -> str:
        """Won as a plain number of thousands.

        >>> Formatter(Notation()).thousands(273_600_000)
        '273,600'
        """
        return self.number(None if won is None else Decimal(won) / THOUSAND)

    def thousand_won(self, won: int) -> str:
        """Won as thousands with their unit: ``273,600천원``."""
        return f"{self.thousands(won)}천원"

    def million_won(self, won: int) -> str:
        """Won as millions with their unit, halves up.

        >>> Formatter(Notation()).million_won(3_884_500_000)
        '3,885백만원'
        """
        return f"{self.number(Decimal(won) / MILLION)}백만원"

    def won(self, won: int) -> str:
        """Won in full; in an official letter also in words, so that no digit can be added.

        The form is that of 행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조제2항.

        >>> Formatter(Notation(style=Style.OFFICIAL_LETTER)).won(113_560)
        '금113,560원(금일십일만삼천오백육십원)'
        """
        digits = self.number(won)
        if not self._letter:
            return f"{digits}원"
        return f"금{digits}원(금{spell_number(won)}원)"

    def percent(self, ratio: Decimal | None, none: str | None = None) -> str:
        """A ratio as per cent, to the decimals of the notation.

        >>> Formatter(Notation()).percent(Decimal("-0.0004"))
        '0.0%'
        """
        if ratio is None:
            return self._notation.none if none is None else none
        return f"{self.number(ratio * 100, self._notation.percent_decimals)}%"

    def points(self, difference: Decimal | None) -> str:
        """The difference of two ratios in percentage points (%p)."""
        if difference is None:
            return self._notation.none
        return f"{self.number(difference * 100, self._notation.percent_decimals)}%p"

    def change_rate(self, rate: Decimal | None, change: int) -> str:
        """The rate of a change; a change from zero has a word of its own.

        >>> [Formatter(Notation()).change_rate(None, change) for change in (5, -5, 0)]
        ['순증', '순감', '-']
        """
        return self.percent(rate, self.word_from_zero(change))

    def word_from_zero(self, change: int) -> str:
        """What stands for the rate of a change that has no base."""
        notation = self._notation
        if not change:
            return notation.none
        return notation.growth_from_zero if change > 0 else notation.decline_from_zero

    def count(self, value: int | None) -> str:
        """How many; none is the sign for none."""
        return self.number(value) if value else self._notation.none

    def signed_count(self, value: int) -> str:
        """A surplus or shortage of people: ``+1``, ``△1``, and the sign for none.

        >>> [Formatter(Notation()).signed_count(n) for n in (4, -1, 0)]
        ['+4', '△1', '-']
        """
        return f"+{self.number(value)}" if value > 0 else self.count(value)

    def day(self, day: date) -> str:
        """A day: ``’25. 6. 5.``, in an official letter ``2025. 6. 5.``.

        >>> Formatter(Notation()).day(date(1926, 5, 31))
        '1926. 5. 31.'
        """
        return f"{self._year(day)} {day.month}. {day.day}."

    def period(self, period: str) -> str:
        """An ISO 8601 month, day or range of them; the end repeats no year that it shares.

        >>> Formatter(Notation()).period("2025-06/2025-11")
        '’25. 6. ~ 11.'
        >>> Formatter(Notation()).period("2025-09-30/2026-10-02")
        '’25. 9. 30. ~ ’26. 10. 2.'
        """
        first, _, last = period.partition("/")
        start = self._period_end(first, with_year=True)
        if not last:
            return start
        return f"{start} ~ {self._period_end(last, with_year=first[:4] != last[:4])}"

    def unit_line(self, units: str, day: date | None = None) -> str:
        """The line above a table: ``(’25. 6. 5. 기준, 단위: 천원, %)``."""
        basis = f"{self.day(day)} 기준, " if day else ""
        return f"({basis}단위: {units})"

    def rounding_note(self, unit: str) -> str:
        """What a table says whose printed amounts don't add up.

        >>> Formatter(Notation()).rounding_note("천원")
        '천원 미만은 반올림하여 합계가 맞지 않을 수 있음'
        """
        return self._notation.rounding_note.replace("{unit}", unit)

    def footing_note(self, unit: str) -> str:
        """What a table says whose amounts were made to add up."""
        return self._notation.footing_note.replace("{unit}", unit)

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """The filters of content and templates, by name."""
        whole = ("number", "thousands", "thousand_won", "million_won", "won", "count")
        ratios = ("percent", "points")
        units = dict.fromkeys(("thousands", "thousand_won", "million_won", "won"), Unit.WON)
        units |= dict.fromkeys(ratios, Unit.RATIO)
        filters: dict[str, Callable[..., Any]] = {
            name: _show_figures(getattr(self, name), units.get(name))
            for name in (*whole, *ratios, "signed_count")
        }
        return filters | {"date": self.day, "period": self.period, "present": self.present}

    def present(self, value: Any) -> str:
        """A value that is printed without a filter; a figure by its unit."""
        if not isinstance(value, Figure):
            if isinstance(value, date):
                return self.day(value)
            return format(value, "f") if isinstance(value, Decimal) else str(value)
        if value.unit is Unit.RATIO:
            text = self.percent(None if value.value is None else Decimal(value.value))
        elif value.unit is Unit.WON:
            text = self.number(None if value.value is None else Decimal(value.value) / THOUSAND)
        else:
            text = self.number(value.value)
        return Printed(text, (value,))

    def _period_end(self, text: str, with_year: bool) -> str:
        parts = [int(part) for part in text.split("-")]
        day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
        year = f"{self._year(day)} " if with_year else ""
        return f"{year}{day.month}." + (f" {day.day}." if len(parts) > 2 else "")

    def _year(self, day: date) -> str:
        """The year; two digits are one of this century, as in what is read."""
        is_short = not self._letter and day.year // 100 == _CENTURY
        return f"’{day.year % 100:02}." if is_short else f"{day.year:04}."


def _has_digits(value: object) -> bool:
    """Whether an expression may have made it of more digits than decimals are computed with."""
    return isinstance(value, (Decimal, Fraction))


def _refuse_unit(figure: Figure, wanted: Unit) -> FaultyValueError:
    problem = _(
        "{name} counts {found}, and the filter prints {wanted}",
        name=figure.name,
        found=_name_unit(figure.unit),
        wanted=_name_unit(wanted),
    )
    hint = _(
        "use a filter of its own: percent for a ratio, thousand_won for won, number for a count"
    )
    return FaultyValueError(problem, hint)


def _name_unit(unit: Unit) -> str:
    words = {
        Unit.WON: _("won"),
        Unit.RATIO: _("a ratio"),
        Unit.COUNT: _("how many"),
        Unit.PEOPLE: _("people"),
    }
    return words[unit]


def _show_figures(write: Callable[..., str], unit: Unit | None) -> Callable[..., str]:
    """A filter that takes a figure as well as its value, and remembers the figure.

    :param unit: what a figure has to count, when the filter is for one unit only.
    """

    @wraps(write)
    def show(value: Any, *options: Any, **named: Any) -> str:
        if isinstance(value, MissingValue):
            return str(value)
        if isinstance(value, Figure):
            if unit and value.unit is not unit:
                raise _refuse_unit(value, unit)
            return Printed(write(value.value, *options, **named), (value,))
        return write(to_decimal(value) if _has_digits(value) else value, *options, **named)

    return show
