"""The page of a comparison, read with an HTML parser."""

from __future__ import annotations

import pytest
from lxml import html

from reportgen.comparison import Comparison
from reportgen.comparison.page import write_page


def _read(comparison: Comparison) -> html.HtmlElement:
    return html.document_fromstring(write_page(comparison).decode())


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def page(amended: Comparison) -> html.HtmlElement:
    return _read(amended)


def test_the_page_says_what_was_compared(page: html.HtmlElement) -> None:
    assert page.findtext(".//title") == "비교: 2026 본예산 → 2026 제1회 추경"
    assert [_words(part) for part in page.iterfind(".//header/dl/dd")] == [
        "2026 본예산 (’26. 4. 30. 기준)",
        "2026 제1회 추경 (’26. 6. 30. 기준)",
    ]


def test_the_page_is_korean_and_complete_in_itself(page: html.HtmlElement) -> None:
    assert page.get("lang") == "ko"
    assert page.findall(".//script") == []
    assert page.findall(".//link") == []
    assert [link for link in page.xpath("//@href | //@src") if not link.startswith("#")] == []


def test_every_section_is_named_by_its_heading(page: html.HtmlElement) -> None:
    sections = page.findall(".//main/section")
    headings = {heading.get("id"): heading.text for heading in page.iterfind(".//h2")}
    assert [headings[part.get("aria-labelledby")] for part in sections] == [
        "수치",
        "원인",
        "본문",
        "표",
    ]


def test_no_link_leads_nowhere(page: html.HtmlElement) -> None:
    names = set(page.xpath("//@id"))
    assert {link.removeprefix("#") for link in page.xpath("//@href")} <= names


def test_a_figure_stands_in_a_row_with_both_values_and_its_cause(
    page: html.HtmlElement,
) -> None:
    (row,) = (
        row
        for row in page.iterfind(".//tbody/tr")
        if any(name.text == "appropriation.garden" for name in row.iter("div"))
    )
    kind, label, unit, *values, causes, _places = (_words(cell) for cell in row)
    assert (kind, unit, values) == ("변경", "천원", ["150,000", "200,000", "50,000"])
    assert label == "예산현액 · 마을정원 가꾸기appropriation.garden"
    entry = page.get_element_by_id(f"fact-{causes}").getparent()
    assert _words(entry).removeprefix(causes) == (
        "이후에만2026-05-012026 제1회 추경추경마을정원 가꾸기50,000제1회 추경"
        "출연금 증액, 정원content/budget/ledger.csv:25"
    )


def test_a_place_shows_what_was_and_what_is_printed(page: html.HtmlElement) -> None:
    places = [_words(item) for item in page.iterfind(".//td[@class='places']/ul/li")]
    assert (
        "Ⅰ. 일반현황 › 2026년 사업 및 예산 › 마을정원 가꾸기 › 예산액: "
        "삭제: 150,000추가: 200,000 [council-report.docx]" in places
    )


def test_figures_that_nothing_prints_are_folded(page: html.HtmlElement) -> None:
    (summary,) = page.iterfind(".//details/summary")
    assert _words(summary).startswith("인쇄되지 않는 수치 ")


def test_a_changed_text_marks_what_was_deleted_and_inserted(page: html.HtmlElement) -> None:
    (item,) = (item for item in page.iterfind(".//ol/li") if "(사업예산)" in item.text_content())
    assert _words(item) == "변경ㅇ (사업예산) 삭제: 150,000추가: 200,000천원"
    assert [mark.tag for mark in item.iter("ins", "del")] == ["del", "ins"]


def test_a_document_of_one_state_alone_is_named(page: html.HtmlElement) -> None:
    texts = [_words(part) for part in page.iterfind(".//section/p")]
    assert len(texts) == 1
    assert texts[0].startswith("이후에만 있는 문서: 추가경정예산안 (문단 ")


def test_a_changed_row_shows_all_its_cells(page: html.HtmlElement) -> None:
    rows = [[_words(cell) for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert [
        "변경",
        "푸른 도시 만들기",
        "마을정원 조성",
        "마을정원 가꾸기",
        "삭제: 150,000추가: 200,000",
        "",
    ] in rows


def test_every_column_has_a_header_and_every_table_a_caption(page: html.HtmlElement) -> None:
    tables = page.findall(".//table")
    assert tables
    assert all(table.findtext("caption") for table in tables)
    assert {head.get("scope") for head in page.iterfind(".//thead//th")} == {"col"}


def test_signs_of_markup_stay_text(signs: Comparison) -> None:
    page = _read(signs)
    assert page.findall(".//script") == []
    text = '<script>alert(1)</script> & {{ "인용"'
    assert sum(text in _words(mark) for mark in page.iter("ins")) == 2


def test_where_nothing_changed_the_page_says_so(unchanged: Comparison) -> None:
    page = _read(unchanged)
    assert _words(page.find(".//main")) == "바뀐 것이 없습니다."
    assert page.findall(".//nav//a") == []


def test_the_same_comparison_gives_the_same_bytes(amended: Comparison) -> None:
    assert write_page(amended) == write_page(amended)
