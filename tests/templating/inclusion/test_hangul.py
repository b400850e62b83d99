"""What comes along with a HWPX that is put into another."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hwp_hwpx_parser import Reader
from hwpx import HwpxDocument
from lxml import etree

from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.owpml import HP
from tests.extraction import load_rhwp
from tests.templating.inclusion.documents import (
    Edit,
    call,
    fill_main,
    problems,
    read_body,
    write_document,
)
from tests.templating.offices import REPORT
from tests.templating.small_packages import HANGUL
from tests.templating.test_readers import METADATA

HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
HEADER, MANIFEST = "Contents/header.xml", "Contents/content.hpf"
PIXEL = b"\x89PNG\r\n\x1a\npicture"


def change(old: str, new: str, part: str = HEADER) -> Edit:
    """Replaces a text in a part, which has to have it."""

    def edit(parts: dict[str, bytes]) -> None:
        text = parts[part].decode()
        changed = re.sub(old, new, text, count=1)
        assert changed != text
        parts[part] = changed.encode()

    return edit


def find_looks(parts: dict[str, bytes], text: str) -> tuple[etree._Element, etree._Element]:
    """The paragraph with a text, and the look of its characters."""
    section, header = (etree.fromstring(parts[name]) for name in (HANGUL.part, HEADER))
    paragraphs = section.iter(f"{HP}p")
    (found,) = [each for each in paragraphs if "".join(map(str, each.itertext())) == text]
    number = found[0].get("charPrIDRef")
    (look,) = [each for each in header.iter(f"{HH}charPr") if each.get("id") == number]
    return found, look


def draw(text: str, characters: str = "5") -> str:
    return HANGUL.draw(text).replace('charPrIDRef="0"', f'charPrIDRef="{characters}"')


MAIN = HANGUL.draw(call(HANGUL))


def test_a_look_that_this_document_has_is_used(tmp_path: Path) -> None:
    write_document(tmp_path, HANGUL, "part", draw("b"))
    parts = fill_main(tmp_path, HANGUL, MAIN)
    assert find_looks(parts, "b")[1].get("id") == "5"


def test_a_look_is_found_under_another_number(tmp_path: Path) -> None:
    other = change(r'<hh:charPr id="5"', '<hh:charPr id="905"')
    write_document(tmp_path, HANGUL, "part", draw("b", "905"), other)
    parts = fill_main(tmp_path, HANGUL, MAIN)
    assert find_looks(parts, "b")[1].get("id") == "5"


def test_a_look_that_is_new_here_is_added_once(tmp_path: Path) -> None:
    other = change(r'<hh:charPr id="5" height="\d+"', '<hh:charPr id="5" height="7777"')
    write_document(tmp_path, HANGUL, "part", draw("b") + draw("c"), other)
    parts = fill_main(tmp_path, HANGUL, MAIN)
    first, second = find_looks(parts, "b")[1], find_looks(parts, "c")[1]
    assert first.get("height") == second.get("height") == "7777"
    assert first.get("id") == second.get("id")
    header = etree.fromstring(parts[HEADER])
    (looks,) = header.iter(f"{HH}charProperties")
    assert looks.get("itemCnt") == str(len(looks))
    ids = [look.get("id") for look in looks]
    assert len(set(ids)) == len(ids)


def test_a_font_that_is_new_here_is_added(tmp_path: Path) -> None:
    other = change(r'(<hh:fontface lang="HANGUL".*?face=")[^"]+"', r'\1새글꼴"')
    write_document(tmp_path, HANGUL, "part", draw("b", "0"), other)
    parts = fill_main(tmp_path, HANGUL, MAIN)
    header = etree.fromstring(parts[HEADER])
    (fonts,) = [each for each in header.iter(f"{HH}fontface") if each.get("lang") == "HANGUL"]
    assert fonts.get("fontCnt") == str(len(fonts))
    reference = find_looks(parts, "b")[1].find(f"{HH}fontRef")
    assert reference is not None
    faces = {font.get("id"): font.get("face") for font in fonts}
    assert faces[reference.get("hangul")] == "새글꼴"


def test_styles_are_found_by_their_names(tmp_path: Path) -> None:
    def swap(parts: dict[str, bytes]) -> None:
        text = parts[HEADER].decode()
        name = re.search(r'<hh:style id="1" type="PARA" name="([^"]+)"', text)
        assert name is not None
        text = text.replace('<hh:style id="1" ', '<hh:style id="801" ')
        parts[HEADER] = text.encode()

    body = HANGUL.draw("b").replace('styleIDRef="0"', 'styleIDRef="801"')
    write_document(tmp_path, HANGUL, "part", body, swap)
    paragraph, _look = find_looks(fill_main(tmp_path, HANGUL, MAIN), "b")
    assert paragraph.get("styleIDRef") == "1"


def test_a_style_that_is_missing_here_is_reported(tmp_path: Path) -> None:
    other = change(r'(<hh:style id="1" type="PARA" name=")[^"]+"', r'\1보고 상자"')
    body = HANGUL.draw("b").replace('styleIDRef="0"', 'styleIDRef="1"')
    write_document(tmp_path, HANGUL, "part", body, other)
    (message,) = problems(tmp_path, HANGUL, MAIN)
    assert message.endswith("the style «보고 상자» of part.hwpx is missing here")


def test_the_page_set_up_of_the_document_stays_behind(tmp_path: Path) -> None:
    write_document(tmp_path, HANGUL, "part", HANGUL.draw("b"))
    parts = fill_main(tmp_path, HANGUL, HANGUL.draw(f"a\n{call(HANGUL)}\nz"))
    section = etree.fromstring(parts[HANGUL.part])
    assert len(list(section.iter(f"{HP}secPr"))) == 1
    assert read_body(HANGUL, parts) == "a\nb\nz"


PICTURE = HANGUL.paragraph(["X"]).replace(
    "<hp:t>X</hp:t>", '<hp:pic id="1"><hc:img binaryItemIDRef="image1"/></hp:pic>'
)


def add_picture(data: bytes) -> Edit:
    def edit(parts: dict[str, bytes]) -> None:
        parts["BinData/image1.png"] = data
        item = (
            '<opf:item id="image1" href="BinData/image1.png" media-type="image/png"'
            ' isEmbeded="1"/></opf:manifest>'
        )
        manifest = parts[MANIFEST].decode()
        parts[MANIFEST] = manifest.replace("</opf:manifest>", item).encode()

    return edit


def test_pictures_come_along_under_new_ids(tmp_path: Path) -> None:
    write_document(tmp_path, HANGUL, "part", PICTURE, add_picture(PIXEL))
    path = write_document(tmp_path, HANGUL, "main", MAIN + PICTURE, add_picture(b"another picture"))
    parts = OfficeTemplate(path, HANGUL.dialect(), {}).render({"report": REPORT}).parts
    section, manifest = (etree.fromstring(parts[name]) for name in (HANGUL.part, MANIFEST))
    targets = {each.get("id"): each.get("href") for each in manifest.iter() if each.get("href")}
    shown = [each.get("binaryItemIDRef") for each in section.iter() if each.get("binaryItemIDRef")]
    assert [parts[str(targets[found])] for found in shown] == [PIXEL, b"another picture"]


def test_a_footnote_is_refused_with_its_paragraph(tmp_path: Path) -> None:
    note = HANGUL.paragraph(["X"]).replace("<hp:t>X</hp:t>", "<hp:ctrl><hp:footNote/></hp:ctrl>")
    write_document(tmp_path, HANGUL, "part", note)
    (message,) = problems(tmp_path, HANGUL, MAIN)
    assert message.endswith("of part.hwpx holds footNote, which can't be carried over")


def test_more_than_one_section_is_refused(tmp_path: Path) -> None:
    def edit(parts: dict[str, bytes]) -> None:
        parts["Contents/section1.xml"] = parts[HANGUL.part]

    write_document(tmp_path, HANGUL, "part", HANGUL.draw("b"), edit)
    (message,) = problems(tmp_path, HANGUL, MAIN)
    assert message.endswith("part.hwpx has more than one section")


@pytest.mark.parametrize("ending", ["hwpx", "hwp"])
def test_two_readers_find_what_was_put_in(tmp_path: Path, ending: str) -> None:
    look = change(r'<hh:charPr id="5" height="\d+"', '<hh:charPr id="5" height="2200"')
    write_document(tmp_path, HANGUL, "part", draw("[one]\n|[two]|\n[three]"), look)
    path = write_document(tmp_path, HANGUL, "main", HANGUL.draw(f"a\n{call(HANGUL)}\nz"))
    template = OfficeTemplate(path, HANGUL.dialect(), {})
    data, _printed = render_hwpx(template, {"report": REPORT}, METADATA)
    finished = tmp_path / f"finished.{ending}"
    finished.write_bytes(data if ending == "hwpx" else render_hwp(data))
    body = json.loads(load_rhwp().parse(str(finished)).to_ir_json())["body"]
    texts = [block["text"].strip() for block in body if block["text"].strip()]
    assert texts == ["a", "[one]", "[two]", "[three]", "z"]
    with Reader(str(finished)) as reader:
        text = reader.extract_text()
    assert [word in text for word in ("[one]", "[two]", "[three]")] == [True] * 3


def test_python_hwpx_opens_what_was_put_together(tmp_path: Path) -> None:
    write_document(tmp_path, HANGUL, "part", draw("[one]"))
    path = write_document(tmp_path, HANGUL, "main", MAIN)
    template = OfficeTemplate(path, HANGUL.dialect(), {})
    finished = tmp_path / "finished.hwpx"
    finished.write_bytes(render_hwpx(template, {"report": REPORT}, METADATA)[0])
    with HwpxDocument.open(finished) as document:
        assert "[one]" in [paragraph.text for paragraph in document.paragraphs]
