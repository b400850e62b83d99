"""Tags in the text of a paragraph."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import NOWHERE
from reportgen.templating.tags.tags import Level, Tag, find_unclosed, parse_tag, split_tags


def parse(typed: str) -> Tag:
    return parse_tag(typed, NOWHERE)


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }}",
        "{% if a %}",
        "{# note #}",
        "{{ '}}' }}",
        '{{ "a %} b" }}',
        "{% if a == '%}' %}",
        r"{{ 'it\'s }}' }}",
        "{# don't #}",
        "{{ “}}” }}",
        "{{ it's }}",
    ],
)
def test_a_tag_ends_at_its_own_end(text: str) -> None:
    typed = f"before {text} after"
    assert [found for _start, _end, found in split_tags(typed)] == [text]
    assert find_unclosed(typed) == ""


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("a {{ b", "{{"),
        ("a {% if b }}", "{%"),
        ("{# c", "{#"),
        ("{{ a }} {{ b", "{{"),
        ("{ a } }}", ""),
    ],
)
def test_an_opening_without_an_end_is_found(text: str, opening: str) -> None:
    assert find_unclosed(text) == opening


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{{ a[“b”] }}", '{{ a["b"] }}'),
        ("{{ a[‘b’] }}", "{{ a['b'] }}"),
        ("{{ a[”b”] }}", '{{ a["b"] }}'),
        ("{{ a == “’25” }}", '{{ a == "’25" }}'),
        ('{{ a == "“b”" }}', '{{ a == "“b”" }}'),
        ("{{ a == '’25' }}", "{{ a == '’25' }}"),
    ],
)
def test_curled_quotes_around_a_string_are_straightened(typed: str, code: str) -> None:
    assert parse(typed).code == code


@pytest.mark.parametrize(
    ("typed", "level", "code"),
    [
        ("{% for a in b %}", Level.TEXT, "{% for a in b %}"),
        ("{%p for a in b %}", Level.PARAGRAPH, "{% for a in b %}"),
        ("{%tr endfor %}", Level.ROW, "{% endfor %}"),
        ("{%tc if a -%}", Level.CELL, "{% if a -%}"),
        ("{{p draw(a) }}", Level.PARAGRAPH, "{{ draw(a) }}"),
        ("{{ p }}", Level.TEXT, "{{ p }}"),
        ("{% print a %}", Level.TEXT, "{% print a %}"),
    ],
)
def test_the_level_is_taken_off_the_code(typed: str, level: Level, code: str) -> None:
    tag = parse(typed)
    assert (tag.level, tag.code, tag.typed) == (level, code, typed)


@pytest.mark.parametrize(
    ("typed", "command", "code"),
    [
        ("{% columns grid.widths %}", "columns", "grid.widths"),
        ("{%- span row['a'] -%}", "span", "row['a']"),
        ("{% anchor name ~ '1' %}", "anchor", "name ~ '1'"),
        ("{% span %}", "span", ""),
        ("{% spanner a %}", "", "{% spanner a %}"),
    ],
)
def test_a_command_has_its_argument_for_code(typed: str, command: str, code: str) -> None:
    tag = parse(typed)
    assert (tag.command, tag.code, tag.keyword) == (command, code, tag.keyword)
    assert not (command and tag.keyword)


@pytest.mark.parametrize(
    ("typed", "keyword", "opens"),
    [
        ("{% for a in b %}", "for", True),
        ("{%+ if a %}", "if", True),
        ("{%- endif -%}", "endif", False),
        ("{% set a = 1 %}", "set", False),
        ("{% set a %}", "set", True),
        ("{% set a | truncate(length=3) %}", "set", True),
        ("{% set a = b | truncate(length=3) %}", "set", False),
        ("{%p macro a() %}", "macro", True),
        ("{{ for }}", "", False),
    ],
)
def test_blocks_are_told_from_other_tags(typed: str, keyword: str, opens: bool) -> None:
    tag = parse(typed)
    assert (tag.keyword, tag.opens_block) == (keyword, opens)
