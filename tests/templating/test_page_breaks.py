"""New pages by value, in both formats."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.renderers.page_starts import count_page_starts
from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from tests.templating.rich.test_rich_text import refuse
from tests.templating.small_packages import HANGUL, WORD, Kit, both, read_parts
from tests.templating.whole_packages import build, write_whole


def pages(kit: Kit, document: bytes) -> list[str]:
    """The text of each page, as its own breaks part it."""
    root = etree.fromstring(read_parts(document)[kit.part])
    if kit is HANGUL:
        signs = [
            ("\f" if paragraph.get("pageBreak") == "1" else "") + "".join(paragraph.itertext())
            for paragraph in root.findall(f"{HP}p")[1:]
        ]
        return "|".join(signs).split("\f")
    signs = []
    for paragraph in root[0].findall(f"{W}p"):
        text = "".join(
            "\f" if element.get(f"{W}type") == "page" else element.text or ""
            for element in paragraph.iter(f"{W}t", f"{W}br")
        )
        begins = paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
        signs.append("\f" * begins + text)
    return "|".join(signs).split("\f")


@both
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a\n{{ page_break() }}b", ["a|", "b"]),
        ("a{{ page_break() }}b", ["a", "b"]),
        ("{{ 'a' ~ page_break() ~ 'b' ~ page_break() }}c", ["a", "b", "c"]),
        ("{{ rich('a\\fb\\fc', bold=true) }}", ["a", "b", "c"]),
        ("a\n{{ page_break() }}\nb", ["a|", "|b"]),
        ("a\n{% if true %}{{ page_break() }}{% endif %}b", ["a|", "b"]),
        ("a\n{% if false %}{{ page_break() }}{% endif %}b", ["a|b"]),
        ("{{ page_break() }}{{ page_break() }}a", ["", "", "a"]),
    ],
)
def test_a_page_begins(kit: Kit, typed: str, expected: list[str], tmp_path: Path) -> None:
    found = pages(kit, build(kit, tmp_path, typed))
    assert [page.strip("|") for page in found] == [page.strip("|") for page in expected]


@both
def test_pages_that_begin_are_counted(kit: Kit, tmp_path: Path) -> None:
    document = build(kit, tmp_path, "a\n{{ page_break() }}b{{ page_break() }}c")
    assert count_page_starts(document) == 3


@both
@pytest.mark.parametrize("typed", ["|{{ page_break() }}|b|", "|a|b{{ rich('\\f') }}|"])
def test_a_table_is_not_parted(kit: Kit, typed: str, tmp_path: Path) -> None:
    message = refuse(kit, tmp_path, typed)
    assert "a new page can't begin in a table" in message


def test_a_text_box_is_not_parted(tmp_path: Path) -> None:
    box = WORD.paragraph(["{{ page_break() }}"])
    body = f"<w:p><w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r></w:p>"
    template = write_whole(WORD, tmp_path, body)
    with pytest.raises(DataError, match="in a text box"):
        template.render({"report": {"mark": "", "organization": ""}})


def test_a_field_of_hangul_is_not_parted(tmp_path: Path) -> None:
    field = '<hp:ctrl><hp:fieldBegin id="1" type="CLICK_HERE"/></hp:ctrl>'
    body = HANGUL.paragraph(["a{{ page_break() }}"]).replace("<hp:t>", f"{field}<hp:t>")
    template = write_whole(HANGUL, tmp_path, body)
    with pytest.raises(DataError, match="within a field"):
        template.render({"report": {"mark": "", "organization": ""}})


def test_a_paragraph_of_word_keeps_its_properties(tmp_path: Path) -> None:
    properties = '<w:pPr><w:pStyle w:val="Normal"/><w:keepNext/><w:jc w:val="center"/></w:pPr>'
    body = WORD.paragraph(["a"]) + WORD.paragraph(["{{ page_break() }}b"]).replace(
        "<w:pPr/>", properties
    )
    template = write_whole(WORD, tmp_path, body)
    parts = template.render({"report": {"mark": "", "organization": ""}}).parts
    assert b"<w:keepNext/><w:pageBreakBefore/><w:jc" in parts[WORD.part]


def test_python_docx_sees_the_page(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(build(WORD, tmp_path, "a\n{{ page_break() }}b")))
    assert [one.paragraph_format.page_break_before for one in document.paragraphs] == [None, True]
