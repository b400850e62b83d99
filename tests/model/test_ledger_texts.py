"""A column of text is what was put into it, packed or not."""

from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.ledger_texts import TextColumn

TEXTS = st.lists(st.text("가나a \n").map(str.strip), max_size=1200)
LINES = st.lists(st.text("가나a").map(str.strip), min_size=1, max_size=5)


@given(TEXTS)
def test_texts_come_back_in_their_order(texts: list[str]) -> None:
    column = TextColumn()
    for text in texts:
        column.append(text)
    assert (list(column), len(column)) == (texts, len(texts))


@given(st.lists(LINES, max_size=5), st.lists(LINES, max_size=5))
def test_rows_and_blocks_mix(blocks: list[list[str]], rows: list[list[str]]) -> None:
    column, texts = TextColumn(), []
    for block, single in zip(blocks, rows, strict=False):
        column.extend("\n".join(block).encode(), len(block))
        for text in single:
            column.append(text)
        texts += [*block, *single]
    assert [column[row] for row in range(len(column))] == texts


def test_white_space_around_a_text_of_a_block_is_no_part_of_it() -> None:
    column = TextColumn()
    column.extend(" 가 \n\tb".encode(), 2)
    assert list(column) == ["가", "b"]


def test_a_text_of_several_lines_stays_one_text() -> None:
    column = TextColumn()
    texts = ["위\n아래", *(str(number) for number in range(600))]
    for text in texts:
        column.append(text)
    assert (list(column), column[0]) == (texts, "위\n아래")
