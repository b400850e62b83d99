"""The text of a part comes in blocks that, put together, are the text."""

from itertools import count

import pytest

from reportgen.templating.filled_text import ID_TOKEN, FilledText

LINES = [f"<p {ID_TOKEN}>{'가' * 50}" for _at in range(5_000)]
WHOLE = "".join(f"<p {at}>{'가' * 50}" for at in range(1, 5_001))


def test_ids_are_numbered_through_all_blocks() -> None:
    blocks = list(FilledText(LINES, count(1)).blocks())
    assert len(blocks) > 3
    assert "".join(blocks) == WHOLE


@pytest.mark.parametrize("pieces", [LINES, ["".join(LINES)], list("".join(LINES))])
def test_a_block_ends_where_it_may_however_the_text_is_split(pieces: list[str]) -> None:
    blocks = list(FilledText(pieces, count(1)).blocks(before="<p "))
    assert "".join(blocks) == WHOLE
    assert {block[:3] for block in blocks} == {"<p "}


def test_parts_share_their_numbers() -> None:
    ids = count(1)
    parts = [FilledText([ID_TOKEN, "a", ID_TOKEN], ids) for _part in range(2)]
    assert [str(part) for part in parts] == ["1a2", "3a4"]


def test_reading_ahead_takes_no_number() -> None:
    text = FilledText([ID_TOKEN, "a"], count(1))
    assert "".join(text.read()) == f"{ID_TOKEN}a"
    assert str(text) == "1a"


def test_a_text_without_pieces_is_empty() -> None:
    assert str(FilledText([], count(1))) == ""
