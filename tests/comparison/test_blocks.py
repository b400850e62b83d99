"""Paragraphs and tables of a document held against another one."""

from collections.abc import Sequence

from reportgen.comparison.blocks import compare_blocks
from reportgen.comparison.tables import TableChange
from reportgen.comparison.texts import TextChange
from reportgen.formats import Document
from reportgen.renderers.docx_tables import RowText
from reportgen.renderers.docx_text import Block, Passage, TableText

CHAPTER = ("Ⅰ 일반현황",)


def _read(text: str, path: tuple[str, ...] = CHAPTER) -> list[Block]:
    """A paragraph a line; ``#`` begins a heading."""
    return [
        Passage(path, line.removeprefix("# "), int(line.startswith("#")))
        for line in text.strip().splitlines()
    ]


def _table(*rows: tuple[str, ...]) -> TableText:
    texts = tuple(RowText(cells, cells, cells[:1]) for cells in rows)
    return TableText(CHAPTER, "표", ("구분", "금액"), texts)


def _compare(old: Sequence[Block], new: Sequence[Block]) -> list[TextChange | TableChange]:
    return list(compare_blocks(Document.REPORT, old, new))


def _tell(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (change.kind.value, change.old.text if change.old else "", change.new.text)
        if change.new
        else (change.kind.value, change.old.text if change.old else "", "")
        for change in _compare(_read(old), _read(new))
        if isinstance(change, TextChange)
    ]


def test_the_same_document_has_no_change() -> None:
    blocks = [*_read("정원을 가꿈\n하천을 돌봄"), _table(("계", "1"))]
    assert _compare(blocks, blocks) == []


def test_added_and_removed_paragraphs_are_told() -> None:
    assert _tell("가로수를 심음\n하천을 돌봄", "하천을 돌봄\n책 버스를 운영") == [
        ("removed", "가로수를 심음", ""),
        ("added", "", "책 버스를 운영"),
    ]


def test_a_changed_paragraph_is_told_word_by_word() -> None:
    old, new = "정원 3곳을 봄에 가꿈", "정원 5곳을 봄에 가꿈"
    (change,) = _compare(_read(old), _read(new))
    assert isinstance(change, TextChange)
    assert [(word.old, word.new) for word in change.words] == [
        ("정원 ", "정원 "),
        ("3", "5"),
        ("곳을 봄에 가꿈", "곳을 봄에 가꿈"),
    ]


def test_a_moved_paragraph_is_told_with_both_headings() -> None:
    moved = "시민 정원사가 돌봄"
    rest = _read("터를 고름\n꽃을 심음\n물을 줌\n잔치를 엶")
    before, after = Passage(("사업개요",), moved), Passage(("추진현황",), moved)
    (change,) = _compare([before, *rest], [*rest, after])
    assert isinstance(change, TextChange)
    assert (change.kind.value, change.old, change.new) == ("moved", before, after)


def test_a_heading_is_no_counterpart_of_text() -> None:
    assert _tell("# 추진현황", "추진현황") == [
        ("removed", "추진현황", ""),
        ("added", "", "추진현황"),
    ]


def test_a_paragraph_under_a_renamed_heading_is_the_same() -> None:
    old, new = _read("정원을 가꿈", ("1-2. 정원",)), _read("정원을 가꿈", ("1-1. 정원",))
    assert _compare(old, new) == []


def test_a_table_is_found_again_though_all_its_numbers_changed() -> None:
    (change,) = _compare(
        [_table(("계", "100"), ("정원", "70"))], [_table(("계", "200"), ("정원", "90"))]
    )
    assert isinstance(change, TableChange)
    assert [row.label for row in change.rows] == [("계",), ("정원",)]


def test_an_added_table_is_told_as_a_whole() -> None:
    (change,) = _compare([], [_table(("계", "100"))])
    assert isinstance(change, TableChange)
    assert (change.kind.value, change.rows) == ("added", ())


def test_a_moved_table_is_told() -> None:
    table = _table(("계", "100"))
    rest = _read("터를 고름\n꽃을 심음\n물을 줌\n잔치를 엶\n사진을 찍음\n글을 씀")
    (change,) = _compare([table, *rest], [*rest, table])
    assert isinstance(change, TableChange)
    assert (change.kind.value, change.rows) == ("moved", ())
