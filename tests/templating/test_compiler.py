"""Tags in the tree of a document: found over runs, put where they stand, or refused."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.templating.small_packages import (
    HANGUL,
    WORD,
    Kit,
    both,
    fill,
    fill_body,
    mistakes,
    mistakes_in,
    quick,
)

SENTENCE = (
    "a{{ x }}b {% if y == “k}}” %}{{ '{%' }}{% else %}no{% endif %}{# not #} { {{ x|upper }} }"
)
ALONE = "\n  hint: give the tag a paragraph, row or cell of its own"
OUTSIDE = "\n  hint: move it into a cell, or write {%p … %} for a paragraph"


@st.composite
def runs_of(draw: st.DrawFn, text: str) -> list[str]:
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=12).map(sorted))
    edges = [0, *cuts, len(text)]
    return [text[left:right] for left, right in pairwise(edges)]


@both
@quick
@given(runs=runs_of(SENTENCE))
def test_a_tag_may_be_cut_into_runs_anywhere(kit: Kit, runs: list[str]) -> None:
    assert fill_body(kit, kit.paragraph(runs), x="v", y="k}}") == "avb {% { V }"


@both
@quick
@given(runs=runs_of("{%p for a in b %}"))
def test_a_structure_tag_may_be_cut_into_runs_anywhere(kit: Kit, runs: list[str]) -> None:
    body = kit.paragraph(runs) + kit.draw("{{ a }}\n{%p endfor %}")
    assert fill_body(kit, body, b=[1, 2]) == "1\n2"


def test_a_tag_keeps_the_look_of_the_run_it_starts_in() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{ na</w:t></w:r><w:proofErr/>"
        "<w:r><w:t>me }} after</w:t></w:r></w:p>"
    )
    xml = WORD.compile(body).render({"name": "x"}).parts[WORD.part].decode()
    assert (
        '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">x</w:t></w:r><w:proofErr/>'
        '<w:r><w:t xml:space="preserve"> after</w:t></w:r></w:p>'
    ) in xml


def test_a_tag_may_reach_over_marks_inside_a_text() -> None:
    body = HANGUL.paragraph(["?"]).replace("?", "a{{ x<hp:markpenEnd/> }} b<hp:tab/>c")
    assert fill_body(HANGUL, body, x="v") == "av b\tc"


@both
def test_comments_print_nothing(kit: Kit) -> None:
    assert fill(kit, "a{# {{ no }} {% if #}b\n{# all #}") == "ab\n"


@both
def test_braces_of_the_document_are_left_alone(kit: Kit) -> None:
    text = "{ a } { {{ x }} }{{% if x %}}{% endif %} } % {10 %"
    assert fill(kit, text, x=1) == "{ a } { 1 }{} } % {10 %"


@both
@pytest.mark.parametrize(
    ("text", "opening"), [("a {{ name } b", "{{"), ("{% if x }", "{%"), ("{# why", "{#")]
)
def test_an_unclosed_tag_is_reported_with_its_place(kit: Kit, text: str, opening: str) -> None:
    assert mistakes(kit, f"first\n{text}") == [
        f"paragraph 2 «{text}»: error [template-syntax] {opening} is not closed\n"
        "  hint: close it in the same paragraph: {{ name }}, {% if … %}"
    ]


@both
def test_every_mistake_is_reported_at_once(kit: Kit) -> None:
    found = mistakes(kit, "{{ a\n{%p endif %}\n{% if b\n{%p for a in b %}")
    assert [message.partition("»")[0] for message in found] == [
        "paragraph 1 «{{ a",
        "paragraph 2 «{%p endif %}",
        "paragraph 3 «{% if b",
        "paragraph 4 «{%p for a in b %}",
    ]


@both
@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("{%p if x %} text\ny\n{%p endif %}", "{%p if x %}"),
        ("{%p if x %}{{ x }}\ny\n{%p endif %}", "{%p if x %}"),
        ("{%p if x %}{% anchor x %}\ny\n{%p endif %}", "{%p if x %}"),
        ("|{%tr if x %}|text|\n|y|z|\n|{%tr endif %}||", "{%tr if x %}"),
        ("|{%tr if x %}|{% span x %}|\n|y|z|\n|{%tr endif %}||", "{%tr if x %}"),
        ("|{%tr if x %}|{{ x }}|\n|y|z|\n|{%tr endif %}||", "{%tr if x %}"),
        ("|{% columns w %}{%tc if x %}¶text|a|{%tc endif %}|", "{%tc if x %}"),
    ],
)
def test_what_stands_beside_a_structure_tag_is_not_lost(kit: Kit, text: str, tag: str) -> None:
    message = mistakes(kit, text, x="v", w=[1])[0]
    assert message.endswith(f"error [template-tag-alone] text beside {tag} would be lost{ALONE}")


def test_a_picture_beside_a_structure_tag_is_not_lost() -> None:
    body = WORD.draw("{%p if x %}\ny\n{%p endif %}").replace(
        "{%p endif %}</w:t>", "{%p endif %}</w:t><w:drawing/>"
    )
    assert mistakes_in(WORD, body, x=1) == [
        "paragraph 3 «{%p endif %}»: error [template-tag-alone] "
        "a picture or shape beside {%p endif %} would be lost" + ALONE
    ]


def test_a_table_beside_a_structure_tag_is_not_lost() -> None:
    body = HANGUL.draw("|a|").replace("<hp:tbl", "<hp:t>{%p set x = 1 %}</hp:t><hp:tbl")
    (message,) = mistakes_in(HANGUL, body)
    assert "a table beside {%p set x = 1 %} would be lost" in message


@both
def test_several_structure_tags_may_share_a_paragraph(kit: Kit) -> None:
    text = "{%p for a in b %} {%p if a %}\n{{ a }}\n{%p endif %}{# of a #}{%p endfor %}"
    assert fill(kit, text, b=[0, 1, 2]) == "1\n2"


@both
@pytest.mark.parametrize("tag", ["{%tr set a = 1 %}", "{%tc set a = 1 %}", "{% span a %}"])
def test_a_table_tag_outside_a_table_is_reported(kit: Kit, tag: str) -> None:
    assert mistakes(kit, tag) == [
        f"paragraph 1 «{tag}»: error [template-tag-place] {tag} stands in no table{OUTSIDE}"
    ]


@both
@pytest.mark.parametrize("tag", ["{% columns %}", "{% span %}", "{% colspan %}", "{% anchor %}"])
def test_a_command_without_an_argument_is_reported(kit: Kit, tag: str) -> None:
    assert mistakes(kit, tag)[0] == (
        f"paragraph 1 «{tag}»: error [template-syntax] {tag} does not say what it is about\n"
        "  hint: write it as in {% columns widths %}, {% colspan n %} or {% anchor name %}"
    )


def test_a_section_break_is_not_replaced() -> None:
    body = WORD.paragraph(["{%p set a = 1 %}"]).replace("<w:pPr/>", "<w:pPr><w:sectPr/></w:pPr>")
    assert mistakes_in(WORD, body) == [
        "paragraph 1 «{%p set a = 1 %}»: error [template-section] "
        "this paragraph holds the page set-up and can't be replaced\n"
        "  hint: put the tag into a paragraph of its own"
    ]


def test_the_page_set_up_of_a_section_is_not_replaced() -> None:
    body = HANGUL.paragraph(["{%p set a = 1 %}"]).replace("<hp:t>", "<hp:secPr/>?<hp:t>")
    body = body.replace("?", "<hp:ctrl><hp:colPr/></hp:ctrl>")
    (message,) = mistakes_in(HANGUL, body)
    assert "this paragraph holds the page set-up" in message


@both
def test_macros_print_paragraphs_and_tables(kit: Kit) -> None:
    text = """
        {%p macro show(block) %}
        {%p if block.rows %}
        |{%tr for row in block.rows %}||
        |{{ row }}|{{ block.text }}|
        |{%tr endfor %}||
        {%p else %}
        - {{ block.text }}
        {%p endif %}
        {%p endmacro %}
        start
        {%p for block in blocks %}
        {{p show(block) }}
        {%p endfor %}
        end
    """
    blocks = [
        {"text": "one", "rows": []},
        {"text": "two", "rows": [1, 2]},
        {"text": "<3>", "rows": []},
    ]
    assert fill(kit, text, blocks=blocks) == "start\n- one\n|1|two|\n|2|two|\n- <3>\nend"


@both
def test_a_macro_may_print_a_table_inside_a_cell(kit: Kit) -> None:
    text = """
        {%p macro inner(rows) %}
        |{%tr for row in rows %}|
        |{{ row }}|
        |{%tr endfor %}|
        {%p endmacro %}
        |{%tr for rows in tables %}||
        |{{ loop.index }}|{{p inner(rows) }}|
        |{%tr endfor %}||
    """
    filled = fill(kit, text, tables=[["a", "b"], ["c"]])
    assert filled.replace("¶|", "|") == "|1|⟨a⟩⟨b⟩|\n|2|⟨c⟩|"


@both
def test_a_macro_may_call_itself(kit: Kit) -> None:
    text = """
        {%p macro tree(nodes, depth) %}
        {%p for node in nodes %}
        {{ '-' * depth }}{{ node.name }}
        {{p tree(node.nodes, depth + 1) }}
        {%p endfor %}
        {%p endmacro %}
        {{p tree(nodes, 1) }}
    """
    nodes = [{"name": "a", "nodes": [{"name": "b", "nodes": []}]}, {"name": "c", "nodes": []}]
    assert fill(kit, text, nodes=nodes) == "-a\n--b\n-c"


@both
@pytest.mark.parametrize(
    ("cell", "filled"),
    [
        ("{%p if x %}¶a¶{%p endif %}", ""),
        ("{%p for a in [] %}¶{{ a }}¶{%p endfor %}", ""),
        ("a¶{%p if x %}¶b¶{%p endif %}", "a"),
        ("{%p if not x %}¶a¶{%p endif %}", "a"),
    ],
)
def test_a_cell_always_holds_a_paragraph(kit: Kit, cell: str, filled: str) -> None:
    assert fill(kit, f"|{cell}|b|", x=False) == f"|{filled}|b|"


@both
def test_names_set_in_a_row_hold_for_its_cells(kit: Kit) -> None:
    text = """
        |{%tr for row in rows %}||
        |{%tr set number = loop.index %}||
        |{{ number }}|{{ row }}|
        |{%tr endfor %}||
    """
    assert fill(kit, text, rows=["a", "b"]) == "|1|a|\n|2|b|"


SIGNS = {
    "docx": {
        "tab": "</w:t><w:tab/><w:t>",
        "break": "</w:t><w:br/><w:t>",
        "hyphen": "</w:t><w:noBreakHyphen/><w:t>",
    },
    "hwpx": {"tab": "<hp:tab/>", "break": "<hp:lineBreak/>", "hyphen": "<hp:hyphen/>"},
}
"""What stands in a text for a character, by dialect."""


@both
@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        ("{{ no[tab]or x }}", "v"),
        ("{{[break]x[break]}}", "v"),
        ("{%[tab]if x %}a[tab]b{% endif[break]%}c", "a\tbc"),
        ("{{ 5 [hyphen] 2 }}", "3"),
        ("a[break]{{ x }}[tab]b", "a\nv\tb"),
        ("{%p if x %}[break]{%p endif %}", ""),
    ],
)
def test_signs_inside_a_tag_count_as_characters(kit: Kit, typed: str, filled: str) -> None:
    body = kit.paragraph([typed])
    for name, sign in SIGNS[str(kit)].items():
        body = body.replace(f"[{name}]", sign)
    assert fill_body(kit, body, x="v", no=0) == filled


@both
def test_a_tag_is_not_searched_in_two_paragraphs(kit: Kit) -> None:
    assert [message.partition("error ")[2] for message in mistakes(kit, "{{ x\n}}")] == [
        "[template-syntax] {{ is not closed\n"
        "  hint: close it in the same paragraph: {{ name }}, {% if … %}",
        "[template-syntax] }} is no tag, and no plain text\n"
        "  hint: write {{ name }} or {% if … %}; {_{ and }_}, {_% and %_} print double braces",
    ]


@both
@pytest.mark.parametrize("sign", ["\ufdd0", "\ufdd9", "&#64976;", "&#xFDEF;"])
def test_signs_of_the_engine_can_not_stand_in_a_document(kit: Kit, sign: str) -> None:
    body = kit.draw("{{ x }}a?").replace("?", f"{sign}0")
    (message,) = mistakes_in(kit, body, x=1)
    assert message.startswith("?: error [template-file] the character U+FD")
