"""A text filled tag by tag says what the same text says as one template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from reportgen.templating.code.environment import StrictEnvironment
from reportgen.templating.code.short_texts import TextFiller
from reportgen.templating.tags.tags import split_tags


@dataclass(frozen=True)
class Account:
    """A value with members."""

    name: str = "연구 & 개발"
    amount: int = 1_234_500

    def erase(self) -> str:
        """What no text may call."""
        return "erased"


VALUES: dict[str, Any] = {
    "figures": {"a": 1, "items": 2, "deep": {"b": "가"}, "none": None, "list": [1, 2]},
    "report": Account(),
    "true": {"a": "named like a constant"},
}


def _double(value: Any, times: int = 2) -> str:
    return str(value) * times


def _describe(result: Any, environment: StrictEnvironment) -> tuple[Any, list[str]]:
    missing = [one.name for one in environment.missing]
    environment.missing.clear()
    return result, missing


def _fill_whole(environment: StrictEnvironment, text: str) -> Any:
    try:
        return environment.from_string(text.replace("\\{{", "{{ '{{' }}")).render(VALUES)
    except Exception as error:
        return type(error), str(error)


def _fill(environment: StrictEnvironment, text: str) -> Any:
    try:
        return TextFiller(environment, "\\{{").fill(text, split_tags(text), VALUES)
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize(
    "text",
    [
        "예산 {{ figures.a | double }}, {{report.name}}",
        "{{ figures.a }}{{ figures.deep.b | double(3) | upper }}",
        "{{ figures.a | double(times=figures.a) ~ '!' }}",
        "{{ figures.a | double if figures.a else 1 }}",
        "{{ figures.lost }} {{ figures.lost.deeper | double }}",
        "{{ nothing.at.all }} {{ figures.a }}",
        "{{ figures.none }} {{ figures.lost }}",
        "{{ figures.list }}",
        "{{ figures.items }}{{ figures.deep.items }}",
        "{{ figures.a.__class__ }}{{ report.erase }}{{ report._name }}",
        "{{ figures.a | unknown }}",
        "{{ figures.lost }}{{ figures.a | unknown }}",
        "{{ figures.a | double( }}",
        "{{ true.a }}",
        "a  {{- figures.a -}}  b",
        "a  {{ figures.a | double -}}  b",
        "a {{ figures.a | double +}} b",
        "a\r\nb {{ figures.a }}\n",
        "a\nb {{ figures.a }}\n",
        "\\{{ figures.a }} and {{ figures.a }}",
        "{ {{ figures.a }} } %} #}",
        "{# kept out #}{{ figures.a }}",
        "{% set x = 1 %}{{ figures.a }}",
        "{{ figures.a + 1 }} {{ (figures.a - 1) | double }}",
        "{{ figures['a'] }} {{ figures.deep['b'] | double }}",
        "{{ value_at_the_path }}{{ figures.a | double(value_at_the_path) }}",
        "{{ figures.a\n | double }}",
        "{{ figures.１ }}",
        "{{ figures.a | double('}}') }}",
    ],
)
def test_a_text_is_filled_as_its_template_would_be(text: str) -> None:
    environment = StrictEnvironment(None, {"double": _double})
    whole = _describe(_fill_whole(environment, text), environment)
    assert _describe(_fill(environment, text), environment) == whole


def test_an_ending_is_compiled_once() -> None:
    environment = StrictEnvironment(None, {"double": _double})
    filler = TextFiller(environment, "\\{{")
    compiled: list[str] = []
    original = environment.compile

    def note(source: Any, *rest: Any, **named: Any) -> Any:
        compiled.append(source)
        return original(source, *rest, **named)

    environment.compile = note  # type: ignore[method-assign]
    for text in ("예산 {{ figures.a | double }}", "지출 {{ figures.items | double }}원"):
        filler.fill(text, split_tags(text), VALUES)
    assert len(compiled) == 1
