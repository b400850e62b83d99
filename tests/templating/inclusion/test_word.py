"""What comes along with a DOCX that is put into another."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from docx import Document
from lxml import etree

from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from tests.templating.charts.packages import (
    BOOK,
    CHART,
    CHART_RELS,
    OFFICE,
    R,
    drawing,
    make_chart,
    read_book,
    read_chart,
    relationships,
)
from tests.templating.inclusion.documents import (
    Edit,
    call,
    fill_main,
    problems,
    write_document,
)
from tests.templating.small_packages import WORD

LINKS = "word/_rels/document.xml.rels"
NUMBERING = "word/numbering.xml"
PIXEL = b"\x89PNG\r\n\x1a\npicture"


def relate(parts: dict[str, bytes], found: str, kind: str, target: str, more: str = "") -> None:
    link = f'<Relationship Id="{found}" Type="{R}/{kind}" Target="{target}"{more}/>'
    parts[LINKS] = parts[LINKS].replace(b"</Relationships>", f"{link}</Relationships>".encode())


def declare(parts: dict[str, bytes], part: str, kind: str) -> None:
    line = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", line)


def open_main(folder: Path, body: str, **values: object) -> tuple[dict[str, bytes], Document]:  # type: ignore[valid-type]
    """The parts of the filled document, and what python-docx makes of them."""
    parts = fill_main(folder, WORD, body, **values)
    return parts, Document(BytesIO(write_package(parts)))


def paragraph(properties: str, text: str = "b", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_styles_are_found_by_their_names(tmp_path: Path) -> None:
    def rename(parts: dict[str, bytes]) -> None:
        text = parts["word/styles.xml"].decode()
        found = re.search(r'w:styleId="(\w+)"[^>]*><w:name w:val="heading 1"', text)
        assert found is not None
        own.append(found[1])
        parts["word/styles.xml"] = text.replace(f'"{found[1]}"', '"a77"').encode()

    own: list[str] = []
    write_document(tmp_path, WORD, "part", paragraph('<w:pStyle w:val="a77"/>'), rename)
    _parts, document = open_main(tmp_path, WORD.draw(call(WORD)))
    assert [each.style.style_id for each in document.paragraphs] == own


def test_a_style_that_is_missing_here_is_reported(tmp_path: Path) -> None:
    def add(parts: dict[str, bytes]) -> None:
        style = '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="보고 상자"/></w:style>'
        text = parts["word/styles.xml"].decode()
        parts["word/styles.xml"] = text.replace("</w:styles>", f"{style}</w:styles>").encode()

    write_document(tmp_path, WORD, "part", paragraph('<w:pStyle w:val="x"/>'), add)
    (message,) = problems(tmp_path, WORD, WORD.draw(call(WORD)))
    assert message.endswith("the style «보고 상자» of part.docx is missing here")


def test_a_style_that_does_not_exist_leaves_the_usual_look(tmp_path: Path) -> None:
    write_document(tmp_path, WORD, "part", paragraph('<w:pStyle w:val="none"/>'))
    _parts, document = open_main(tmp_path, WORD.draw(call(WORD)))
    assert document.element.body.find(f".//{W}pStyle") is None


def add_lists(parts: dict[str, bytes]) -> None:
    kind = f"{OFFICE}.wordprocessingml.numbering+xml"
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ganada"/></w:lvl>'
    parts[NUMBERING] = (
        f'<w:numbering xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="4"><w:nsid w:val="1"/>'
        f'{level}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num>'
        "</w:numbering>"
    ).encode()
    relate(parts, "rId50", "numbering", "numbering.xml")
    declare(parts, NUMBERING, kind)


NUMBERED = paragraph('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')


def test_a_list_begins_anew_each_time(tmp_path: Path) -> None:
    write_document(tmp_path, WORD, "part", NUMBERED * 2, add_lists)
    body = WORD.draw(f"{call(WORD)}\n{call(WORD)}")
    parts, document = open_main(tmp_path, body)
    used = [each.get(f"{W}val") for each in document.element.body.iter(f"{W}numId")]
    assert used == ["1", "1", "2", "2"]
    numbering = document.part.numbering_part.element
    assert [each.get(f"{W}val") for each in numbering.iter(f"{W}numFmt")] == ["ganada"] * 2
    tags = [etree.QName(each).localname for each in numbering]
    assert tags == ["abstractNum", "abstractNum", "num", "num"]
    assert parts["[Content_Types].xml"].count(b"numbering+xml") == 1


def add_picture(parts: dict[str, bytes]) -> None:
    parts["word/media/image1.png"] = PIXEL
    relate(parts, "rId51", "image", "media/image1.png")
    relate(parts, "rId52", "hyperlink", "https://example.org/a?b&amp;c", ' TargetMode="External"')
    types = parts["[Content_Types].xml"]
    png = b'<Default Extension="png" ContentType="image/png"/><Override'
    parts["[Content_Types].xml"] = types.replace(b"<Override", png, 1)


PICTURE = (
    f'<w:p><w:pPr/><w:hyperlink xmlns:r="{R}" r:id="rId52"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
    '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:r="{R}" r:embed="rId51"/></w:drawing></w:r></w:p>'
)


def test_pictures_and_links_come_along_under_new_ids(tmp_path: Path) -> None:
    write_document(tmp_path, WORD, "part", PICTURE, add_picture)
    _parts, document = open_main(tmp_path, WORD.draw(call(WORD)))
    rels = document.part.rels
    (blip,) = document.element.body.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
    )
    picture = rels[str(blip.get(f"{{{R}}}embed"))].target_part
    assert (picture.blob, picture.content_type) == (PIXEL, "image/png")
    (link,) = document.element.body.iter(f"{W}hyperlink")
    assert rels[str(link.get(f"{{{R}}}id"))].target_ref == "https://example.org/a?b&c"


def test_a_document_in_a_header_leads_to_its_pictures_from_there(tmp_path: Path) -> None:
    write_document(tmp_path, WORD, "part", PICTURE, add_picture)

    def edit(parts: dict[str, bytes]) -> None:
        text = parts["word/header1.xml"].decode()
        parts["word/header1.xml"] = text.replace(
            "</w:hdr>", f"{WORD.draw(call(WORD))}</w:hdr>"
        ).encode()

    path = write_document(tmp_path, WORD, "main", WORD.draw("a"), edit)
    from reportgen.templating import OfficeTemplate
    from tests.templating.offices import REPORT

    parts = OfficeTemplate(path, WORD.dialect(), {}).render({"report": REPORT}).parts
    assert b"media/image1.png" in parts["word/_rels/header1.xml.rels"]
    assert b"media/image1.png" not in parts[LINKS]


def add_chart(parts: dict[str, bytes]) -> None:
    parts[CHART], parts[BOOK] = make_chart(), b"template"
    parts[CHART_RELS] = relationships(
        ("rId1", "package", "../embeddings/Microsoft_Excel_Sheet1.xlsx")
    )
    relate(parts, "rId9", "chart", "charts/chart1.xml")
    declare(parts, CHART, f"{OFFICE}.drawingml.chart+xml")


def test_a_chart_comes_along_with_its_data(tmp_path: Path) -> None:
    tag = "{% chart names=['a'], series={'s': [x]} %}"
    write_document(tmp_path, WORD, "part", drawing(tag), add_chart)
    parts, document = open_main(
        tmp_path, WORD.draw(f"{call(WORD)}\n{call(WORD, more=', x=2')}"), x=1
    )
    charts = [f"word/charts/chart{number}.xml" for number in (1, 2)]
    assert [read_chart(parts[name])[0][2] for name in charts] == [[1], [2]]
    books = sorted(name for name in parts if name.endswith(".xlsx"))
    assert [read_book(parts[name])[1][1] for name in books] == [1, 2]
    kinds = [
        rel.target_part.content_type
        for rel in document.part.rels.values()
        if "chart" in rel.reltype
    ]
    assert kinds == [f"{OFFICE}.drawingml.chart+xml"] * 2


def refused(tmp_path: Path, body: str, edit: Edit | None = None) -> str:
    write_document(tmp_path, WORD, "part", body, edit)
    (message,) = problems(tmp_path, WORD, WORD.draw(call(WORD)))
    return message.partition("failed: ")[2].partition("\n")[0]


def test_a_footnote_is_refused_with_its_paragraph(tmp_path: Path) -> None:
    note = '<w:p><w:pPr/><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert refused(tmp_path, WORD.draw("a") + note) == (
        "paragraph 2 of part.docx holds a footnote, which can't be carried over"
    )


def test_a_section_of_its_own_is_refused(tmp_path: Path) -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    assert refused(tmp_path, section + WORD.draw("a")) == (
        "paragraph 1 of part.docx holds a section of its own, which can't be carried over"
    )


def test_a_part_of_another_kind_is_refused(tmp_path: Path) -> None:
    def edit(parts: dict[str, bytes]) -> None:
        parts["word/embeddings/a.bin"] = b""
        relate(parts, "rId60", "oleObject", "embeddings/a.bin")

    body = f'<w:p><w:r><o:x xmlns:o="urn:o" xmlns:r="{R}" r:id="rId60"/></w:r></w:p>'
    assert refused(tmp_path, body, edit) == (
        "part.docx leads to a part of the kind oleObject, which can't be carried over"
    )


def test_controls_lose_their_numbers(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="5"/><w:tag w:val="성명"/></w:sdtPr><w:sdtContent>'
        f"{WORD.draw('b')}</w:sdtContent></w:sdt>"
    )
    write_document(tmp_path, WORD, "part", control)
    parts = fill_main(tmp_path, WORD, WORD.draw(f"{call(WORD)}\n{call(WORD)}"))
    assert b'<w:id w:val="5"/>' not in parts[WORD.part]
