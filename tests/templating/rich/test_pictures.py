"""Pictures from the folder of the content, in both formats."""

from __future__ import annotations

import os
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import olefile
import pytest
from docx.shared import Mm
from hwp_hwpx_parser import Reader
from hwpx.document import HwpxDocument
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.renderers.hwp import render_hwp
from reportgen.templating.formats.owpml import HP
from tests.templating.drawn_pictures import draw_jpeg, draw_png
from tests.templating.small_packages import HANGUL, WORD, Kit, both, read_parts
from tests.templating.whole_packages import finish, write_whole

LOGO = draw_png(200, 100, 10_000)  # 20 mm by 10 mm
HC = "{http://www.hancom.co.kr/hwpml/2011/core}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "images"
    folder.mkdir(parents=True)
    (folder / "logo.png").write_bytes(LOGO)
    (folder / "same.png").write_bytes(LOGO)
    (folder / "photo.JPG").write_bytes(draw_jpeg(6000, 3000, (1, 300)))
    return folder.parent


def build(kit: Kit, content: Path, text: str, /, **context: Any) -> bytes:
    template = write_whole(kit, content.parent, kit.draw(text), content=content)
    return finish(kit, template, **context)


def sizes(kit: Kit, document: bytes) -> list[tuple[int, int]]:
    """Width and height of every picture, in whole millimetres."""
    root = etree.fromstring(read_parts(document)[kit.part])
    if kit is WORD:
        found = [(one.get("cx"), one.get("cy")) for one in root.iter(f"{WP}extent")]
    else:
        found = [
            (one.get("width"), one.get("height")) for one in root.iterfind(f".//{HP}pic/{HP}sz")
        ]
    unit = 36_000 if kit is WORD else 72_000 / 254
    return [(round(int(wide or 0) / unit), round(int(high or 0) / unit)) for wide, high in found]


@both
@pytest.mark.parametrize(
    ("typed", "size"),
    [
        ("'images/logo.png'", (20, 10)),
        ("'images/logo.png', width=40", (40, 20)),
        ("'images/logo.png', height=40", (80, 40)),
        ("'images/logo.png', width=30, height=30", (30, 30)),
        ("'images/logo.png', width=12.5", (12, 6)),
        ("name, width=40", (40, 20)),
        ("'images/photo.JPG'", (170, 85)),
        ("'images/photo.JPG', width=180", (180, 90)),
    ],
)
def test_a_picture_has_its_size(kit: Kit, typed: str, size: tuple[int, int], content: Path) -> None:
    text = f"a{{{{ picture({typed}, alt='b') }}}}c"
    assert sizes(kit, build(kit, content, text, name="images/logo.png")) == [size]


@both
def test_a_picture_is_no_wider_than_its_cell(kit: Kit, content: Path) -> None:
    cell = "|{{ picture('images/photo.JPG', alt='b') }}|b|"
    body = kit.draw(cell).replace('w:w="1"', 'w:w="4500"')
    if kit is HANGUL:
        body = body.replace('cellSz width="4500"', 'cellSz width="22500"')
    template = write_whole(kit, content.parent, body, content=content)
    ((width, _height),) = sizes(kit, finish(kit, template))
    assert width == 76


@both
def test_the_same_picture_is_one_part(kit: Kit, content: Path) -> None:
    text = "{% for i in range(3) %}{{ picture('images/' ~ name, alt='') }}{% endfor %}"
    text += "{{ picture('images/same.png', alt='') }}{{ picture('images/photo.JPG', alt='') }}"
    document = build(kit, content, text, name="logo.png")
    folder = "word/media/" if kit is WORD else "BinData/"
    parts = {name: data for name, data in read_parts(document).items() if name.startswith(folder)}
    stem = "picture" if kit is WORD else "image"
    assert sorted(parts) == [f"{folder}{stem}1.png", f"{folder}{stem}2.jpg"]
    assert LOGO in parts.values()
    assert len(sizes(kit, document)) == 5


def test_python_docx_reads_the_picture(content: Path) -> None:
    text = "{{ picture('images/logo.png', alt='로고 <\"&>') }}"
    text += "{{ picture('images/photo.JPG', alt='') }}"
    opened = docx.Document(BytesIO(build(WORD, content, text)))
    first, second = opened.inline_shapes
    assert first.width == Mm(20)
    assert first._inline.docPr.get("descr") == '로고 <"&>'
    blip = first._inline.graphic.graphicData.pic.blipFill.blip.embed
    assert opened.part.related_parts[blip].blob == LOGO
    assert opened.part.related_parts[blip].content_type == "image/png"
    ids = [shape._inline.docPr.get("id") for shape in (first, second)]
    assert len(set(ids)) == 2


def test_a_header_has_relationships_of_its_own(content: Path) -> None:
    template = write_whole(
        WORD, content.parent, WORD.draw("{{ picture('images/logo.png', alt='') }}")
    )
    parts = dict(template._parts)
    header = parts["word/header1.xml"].decode()
    tag = "{{ picture('images/logo.png', width=5, alt='') }}"
    parts["word/header1.xml"] = header.replace("{{ report.organization }}", tag).encode()
    path = content.parent / "header.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    filled = finish(WORD, type(template)(path, WORD.dialect(), {}, content=content))
    opened = docx.Document(BytesIO(filled))
    related = opened.sections[0].header.part.rels
    (relation,) = [one for one in related.values() if one.reltype.endswith("/image")]
    assert relation.target_part.blob == LOGO
    assert len([name for name in read_parts(filled) if name.startswith("word/media/")]) == 1


def test_python_hwpx_reads_the_picture(content: Path) -> None:
    text = "a{{ picture('images/logo.png', alt='로고 <\"&>') }}b"
    document = build(HANGUL, content, text)
    opened = HwpxDocument.open(BytesIO(document))
    assert [paragraph.text for paragraph in opened.paragraphs][-1] == "ab"
    root = etree.fromstring(read_parts(document)[HANGUL.part])
    (picture,) = root.iter(f"{HP}pic")
    assert picture.findtext(f"{HP}shapeComment") == '로고 <"&>'
    item = picture.find(f"{HC}img").get("binaryItemIDRef")
    manifest = read_parts(document)["Contents/content.hpf"].decode()
    assert f'<opf:item id="{item}" href="BinData/{item}.png" media-type="image/png"' in manifest
    assert read_parts(document)[f"BinData/{item}.png"] == LOGO


def test_the_hwp_holds_the_picture(content: Path) -> None:
    hwp = render_hwp(build(HANGUL, content, "a{{ picture('images/logo.png', alt='로고') }}b"))
    with olefile.OleFileIO(BytesIO(hwp)) as file:
        assert file.exists("BinData/BIN0001.png")
    path = content.parent / "a.hwp"
    path.write_bytes(hwp)
    with Reader(path) as reader:
        (image,) = reader.get_images()
    assert image.data == LOGO


@both
def test_names_that_macos_took_apart_are_found(kit: Kit, content: Path) -> None:
    apart = unicodedata.normalize("NFD", "로고.png")
    (content / "images" / apart).write_bytes(LOGO)
    document = build(kit, content, "{{ picture('images/로고.png', alt='') }}")
    assert sizes(kit, document) == [(20, 10)]


@both
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("'images/none.png', alt=''", "there is no picture content/images/none.png"),
        ("'images', alt=''", "pictures stand in content/images"),
        ("'logo.png', alt=''", "pictures stand in content/images"),
        ("'/images/logo.png', alt=''", "pictures stand in content/images"),
        ("'images/../images/logo.png', alt=''", "pictures stand in content/images"),
        ("'images\\\\logo.png', alt=''", "pictures stand in content/images"),
        ("'c:/images/logo.png', alt=''", "pictures stand in content/images"),
        ("'images/sub', alt=''", "this is a folder, where a file is expected"),
        ("'images/text.png', alt=''", "content/images/text.png: it is no PNG or JPEG picture"),
        ("'images/cut.png', alt=''", "content/images/cut.png: the picture is damaged"),
        ("'images/long.png', alt=''", "content/images/long.png: the file is larger than 16 MB"),
        ("'images/out.png', alt=''", "is a link that leads out of the folder"),
        ("'images/logo.png'", "say what the picture shows: alt='…'"),
        ("'images/logo.png', alt=none", "say what the picture shows"),
        ("'images/logo.png', width=0, alt=''", "width is in millimetres, at most 1000"),
        ("'images/logo.png', height=1001, alt=''", "height is in millimetres"),
        ("'images/logo.png', height=600, alt=''", "width is in millimetres"),
        ("'images/logo.png', width='40', alt=''", "width is in millimetres"),
        ("3, alt=''", "a picture is named by its path"),
        ("'images/logo.png', alt='\\x01'", "the character U+0001"),
    ],
)
def test_what_can_not_be_is_refused_with_its_place(
    kit: Kit, typed: str, problem: str, content: Path
) -> None:
    images = content / "images"
    (images / "sub").mkdir()
    (images / "text.png").write_text("no picture")
    (images / "cut.png").write_bytes(LOGO[:-5])
    with (images / "long.png").open("wb") as stream:
        stream.truncate((1 << 24) + 1)
    (content.parent / "secret.png").write_bytes(LOGO)
    os.symlink(content.parent / "secret.png", images / "out.png")
    with pytest.raises(DataError) as error:
        build(kit, content, f"{{{{ picture({typed}) }}}}")
    (diagnostic,) = error.value.diagnostics
    assert problem in str(diagnostic)
    assert "paragraph" in str(diagnostic)


@both
def test_a_template_without_content_has_no_pictures(kit: Kit, content: Path) -> None:
    template = write_whole(kit, content.parent, kit.draw("{{ picture('images/a.png', alt='') }}"))
    with pytest.raises(DataError, match="there is no content folder"):
        finish(kit, template)


@both
def test_the_same_input_gives_the_same_bytes(kit: Kit, content: Path) -> None:
    text = "{{ picture('images/logo.png', alt='') }}{{ picture('images/photo.JPG', alt='') }}"
    assert build(kit, content, text) == build(kit, content, text)
