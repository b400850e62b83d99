"""Blocks that are not closed where they were opened."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import (
    HANGUL,
    WORD,
    Kit,
    both,
    fill,
    fill_body,
    mistakes,
    mistakes_in,
)

CLOSE = "\n  hint: a block closes with its own end tag, written with the same p, tr or tc"
MOVE = "\n  hint: write {%p … %} to span paragraphs, {%tr … %} to span rows"
ADD = "\n  hint: add the matching end tag of the same kind"
REMOVE = "\n  hint: remove it, or add the tag that opens the block"


@both
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "{%p for a in b %}\nx",
            "paragraph 1 «{%p for a in b %}»: error [template-nesting] "
            "{%p for a in b %} is never closed" + ADD,
        ),
        (
            "x\n{%p endif %}",
            "paragraph 2 «{%p endif %}»: error [template-nesting] {%p endif %} closes nothing"
            + REMOVE,
        ),
        (
            "{%p else %}",
            "paragraph 1 «{%p else %}»: error [template-nesting] {%p else %} closes nothing"
            + REMOVE,
        ),
        (
            "{%p if a %}\nx\n{%p endfor %}",
            "paragraph 3 «{%p endfor %}»: error [template-nesting] "
            "{%p endfor %} does not match {%p if a %}" + CLOSE,
        ),
        (
            "{%p if a %}\nx\n{% endif %}",
            "paragraph 3 «{% endif %}»: error [template-nesting] "
            "{% endif %} does not match {%p if a %}" + CLOSE,
        ),
        (
            "{% if a %}x\ny{% endif %}",
            "paragraph 2 «y{% endif %}»: error [template-nesting] "
            "{% endif %} stands elsewhere than {% if a %}" + MOVE,
        ),
    ],
)
def test_an_unbalanced_block_is_reported(kit: Kit, text: str, message: str) -> None:
    assert mistakes(kit, text, a=1, b=[]) == [message]


@both
def test_blocks_that_cross_are_reported_at_each_end(kit: Kit) -> None:
    found = mistakes(kit, "{%p for a in b %}\n{%p if a %}\n{%p endfor %}\n{%p endif %}", b=[])
    assert [line.split("] ")[1].split("\n")[0] for line in found] == [
        "{%p endfor %} does not match {%p if a %}",
        "{%p endif %} does not match {%p for a in b %}",
    ]


@both
def test_a_block_over_two_cells_is_reported(kit: Kit) -> None:
    number = kit.number(2)
    assert mistakes(kit, "|{% for a in b %}|{% endfor %}|", b=[]) == [
        f"paragraph {number} «{{% endfor %}}»: error [template-nesting] "
        "{% endfor %} stands elsewhere than {% for a in b %}" + MOVE
    ]


@both
@pytest.mark.parametrize("level", ["tr", "tc"])
def test_a_block_over_two_tables_is_reported(kit: Kit, level: str) -> None:
    text = f"|{{%{level} if a %}}|\n|x|\n\n|{{%{level} endif %}}|\n|y|"
    found = "\n".join(mistakes(kit, text, a=1))
    assert f"{{%{level} endif %}} stands elsewhere than {{%{level} if a %}}" in found


@both
def test_a_block_may_span_runs_of_one_paragraph(kit: Kit) -> None:
    body = kit.paragraph(["a {% if ", "x %}b", " c{% end", "if %} d"])
    assert fill_body(kit, body, x=False) == "a  d"
    assert fill_body(kit, body, x=True) == "a b c d"


def test_a_block_that_would_tear_a_link_is_reported() -> None:
    body = (
        "<w:p><w:hyperlink><w:r><w:t>{% if a %}x</w:t></w:r></w:hyperlink>"
        "<w:r><w:t>{% endif %}</w:t></w:r></w:p>"
    )
    assert mistakes_in(WORD, body, a=False) == [
        "paragraph 1 «{% if a %}x{% endif %}»: error [template-nesting] "
        "{% endif %} stands elsewhere than {% if a %}" + MOVE
    ]


def test_a_block_around_a_table_in_its_paragraph_may_repeat_it() -> None:
    table = HANGUL.draw("|{{ a }}|\n|{% for c in b %}{{ c }}{% endfor %}|")
    body = table.replace("<hp:tbl", "<hp:t>{% for a in b %}</hp:t><hp:tbl").replace(
        "</hp:tbl>", "</hp:tbl><hp:t>{% endfor %}</hp:t>"
    )
    assert fill_body(HANGUL, body, b=[1, 2]) == "|1|\n|12|\n|2|\n|12|"


@both
@pytest.mark.parametrize("tag", ["filter upper", "raw", "block a", "autoescape false"])
def test_a_block_that_would_change_xml_is_refused(kit: Kit, tag: str) -> None:
    text = f"{{% {tag} %}}x{{% end{tag.split()[0]} %}}"
    assert mistakes(kit, text) == [
        f"paragraph 1 «{text.strip()[:40]}»: error [template-syntax] "
        f"{{% {tag} %}} can't be used in a document\n  hint: use if, for, set, macro, call or with"
    ]


@both
@pytest.mark.parametrize("tag", ["include 'a'", "import 'a' as b", "extends 'a'"])
def test_a_tag_that_reads_another_file_is_refused(kit: Kit, tag: str) -> None:
    (message,) = mistakes(kit, f"{{% {tag} %}}")
    assert f"[template-syntax] {{% {tag} %}} can't be used in a document" in message


@both
def test_blocks_may_nest(kit: Kit) -> None:
    text = """
        {%p for row in rows %}
        {%p if row %}
        {% for a in row %}{% if a > 1 %}{{ a }},{% else %}one,{% endif %}{% endfor %}
        {%p elif loop.last %}
        none
        {%p else %}
        empty
        {%p endif %}
        {%p endfor %}
    """
    assert fill(kit, text, rows=[[1, 2], [], []]) == "one,2,\nempty\nnone"
