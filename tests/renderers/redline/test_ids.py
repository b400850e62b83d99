"""Bookmarks and drawings, whose ids say nothing by themselves."""

from __future__ import annotations

from datetime import date

from lxml import etree

from reportgen.renderers.redline import redline_docx
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from tests.renderers.redline.resolution import read_stories, resolve_stories
from tests.renderers.redline.small import compare_bodies, show
from tests.templating.small_packages import WORD, read_parts

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def heading(text: str, name: str, number: int) -> str:
    mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
    return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"


def drawing(number: int) -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="{_WP}" id="{number}"/></w:drawing></w:r></w:p>'
    )


END = "<w:p><w:r><w:t>끝</w:t></w:r></w:p>"


def test_a_heading_is_known_by_its_bookmark() -> None:
    old = heading("1. 정원", "a", 1) + heading("2. 하천", "b", 2) + END
    new = heading("1. 물길", "b", 7) + END
    redline = compare_bodies(old, new)
    assert show(redline.data) == "[-⚑1. 정원-]-¶\n⚑[-2. 하천-]{+1. 물길+}\n끝"
    assert redline.unmarked == 0


def test_a_bookmark_that_moved_stays_at_its_new_place() -> None:
    old = heading("정원", "a", 1) + heading("하천", "b", 2) + END
    new = heading("하천", "b", 1) + heading("정원", "a", 2) + END
    packages = [write_package(WORD.parts(body)) for body in (old, new)]
    redline = redline_docx(packages[0], packages[1], "예산팀", date(2026, 7, 1))
    root = etree.fromstring(read_parts(redline.data)[WORD.part])
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert sorted(map(str, names)) == ["a", "b"]
    assert redline.unmarked == 1
    assert resolve_stories(redline.data)[0] == read_stories(packages[1])


def test_drawings_that_only_count_differently_are_the_same() -> None:
    assert show(compare_bodies(drawing(1) + END, drawing(8) + END).data) == "▣\n끝"


def test_drawings_are_numbered_when_one_comes() -> None:
    redline = compare_bodies(
        drawing(5) + END, drawing(5) + drawing(5).replace("<w:r>", "<w:r><w:tab/>") + END
    )
    root = etree.fromstring(read_parts(redline.data)[WORD.part])
    assert [shape.get("id") for shape in root.iter(f"{{{_WP}}}docPr")] == ["1", "2"]
