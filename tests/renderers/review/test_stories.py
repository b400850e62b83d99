"""Paragraphs, tables and cells with their changes shown in colour."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from reportgen.renderers.review import review_hwpx
from tests.renderers.review.small import BLUE, RED, compare_texts, package, read_texts, show
from tests.templating.small_packages import HANGUL, quick, read_parts

CASES = {
    "nothing": ("가\n|나|다|\n라", "가\n|나|다|\n라", "가\n|나|다|\n라"),
    "a word": ("정원을 고르게 둘 것", "정원을 넓게 둘 것", "정원을 [-고르게-] {+넓게+} 둘 것"),
    "a number": (
        "예산 4,419,500천원",
        "예산 4,519,500천원",
        "예산 [-4,419,500-] {+4,519,500+}천원",
    ),
    "a paragraph that came": ("하나\n\n셋", "하나\n\n둘\n\n셋", "하나\n{+둘+}\n셋"),
    "a paragraph that went": ("하나\n\n둘\n\n셋", "하나\n\n셋", "하나\n[-둘-]\n셋"),
    "a table that went": ("하나\n|가|1|\n셋", "하나\n\n셋", "하나\n|[-가-]|[-1-]|\n셋"),
    "a table that came": ("하나\n\n셋", "하나\n|가|1|\n셋", "하나\n|{+가+}|{+1+}|\n셋"),
    "a figure": ("|가|100|\n끝", "|가|120|\n끝", "|가|[-100-] {+120+}|\n끝"),
    "a row that came": (
        "|가|1|\n|다|3|\n끝",
        "|가|1|\n|나|2|\n|다|3|\n끝",
        "|가|1|\n|{+나+}|{+2+}|\n|다|3|\n끝",
    ),
    "a row that went": (
        "|가|1|\n|나|2|\n|다|3|\n끝",
        "|가|1|\n|다|3|\n끝",
        "|가|1|\n|[-나-]|[-2-]|\n|다|3|\n끝",
    ),
    "another column": (
        "|가|1|\n끝",
        "|가|1|2|\n끝",
        "|[-가-]|[-1-]|\n|{+가+}|{+1+}|{+2+}|\n끝",
    ),
    "a merged cell that grew": (
        "|가@2x1|하나|\n|^|둘|\n끝",
        "|가@3x1|하나|\n|^|둘|\n|^|셋|\n끝",
        "|가@3x1|하나|\n|^|둘|\n|^|{+셋+}|\n끝",
    ),
    "a merged cell that shrank covers the row that went": (
        "|가@3x1|하나|\n|^|둘|\n|^|셋|\n끝",
        "|가@2x1|하나|\n|^|셋|\n끝",
        "|가@3x1|하나|\n|^|[-둘-]|\n|^|셋|\n끝",
    ),
    "a merged cell that went with its rows": (
        "|가@2x1|하나|\n|^|둘|\n|나|셋|\n끝",
        "|나|셋|\n끝",
        "|[-가-]@2x1|[-하나-]|\n|^|[-둘-]|\n|나|셋|\n끝",
    ),
    "a merged cell whose first row went": (
        "|가@3x1|하나|\n|^|둘|\n|^|셋|\n끝",
        "|가@2x1|둘|\n|^|셋|\n끝",
        "|[-가-]@2x1|[-하나-]|\n|^|[-둘-]|\n|{+가+}@2x1|{+둘+}|\n|^|셋|\n끝",
    ),
    "rows that are one cell now": (
        "|가|하나|\n|나|둘|\n끝",
        "|가@2x1|하나|\n|^|둘|\n끝",
        "|가|하나|\n|[-나-]|[-둘-]|\n||{+둘+}|\n끝",
    ),
    "a merged cell that others divide keeps its text once": (
        "|가@3x1|하나|\n|^|2,000|\n|^|둘|\n|나|셋|\n끝",
        "|가|하나|\n|1,000|넷|\n|다@2x1|다섯|\n|^|2,000|\n끝",
        "|가|하나|\n|{+1,000+}|{+넷+}|\n|{+다+}@2x1|{+다섯+}|\n|^|2,000|\n||[-둘-]|\n"
        "|[-나-]|[-셋-]|\n끝",
    ),
    "a paragraph in a cell": ("|가¶나|1|\n끝", "|가|1|\n끝", "|가¶[-나-]|1|\n끝"),
}


@pytest.mark.parametrize(("old", "new", "marked"), CASES.values(), ids=CASES)
def test_changes_are_shown(old: str, new: str, marked: str) -> None:
    assert compare_texts(old, new) == marked


def paragraph(*contents: str, number: int = 1) -> str:
    runs = "".join(f'<hp:run charPrIDRef="0">{content}</hp:run>' for content in contents)
    return f'<hp:p id="{number}" paraPrIDRef="0" styleIDRef="0">{runs}</hp:p>'


def compare(old: str, new: str) -> str:
    return show(review_hwpx(package(old), package(new)))


def test_a_tab_of_another_width_is_the_same_tab() -> None:
    old, new = (
        paragraph(f'<hp:t>가<hp:tab width="{width}"/>나 {width}</hp:t>') for width in (100, 200)
    )
    assert compare(old, new) == "가\t나 [-100-] {+200+}"


def test_a_line_break_is_kept() -> None:
    old, new = (paragraph(f"<hp:t>가<hp:lineBreak/>{word}</hp:t>") for word in ("나", "다"))
    assert compare(old, new) == "가\n[-나-] {+다+}"


def test_deleted_text_leaves_its_bookmark_behind() -> None:
    mark = '<hp:ctrl><hp:bookmark name="a"/></hp:ctrl>'
    old = paragraph(mark, "<hp:t>정원</hp:t>") + paragraph("<hp:t>끝</hp:t>", number=2)
    data = review_hwpx(package(old), package(paragraph("<hp:t>끝</hp:t>")))
    assert show(data) == "[-정원-]\n끝"
    assert b"bookmark" not in read_parts(data)[HANGUL.part]


def test_a_header_is_compared() -> None:
    def section(name: str) -> str:
        inner = paragraph(f"<hp:t>{name}</hp:t>", number=2)
        head = (
            f'<hp:header id="1" applyPageType="BOTH"><hp:subList>{inner}</hp:subList></hp:header>'
        )
        return paragraph("<hp:secPr/>", f"<hp:ctrl>{head}</hp:ctrl>") + paragraph(
            "<hp:t>끝</hp:t>", number=3
        )

    data = review_hwpx(package(section("누리 재단")), package(section("누리 문화재단")))
    assert read_texts(data, RED) == "누리문화재단끝"
    assert read_texts(data, BLUE) == "누리재단끝"


lines = st.lists(st.sampled_from(["정원", "하천", "1,000", "2,000", " "]), min_size=1, max_size=4)
texts = lines.map("".join).filter(str.strip)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table of two columns, of which the first may be merged downwards."""
    rows: list[str] = []
    for height in draw(st.lists(st.integers(1, 3), min_size=1, max_size=3)):
        merged = f"@{height}x1" if height > 1 else ""
        rows.append(f"|{draw(texts)}{merged}|{draw(texts)}|")
        rows.extend(f"|^|{draw(texts)}|" for _ in range(height - 1))
    return "\n".join(rows)


bodies = st.lists(texts | tables(), min_size=1, max_size=5).map("\n\n".join)


@quick
@given(bodies, bodies)
def test_any_two_versions_can_be_read_from_the_copy(old: str, new: str) -> None:
    packages = [package(HANGUL.draw(text)) for text in (old, new)]
    data = review_hwpx(*packages)
    show(data)
    assert read_texts(data, RED) == read_texts(packages[1], set())
    assert read_texts(data, BLUE) == read_texts(packages[0], set())
