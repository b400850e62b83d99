"""Figures on the page: long lists of causes are shortened."""

from datetime import date

from lxml import html

from reportgen.comparison.causes import Cause
from reportgen.comparison.facts import ContentLine, FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.page.figures import write_figures
from reportgen.comparison.version import Label
from reportgen.comparison.wording import Speller
from reportgen.diagnostics import SourceRef
from reportgen.figures import Unit

SPELLER = Speller(Label("", "", "", None, date(2026, 6, 30)))


def _write(count: int) -> html.HtmlElement:
    """The page's table for a figure with so many causes, each larger than the one before."""
    facts = [
        FactChange(ContentLine("a.yaml", str(n), n), True, (SourceRef("a.yaml", n),))
        for n in range(1, count + 1)
    ]
    causes = tuple(Cause(fact, fact.fact.amount) for fact in facts)
    total = sum(cause.effect or 0 for cause in causes)
    figure = FigureChange("count.a", Unit.COUNT, 0, total, ("가", "가"), (0, 0), causes)
    numbers = {fact: number for number, fact in enumerate(facts, 1)}
    return html.fromstring(write_figures("수치", [figure], numbers, SPELLER))


def _causes(table: html.HtmlElement) -> str:
    return str(table.find(".//td[@class='causes']").text_content())


def test_a_single_cause_needs_no_amount() -> None:
    assert _causes(_write(1)) == "1"


def test_several_causes_say_what_each_adds() -> None:
    assert _causes(_write(3)) == "1 (1), 2 (2), 3 (3)"


def test_of_very_many_causes_the_largest_are_listed() -> None:
    words = _causes(_write(32))
    assert words.startswith("3 (3), 4 (4)")
    assert words.endswith("32 (32) 외 2건")
