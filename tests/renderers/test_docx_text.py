"""What a finished DOCX says, without its look."""

from __future__ import annotations

import pytest

from reportgen.formats import Format
from reportgen.renderers.docx import render_docx
from reportgen.renderers.docx_text import Passage, TableText, read_docx
from reportgen.state import State
from reportgen.templating.packages.package import write_package
from tests.renderers.documents import METADATA, compile_project_template

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Big"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bigger"><w:basedOn w:val="Big"/></w:style>
<w:style w:type="paragraph" w:styleId="Small"><w:name w:val="heading 2"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhalt"><w:name w:val="toc 1"/></w:style>
</w:styles>"""


def _paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _row(*cells: str, header: bool = False) -> str:
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _cell(*texts: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(_paragraph, texts))}</w:tc>"


def _document(body: str, parts: dict[str, str] | None = None) -> bytes:
    document = f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
    written = {"word/styles.xml": STYLES, "word/document.xml": document, **(parts or {})}
    return write_package({name: text.encode() for name, text in written.items()})


def _read(body: str) -> list[tuple[str, ...]]:
    """Headings and text of every paragraph."""
    blocks = read_docx(_document(body))
    return [(*block.path, block.text) for block in blocks if isinstance(block, Passage)]


def test_a_paragraph_stands_below_its_headings() -> None:
    body = (
        _paragraph("가", "Big")
        + _paragraph("나", "Small")
        + _paragraph("글")
        + _paragraph("다", "Bigger")
        + _paragraph("끝")
    )
    assert _read(body) == [("가",), ("가", "나"), ("가", "나", "글"), ("다",), ("다", "끝")]


def test_an_outline_level_of_the_paragraph_itself_makes_a_heading() -> None:
    heading = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>가</w:t></w:r></w:p>'
    assert _read(heading + _paragraph("글")) == [("가",), ("가", "글")]


def test_white_space_is_one_blank_and_empty_paragraphs_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>ㅇ</w:t><w:tab/><w:t>예산</w:t><w:br/><w:t>현액\u00a0 계</w:t></w:r></w:p>"
        "<w:p/>"
    )
    assert _read(body) == [("ㅇ 예산 현액 계",)]


def test_the_table_of_contents_is_left_out() -> None:
    assert _read(_paragraph("Ⅰ. 일반현황", "Inhalt") + _paragraph("글")) == [("글",)]


def test_a_text_box_is_read_once() -> None:
    choice = f"<mc:Choice>{_paragraph('상자')}</mc:Choice>"
    fallback = f"<mc:Fallback>{_paragraph('상자')}</mc:Fallback>"
    body = f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    assert _read(body) == [("상자",)]


def test_headers_and_footers_are_read_last_and_each_text_once() -> None:
    part = f"<w:hdr {W}>{_paragraph('누리재단')}</w:hdr>"
    parts = {"word/header1.xml": part, "word/header2.xml": part}
    blocks = read_docx(_document(_paragraph("글"), parts))
    assert blocks == (Passage((), "글"), Passage((), "누리재단"))


def test_a_table_knows_its_caption_its_columns_and_its_rows() -> None:
    table = (
        f"<w:tbl>{_row(_cell('구  분'), _cell('2026', '예산현액'), header=True)}"
        f"{_row(_cell('계'), _cell('100'))}</w:tbl>"
    )
    body = (
        _paragraph("가", "Big")
        + _paragraph("ㅇ 세입 총괄 (’26. 6. 30. 기준, 단위: 천원, %)")
        + table
    )
    (block,) = (one for one in read_docx(_document(body)) if isinstance(one, TableText))
    assert (block.path, block.caption) == (("가",), "ㅇ 세입 총괄")
    assert block.columns == ("구 분", "2026 예산현액")
    assert [(row.cells, row.label) for row in block.rows] == [(("계", "100"), ("계",))]


def test_a_unit_line_alone_is_no_caption() -> None:
    table = f"<w:tbl>{_row(_cell('구분'), header=True)}{_row(_cell('계'))}</w:tbl>"
    body = _paragraph("세입예산") + _paragraph("(’26. 6. 30. 기준, 단위: 천원)") + table
    (block,) = (one for one in read_docx(_document(body)) if isinstance(one, TableText))
    assert block.caption == "세입예산"


def test_a_table_without_a_header_is_read_as_text() -> None:
    table = f"<w:tbl>{_row(_cell('푸른사업본부', '정원팀'), _cell('하천팀'))}</w:tbl>"
    assert _read(table) == [("푸른사업본부",), ("정원팀",), ("하천팀",)]


def test_a_content_control_is_read_through() -> None:
    assert _read(f"<w:sdt><w:sdtContent>{_paragraph('글')}</w:sdtContent></w:sdt>") == [("글",)]


@pytest.fixture(scope="module")
def blocks(state: State) -> tuple[Passage | TableText, ...]:
    template = compile_project_template(Format.DOCX, state.context.formatter)
    return read_docx(render_docx(template, state.report, METADATA)[0])


def test_the_report_is_read_below_its_chapters(blocks: tuple[Passage | TableText, ...]) -> None:
    (note,) = (block for block in blocks if isinstance(block, Passage) and "장소는" in block.text)
    assert note.path == (
        "Ⅲ 주요 추진 업무",
        "1. 푸른 도시 만들기",
        "1-1. 마을정원 가꾸기",
        "□ 사업개요",
    )


def test_the_tables_of_the_report_are_read(blocks: tuple[Passage | TableText, ...]) -> None:
    (table,) = (
        block for block in blocks if isinstance(block, TableText) and "세부사업명" in block.columns
    )
    (row,) = (row for row in table.rows if row.label[-1] == "마을정원 가꾸기")
    assert row.label == ("푸른 도시 만들기", "마을정원 조성", "마을정원 가꾸기")
    assert row.cells == ("", "", "마을정원 가꾸기", "200,000", "")
