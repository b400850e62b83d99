"""Text with a look of its own, in both formats."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from docx.text.run import Run
from hwpx.document import HwpxDocument
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.templating.printed import Printed
from reportgen.templating.rich import insertion
from reportgen.templating.rich.hangul_insertion import HEADER
from reportgen.templating.rich.rich_text import Look, Rich, Words, join_rich
from tests.extraction import extract_hangul
from tests.renderers.documents import write
from tests.templating.small_packages import HANGUL, WORD, Kit, both, read_parts
from tests.templating.whole_packages import build, build_hwp, write_whole

HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
FIGURE = SimpleNamespace(name="x")


def word_runs(document: bytes) -> list[Run]:
    """The runs with text, as python-docx reads them."""
    paragraphs = docx.Document(BytesIO(document)).paragraphs
    return [run for paragraph in paragraphs for run in paragraph.runs if run.text]


def hangul_runs(document: bytes) -> Iterator[tuple[str, Any]]:
    """The text of each run and its character shape, as python-hwpx reads them."""
    opened = HwpxDocument.open(BytesIO(document))
    shapes = opened.parts.headers[0].element.findall(f".//{HH}charPr")
    for section in opened.sections:
        for paragraph in section.paragraphs:
            for run in paragraph.runs:
                if run.text:
                    yield run.text, shapes[int(run.char_pr_id_ref or 0)]


def refuse(kit: Kit, folder: Path, text: str, /, **context: Any) -> str:
    """The only finding of a template."""
    with pytest.raises(DataError) as error:
        build(kit, folder, text, **context)
    (diagnostic,) = error.value.diagnostics
    return str(diagnostic)


ALL = (
    "a {{ rich('b', bold=true, italic=true, underline=true, strike=true, color='#c00000',"
    " size=10.5, superscript=true) }} c"
)


def test_word_shows_every_look(tmp_path: Path) -> None:
    before, run, after = word_runs(build(WORD, tmp_path, ALL))
    font = run.font
    assert (before.text, run.text, after.text) == ("a ", "b", " c")
    assert (font.bold, font.italic, font.underline, font.strike) == (True, True, True, True)
    assert (str(font.color.rgb), font.size.pt, font.superscript) == ("C00000", 10.5, True)
    assert before.font.bold is None
    assert after.font.color.rgb is None


def test_hangul_shows_every_look(tmp_path: Path) -> None:
    (before, plain), (text, shape), (after, last) = hangul_runs(build(HANGUL, tmp_path, ALL))
    assert (before, text, after) == ("a ", "b", " c")
    assert plain is last
    assert (shape.get("textColor"), shape.get("height")) == ("#C00000", "1050")
    names = [etree.QName(child).localname for child in shape]
    assert names[5:9] == ["italic", "bold", "underline", "strikeout"]
    assert names[-1] == "supscript"
    assert shape.find(f"{HH}underline").get("type") == "BOTTOM"
    assert shape.find(f"{HH}strikeout").get("shape") == "SOLID"


def test_hangul_counts_its_shapes_and_makes_each_look_once(tmp_path: Path) -> None:
    text = "{% for i in range(9) %}{{ rich('a', bold=true) }}{{ rich('b', size=9) }}{% endfor %}"
    before = etree.fromstring(read_parts(build(HANGUL, tmp_path, "a"))[HEADER])
    after = etree.fromstring(read_parts(build(HANGUL, tmp_path, text))[HEADER])
    old, new = (one.find(f".//{HH}charProperties") for one in (before, after))
    assert len(new) == len(old) + 2
    assert new.get("itemCnt") == str(len(new))
    assert [shape.get("id") for shape in new] == [str(at) for at in range(len(new))]


def test_hangul_keeps_a_header_without_looks_as_it_is(tmp_path: Path) -> None:
    plain = read_parts(build(HANGUL, tmp_path, "{{ rich('a') }}"))[HEADER]
    assert plain == read_parts(build(HANGUL, tmp_path, "a"))[HEADER]


def test_the_rest_of_the_look_is_that_of_the_tag(tmp_path: Path) -> None:
    look = '<w:rPr><w:i/><w:color w:val="00B050"/></w:rPr>'
    run = f"<w:r>{look}<w:t>{{{{ rich(a, bold=true) }}}}!</w:t></w:r>"
    template = write_whole(WORD, tmp_path, f"<w:p>{run}</w:p>")
    xml = template.render({"a": "b", "report": {"mark": "", "organization": ""}})
    assert (
        '<w:r><w:rPr><w:b w:val="1"/><w:bCs w:val="1"/><w:i/><w:color w:val="00B050"/></w:rPr>'
        '<w:t xml:space="preserve">b</w:t></w:r><w:r><w:rPr><w:i/><w:color w:val="00B050"/></w:rPr>'
        '<w:t xml:space="preserve">!</w:t></w:r></w:p>'
    ) in xml.parts[WORD.part].decode()


def test_hwp_has_the_same_text(tmp_path: Path) -> None:
    hwp = write(tmp_path, "a.hwp", build_hwp(tmp_path, ALL))
    assert "abc" in extract_hangul(hwp).paragraphs


@both
@pytest.mark.parametrize(
    "typed",
    [
        "{{ 'a' ~ rich('b', bold=true) ~ 1 }}",
        "{{ 'a' + rich('b', bold=true) + '1' }}",
        "{{r 'a' ~ rich('b', bold=true) ~ '1' }}",
        "{{ rich('a') }}{{r rich('b', bold=true) }}{{ 1 }}",
        "{% set x = rich('b', bold=true) %}a{{ x }}1",
        "{% macro x() %}a{{ rich('b', bold=true) }}{% endmacro %}{{ x() }}1",
        "{% set x %}a{{ rich('b', bold=true) }}{% endset %}{{ x }}1",
        "{{ rich(rich('a') + rich('b', bold=true)) }}1",
        "{{ 'a' ~ rich(rich('b'), bold=true) }}1",
    ],
)
def test_values_are_put_together(kit: Kit, typed: str, tmp_path: Path) -> None:
    document = build(kit, tmp_path, typed)
    if kit is WORD:
        found = [(run.text, bool(run.bold)) for run in word_runs(document)]
    else:
        runs = hangul_runs(document)
        found = [(text, shape.find(f"{HH}bold") is not None) for text, shape in runs]
    assert "".join(text for text, _bold in found) == "ab1"
    assert [text for text, bold in found if bold] == ["b"]


@both
def test_a_variable_named_r_is_still_printed(kit: Kit, tmp_path: Path) -> None:
    xml = build(kit, tmp_path, "{{r }}{{ r }}{{r|int + 1}}{{r if r else 0}}", r="7")
    assert "77" + "8" + "7" in read_parts(xml)[kit.part].decode()


@both
def test_text_is_escaped_and_breaks_its_lines(kit: Kit, tmp_path: Path) -> None:
    document = build(kit, tmp_path, "{{ rich(a, bold=true) }}", a="R&D <b>\nx\ty")
    text = "".join(etree.fromstring(read_parts(document)[kit.part]).itertext())
    assert "R&D <b>xy" in text
    assert read_parts(document)[kit.part].count(b"reak/>" if kit is HANGUL else b"<w:br/>") >= 1


@both
def test_a_figure_is_still_shown(kit: Kit, tmp_path: Path) -> None:
    template = write_whole(kit, tmp_path, kit.draw("{{ rich(a, bold=true) | josa('을/를') }}"))
    report = {"mark": "", "organization": ""}
    printed = template.render({"a": Printed("5천원", (FIGURE,)), "report": report}).printed
    assert [text.shown for text in printed if text.shown] == [((FIGURE, "5천원"),)]


@both
def test_a_particle_follows_without_the_look(kit: Kit, tmp_path: Path) -> None:
    document = build(kit, tmp_path, "{{ rich('재단', bold=true) | josa('은/는') }}")
    text = "".join(etree.fromstring(read_parts(document)[kit.part]).itertext())
    assert "재단은" in text


@both
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("{{ rich('a', colour='C00000') }}", "colour is not known; known are bold"),
        ("{{ rich('a', color='red') }}", "«red» is no colour"),
        ("{{ rich('a', size=0) }}", "a size is in points, from 1 to 400"),
        ("{{ rich('a', size='12') }}", "a size is in points"),
        ("{{ rich('a', bold='yes') }}", "bold is either true or false"),
        ("{{ rich('a', superscript=true, subscript=true) }}", "either superscript or subscript"),
        ("{{ rich(none) }}", "the value is missing"),
        ("{{ rich([1]) }}", "a list is no text"),
        ("{{ rich('a') | upper }}", "it is more than text"),
        ("{{ 'a%s' | format(rich('a')) }}", "it is more than text"),
        ("{{ rich('a') ~ none }}", "the value is missing"),
        ("{{ rich('a') ~ [1] }}", "a list is no text"),
        ("{{ rich('a') + 1 }}", "a number can't be put together with formatted text"),
        ("{{ rich('\\x01') }}", "the character U+0001 can't stand in a document"),
        ("{{p rich('a') }}", "paragraphs are printed here, and the value is a text"),
        ("{% anchor rich('a') %}a", "it is more than text"),
    ],
)
def test_what_can_not_be_is_refused_with_its_place(
    kit: Kit, typed: str, problem: str, tmp_path: Path
) -> None:
    message = refuse(kit, tmp_path, typed)
    assert problem in message
    assert typed[:20] in message


@both
def test_a_name_that_is_not_defined_is_reported(kit: Kit, tmp_path: Path) -> None:
    assert "nothing is not defined" in refuse(kit, tmp_path, "{{ rich(nothing, bold=true) }}")


@both
def test_pieces_that_double_are_refused(kit: Kit, tmp_path: Path) -> None:
    typed = (
        "{% set n = namespace(x=rich('a')) %}"
        "{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}"
    )
    assert "more than 10,000 pieces of text" in refuse(kit, tmp_path, typed)


@both
def test_a_value_that_a_block_repeats_too_often_is_refused(kit: Kit, tmp_path: Path) -> None:
    typed = (
        "{% set n = namespace(x=rich('a', bold=true)) %}"
        "{% for i in range(13) %}{% set n.x = n.x + n.x %}{% endfor %}"
        "{% set b %}{{ n.x }}{% endset %}{% for i in range(999999) %}{{ b }}{% endfor %}"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(insertion, "MOST_PRINTED", 10**6)
        assert "more than 1,000,000 characters" in refuse(
            kit, tmp_path, typed.replace("999999", "9")
        )


@both
@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{{ rich('') or '-' }}", "-"),
        ("{{ rich(' ') and 'a' }}", "a"),
        ("{{ rich('a') | default('-') }}", "a"),
        ("{{ 1000 ~ rich('') ~ (1 / 4) }}", "10000.25"),
        ("{% macro b(x) %}{{ x }}!{% endmacro %}{{ b(rich('a')) }}", "a!"),
    ],
)
def test_it_is_used_like_other_values(kit: Kit, typed: str, printed: str, tmp_path: Path) -> None:
    parts = read_parts(build(kit, tmp_path, typed))
    assert "".join(etree.fromstring(parts[kit.part]).itertext()).endswith(printed)


def test_too_many_looks_are_refused(tmp_path: Path) -> None:
    typed = "{% for i in range(9999) %}{{ rich('a', color='%06d' | format(i)) }}{% endfor %}"
    assert "more than 2,000 different looks" in refuse(HANGUL, tmp_path, typed)


def test_a_field_code_holds_no_formatted_text(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:instrText>REF {{ rich('a', bold=true) }}</w:instrText></w:r></w:p>"
    template = write_whole(WORD, tmp_path, body)
    with pytest.raises(DataError, match="it is more than text"):
        template.render({"report": {"mark": "", "organization": ""}})


def test_the_outer_look_fills_what_the_inner_leaves_open() -> None:
    assert Look(bold=False).over(Look(bold=True, color="000000")) == Look(False, color="000000")


def test_texts_join_formatted_text() -> None:
    joined = join_rich(("a", Rich((Words("b"),)), "1"))
    assert joined.text == "ab1"


@both
def test_the_same_input_gives_the_same_bytes(kit: Kit, tmp_path: Path) -> None:
    assert build(kit, tmp_path, ALL) == build(kit, tmp_path, ALL)
