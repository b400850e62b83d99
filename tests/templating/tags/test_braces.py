"""Braces that are no tag: printed as typed, or told."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import Kit, both, fill, fill_body, mistakes

HINT = "write {{ name }} or {% if … %}; {_{ and }_}, {_% and %_} print double braces"


@both
@pytest.mark.parametrize(
    ("text", "braces"),
    [
        ("x }} y", "}}"),
        ("a %} b", "%}"),
        ("a #} b", "#}"),
        ("{10%}", "%}"),
        ("{{ x }} }}", "}}"),
        ("{ { x } }", "{ { x } }"),
        ("x { % if x % } y", "{ % if x % }"),
        ("{ # no # }", "{ # no # }"),
        ("{ % if x %}", "%}"),
        ("{ {x}}", "}}"),
        ("｛｛ x ｝｝", "｛｛"),
        ("｛% if x %｝", "｛%"),
        ("{％ if x ％}", "{％"),
        ("{｛ x ｝}", "{｛"),
        ("a ｝｝", "｝｝"),
    ],
)
def test_braces_that_were_meant_as_a_tag_are_told(kit: Kit, text: str, braces: str) -> None:
    assert mistakes(kit, f"first\n{text}", x=1) == [
        f"paragraph 2 «{text}»: error [template-syntax] {braces} is no tag, and no plain text\n"
        f"  hint: {HINT}"
    ]


@both
@pytest.mark.parametrize(
    "text", ["{{}}", "{%%}", "{{ }}", "{% %}", "{{{ x }}}", "{{ x }", "{% if x }"]
)
def test_a_tag_that_says_nothing_or_ends_nowhere_is_told(kit: Kit, text: str) -> None:
    (message,) = mistakes(kit, text, x=1)
    assert message.startswith(f"paragraph 1 «{text}»: error [template-syntax] ")


@both
@pytest.mark.parametrize(
    "text",
    ["{a} {b: {c} }", "{ ", "}", "a } {", "｛가｝", "10% {a}", "{ a", "% } # {", "{ {", "} }"],
)
def test_single_braces_are_text(kit: Kit, text: str) -> None:
    assert fill(kit, f"<{text}>") == f"<{text}>"


@both
@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{_{ x }_}", "{{ x }}"),
        ("{_% if x %_}", "{% if x %}"),
        ("{_# x #_}", "{# x #}"),
        ("{_{{{ x }}}_}", "{{1}}"),
        ("{{ '{_{' }}", "{_{"),
        ("{{ x }}}", "1}"),
        ("{_{{_{ {_%{_% }_}}_} %_}%_}", "{{{{ {%{% }}}} %}%}"),
    ],
)
def test_escapes_print_braces(kit: Kit, text: str, filled: str) -> None:
    assert fill(kit, text, x=1) == filled


@both
def test_an_escape_may_be_cut_into_runs(kit: Kit) -> None:
    assert fill_body(kit, kit.paragraph(["a{", "_", "{", "{{ x", " }}}_", "}"]), x=1) == "a{{1}}"


@both
@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("a\n{#p no {{ no }} #}\nb", "a\nb"),
        ("|a|b|\n|{#tr no #}||\n|c|d|", "|a|b|\n|c|d|"),
        ("|{% columns [1, 1] %}a|{#tc no #}|b|", "|a|b|"),
        ("|{#p no #}|b|", "||b|"),
        ("{%p if x %}{#p why #}\na\n{%p endif %}", "a"),
    ],
)
def test_a_note_takes_its_paragraph_row_or_cell_out(kit: Kit, text: str, filled: str) -> None:
    assert fill(kit, text, x=1) == filled


@both
def test_text_beside_a_note_for_a_paragraph_is_not_lost(kit: Kit) -> None:
    (message,) = mistakes(kit, "{#p no #} text")
    assert "text beside {#p no #} would be lost" in message


@both
def test_a_note_for_a_row_outside_a_table_is_told(kit: Kit) -> None:
    (message,) = mistakes(kit, "{#tr no #}")
    assert "{#tr no #} stands in no table" in message
