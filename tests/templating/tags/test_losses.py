"""What stands beside a tag and is no text is kept, or named and refused."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import HANGUL, WORD, Kit, both, fill_body, mistakes_in

TAG = "{%p if x %}"
HINT = "\n  hint: give the tag a paragraph, row or cell of its own"
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def word(beside: str, properties: str = "") -> str:
    """A condition in DOCX with something beside its first tag."""
    first = f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{TAG}</w:t>{beside}</w:r></w:p>"
    return first + WORD.draw("a\n{%p endif %}")


def hangul(beside: str, attributes: str = "") -> str:
    """A condition in HWPX with something beside its first tag."""
    first = HANGUL.paragraph([TAG]).replace("<hp:run ", f"<hp:run {attributes}", 1)
    return first.replace("</hp:t>", f"</hp:t>{beside}") + HANGUL.draw("a\n{%p endif %}")


def tell(kit: Kit, body: str) -> str:
    """The only mistake in a body."""
    (message,) = mistakes_in(kit, body, x=1)
    return message


@pytest.mark.parametrize(
    ("beside", "thing"),
    [
        ('<w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0FE"/>', "a page break"),
        ('<w:br w:type="column"/>', "a column break"),
        ('<w:footnoteReference w:id="2"/>', "a footnote or endnote"),
        ('<w:endnoteReference w:id="2"/>', "a footnote or endnote"),
        ('<w:commentReference w:id="2"/>', "a comment"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "a symbol"),
        ('<w:fldChar w:fldCharType="begin"/>', "a field"),
        (f"<m:oMath {M}/>", "an equation"),
        ("<w:drawing/>", "a picture or shape"),
        ("<w:object/>", "a picture or shape"),
        ("<w:sdt/>", "a form field"),
        ("<w:ptab/>", "an element ptab"),
        ("<w:noBreakHyphen/>", "text"),
        ("<w:softHyphen/>", "text"),
    ],
)
def test_what_is_no_text_in_docx_is_named_before_it_is_lost(beside: str, thing: str) -> None:
    message = tell(WORD, word(beside))
    assert message.startswith(f"paragraph 1 «{TAG}")
    assert message.endswith(
        f": error [template-tag-alone] {thing} beside {TAG} would be lost{HINT}"
    )


def test_a_page_break_before_the_paragraph_of_a_tag_is_not_lost() -> None:
    assert f"a page break beside {TAG} would be lost" in tell(
        WORD, word("", "<w:pageBreakBefore/>")
    )


@pytest.mark.parametrize(
    "beside",
    [
        "<w:br/>",
        "<w:tab/>",
        "<w:lastRenderedPageBreak/>",
        "</w:r><w:proofErr/><w:r>",
        "</w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r>",
        "</w:r><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:r>",
    ],
)
def test_what_shows_nothing_in_docx_may_stand_beside_a_tag(beside: str) -> None:
    assert fill_body(WORD, word(beside, '<w:pageBreakBefore w:val="0"/>'), x=1) == "a"


@pytest.mark.parametrize(
    ("tag", "order"),
    [
        ("{%p if x %}", ["start", "end", "m", "a"]),
        ("{{p m() }}", ["start", "m", "end", "a"]),
        ("{%p endif %}", ["m", "a", "start", "end"]),
    ],
)
def test_a_bookmark_beside_a_tag_is_kept(tag: str, order: list[str]) -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="here"/>'
    text = "{%p macro m() %}\nm\n{%p endmacro %}\n{%p if x %}\n{{p m() }}\na\n{%p endif %}"
    run = f"<w:r><w:t>{tag}</w:t></w:r>"
    drawn = WORD.draw(text).replace(run, f'{mark}{run}<w:bookmarkEnd w:id="7"/>')
    xml = WORD.compile(drawn).render({"x": 1}).parts[WORD.part].decode()
    signs = {"start": mark, "end": '<w:bookmarkEnd w:id="7"/>', "a": ">a<", "m": ">m<"}
    assert sorted(signs, key=lambda name: xml.index(signs[name])) == order


def test_a_bookmark_around_a_loop_stays_around_it() -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="7" w:name="all"/><w:r><w:t>{%p for a in b %}</w:t></w:r></w:p>'
        + WORD.draw("{{ a }}")
        + '<w:p><w:r><w:t>{%p endfor %}</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
    )
    xml = WORD.compile(body).render({"b": ["x", "y"]}).parts[WORD.part].decode()
    assert xml.count("bookmarkStart") == xml.count("bookmarkEnd") == 1
    assert xml.index("bookmarkStart") < xml.index(">x<")
    assert xml.index(">y<") < xml.index("bookmarkEnd")


def test_a_bookmark_behind_the_last_paragraph_of_a_cell_adds_none() -> None:
    run = "<w:r><w:t>{%p endif %}</w:t></w:r>"
    marks = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
    body = WORD.draw("|{%p if x %}¶a¶{%p endif %}|").replace(run, run + marks)
    xml = WORD.compile(body).render({"x": 1}).parts[WORD.part].decode()
    assert "<w:p/>" not in xml
    assert "<w:p/>" in WORD.compile(body).render({"x": 0}).parts[WORD.part].decode()


@pytest.mark.parametrize(
    ("beside", "thing"),
    [
        ('<hp:ctrl><hp:bookmark name="a"/></hp:ctrl>', "a bookmark"),
        ('<hp:ctrl><hp:fieldBegin type="CLICK_HERE"/></hp:ctrl>', "a field"),
        ("<hp:ctrl><hp:footNote/></hp:ctrl>", "a footnote or endnote"),
        ('<hp:ctrl><hp:newNum num="1"/></hp:ctrl>', "a number that counts by itself"),
        ('<hp:ctrl><hp:pageHiding hideHeader="1"/></hp:ctrl>', "a setting of the page"),
        ("<hp:ctrl><hp:hiddenComment/></hp:ctrl>", "a comment"),
        ("<hp:ctrl><hp:indexmark/></hp:ctrl>", "an element indexmark"),
        ("<hp:equation/>", "an equation"),
        ("<hp:pic/>", "a picture or shape"),
        ("<hp:compose/>", "a symbol"),
        ("<hp:checkBtn/>", "a form field"),
    ],
)
def test_what_is_no_text_in_hwpx_is_named_before_it_is_lost(beside: str, thing: str) -> None:
    assert f"{thing} beside {TAG} would be lost{HINT}" in tell(HANGUL, hangul(beside))


@pytest.mark.parametrize(
    ("attribute", "thing"), [("pageBreak", "a page break"), ("columnBreak", "a column break")]
)
def test_a_break_of_a_hwpx_paragraph_is_not_lost(attribute: str, thing: str) -> None:
    body = hangul("").replace(f'{attribute}="0"', f'{attribute}="1"', 1)
    assert f"{thing} beside {TAG} would be lost" in tell(HANGUL, body)


@pytest.mark.parametrize("beside", ["<hp:t><hp:tab/></hp:t>", "<hp:t><hp:lineBreak/> </hp:t>"])
def test_what_shows_nothing_in_hwpx_may_stand_beside_a_tag(beside: str) -> None:
    assert fill_body(HANGUL, hangul(beside), x=1) == "a"


@both
def test_what_stands_in_another_cell_of_a_tags_row_is_named(kit: Kit) -> None:
    picture = "<w:drawing/>" if kit is WORD else "<hp:pic/>"
    text = "<w:t>?</w:t>" if kit is WORD else "<hp:t>?</hp:t>"
    body = kit.draw("|{%tr if x %}|?|\n|a|b|\n|{%tr endif %}||").replace(text, picture)
    assert "a picture or shape beside {%tr if x %} would be lost" in tell(kit, body)
