"""DOCX: the sample and the project's own report, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from lxml import etree

from reportgen.formats import Format
from reportgen.renderers.docx import render_docx
from reportgen.state import State, load_state
from reportgen.templating.formats.wordprocessing import W
from tests.extraction import fold
from tests.renderers.documents import METADATA, compile_project_template
from tests.sample import PROJECT, make_state
from tests.templating.small_packages import WORD, compile_parts, read_parts

CORE = "docProps/core.xml"
NAMES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def render_small(core: str | None) -> Mapping[str, bytes]:
    """The parts of a one-line document with these core properties."""
    parts = WORD.parts(WORD.draw("{{ a }}"))
    if core is not None:
        parts[CORE] = f"<cp:coreProperties {NAMES}>{core}</cp:coreProperties>".encode()
    data, _printed = render_docx(compile_parts(WORD, parts), {"a": "x"}, METADATA)
    return read_parts(data)


def properties(core: bytes) -> dict[str, str]:
    """The core properties by local name."""
    root = etree.fromstring(core)
    return {etree.QName(element).localname: element.text or "" for element in root}


OURS = {
    "language": "ko-KR",
    "title": METADATA.title,
    "creator": METADATA.author,
    "lastModifiedBy": METADATA.author,
    "created": "2026-06-30T00:00:00Z",
    "modified": "2026-06-30T00:00:00Z",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> State:
    return make_state(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def rendered(sample: State) -> bytes:
    template = compile_project_template(Format.DOCX, sample.context.formatter)
    return render_docx(template, sample.report, METADATA)[0]


def test_the_properties_of_the_template_are_replaced() -> None:
    typed = (
        "<dc:title>old</dc:title><dc:creator>someone</dc:creator><dc:language>ko-KR</dc:language>"
        "<cp:lastModifiedBy>someone</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">1999-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">1999-01-01T00:00:00Z</dcterms:modified>'
    )
    assert properties(render_small(typed)[CORE]) == OURS


def test_properties_that_the_template_lacks_are_added() -> None:
    core = render_small("")[CORE]
    assert properties(core) == OURS
    assert core.count(b'xsi:type="dcterms:W3CDTF"') == 2


def test_a_template_without_properties_gets_none() -> None:
    assert list(render_small(None)) == [WORD.part]


def test_word_processors_are_told_title_author_and_dates(rendered: bytes) -> None:
    core = docx.Document(BytesIO(rendered)).core_properties
    assert (core.title, core.author, core.last_modified_by) == (
        METADATA.title,
        METADATA.author,
        METADATA.author,
    )
    assert core.created == core.modified == datetime(2026, 6, 30, tzinfo=UTC)


def test_the_sample_is_printed_whole(rendered: bytes) -> None:
    document = docx.Document(BytesIO(rendered))
    texts = fold(WORD.outline(read_parts(rendered)[WORD.part]))
    assert fold("시민이 <걷고 & 쉬는> 도시를 만든다") in texts
    assert fold("(사업예산) 200,000천원") in texts
    assert fold("ㅇ 정원 잔치") in texts
    assert "{" not in texts
    assert len(document.tables) > 10


def test_merged_cells_of_the_content_are_merged(rendered: bytes) -> None:
    outline = fold(WORD.outline(read_parts(rendered)[WORD.part]))
    assert "|1|동네(2건)@2x1|솔숲어린이공원꽃밭|6월@2x1||2|^|느티나무쉼터¶(긴의자)|^|" in outline
    assert "|비고@2x1|모종은봄에,도구는가을에@1x2||^|단가|미정|" in outline.replace(
        "에¶도", "에,도"
    )


def test_every_bookmark_is_named_once(rendered: bytes) -> None:
    root = etree.fromstring(read_parts(rendered)[WORD.part])
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert names
    assert len(names) == len(set(names))


def test_links_of_the_contents_have_a_bookmark_to_go_to(rendered: bytes) -> None:
    root = etree.fromstring(read_parts(rendered)[WORD.part])
    names = {mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")}
    codes = "".join(code.text or "" for code in root.iter(f"{W}instrText")).split("PAGEREF")[1:]
    linked = {code.split()[0] for code in codes}
    assert linked
    assert linked <= names


def test_the_same_report_gives_the_same_bytes(sample: State, rendered: bytes) -> None:
    template = compile_project_template(Format.DOCX, sample.context.formatter)
    assert render_docx(template, sample.report, METADATA)[0] == rendered


def test_every_text_with_a_figure_is_noted(sample: State) -> None:
    template = compile_project_template(Format.DOCX, sample.context.formatter)
    _data, printed = render_docx(template, sample.report, METADATA)
    assert all(text.figures for text in printed)
    assert sum(figure.name == "appropriation.garden" for text in printed for figure in text.figures)


def test_the_projects_own_report_is_a_valid_document() -> None:
    state = load_state(PROJECT)
    template = compile_project_template(Format.DOCX, state.context.formatter)
    data, _printed = render_docx(template, state.report, METADATA)
    assert "서울AI재단" in WORD.outline(read_parts(data)[WORD.part])
    assert docx.Document(BytesIO(data)).tables
