"""HWPX: the sample and the project's own report, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hwp_hwpx_parser import Reader
from hwpx.tools.package_validator import validate_editor_open_safety
from lxml import etree

from reportgen.formats import Format
from reportgen.renderers.hwpx import render_hwpx
from reportgen.state import State, load_state
from reportgen.templating.formats.owpml import HP
from tests.extraction import fold
from tests.renderers.documents import METADATA, compile_project_template, write
from tests.sample import PROJECT, make_state
from tests.templating.small_packages import HANGUL, compile_parts, read_parts

MANIFEST = "Contents/content.hpf"
PREVIEW = "Preview/PrvText.txt"
IMAGE = "Preview/PrvImage.png"
OPF = "http://www.idpf.org/2007/opf/"
HEADER = b'<hh:head xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"/>'

OURS = {
    "title": METADATA.title,
    "creator": METADATA.author,
    "lastsaveby": METADATA.author,
    "CreatedDate": "2026-06-30T00:00:00Z",
    "ModifiedDate": "2026-06-30T00:00:00Z",
    "date": "2026-06-30",
}


def render_small(text: str, parts: Mapping[str, bytes] | None = None, **context: object) -> bytes:
    """A small package with these parts beside its section."""
    own = {"mimetype": b"application/hwp+zip", "Contents/header.xml": HEADER}
    template = compile_parts(HANGUL, {**own, **HANGUL.parts(HANGUL.draw(text)), **(parts or {})})
    return render_hwpx(template, context, METADATA)[0]


def manifest(content: str) -> bytes:
    return f'<opf:package xmlns:opf="{OPF}">{content}</opf:package>'.encode()


def describe(content: str) -> dict[str, str]:
    """The metadata of a package whose template says this."""
    root = etree.fromstring(read_parts(render_small("a", {MANIFEST: manifest(content)}))[MANIFEST])
    names = {"opf": OPF}
    metas = root.iterfind("opf:metadata/opf:meta", names)
    found = {element.get("name", ""): element.text or "" for element in metas}
    return {"title": root.findtext("opf:metadata/opf:title", "", names), **found}


def preview(text: str, **context: object) -> str:
    return read_parts(render_small(text, **context))[PREVIEW].decode()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> State:
    return make_state(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def rendered(sample: State) -> bytes:
    template = compile_project_template(Format.HWPX, sample.context.formatter)
    return render_hwpx(template, sample.report, METADATA)[0]


def test_the_metadata_of_the_template_is_replaced() -> None:
    typed = (
        "<opf:metadata><opf:title>old</opf:title><opf:language>ko</opf:language>"
        '<opf:meta name="creator" content="text">someone</opf:meta>'
        '<opf:meta name="lastsaveby" content="text">someone</opf:meta>'
        '<opf:meta name="CreatedDate" content="text">1999-01-01T00:00:00Z</opf:meta>'
        '<opf:meta name="ModifiedDate" content="text">1999-01-01T00:00:00Z</opf:meta>'
        '<opf:meta name="date" content="text">old</opf:meta>'
        '<opf:meta name="keyword" content="text">kept</opf:meta></opf:metadata>'
    )
    assert describe(typed) == {**OURS, "keyword": "kept"}


def test_metadata_that_the_template_lacks_is_added() -> None:
    assert describe("<opf:metadata/>") == OURS


def test_the_preview_picture_of_the_template_is_dropped() -> None:
    items = (
        f'<opf:manifest><opf:item id="image" href="{IMAGE}"/>'
        '<opf:item id="header" href="Contents/header.xml"/></opf:manifest>'
    )
    parts = read_parts(render_small("a", {IMAGE: b"\x89PNG", MANIFEST: manifest(items)}))
    assert IMAGE not in parts
    assert b"PrvImage" not in parts[MANIFEST]
    assert b'href="Contents/header.xml"' in parts[MANIFEST]


def test_the_preview_is_the_text_that_was_printed() -> None:
    text = "title\n|{%tr for a in b %}||\n|{{ a }}|x¶y|\n|{%tr endfor %}||\n\n{{ c }}"
    assert preview(text, b=["<1>", "2"], c="a\nb\tc & d") == (
        "title\r\n<1>\r\nx\r\ny\r\n2\r\nx\r\ny\r\na\r\nb\tc & d\r\n"
    )


def test_the_preview_is_short() -> None:
    text = preview("{%p for a in b %}\n{{ a }}\n{%p endfor %}", b=range(5000))
    assert len(text) == 2000
    assert text.startswith("0\r\n1\r\n2\r\n")


def test_the_preview_begins_with_the_first_section() -> None:
    more = {
        f"Contents/section{number}.xml": HANGUL.document(HANGUL.draw(f"section {number}"))
        for number in (10, 2)
    }
    text = read_parts(render_small("section 0", more))[PREVIEW].decode()
    assert text == "section 0\r\nsection 2\r\nsection 10\r\n"


def test_the_type_is_the_first_thing_in_the_file(rendered: bytes) -> None:
    assert rendered[30:57] == b"mimetypeapplication/hwp+zip"


def test_the_sample_is_printed_whole(rendered: bytes, tmp_path: Path) -> None:
    with Reader(str(write(tmp_path, "a.hwpx", rendered))) as reader:
        texts = fold(reader.text)
        tables = reader.get_tables()
    assert fold("시민이 <걷고 & 쉬는> 도시를 만든다") in texts
    assert fold("(사업예산) 200,000천원") in texts
    assert "{" not in texts
    assert len(tables) > 10


def test_merged_cells_of_the_content_are_merged(rendered: bytes) -> None:
    outline = fold(HANGUL.outline(read_parts(rendered)[HANGUL.part]))
    assert "|1|동네(2건)@2x1|솔숲어린이공원꽃밭|6월@2x1||2|^|느티나무쉼터¶(긴의자)|^|" in outline
    assert "|비고@2x1|모종은봄에,도구는가을에@1x2||^|단가|미정|" in outline.replace(
        "에¶도", "에,도"
    )


def test_every_bookmark_is_named_once(rendered: bytes) -> None:
    root = etree.fromstring(read_parts(rendered)[HANGUL.part])
    names = [mark.get("name") for mark in root.iter(f"{HP}bookmark")]
    assert names
    assert len(names) == len(set(names))


def test_the_same_report_gives_the_same_bytes(sample: State, rendered: bytes) -> None:
    template = compile_project_template(Format.HWPX, sample.context.formatter)
    assert render_hwpx(template, sample.report, METADATA)[0] == rendered


def test_hancom_office_would_open_the_sample(rendered: bytes) -> None:
    report = validate_editor_open_safety(rendered)
    assert report.ok, report.summary


def test_hancom_office_would_open_the_projects_own_report() -> None:
    state = load_state(PROJECT)
    template = compile_project_template(Format.HWPX, state.context.formatter)
    data, _printed = render_hwpx(template, state.report, METADATA)
    assert "서울AI재단" in HANGUL.outline(read_parts(data)[HANGUL.part])
    report = validate_editor_open_safety(data)
    assert report.ok, report.summary
    assert report.validate_package.errors == ()
