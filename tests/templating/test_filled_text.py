"""The text of a part comes in blocks that, put together, are the text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from reportgen.templating import OfficeTemplate
from reportgen.templating.filled_text import ID_TOKEN, FilledText
from tests.templating.inclusion.documents import call, name_part, read_body, write_document
from tests.templating.offices import REPORT
from tests.templating.small_packages import HANGUL, WORD, Kit, both, compile_parts

LINES = [f"<p {ID_TOKEN}>{'가' * 50}" for _at in range(2_000)]
WHOLE = "".join(f"<p {at}>{'가' * 50}" for at in range(1, 2_001))


class Paragraphs(FilledText):
    """A text in blocks that begin with a paragraph."""

    before = "<p "


def test_ids_are_numbered_through_all_blocks() -> None:
    blocks = list(FilledText(LINES).blocks())
    assert len(blocks) > 3
    assert "".join(blocks) == WHOLE


@pytest.mark.parametrize("pieces", [LINES, ["".join(LINES)], "가".join(LINES).split("가")])
def test_a_block_ends_where_it_may_however_the_text_is_split(pieces: list[str]) -> None:
    blocks = list(Paragraphs(pieces).blocks())
    assert "".join(blocks).replace("가", "") == WHOLE.replace("가", "")
    assert {block[:3] for block in blocks} == {"<p "}


def test_numbers_begin_where_the_part_before_ended() -> None:
    text = FilledText([f"<a {ID_TOKEN}>", "b", f"<a {ID_TOKEN}>"])
    assert text.ids == 2
    text.first = 8
    assert [str(text), str(text)] == ["<a 8>b<a 9>"] * 2


def test_what_is_read_has_its_marks() -> None:
    assert "".join(FilledText([f"<a {ID_TOKEN}>", "b"]).read()) == f"<a {ID_TOKEN}>b"


def test_a_text_without_pieces_is_empty() -> None:
    assert str(FilledText([])) == ""


def test_what_is_looked_for_comes_in_the_order_of_the_text() -> None:
    pieces = ["<a>", "1", "<b>", "가", "<a>", "<c>"]
    assert list(FilledText(pieces).scan(lambda piece: piece.strip("<>c"))) == ["a", "b", "가", "a"]


TABLE = "|head|\n|{%tr for x in xs %}|\n|{{ x.a }} {{ x.b }}|\n|{%tr endfor %}|"
VALUES: dict[str, Any] = {"xs": [{"a": 1, "b": "<2>"}, {"a": "ㄱ", "b": "ㄴ"}], "ok": True}
SHOWN = "|head|\n|1 <2>|\n|ㄱ ㄴ|"


@both
def test_a_part_that_only_prints_text_stays_in_pieces(kit: Kit) -> None:
    filling = kit.compile(kit.draw(TABLE)).fill(VALUES)
    assert list(filling.texts) == [kit.part]
    assert kit.outline(str(filling.texts[kit.part]).encode()) == SHOWN
    assert filling.join()[kit.part] == str(filling.texts[kit.part]).encode()


@both
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ rich('x') }}", "x"),
        ("|{%tr for x in xs %}|\n|{{ x.a }}|\n|{%tr endfor %}|", "|1|\n|ㄱ|"),
        ("|a|b|\n|{%tr for x in xs %}|\n|{%vm %}c|{{ x.a }}|\n|{%tr endfor %}|", None),
    ],
    ids=["a rich value", "a table that may have no row", "cells that merge by data"],
)
def test_a_part_of_which_more_is_to_be_known_is_joined(
    kit: Kit, text: str, shown: str | None
) -> None:
    filling = kit.compile(kit.draw(text)).fill(VALUES)
    assert filling.texts == {}
    assert shown is None or kit.outline(filling.parts[kit.part]) == shown


@both
def test_parts_that_stay_and_parts_that_are_joined_number_on(kit: Kit) -> None:
    other = {"docx": "word/header2.xml", "hwpx": "Contents/section1.xml"}[str(kit)]
    rich = kit.document(kit.draw("{{ rich('x') }}")).replace(b"document", b"hdr")
    parts = {**kit.parts(kit.draw(TABLE)), other: rich}
    filling = compile_parts(kit, parts).fill(VALUES)
    assert list(filling.texts) == [kit.part]
    first = f'id="{filling.texts[kit.part].ids + 1}"'.encode()
    assert (first in filling.parts[other]) is (kit is HANGUL)


@pytest.mark.parametrize(
    ("text", "kept"), [(TABLE, [WORD.part]), ("{%p for x in xs %}\nb\n{%p endfor %}", [])]
)
def test_a_bookmark_that_is_repeated_has_the_part_joined(text: str, kept: list[str]) -> None:
    marks = '<w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>'
    body = WORD.draw(f"a\n{text}\nc")
    for number, letter in enumerate("abc"):
        body = body.replace(f"<w:r><w:t>{letter}", f"{marks.format(number)}<w:r><w:t>{letter}")
    filling = WORD.compile(body).fill(VALUES)
    assert list(filling.texts) == kept
    names = re.findall('w:name="(.*?)"', filling.join()[WORD.part].decode())
    assert names == ["b0", *(["b1"] if not kept else []), "b2"]


@both
def test_a_document_that_is_put_in_is_numbered_with_the_rest(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("inside {{ ok }}\n|a|"))
    main = write_document(tmp_path, kit, "main", kit.draw(f"a\n{call(kit)}\nb"))
    template = OfficeTemplate(main, kit.dialect(), {}, name_part(kit, "main"))
    filling = template.fill({"report": REPORT, **VALUES})
    assert kit.part in filling.texts
    assert read_body(kit, filling.join()) == "a\ninside True\n|a|\nb"
