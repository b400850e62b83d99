"""Values that come to stand in a text are written as they are printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from markupsafe import escape

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.model.report import Notation
from reportgen.templating.checks.explanations import FaultyValueError
from reportgen.templating.code.environment import StrictEnvironment
from reportgen.views.formatting import Formatter


class Group:
    """A value that holds others."""

    name = "정원"


BUDGET = Figure("budget", 1_234_500, Unit.WON, Formula(Operation.SUM, ()))
RATE = Figure("rate", Decimal("0.145"), Unit.RATIO, Formula(Operation.SUM, ()))
VALUES: dict[str, Any] = {
    "budget": BUDGET,
    "rate": RATE,
    "day": date(2026, 5, 2),
    "amounts": [BUDGET, RATE],
    "group": Group(),
    "groups": [Group()],
    "share": Decimal("1E+3"),
}


def make(escaping: bool = True) -> StrictEnvironment:
    def spell(text: str) -> str:
        return str(escape(text))

    return StrictEnvironment(spell if escaping else None, Formatter(Notation()).filters())


def print_text(expression: str, escaping: bool = True) -> str:
    return make(escaping).from_string(f"{{{{ {expression} }}}}").render(VALUES)


@pytest.mark.parametrize("escaping", [True, False])
@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("budget ~ '천원'", "1,235천원"),
        ("'약 ' ~ rate", "약 14.5%"),
        ("['예산', budget, 3]|join(' ')", "예산 1,235 3"),
        ("amounts|join(', ')", "1,235, 14.5%"),
        ("groups|join(', ', attribute='name')", "정원"),
        ("budget|replace(',', '.')", "1.235"),
        ("'예산 N'|replace('N', budget)", "예산 1,235"),
        ("budget|upper", "1,235"),
        ("budget|string ~ '!'", "1,235!"),
        ("budget|center(9)", "  1,235  "),
        ("budget|trim", "1,235"),
        ("budget|truncate(3, true, '', 0)", "1,2"),
        ("budget|wordcount", "2"),
        ("budget|josa('을/를')", "1,235를"),
        ("rate|josa('은/는')", "14.5%는"),
        ("'%s천원'|format(budget)", "1,235천원"),
        ("'%(a)s'|format(a=budget)", "1,235"),
        ("'%s, %s' % (budget, rate)", "1,235, 14.5%"),
        ("'%s' % budget", "1,235"),
        ("'{}천원'.format(budget)", "1,235천원"),
        ("'{a}'.format(a=budget)", "1,235"),
        ("'{a}'.format_map({'a': budget})", "1,235"),
        ("'{0.value:,}'.format(budget)", "1,234,500"),
        ("'%05d' % 12", "00012"),
        ("'{:>4}'.format(12)", "  12"),
        ("day ~ ' 기준'", "’26. 5. 2. 기준"),
        ("share ~ ''", "1000"),
        ("1 ~ 2", "12"),
    ],
)
def test_a_value_stands_in_a_text_as_it_is_printed(
    expression: str, text: str, escaping: bool
) -> None:
    assert print_text(expression, escaping) == text


@pytest.mark.parametrize("escaping", [True, False])
@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("'소관: ' ~ none", "the value is missing"),
        ("none|upper", "the value is missing"),
        ("none|josa('은/는')", "the value is missing"),
        ("['a', none]|join", "the value is missing"),
        ("'a'|replace('a', none)", "the value is missing"),
        ("'%s'|format(none)", "the value is missing"),
        ("'{}'.format(none)", "the value is missing"),
        ("group ~ ''", "a group of values is no text"),
        ("groups|join", "a group of values is no text"),
        ("'x' ~ groups", "a list is no text"),
        ("'x' ~ groups|map(attribute='name')", "a list is no text"),
        ("groups|string", "a list is no text"),
        ("'%s'|format(group)", "a group of values is no text"),
        ("'%s' % groups", "a list is no text"),
        ("'{}'.format({'a': 1})", "a group of values is no text"),
        ("'x' ~ range", "something to call is no text"),
    ],
)
def test_what_is_no_text_never_stands_in_one(expression: str, problem: str, escaping: bool) -> None:
    with pytest.raises(FaultyValueError) as caught:
        print_text(expression, escaping)
    assert str(caught.value) == problem


@pytest.mark.parametrize("typed", ["'%r' % budget", "'%a'|format(budget)", "'{!r}'.format(budget)"])
def test_no_text_shows_a_value_as_programmers_write_it(typed: str) -> None:
    with pytest.raises(ValueError, match="writes a value for programmers"):
        print_text(typed)


def test_texts_that_are_joined_still_show_their_figures() -> None:
    environment = make()
    environment.from_string("{{ budget ~ '천원 (' ~ rate ~ ')' }}").render(VALUES)
    (printed,) = environment.printed
    assert [(figure.name, text) for figure, text in printed.shown] == [
        ("budget", "1,235"),
        ("rate", "14.5%"),
    ]
