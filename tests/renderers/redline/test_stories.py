"""Paragraphs, tables and cells with their changes marked, each accepted and rejected."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given
from lxml import etree

from reportgen.templating.formats.wordprocessing import W
from tests.renderers.redline.small import compare_bodies, show
from tests.templating.small_packages import WORD, quick, read_parts

CASES = {
    "a word": ("정원을 고르게 둘 것", "정원을 넓게 둘 것", "정원을 [-고르게-]{+넓게+} 둘 것"),
    "a number is one word": (
        "예산 4,419,500천원 (12.5%)",
        "예산 4,519,500천원 (12.7%)",
        "예산 [-4,419,500-]{+4,519,500+}천원 ([-12.5%-]{+12.7%+})",
    ),
    "a number that decreases": ("증감 1,000", "증감 △1,000", "증감 [-1,000-]{+△1,000+}"),
    "words that were added": ("정원 잔치", "가을 정원 잔치", "{+가을 +}정원 잔치"),
    "a text that became another": (
        "가 나 다 라\n\n마지막 줄이 남음",
        "바 사 아 자\n\n마지막 줄이 남음",
        "[-가 나 다 라-]-¶\n{+바 사 아 자+}+¶\n마지막 줄이 남음",
    ),
    "a paragraph that came": ("하나\n\n셋", "하나\n\n둘\n\n셋", "하나\n{+둘+}+¶\n셋"),
    "a paragraph that went": ("하나\n\n둘\n\n셋", "하나\n\n셋", "하나\n[-둘-]-¶\n셋"),
    "the last paragraph came": ("하나", "하나\n\n둘", "하나+¶\n{+둘+}"),
    "the last paragraph went": ("하나\n\n둘", "하나", "하나-¶\n[-둘-]"),
    "a paragraph before a table went": (
        "하나\n\n둘\n|표|\n셋",
        "하나\n|표|\n셋",
        "하나-¶\n[-둘-]\n|표|\n셋",
    ),
    "a paragraph before a table came": (
        "하나\n|표|\n셋",
        "하나\n\n둘\n|표|\n셋",
        "하나+¶\n{+둘+}\n|표|\n셋",
    ),
    "the only paragraph before a table became another": (
        "가나다\n|표|\n셋",
        "마바사\n|표|\n셋",
        "[-가나다-]{+마바사+}\n|표|\n셋",
    ),
    "a table that came": (
        "하나\n\n셋",
        "하나\n|가|1|\n|나|2|\n셋",
        "하나\n+|{+가+}+¶|{+1+}+¶|\n+|{+나+}+¶|{+2+}+¶|\n셋",
    ),
    "a table that went with its caption": (
        "하나\n\n표 1\n|가|1|\n셋",
        "하나\n\n셋",
        "하나-¶\n[-표 1-]\n-|[-가-]-¶|[-1-]-¶|\n셋",
    ),
    "a figure in a table": ("|가|100|\n끝", "|가|120|\n끝", "|가|[-100-]{+120+}|\n끝"),
    "a row that came": (
        "|가|1|\n|다|3|\n끝",
        "|가|1|\n|나|2|\n|다|3|\n끝",
        "|가|1|\n+|{+나+}+¶|{+2+}+¶|\n|다|3|\n끝",
    ),
    "a row that went, and serials that follow": (
        "|1|가|\n|2|나|\n|3|다|\n끝",
        "|1|나|\n|2|다|\n끝",
        "-|[-1-]-¶|[-가-]-¶|\n|[-2-]{+1+}|나|\n|[-3-]{+2+}|다|\n끝",
    ),
    "a row whose figures all changed keeps its name": (
        "|나|1|2|\n|다|5|6|\n끝",
        "|가|1|2|\n|나|3|4|\n|다|5|6|\n끝",
        "+|{+가+}+¶|{+1+}+¶|{+2+}+¶|\n|나|[-1-]{+3+}|[-2-]{+4+}|\n|다|5|6|\n끝",
    ),
    "a table with another column": (
        "|가|1|\n끝",
        "|가|1|2|\n끝",
        "-|[-가-]-¶|[-1-]-¶|\n+|{+가+}+¶|{+1+}+¶|{+2+}+¶|\n끝",
    ),
    "a table with another column before an empty paragraph": (
        "|가|1|\n EMPTY\n끝",
        "|가|1|2|\n EMPTY\n끝",
        "-|[-가-]-¶|[-1-]-¶|\n-¶\n+|{+가+}+¶|{+1+}+¶|{+2+}+¶|\n+¶\n끝",
    ),
    "a merged cell that grew": (
        "|가@2x1|1|\n|^|2|\n끝",
        "|가@3x1|1|\n|^|2|\n|^|3|\n끝",
        "|가|1|\n||2|\n+|+¶|{+3+}+¶|\n끝",
    ),
    "a merged cell whose first row went": (
        "|가@2x1|1|\n|^|둘|\n|나|셋|\n끝",
        "|가|둘|\n|나|셋|\n끝",
        "-|[-가-]-¶|[-1-]-¶|\n-|-¶|[-둘-]-¶|\n+|{+가+}+¶|{+둘+}+¶|\n|나|셋|\n끝",
    ),
    "the last paragraph of a cell": ("|가¶나|1|\n끝", "|가|1|\n끝", "|가-¶¶[-나-]|1|\n끝"),
    "a box whose text became another": (
        "|가나다|\n끝",
        "|마바사|\n끝",
        "|[-가나다-]{+마바사+}|\n끝",
    ),
}


@pytest.mark.parametrize(("old", "new", "marked"), CASES.values(), ids=CASES)
def test_changes_are_marked(old: str, new: str, marked: str) -> None:
    bodies = (WORD.draw(text).replace(" EMPTY", "") for text in (old, new))
    assert show(compare_bodies(*bodies).data) == marked


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


BOLD, STYLE, CENTER = "<w:b/>", '<w:pStyle w:val="A"/>', '<w:jc w:val="center"/>'


def notes(old: str, new: str) -> list[str]:
    """The local names of what a redline notes beside insertions and deletions."""
    root = etree.fromstring(read_parts(compare_bodies(old, new).data)[WORD.part])
    names = (etree.QName(element).localname for element in root.iter(etree.Element))
    return [name for name in names if name.endswith("Change")]


def table(rows: str, properties: str = "", grid: str = '<w:gridCol w:w="100"/>') -> str:
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{p('')}"
    )


def row(cell: str, row_properties: str = "", properties: str = "") -> str:
    return (
        f"<w:tr><w:trPr>{row_properties}</w:trPr>"
        f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(cell))}</w:tc></w:tr>"
    )


HEIGHT, WIDTH = '<w:trHeight w:val="300"/>', '<w:tcW w:w="100" w:type="dxa"/>'

FORMATS = {
    "a word": (p(r("가 나")), p(r("가 ") + r("나", BOLD)), ["rPrChange"]),
    "a paragraph": (p(r("가"), STYLE), p(r("가"), STYLE + CENTER), ["pPrChange"]),
    "a paragraph mark": (
        p(r("가")),
        p(r("가"), f"<w:rPr>{BOLD}</w:rPr>"),
        ["rPrChange"],
    ),
    "a table": (table(row("가")), table(row("가"), CENTER), ["tblPrChange"]),
    "a column": (
        table(row("가")),
        table(row("가"), "", '<w:gridCol w:w="200"/>'),
        ["tblGridChange"],
    ),
    "a row": (table(row("가")), table(row("가", HEIGHT)), ["trPrChange"]),
    "a cell": (table(row("가", "", WIDTH)), table(row("가")), ["tcPrChange"]),
    "nothing, but runs are cut elsewhere": (p(r("가나")), p(r("가") + r("나")), []),
}


@pytest.mark.parametrize(("old", "new", "expected"), FORMATS.values(), ids=FORMATS)
def test_formats_that_changed_are_noted(old: str, new: str, expected: list[str]) -> None:
    assert notes(old, new) == expected


def test_a_section_that_changed_is_noted() -> None:
    def section(height: int) -> str:
        return f'{p(r("가"), f"""<w:sectPr><w:pgSz w:w="1" w:h="{height}"/></w:sectPr>""")}{p("")}'

    assert notes(section(1), section(2)) == ["sectPrChange"]


def test_a_content_control_is_compared_inside() -> None:
    def control(text: str) -> str:
        content = f"<w:sdtContent>{p(r(text))}</w:sdtContent>"
        return f'<w:sdt><w:sdtPr><w:tag w:val="a"/></w:sdtPr>{content}</w:sdt>{p("")}'

    redline = compare_bodies(control("가 나"), control("가 다"))
    assert (redline.insertions, redline.deletions, redline.unmarked) == (1, 1, 0)


def sign(name: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{name}"/></w:r>'


def field(page: str, result: str) -> str:
    code = f"<w:r><w:instrText> PAGEREF {page} </w:instrText></w:r>"
    return f"{sign('begin')}{code}{sign('separate')}{r(result)}{sign('end')}"


def test_a_field_is_replaced_as_a_whole() -> None:
    redline = compare_bodies(p(r("쪽") + field("a", "3")), p(r("쪽") + field("b", "3")))
    assert show(redline.data) == "쪽[-3-]{+3+}"
    root = etree.fromstring(read_parts(redline.data)[WORD.part])
    codes = [etree.QName(code).localname for code in root.iter(f"{W}instrText", f"{W}delInstrText")]
    assert codes == ["delInstrText", "instrText"]
    assert [len(list(mark.iter(f"{W}fldChar"))) for mark in root.iter(f"{W}del", f"{W}ins")] == [
        3,
        3,
    ]


def test_a_field_over_several_paragraphs_is_compared_line_by_line() -> None:
    def contents(*lines: str) -> str:
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        )
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        first, *rest = lines
        return p(begin + r(first)) + "".join(p(r(line)) for line in rest) + p(end)

    redline = compare_bodies(contents("가 1", "나 2"), contents("가 1", "다 3", "나 2"))
    assert show(redline.data) == "가 1\n{+다 3+}+¶\n나 2\n"


def test_a_link_has_the_marks_inside() -> None:
    def link(text: str) -> str:
        return p(f'{r("글")}<w:hyperlink w:anchor="{text}">{r(text)}</w:hyperlink>')

    redline = compare_bodies(link("가"), link("나"))
    root = etree.fromstring(read_parts(redline.data)[WORD.part])
    holders = [mark.getparent() for mark in root.iter(f"{W}del", f"{W}ins")]
    assert [holder.tag for holder in holders if holder is not None] == [f"{W}hyperlink"] * 2


def test_a_table_in_a_cell_is_compared_row_by_row() -> None:
    def nested(*rows: str) -> str:
        inner = table("".join(map(row, rows)))
        return table(f"<w:tr><w:tc><w:tcPr/>{inner}</w:tc></w:tr>")

    redline = compare_bodies(nested("가", "다"), nested("가", "나", "다"))
    assert (redline.insertions, redline.deletions) == (1, 0)


# Any two documents: few different words, so that much of both is alike.
words = st.sampled_from(["정원", "하천", "1,000", "2,000", "△10", " ", ", ", "가꾸기"])
runs = st.builds(r, st.lists(words, max_size=4).map("".join), st.sampled_from(["", BOLD]))
signs = st.sampled_from(["<w:r><w:tab/></w:r>", field("a", "1"), field("b", "2")])
contents = st.lists(runs | signs, max_size=4).map("".join)
paragraphs = st.builds(p, contents, st.sampled_from(["", STYLE, STYLE + CENTER]))


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A table whose first column may be merged downwards."""
    columns = draw(st.integers(1, 2))
    rows = []
    for number in range(draw(st.integers(1, 4))):
        merges = ["", '<w:vMerge w:val="restart"/>', *(["<w:vMerge/>"] if number else [])]
        cells = [
            f"<w:tc><w:tcPr>{draw(st.sampled_from(merges)) if not column else ''}</w:tcPr>"
            f"{''.join(draw(st.lists(paragraphs, min_size=1, max_size=2)))}</w:tc>"
            for column in range(columns)
        ]
        rows.append(f"<w:tr><w:trPr>{HEIGHT}</w:trPr>{''.join(cells)}</w:tr>")
    return table("".join(rows), "", '<w:gridCol w:w="100"/>' * columns)


bodies = st.builds(
    lambda blocks, last: "".join(blocks) + last,
    st.lists(paragraphs | tables(), max_size=6),
    paragraphs,
)


@quick
@given(bodies, bodies)
def test_any_two_documents_come_back_from_their_marks(old: str, new: str) -> None:
    compare_bodies(old, new)
