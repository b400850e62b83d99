"""Numbered lists that begin anew, in both formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.renderers.hwp import render_hwp
from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.rich.hangul_insertion import HEADER
from tests.extraction import load_rhwp
from tests.templating.numbered_packages import write_numbered
from tests.templating.small_packages import HANGUL, WORD, Kit, both, read_parts
from tests.templating.whole_packages import finish

_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"

LOOP = """\
{%p for g in groups %}
7. {% restart %}a
7. b
8. c
{%p endfor %}
7. d
8. {% restart %}e
plain"""
NUMBERED = ["1a", "2b", "1c", "1a", "2b", "2c", "3d", "1e", "plain"]


def numbered(kit: Kit, document: bytes) -> list[str]:
    """The text of each paragraph behind its number, counted by the list that it belongs to."""
    parts = read_parts(document)
    lists = word_lists(parts) if kit is WORD else hangul_lists(parts)
    counts: dict[str, int] = {}
    found = []
    for text, name in lists:
        counts[name] = counts.get(name, 0) + 1
        found.append(f"{counts[name] if name else ''}{text}")
    return found


def word_lists(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    """Text and list of each paragraph; a list that goes on from another is that one."""
    numbers = etree.fromstring(parts["word/numbering.xml"]).findall(f"{W}num")
    known = {number.get(f"{W}numId") for number in numbers}
    assert len(known) == len(numbers)
    body = etree.fromstring(parts[WORD.part])[0]
    found = []
    for paragraph in body.findall(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        own = "8" if style is not None and style.get(f"{W}val") == "Steps" else ""
        name = own if number is None else number.get(f"{W}val", "")
        assert not name or name in known
        found.append(("".join(paragraph.itertext()), name))
    return found


def hangul_lists(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    header = etree.fromstring(parts[HEADER])
    lists: dict[str, list[str]] = {}
    for name, first in (("numberings", 1), ("paraProperties", 0)):
        holder = header.find(f".//{_HH}{name}")
        ids = [str(one.get("id")) for one in holder]
        assert holder.get("itemCnt") == str(len(ids))
        assert ids == [str(at + first) for at in range(len(ids))]
        lists[name] = ids
    shapes = header.findall(f".//{_HH}paraPr")
    found = []
    for paragraph in etree.fromstring(parts[HANGUL.part]).findall(f"{HP}p")[1:]:
        heading = shapes[int(paragraph.get("paraPrIDRef"))].find(f"{_HH}heading")
        name = heading.get("idRef") if heading.get("type") == "NUMBER" else ""
        assert not name or name in lists["numberings"]
        found.append(("".join(paragraph.itertext()), name))
    return found


def fill(kit: Kit, folder: Path, text: str, **context: Any) -> bytes:
    return finish(kit, write_numbered(kit, folder, text), **context)


@both
def test_a_list_begins_anew_and_others_count_on(kit: Kit, tmp_path: Path) -> None:
    assert numbered(kit, fill(kit, tmp_path, LOOP, groups=[1, 2])) == NUMBERED


@both
def test_a_list_begins_anew_where_a_condition_holds(kit: Kit, tmp_path: Path) -> None:
    text = "{%p for g in [1, 0, 1] %}\n7. {% if g %}{% restart %}{% endif %}a\n{%p endfor %}"
    assert numbered(kit, fill(kit, tmp_path, text)) == ["1a", "2a", "1a"]


@both
def test_lists_count_on_without_the_tag(kit: Kit, tmp_path: Path) -> None:
    text = LOOP.replace("{% restart %}", "")
    expected = ["1a", "2b", "1c", "3a", "4b", "2c", "5d", "3e", "plain"]
    assert numbered(kit, fill(kit, tmp_path, text, groups=[1, 2])) == expected


@pytest.mark.parametrize("form", ["hwpx", "hwp"])
def test_rhwp_numbers_the_list_anew(form: str, tmp_path: Path) -> None:
    document = fill(HANGUL, tmp_path, LOOP, groups=[1, 2])
    path = tmp_path / f"a.{form}"
    path.write_bytes(render_hwp(document) if form == "hwp" else document)
    page = load_rhwp().parse(str(path)).render_svg(0)
    letters = etree.fromstring(page.encode()).iter("{http://www.w3.org/2000/svg}text")
    text = "".join("".join(one.itertext()) for one in letters).replace(".", "").replace(" ", "")
    assert "".join(NUMBERED) in text


def test_a_new_list_of_word_looks_like_the_old_one(tmp_path: Path) -> None:
    parts = read_parts(fill(WORD, tmp_path, "7. {% restart %}a"))
    *_others, made = etree.fromstring(parts["word/numbering.xml"])
    assert etree.QName(made).localname == "num"
    assert made.find(f"{W}abstractNumId").get(f"{W}val") == "0"
    override = made.find(f"{W}lvlOverride")
    assert override.get(f"{W}ilvl") == "0"
    assert override.find(f"{W}startOverride").get(f"{W}val") == "1"


@both
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("{% restart %}a", "the paragraph stands in no numbered list"),
        ("7. {% restart 3 %}a", "says more than it can"),
    ],
)
def test_what_can_not_begin_anew_is_refused(
    kit: Kit, typed: str, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError) as error:
        fill(kit, tmp_path, typed)
    (diagnostic,) = error.value.diagnostics
    assert problem in str(diagnostic)
    assert "paragraph" in str(diagnostic)


@both
def test_too_many_new_lists_are_refused(kit: Kit, tmp_path: Path) -> None:
    text = "{%p for g in range(2001) %}\n7. {% restart %}a\n{%p endfor %}"
    with pytest.raises(DataError, match="more than 2,000"):
        fill(kit, tmp_path, text)


@both
def test_the_same_input_gives_the_same_bytes(kit: Kit, tmp_path: Path) -> None:
    first = fill(kit, tmp_path, LOOP, groups=[1, 2])
    assert first == fill(kit, tmp_path, LOOP, groups=[1, 2])


@both
def test_a_block_that_is_printed_twice_begins_its_list_each_time(kit: Kit, tmp_path: Path) -> None:
    text = "{%p set b %}\n7. {% restart %}a\n7. b\n{%p endset %}\n7. z\n{{p b }}\n{{p b }}"
    assert numbered(kit, fill(kit, tmp_path, text)) == ["1z", "1a", "2b", "1a", "2b"]
