"""What only DOCX needs."""

from __future__ import annotations

import pytest

from reportgen.templating.formats.wordprocessing import WordDialect
from tests.templating.small_packages import WORD, compile_parts, fill_body, mistakes_in


def render(body: str, **context: object) -> str:
    """The filled body as XML."""
    xml = WORD.compile(body).render(context).parts[WORD.part].decode()
    return xml.partition("<w:body>")[2].partition("<w:sectPr/>")[0]


@pytest.mark.parametrize(
    ("name", "is_template"),
    [
        ("word/document.xml", True),
        ("word/header1.xml", True),
        ("word/footer12.xml", True),
        ("word/footnotes.xml", True),
        ("word/endnotes.xml", True),
        ("word/styles.xml", False),
        ("customXml/item1.xml", False),
    ],
)
def test_tags_may_stand_in_the_body_and_what_surrounds_it(name: str, is_template: bool) -> None:
    assert WordDialect().list_bodies({name: b"<a/>"}) == ([name] if is_template else [])


def test_breaks_and_tabs_are_elements_between_texts() -> None:
    text = '<w:t xml:space="preserve">{}</w:t>'
    assert render("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>", x="a\nb\tc") == (
        f"<w:p><w:r>{text.format('a')}<w:br/>{text.format('b')}<w:tab/>{text.format('c')}</w:r></w:p>"
    )


def test_blanks_at_the_ends_of_a_text_are_kept() -> None:
    assert 'xml:space="preserve"> a </w:t>' in render(
        "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>", x=" a "
    )


def test_tags_may_stand_in_a_field_code() -> None:
    body = "<w:p><w:r><w:instrText>PAGEREF {{ x }}</w:instrText></w:r></w:p>"
    assert "PAGEREF there</w:instrText>" in render(body, x="there")


def test_a_tag_in_deleted_text_is_refused() -> None:
    body = "<w:p><w:del><w:r><w:delText>{{ x }}</w:delText></w:r></w:del></w:p>"
    assert mistakes_in(WORD, body) == [
        "deleted text «{{ x }}»: error [template-tag-place] "
        "a tag stands in text that tracked changes deleted\n"
        "  hint: accept or reject the changes, and save the template again"
    ]


def test_a_cell_keeps_the_order_of_its_properties() -> None:
    body = (
        WORD.draw("|{% columns [1] %}a|")
        .replace("<w:tcPr>", '<w:tcPr><w:cnfStyle w:val="1"/>')
        .replace("</w:tcPr>", '<w:shd w:val="clear"/></w:tcPr>')
    )
    assert (
        '<w:tcPr><w:cnfStyle w:val="1"/><w:tcW w:w="9000" w:type="dxa"/>'
        '<w:shd w:val="clear"/></w:tcPr>'
    ) in render(body)


def test_a_cell_without_properties_gets_them() -> None:
    body = WORD.draw("|{% columns [1] %}a|").replace(
        '<w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr>', ""
    )
    assert '<w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr><w:p>' in render(body)


def test_a_table_that_needs_no_counting_is_left_alone() -> None:
    body = WORD.draw("|a|{{ x }}|\n|{%tr if x %}||\n|b|c|\n|{%tr endif %}||")
    assert (
        '<w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>'
        '<w:tr><w:tc><w:tcPr><w:tcW w:w="1"' in render(body, x=1)
    )


def test_ids_of_paragraphs_go_and_drawings_are_numbered() -> None:
    names = (
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    )
    body = f'<w:p {names} w14:paraId="1"><w:r><w:t>{{% for a in "xy" %}}</w:t></w:r>'
    body += '<w:r><w:drawing><wp:docPr id="7"/></w:drawing></w:r>'
    body += "<w:r><w:t>{% endfor %}</w:t></w:r></w:p>"
    xml = render(body)
    assert "paraId" not in xml
    assert xml.count('<wp:docPr id="1"/>') == xml.count('<wp:docPr id="2"/>') == 1


def test_tags_in_a_text_box_are_filled_in_their_own_paragraphs() -> None:
    body = (
        "<w:p><w:r><w:t>{{ a }}</w:t></w:r><w:r><w:pict><w:txbxContent>"
        f"{WORD.draw('{%p for b in c %}')}{WORD.draw('{{ b }}')}{WORD.draw('{%p endfor %}')}"
        "</w:txbxContent></w:pict></w:r></w:p>"
    )
    assert fill_body(WORD, body, a="x", c=[1, 2]) == "x12"


def test_marks_of_the_template_keep_their_ids() -> None:
    text = "<w:r><w:t>{% anchor 'a' %}</w:t></w:r>"
    body = f'<w:p><w:bookmarkStart w:id="1" w:name="own"/>{text}<w:bookmarkEnd w:id="1"/></w:p>'
    assert 'w:id="1" w:name="own"' in render(body)
    assert 'w:id="100001" w:name="a"' in render(body)


def test_other_parts_are_handed_on_unread() -> None:
    parts = {**WORD.parts(WORD.draw("a")), "word/media/a.png": b"\x89 {{ x }}"}
    assert compile_parts(WORD, parts).render({}).parts["word/media/a.png"] == b"\x89 {{ x }}"


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:ins>{}</w:ins>",
        "<w:smartTag>{}</w:smartTag>",
        '<w:bookmarkStart w:id="1" w:name="a"/>{}<w:bookmarkEnd w:id="1"/>',
        "<w:moveTo>{}</w:moveTo>",
    ],
)
def test_a_tag_may_reach_into_other_runs(wrapped: str) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p>{run.format('a{{ ')}{wrapped.format(run.format('x'))}{run.format(' }}b')}</w:p>"
    assert fill_body(WORD, body, x="v") == "avb"


@pytest.mark.parametrize(
    "deleted",
    [
        "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>{}</w:t></w:r></w:moveFrom>",
        "<w:del><w:r><w:t>{}</w:t></w:r></w:del>",
    ],
)
def test_deleted_text_does_not_count_in_a_tag(deleted: str) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p>{run.format('a{{ x')}{deleted.format('y ')}{run.format(' }}b')}</w:p>"
    xml = render(body, x="v")
    assert ">av</w:t>" in xml
    assert ">y </w:" in xml
    assert ">b</w:t>" in xml


def test_a_page_break_inside_a_tag_is_kept() -> None:
    body = '<w:p><w:r><w:t>{{ x</w:t><w:br w:type="page"/><w:t> }}</w:t></w:r></w:p>'
    assert '>v</w:t><w:br w:type="page"/>' in render(body, x="v")


def test_tab_stops_are_no_text() -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:r><w:t>{{ x }}</w:t></w:r></w:p>'
    )
    assert '<w:tab w:pos="9"/>' in render(body, x="v")


@pytest.mark.parametrize(
    ("part", "opening", "closing"),
    [
        ("word/header1.xml", "<w:hdr {}>", "</w:hdr>"),
        ("word/footer1.xml", "<w:ftr {}>", "</w:ftr>"),
        ("word/footnotes.xml", "<w:footnotes {}><w:footnote>", "</w:footnote></w:footnotes>"),
        ("word/endnotes.xml", "<w:endnotes {}><w:endnote>", "</w:endnote></w:endnotes>"),
    ],
)
def test_a_header_or_note_always_holds_a_paragraph(part: str, opening: str, closing: str) -> None:
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inside = WORD.draw("{%p if x %}\na\n{%p endif %}")
    data = f"{opening.format(name)}{inside}{closing}".encode()
    template = compile_parts(WORD, {**WORD.parts(WORD.draw("b")), part: data})
    assert template.render({"x": 0}).parts[part].endswith(f"<w:p/>{closing}".encode())
    assert b"<w:p/>" not in template.render({"x": 1}).parts[part]


def test_a_text_box_always_holds_a_paragraph() -> None:
    inside = WORD.draw("{%p if x %}\na\n{%p endif %}")
    body = f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"
    assert "<w:txbxContent><w:p/></w:txbxContent>" in render(body, x=0)
