"""Page breaks behind tags, as LibreOffice saves them."""

import pytest

from reportgen.templating.formats.wordprocessing import W
from tests.templating.small_packages import WORD, mistakes_in

BREAK = '<w:r><w:br w:type="page"/></w:r></w:p>'


def end_by_break(text: str) -> str:
    return WORD.paragraph([text]).removesuffix("</w:p>") + BREAK


def test_the_paragraph_behind_the_tag_begins_the_page() -> None:
    body = WORD.draw("{%p if x %}\na") + end_by_break("{%p endif %}") + WORD.draw("b")
    xml = WORD.compile(body).render({"x": 1}).parts[WORD.part].decode()
    assert WORD.outline(xml.encode()) == "a\nb"
    assert "<w:br" not in xml
    assert xml.index("<w:pageBreakBefore/>") > xml.index(">a<")
    assert xml.count(f"{W[1:-1]}") == 1


@pytest.mark.parametrize("x", [0, 1])
def test_a_break_behind_what_opens_a_block_is_a_part_of_it(x: int) -> None:
    body = end_by_break("{%p if x %}") + WORD.draw("a\n{%p else %}\nb\n{%p endif %}")
    xml = WORD.compile(body).render({"x": x}).parts[WORD.part].decode()
    assert (WORD.outline(xml.encode()), xml.count("<w:pageBreakBefore/>")) == ("ba"[x], x)


def test_a_break_behind_the_head_of_a_loop_begins_each_page() -> None:
    body = end_by_break("{%p for x in n %}") + WORD.draw("{{ x }}\n{%p endfor %}\nb")
    xml = WORD.compile(body).render({"n": "cd"}).parts[WORD.part].decode()
    assert (WORD.outline(xml.encode()), xml.count("<w:pageBreakBefore/>")) == ("c\nd\nb", 2)


def test_a_break_before_another_tag_is_refused() -> None:
    body = WORD.draw("{%p if x %}\na") + end_by_break("{%p endif %}")
    body += WORD.draw("{%p if x %}\nb\n{%p endif %}")
    (message,) = mistakes_in(WORD, body, x=1)
    assert "a page break beside {%p endif %} would be lost" in message


def test_a_break_behind_text_stays() -> None:
    body = end_by_break("a") + WORD.draw("b")
    assert b'<w:br w:type="page"/>' in WORD.compile(body).render({}).parts[WORD.part]
