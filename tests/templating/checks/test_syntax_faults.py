"""Why a tag can't be read, in own words."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.templating.tags.tag_syntax import read_tag
from reportgen.templating.tags.tags import parse_tag
from tests.templating.small_packages import Kit, both, mistakes


def explain(typed: str) -> str:
    node, fault = read_tag(parse_tag(typed, SourceRef("a.docx")))
    assert (node is None) is (fault is not None)
    return f"{fault.problem} / {fault.hint}" if fault else ""


@pytest.mark.parametrize(
    "typed",
    [
        "{{ a }}",
        "{{ a.b['c'] | default('x', true) }}",
        "{% if a(b=1) == 2 %}",
        "{%p elif a <= b %}",
        "{%tr for a, b in c if a %}",
        "{% set a %}",
        "{% set a = b %}",
        "{%p macro m(a, b=1) %}",
        "{% call(x) m(1) %}",
        "{% with a = 1 %}",
        "{%- endif -%}",
        "{% columns [1, 2] %}",
        "{% anchor 'to' ~ a %}",
        "{{ “표” }}",
        "{{ 제목 }}",
    ],
)
def test_a_right_tag_has_no_fault(typed: str) -> None:
    assert explain(typed) == ""


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("{% if a }x{% endif %}", "it is not closed before the next tag begins"),
        ("{% %}", "it is empty"),
        ("{% = a %}", "no word such as if or for follows {%"),
        ("{% fi a %}", "there is no tag fi"),
        ("{% end if %}", "there is no tag end"),
        ("{% else if a %}", "«else if» is one word here"),
        ("{% if a = b %}", "= gives a value a name; it doesn't compare"),
        ("{% if a <> b %}", "the sign <> has no meaning in a tag"),
        ("{% if a && b %}", "the sign && has no meaning in a tag"),
        ("{{ !a }}", "the sign ! has no meaning in a tag"),
        ("{{ a ｜ length }}", "the sign ｜ has no meaning in a tag"),
        ("{{ a ? b : c }}", "the sign ? has no meaning in a tag"),
        ("{{ (a }}", "the bracket ( is not closed"),
        ("{{ a] }}", "the bracket ] closes nothing"),
        ("{{ 'a }}", "a text in quotes is not closed: '"),
        ("{% for a b %}", "the word «in» is missing"),
        ("{% for a in %}", "a value is missing at the end"),
        ("{% if a then %}", "«then» doesn't belong there"),
        ("{% endif a %}", "«a» doesn't belong there"),
        ("{{ a 1 }}", "«a number» doesn't belong there"),
        ("{{ a | }}", "something is missing at the end"),
        ("{{ * a }}", "a value is missing before «*»"),
        ("{{ a..b }}", "behind a full stop no name follows"),
        ("{% set 1 = a %}", "a value can only be given to a name"),
        ("{% macro m(a=1, b) %}", "a name without a value stands behind one that has a value"),
        ("{% call a %}", "call is not followed by a prototype"),
        ("{{ m(a=1, 2) }}", "the values in ( ) are in no order that can be read"),
        ("{{ a is b is c }}", "«is» stands twice"),
        (
            "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
            "blocks or brackets stand too deep in each other",
        ),
    ],
)
def test_a_fault_is_told_in_own_words(typed: str, problem: str) -> None:
    assert explain(typed).startswith(f"{problem} / ")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("{% fro a in b %}", "did you mean for?"),
        ("{% elseif a %}", "did you mean elif?"),
        ("{% endfro %}", "did you mean endfor?"),
        ("{% end for %}", "did you mean {% endfor %}?"),
        ("{% if a || b %}", "did you mean or?"),
        ("{% if a => b %}", "did you mean >=?"),
        ("{{ a（1） }}", "did you mean (?"),
        ("{{ a = 1 }}", "two values are compared by ==; a name is given by set"),
        ("{% endfor x %}", "endfor stands alone in its tag"),
    ],
)
def test_a_hint_fits_its_fault(typed: str, hint: str) -> None:
    assert explain(typed).endswith(f" / {hint}")


@both
def test_all_faults_of_a_part_are_told_in_its_order(kit: Kit) -> None:
    text = """
        {{ a b }} {{ c. }}
        {%p fro x in y %}
        {{ z | joinn }}
        {%p endfor %}
        {%p if q }
        {{ a | lenght }}
        {%p endif %}
        {%p if w %}
    """
    found = [message.split("] ")[1].split("\n")[0] for message in mistakes(kit, text)]
    assert found == [
        "{{ a b }}: «b» doesn't belong there",
        "{{ c. }}: behind a full stop no name follows",
        "{%p fro x in y %}: there is no tag fro",
        "{{ z | joinn }}: there is no filter joinn",
        "{% is not closed",
        "{{ a | lenght }}: there is no filter lenght",
        "{%p if w %} is never closed",
    ]


@both
def test_a_name_that_stands_twice_is_told(kit: Kit) -> None:
    text = "{% macro m(a, a) %}{% endmacro %}{{ m(b=1, b=2) }}"
    found = [message.split("] ")[1].split("\n")[0] for message in mistakes(kit, text)]
    assert found == [
        "{% macro m(a, a) %}: the name a stands twice",
        "{{ m(b=1, b=2) }}: the name b stands twice",
    ]
