"""The parts of a DOCX are found by what leads to them, and what belongs to the template stays."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.relationships import read_content_type, walk_relationships
from tests.templating.office_packages import MAIN_TYPE, NAMES, make_word, relate
from tests.templating.small_packages import WORD, compile_parts

DRAWN = WORD.draw("{{ a }}")
HEADER = WORD.document(DRAWN).replace(b"w:document", b"w:hdr")


def render(parts: Mapping[str, bytes], **context: object) -> dict[str, bytes]:
    return compile_parts(WORD, parts).render({"a": "값", **context}).parts


def mistakes(parts: Mapping[str, bytes]) -> list[str]:
    with pytest.raises(DataError) as caught:
        render(parts)
    return [str(diagnostic).partition("\n")[0] for diagnostic in caught.value.diagnostics]


@pytest.mark.parametrize("main", ["word/document2.xml", "text/본문.xml", "body.xml"])
def test_the_body_may_have_any_name(main: str) -> None:
    parts = make_word(DRAWN, {"word/hdrA.xml": HEADER}, ("header", "/word/hdrA.xml"), main=main)
    filled = render(parts)
    assert WORD.outline(filled["word/document.xml"]) == "값"
    assert main not in filled
    assert WORD.outline(filled["word/hdrA.xml"]) or "값" in filled["word/hdrA.xml"].decode()


def test_everything_still_leads_to_its_part() -> None:
    parts = make_word(
        DRAWN,
        {"word/hdrA.xml": HEADER, "word/document.xml": HEADER},
        ("header", "hdrA.xml"),
        ("header", "document.xml"),
        main="word/document2.xml",
    )
    filled = render(parts)
    links = list(walk_relationships(filled))
    assert [link.part for _owner, link in links] == [
        "word/document.xml",
        "word/hdrA.xml",
        "word/document3.xml",
    ]
    assert read_content_type(filled, "word/document.xml") == MAIN_TYPE
    assert "값" in filled["word/document3.xml"].decode()


@pytest.mark.parametrize("kind", ["header", "footer", "footnotes", "endnotes", "comments"])
def test_what_stands_beside_the_body_is_filled_in_any_folder(kind: str) -> None:
    parts = make_word(DRAWN, {"other/x.xml": HEADER}, (kind, "../other/x.xml"))
    assert ">값<" in render(parts)["other/x.xml"].decode()


def test_building_blocks_and_what_stands_beside_them_are_filled() -> None:
    parts = {
        "word/glossary/document.xml": HEADER,
        "word/glossary/_rels/document.xml.rels": relate(("footer", "f.xml")),
        "word/glossary/f.xml": HEADER,
    }
    filled = render(make_word(DRAWN, parts, ("glossaryDocument", "glossary/document.xml")))
    assert ">값<" in filled["word/glossary/document.xml"].decode()
    assert ">값<" in filled["word/glossary/f.xml"].decode()


def test_a_package_that_leads_to_no_body_is_refused() -> None:
    parts = make_word(DRAWN) | {"_rels/.rels": relate(("thumbnail", "a.png"))}
    assert mistakes(parts) == [
        "small.docx: error [template-file] "
        "nothing in the file says which part is the text of the document"
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_a_template_of_word_becomes_a_document(kind: str) -> None:
    filled = render(make_word(DRAWN, kind=kind))
    assert read_content_type(filled, "word/document.xml") == MAIN_TYPE


def test_no_macro_leaves() -> None:
    microsoft = "http://schemas.microsoft.com/office/2006/relationships"
    parts = {
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        "word/_rels/vbaProject.bin.rels": relate((f"{microsoft}/wordVbaData", "vbaData.xml")),
        "word/vbaData.xml": b"<a/>",
        "word/activeX/activeX1.xml": b"<a/>",
        "word/activeX/_rels/activeX1.xml.rels": relate(
            (f"{microsoft}/activeXControlBinary", "activeX1.bin")
        ),
        "word/activeX/activeX1.bin": b"x",
        "word/customizations.xml": b"<a/>",
        "customUI/customUI.xml": b"<a/>",
    }
    control = (
        '<w:p><w:r><w:object><v:shape id="s"/><w:control r:id="rId2" w:name="b"/></w:object>'
        "</w:r></w:p>"
    )
    made = make_word(
        DRAWN + control,
        parts,
        (f"{microsoft}/vbaProject", "vbaProject.bin"),
        ("control", "activeX/activeX1.xml"),
        (f"{microsoft}/keyMapCustomizations", "customizations.xml"),
    )
    made["_rels/.rels"] = relate(
        ("officeDocument", "word/document.xml"),
        (f"{microsoft}/ui/extensibility", "customUI/customUI.xml"),
    )
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(
        b"<Override",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
    )
    filled = render(made)
    assert sorted(filled) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    assert b"vba" not in filled["[Content_Types].xml"]
    assert b"w:control" not in filled["word/document.xml"]
    assert b"v:shape" in filled["word/document.xml"]


def test_links_to_the_files_of_the_author_stay_behind() -> None:
    settings = (
        f'<w:settings xmlns:w="{W[1:-1]}" {NAMES}>'
        '<w:attachedTemplate r:id="rId1"/><w:zoom/><w:mailMerge/></w:settings>'
    )
    parts = {
        "word/settings.xml": settings.encode(),
        "word/_rels/settings.xml.rels": relate(
            ("attachedTemplate", "file:///C:/Users/a/양식.dotm", "External")
        ),
    }
    filled = render(make_word(DRAWN, parts, ("settings", "settings.xml")))
    assert "word/_rels/settings.xml.rels" not in filled
    root = etree.fromstring(filled["word/settings.xml"])
    assert [etree.QName(element).localname for element in root] == ["zoom"]


def test_signatures_thumbnails_and_counts_stay_behind() -> None:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_xmlsignatures/origin.sigs": b"",
        "_xmlsignatures/_rels/origin.sigs.rels": relate(
            (f"{package}/digital-signature/signature", "sig1.xml")
        ),
        "_xmlsignatures/sig1.xml": b"<a/>",
        "docProps/thumbnail.jpeg": b"x",
        "docProps/app.xml": (
            b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'extended-properties"><Template>a.dotm</Template><Pages>3</Pages>'
            b"<TitlesOfParts>{{ re</TitlesOfParts><Company>{{ a }}</Company></Properties>"
        ),
        "_rels/.rels": relate(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            (f"{package}/metadata/thumbnail", "docProps/thumbnail.jpeg"),
            (f"{package}/digital-signature/origin", "_xmlsignatures/origin.sigs"),
        ),
    }
    filled = render(make_word(DRAWN, parts))
    assert sorted(filled) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "word/document.xml",
    ]
    root = etree.fromstring(filled["docProps/app.xml"])
    assert [element.text for element in root] == ["값"]
    assert [link.part for _owner, link in walk_relationships(filled)] == [
        "word/document.xml",
        "docProps/app.xml",
    ]


def test_properties_may_stand_in_any_part() -> None:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    data = (
        '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/'
        'package/2006/metadata/core-properties"><cp:keywords>{{ a }}</cp:keywords>'
        "</cp:coreProperties>"
    )
    parts = {
        "services/props.psmdcp": data.encode(),
        "_rels/.rels": relate(
            ("officeDocument", "word/document.xml"), (core, "/services/props.psmdcp")
        ),
    }
    filled = render(make_word(DRAWN, parts))
    assert "services/props.psmdcp" not in filled
    assert "값" in filled["docProps/core.xml"].decode()


LINK = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>'


@pytest.mark.parametrize(
    "target", ["https://a.kr/{{ x }}?q=1", "https://a.kr/%7B%7B%20x%20%7D%7D?q=1"]
)
def test_a_link_with_a_tag_has_an_address_in_every_round(target: str) -> None:
    body = "".join(
        (WORD.draw("{%p for x in xs %}"), LINK.format("{{ x }}"), WORD.draw("{%p endfor %}"))
    )
    filled = render(make_word(body, None, ("hyperlink", target, "External")), xs=["가 R&D", "b"])
    root = etree.fromstring(filled["word/document.xml"])
    codes = [code.text for code in root.iter("{*}instrText")]
    assert codes == [
        ' HYPERLINK "https://a.kr/%EA%B0%80%20R%26D?q=1" ',
        ' HYPERLINK "https://a.kr/b?q=1" ',
    ]
    assert WORD.outline(filled["word/document.xml"]) == "가 R&D\nb"
    assert "word/_rels/document.xml.rels" not in filled


def test_a_link_without_a_tag_stays_as_it_is() -> None:
    made = make_word(LINK.format("x"), None, ("hyperlink", "https://a.kr/%7Bx%7D", "External"))
    filled = render(made)
    assert b"w:hyperlink" in filled["word/document.xml"]
    assert filled["word/_rels/document.xml.rels"] == made["word/_rels/document.xml.rels"]


def test_a_whole_address_may_come_from_data() -> None:
    made = make_word(LINK.format("x"), None, ("hyperlink", "{{ a }}", "External"))
    filled = render(made, a='https://a.kr/b c?d=e&f=".')
    root = etree.fromstring(filled["word/document.xml"])
    (code,) = root.iter("{*}instrText")
    assert code.text == ' HYPERLINK "https://a.kr/b%20c?d=e&f=%22." '


def test_the_address_of_a_picture_is_filled_where_it_stands() -> None:
    picture = (
        '<w:p><w:r><w:drawing><wp:docPr id="1" name="n" descr="{{ a }}">'
        '<a:hlinkClick r:id="rId1"/></wp:docPr></w:drawing></w:r></w:p>'
    )
    made = make_word(picture, None, ("hyperlink", "{{ url }}", "External"))
    filled = render(made, a='가 "나"\n<다>', url="https://a.kr/가 나")
    (link,) = [link for owner, link in walk_relationships(filled) if owner]
    assert link.target == "https://a.kr/가%20나"
    root = etree.fromstring(filled["word/document.xml"])
    assert next(root.iter("{*}docPr")).get("descr") == '가 "나"\n<다>'
