"""Expressions in the text of content."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.templating.code.expressions import TextRenderer
from reportgen.templating.printed import Place, Printed

SOURCE = SourceRef("content/projects/01.yaml", 3)
HINT = "\n  hint: write an expression such as {{ figures.appropriation.ACCOUNT | thousand_won }}"

MISSING = "print a value that can be missing only inside {% if … %}"


@dataclass(frozen=True)
class Figure:
    name: str
    value: int


def write(figure: Figure) -> str:
    return Printed(f"{figure.value}원", (figure,))


def make(**context: Any) -> TextRenderer:
    return TextRenderer({"won": write, "half": lambda value: Decimal(value) / 2}, context)


def explain(text: str, **context: Any) -> list[str]:
    renderer = make(**context)
    renderer.render(text, SOURCE)
    return [str(diagnostic) for diagnostic in renderer.diagnostics]


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("plain & <text>", "plain & <text>"),
        ("an open {{ brace", "an open {{ brace"),
        ("총 {{ a }}건", "총 3건"),
        ("{{ a + 1 }}{{ a - 1 }}", "42"),
        (r"\{{ a }}", "{{ a }}"),
        (r"\{{ a }} is {{ a }}", "{{ a }} is 3"),
        ("{{ b['추가 과제'] }}", "<&>"),
        ("{% if a %}x{% endif %}\n", "x\n"),
    ],
)
def test_a_text_is_filled(text: str, filled: str) -> None:
    renderer = make(a=3, b={"추가 과제": "<&>"})
    assert renderer.render(text, SOURCE) == filled
    assert renderer.diagnostics == []


def test_a_text_remembers_its_figures_and_its_place() -> None:
    one, two = Figure("one", 1), Figure("two", 2)
    text = make(one=one, two=two).render("{{ one | won }}, {{ two | won }}", SOURCE, Place("Ⅰ"))
    assert (text, text.figures, text.place) == ("1원, 2원", (one, two), Place("Ⅰ"))


def test_names_can_be_given_to_one_text_only() -> None:
    renderer = make(a=1)
    assert renderer.render("{{ value }} ({{ a }})", SOURCE, value="x") == "x (1)"
    renderer.render("{{ value }}", SOURCE)
    assert [diagnostic.rule for diagnostic in renderer.diagnostics] == ["undefined"]


def test_every_undefined_name_is_reported() -> None:
    text = "{{ figures.no }} {{ neither | half }}"
    assert explain(text, figures={}) == [
        f"content/projects/01.yaml:3: error [undefined] «{text}»: {name} is not defined{HINT}"
        for name in ("figures.no", "neither")
    ]


@pytest.mark.parametrize(
    ("text", "problem", "hint"),
    [
        (
            "{{ a b }}",
            "«b» doesn't belong there",
            "between two values stands a sign or word, such as ~ + | == and or",
        ),
        ("{{ a | hafl }}", "there is no filter hafl", "did you mean half?"),
        (
            "{{ 1 / 0 }}",
            "division by zero",
            "print it only inside {% if … %} that asks whether the divisor is 0",
        ),
        ("{{ a | half }}", "the value is missing", MISSING),
        ("{{ a | won }}", "the value is missing", MISSING),
        (
            "{{ '\\x01' }}",
            "the character U+0001 can't stand in a document",
            "take it out where the value was typed",
        ),
        ("{{ [] | first }}", "the list is empty, so that it has no such item", MISSING),
        (
            "{% if a %}x",
            "{% if a %} is never closed",
            "write if and endif, for and endfor in pairs",
        ),
    ],
)
def test_an_expression_that_fails_is_reported(text: str, problem: str, hint: str) -> None:
    renderer = TextRenderer({"won": write, "half": lambda value: value}, {"a": None})
    renderer.render(text, SOURCE)
    assert [str(diagnostic) for diagnostic in renderer.diagnostics] == [
        f"content/projects/01.yaml:3: error [expression] «{text}»: {problem}\n  hint: {hint}"
    ]


def test_every_tag_of_a_text_that_can_not_be_read_is_reported() -> None:
    found = explain("{{ a b }} {{ 1 | hlaf }} {{ c. }}")
    assert [message.split("»: ")[1].split("\n")[0] for message in found] == [
        "«b» doesn't belong there",
        "there is no filter hlaf",
        "behind a full stop no name follows",
    ]


def test_code_of_the_model_is_out_of_reach() -> None:
    class Report:
        title = "x"

        def parse_raw(self, data: str) -> str:
            raise AssertionError(data)

    (message,) = explain("{{ report.parse_raw('x') }}", report=Report())
    assert "parse_raw is not defined" in message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ figures.appropriaton.garden }}", "did you mean figures.appropriation.garden?"),
        ("{{ figures.staffing['1 급'] }}", "did you mean figures.staffing.1급?"),
        ("{{ 1 | hafl }}", "did you mean half?"),
        ("{{ figures.zzz }}", HINT.partition("hint: ")[2]),
    ],
)
def test_a_name_that_is_like_one_that_exists_is_suggested(text: str, hint: str) -> None:
    renderer = TextRenderer(
        {"half": lambda value: value},
        {"figures": {"appropriation": {}, "staffing": {}}},
        lambda: ["figures.appropriation.garden", "figures.staffing.1급"],
    )
    renderer.render(text, SOURCE)
    assert [finding.hint for finding in renderer.diagnostics] == [hint]
