"""The Jinja environment: sandboxed, escaping, and strict about what is undefined."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reportgen.templating.printed import Printed
from tests.templating.small_packages import WORD, Kit, both, fill, mistakes

HINT = "\n  hint: see docs/templates.md for the names that a template can print"
LIST_HINT = "\n  hint: go through it by {% for … %}, or print one of the values in it"
CHARACTER_HINT = "\n  hint: take it out where the value was typed"
VALUE_HINT = "\n  hint: print a value that can be missing only inside {% if … %}"


class Model:
    """What a view hands over: attributes to print, and methods that no template may call."""

    text = "x"

    def read(self, path: str) -> str:
        raise AssertionError(path)

    @classmethod
    def load(cls) -> str:
        raise AssertionError


def names(found: list[str]) -> list[str]:
    """The undefined names that were reported; anything else fails the test."""
    assert all("[template-undefined]" in message for message in found)
    return [message.split("undefined] ")[1].split(" is not")[0] for message in found]


@both
def test_every_undefined_name_is_reported_at_once_with_its_place(kit: Kit) -> None:
    text = (
        "{{ one }} {{ x }}\n{%p if two %}\n{{ x.three }}\n{%p endif %}\n{{ x.three }}{{ x.three }}"
    )
    assert mistakes(kit, text, x={}) == [
        f"paragraph 1 «{{{{ one }}}} {{{{ x }}}}»: error [template-value] "
        f"{{{{ x }}}} failed: a group of values is no text{LIST_HINT}",
        "paragraph 1 «{{ one }} {{ x }}»: error [template-undefined] one is not defined" + HINT,
        f"paragraph 2 «{{%p if two %}}»: error [template-undefined] two is not defined{HINT}",
        "paragraph 5 «{{ x.three }}{{ x.three }}»: "
        f"error [template-undefined] x.three is not defined{HINT}",
    ]
    assert mistakes(kit, text.replace(" {{ x }}", ""), x={}) == [
        f"paragraph 1 «{{{{ one }}}}»: error [template-undefined] one is not defined{HINT}",
        f"paragraph 2 «{{%p if two %}}»: error [template-undefined] two is not defined{HINT}",
        "paragraph 5 «{{ x.three }}{{ x.three }}»: "
        f"error [template-undefined] x.three is not defined{HINT}",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ no }}",
        "{{ no.deeper.still }}",
        "{{ no['a'].b() }}",
        "{{ no() }}",
        "{{ no.note }}",
        "{% if no %}{% endif %}",
        "{% if not no %}{% endif %}",
        "{{ 1 if no > 2 else 3 }}",
        "{{ 1 if no == 2 else 3 }}",
        "{{ 1 if 'a' in no else 3 }}",
        "{% for a in no %}{% endfor %}",
        "{% for a, b in no %}{{ loop.index }}{% endfor %}",
        "{{ no + 1 }}{{ 1 + no }}{{ no - 1 }}{{ 1 - no }}{{ no * 2 }}{{ 2 * no }}",
        "{{ no / 2 }}{{ 2 / no }}{{ no // 2 }}{{ 2 // no }}{{ no % 2 }}{{ 2 % no }}",
        "{{ no ** 2 }}{{ 2 ** no }}{{ -no }}{{ +no }}",
        "{{ 'a' ~ no }}",
        "{{ no | upper }}",
        "{{ no | length }}",
        "{{ no | int }}",
        "{{ no | float }}",
        "{{ no | round(1) }}",
        "{{ no | abs }}",
        "{{ no | join(', ') }}",
        "{{ no | double }}",
        "{{ no | double | upper }}",
        "{% for a in range(no) %}{% endfor %}",
        "{{ [1][no] }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(no) }}",
        "{% set a = no %}{{ a }}",
        "{% anchor no %}",
    ],
)
def test_an_undefined_name_is_reported_however_it_is_used(text: str) -> None:
    found = mistakes(WORD, text, {"double": lambda value: Decimal(value) * 2})
    assert set(names(found)) == {"no"}


@pytest.mark.parametrize(
    "text",
    [
        "{{ no | default('x') }}",
        "{% if no is defined %}{% else %}x{% endif %}",
        "{% set a = no %}x",
    ],
)
def test_a_name_that_may_be_missing_is_no_mistake(text: str) -> None:
    assert fill(WORD, text) == "x"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{{ ''.__class__.__mro__ }}", "__class__"),
        ("{{ ''.__class__.__base__.__subclasses__() }}", "__class__"),
        ("{{ x.text.__class__ }}", "x.text.__class__"),
        ("{{ x.read('/etc/hostname') }}", "x.read"),
        ("{{ x.load() }}", "x.load"),
        ("{{ x.load }}", "x.load"),
        ("{{ x['__init__'] }}", "x.__init__"),
        ("{{ [].append(1) }}", "append"),
        ("{{ y.update(a=1) }}", "y.update"),
        ("{{ lipsum() }}", "lipsum"),
        ("{{ loop }}", "loop"),
        ("{{ ''|attr('__class__') }}", "__class__"),
    ],
)
def test_what_is_unsafe_is_undefined(text: str, name: str) -> None:
    assert set(names(mistakes(WORD, text, x=Model(), y={}))) == {name}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{{ ''.upper.__globals__ }}", "undefined"),
        ("{{ '{0.__class__.__mro__}'.format(x) }}", ""),
        ("{{ range(10 ** 9) | length }}", "the number is too large"),
        ("{{ 'a'.upper }}", "something to call is no text"),
    ],
)
def test_other_ways_out_of_the_sandbox_lead_nowhere(text: str, problem: str) -> None:
    found = mistakes(WORD, text, x=Model())
    assert "<class" not in "".join(found)
    assert found
    assert problem in found[0]


@both
@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (None, f"the value is missing{VALUE_HINT}"),
        (["a"], f"a list is no text{LIST_HINT}"),
        (
            Model(),
            "a group of values is no text\n"
            "  hint: print one of the values in it: see docs/templates.md",
        ),
        ("a\x0bb", f"the character U+000B can't stand in a document{CHARACTER_HINT}"),
        ("\ufdd2", f"the character U+FDD2 can't stand in a document{CHARACTER_HINT}"),
        ("\ud800", f"the character U+D800 can't stand in a document{CHARACTER_HINT}"),
    ],
)
def test_a_value_that_is_no_text_is_reported(kit: Kit, value: Any, problem: str) -> None:
    assert mistakes(kit, "a\nb {{ value }}", value=value) == [
        f"paragraph 2 «b {{{{ value }}}}»: error [template-value] {{{{ value }}}} failed: {problem}"
    ]


@both
def test_an_exception_inside_a_filter_is_reported_with_its_place(kit: Kit) -> None:
    def fail(value: str) -> str:
        raise LookupError(f"no {value}")

    text = "{%p macro m(a) %}\n{{ a }}: {{ a | fail }}\n{%p endmacro %}\n{{p m('b') }}"
    assert mistakes(kit, text, {"fail": fail}) == [
        "paragraph 2 «{{ a }}: {{ a | fail }}»: error [template-value] "
        "{{ a | fail }} failed: it can't be computed\n  hint: look at the values that the tag uses"
    ]


def test_constants_are_escaped_and_checked_like_values() -> None:
    assert fill(WORD, r"{{ 'a\n<b>' }}") == "a\n<b>"
    assert mistakes(WORD, "{{ none }}") == [
        "paragraph 1 «{{ none }}»: error [template-value] "
        "{{ none }} failed: the value is missing" + VALUE_HINT
    ]


@pytest.mark.parametrize(
    ("value", "text"), [(3, "3"), (Decimal("1.50"), "1.50"), (date(2025, 6, 5), "2025-06-05")]
)
def test_numbers_and_dates_print_themselves(value: Any, text: str) -> None:
    assert fill(WORD, "{{ value }}", value=value) == text


def test_the_filter_present_writes_values_without_a_filter() -> None:
    filters = {"present": lambda value: Printed(f"<{value.text}>")}
    assert fill(WORD, "{{ x }}", filters, x=Model()) == "<x>"


@both
def test_join_takes_its_values_by_the_names_of_jinja(kit: Kit) -> None:
    text = "{{ ['a', 'b'] | join(d='-') }}{{ [{'x': 1}, {'x': 2}] | join(', ', attribute='x') }}"
    assert fill(kit, text) == "a-b1, 2"
