"""A block can't hold one end of a field without the other."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import Kit, both, mistakes_in

EDGES = {
    "docx": ('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>'),
    "hwpx": ('<hp:ctrl><hp:fieldBegin id="1"/></hp:ctrl>', "<hp:ctrl><hp:fieldEnd/></hp:ctrl>"),
}
SEPARATE = '<w:fldChar w:fldCharType="separate"/>'


def draw(kit: Kit, text: str) -> str:
    """A body with ``⟦`` and ``⟧`` for the edges of fields, each in a run of its own."""
    body = kit.draw(text)
    for sign, edge in zip("⟦⟧", EDGES[str(kit)], strict=True):
        run = "w:r><w:t" if str(kit) == "docx" else 'hp:run charPrIDRef="0"><hp:t'
        end, begin = (
            ("</w:t></w:r><", "</w:r><")
            if str(kit) == "docx"
            else ("</hp:t></hp:run><", "</hp:run><")
        )
        wrap = run.split(">")[0]
        body = body.replace(sign, f"{end}{wrap}>{edge}{begin}{run}>")
    return body


@both
@pytest.mark.parametrize(
    "text",
    [
        "{% if x %}⟦a{% endif %}b⟧",
        "⟦{% for a in x %}a⟧{% endfor %}",
        "{% if x %}a{% else %}b⟧{% endif %}",
        "{% if no %}{% elif x %}⟦a{% endif %}",
        "{% if x %}⟧b⟦{% endif %}",
        "⟦a\n{%p if x %}\nb⟧\n{%p endif %}",
        "{%p macro m() %}\n⟦b\n{%p endmacro %}",
        "{% set y %}⟦b{% endset %}",
        "{%p for a in x %}\n{% if a %}{% endif %}⟦b\n{%p endfor %}",
    ],
)
def test_a_block_that_tears_a_field_is_told(kit: Kit, text: str) -> None:
    (message,) = mistakes_in(kit, draw(kit, text), x=[1], no=0)
    assert " would cut a field of the document apart\n  hint: put the whole field " in message


@both
@pytest.mark.parametrize(
    "text",
    [
        "⟦{% if x %}a{% endif %}⟧",
        "{% if x %}⟦a⟧{% endif %}",
        "⟦{%  for a in x %}⟦a⟧{% endfor %}⟧",
        "⟦a\n{%p if x %}\n⟦b⟧\n{%p endif %}\nc⟧",
        "|⟦a⟧{% if x %}b{% endif %}¶{%p if x %}¶⟦b⟧¶{%p endif %}|",
    ],
)
def test_a_whole_field_may_stand_in_a_block_or_around_it(kit: Kit, text: str) -> None:
    assert mistakes_in(kit, draw(kit, text), x=[1]) == []
