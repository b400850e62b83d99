"""A template, filled: values as typed, errors with their place, figures noted."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hwp_hwpx_parser import Reader
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.formats.wordprocessing import W, WordDialect
from reportgen.templating.packages.package import write_package
from tests.templating.small_packages import (
    HANGUL,
    WORD,
    Kit,
    both,
    compile_parts,
    fill,
    mistakes,
    quick,
)

SIGNS = "a가&<>\"'{}%#“’’}{ \n\t\r~@|^]]>"
VALUES = st.text(st.sampled_from(SIGNS) | st.characters(codec="utf-8", exclude_categories=["C"]))
BETWEEN = "between two values stands a sign or word, such as ~ + | == and or"


@dataclass(frozen=True)
class Figure:
    name: str


def unbroken(text: str) -> str:
    """The text with every kind of line break written as one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@both
@quick
@given(value=VALUES)
def test_a_value_comes_out_as_typed(kit: Kit, value: str) -> None:
    assert fill(kit, "x{{ value }}y", value=value) == f"x{unbroken(value)}y"


@both
@pytest.mark.parametrize("value", ["{{ a }}", "{% if %}", "{#", "R&D <select>", "&amp;", "]]>"])
def test_signs_of_xml_and_jinja_are_only_text(kit: Kit, value: str) -> None:
    assert fill(kit, "{{ value }}|{{ value | upper }}", value=value) == f"{value}|{value.upper()}"


@settings(deadline=None, max_examples=15)
@given(value=VALUES)
def test_python_docx_reads_a_value_as_typed(value: str) -> None:
    package = write_package(
        compile_parts(WORD, word_package("<{{ value }}>")).render({"value": value}).parts
    )
    (paragraph,) = docx.Document(BytesIO(package)).paragraphs
    assert paragraph.text == f"<{unbroken(value)}>"


def word_package(text: str) -> dict[str, bytes]:
    """A package that python-docx opens."""
    buffer = BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return {**parts, WORD.part: WORD.document(WORD.draw(text))}


def test_hwp_hwpx_parser_reads_a_value_as_typed(tmp_path: Path) -> None:
    value = "R&D <가&나> {{ x }} \"'"
    path = tmp_path / "a.hwpx"
    path.write_bytes(
        write_package(HANGUL.compile(HANGUL.draw("[{{ v }}]")).render({"v": value}).parts)
    )
    with Reader(str(path)) as reader:
        assert reader.text.strip() == f"[{value}]"


@both
def test_a_place_names_file_part_and_paragraph(kit: Kit) -> None:
    with pytest.raises(DataError) as caught:
        kit.compile(kit.draw("a\nb {{ no }} c")).render({})
    assert str(caught.value.diagnostics[0].location) == (
        f"{kit.file}!{kit.part}!paragraph 2 «b {{{{ no }}}} c»"
    )
    assert caught.value.diagnostics[0].published == "{{ no }}"


@both
@pytest.mark.parametrize(
    ("tag", "problem", "hint"),
    [
        ("{{ a | lenght }}", "there is no filter lenght", "did you mean length?"),
        ("{{ 1 if a else (a | lenght) }}", "there is no filter lenght", "did you mean length?"),
        (
            "{% if a is odb %}{% endif %}",
            "there is no question «is odb»",
            "did you mean odd?",
        ),
        ("{{ a b }}", "«b» doesn't belong there", BETWEEN),
        ("{{ }}", "it is empty", "write a name in it, such as {{ report.title }}"),
        (
            "{{ a. }}",
            "behind a full stop no name follows",
            "write a name as report.title, a text in quotes",
        ),
        (
            "{{ it's }}",
            "a text in quotes is not closed: '",
            "write the same quote before and behind the text",
        ),
        ("{% fro a in b %}{% endfor %}", "there is no tag fro", "did you mean for?"),
        (
            "{% for a on b %}{% endfor %}",
            "the word «in» is missing",
            "write {% for item in list %}",
        ),
    ],
)
def test_a_tag_that_can_not_be_read_is_reported(
    kit: Kit, tag: str, problem: str, hint: str
) -> None:
    (message,) = mistakes(kit, f"{{{{ a }}}}\nx {tag} {{{{ b }}}}\n{{{{ c }}}}")
    place = f"x {tag} {{{{ b }}}}"[:40]
    written = tag.replace("{% endif %}", "").replace("{% endfor %}", "")
    assert message == (
        f"paragraph 2 «{place}»: error [template-syntax] {written}: {problem}\n  hint: {hint}"
    )


@both
def test_an_unknown_filter_is_found_in_a_branch_that_never_runs(kit: Kit) -> None:
    text = "{%p if false %}\n{{ a | lenght }}\n{{ a | uper }}\n{%p endif %}"
    assert mistakes(kit, text) == [
        f"paragraph {number} «{tag}»: error [template-syntax] {tag}: there is no filter {name}"
        f"\n  hint: did you mean {meant}?"
        for number, tag, name, meant in (
            (2, "{{ a | lenght }}", "lenght", "length"),
            (3, "{{ a | uper }}", "uper", "upper"),
        )
    ]


@both
@pytest.mark.parametrize("tag", ["span x.", "columns x y", "anchor x |"])
def test_a_command_that_jinja_can_not_read_is_reported(kit: Kit, tag: str) -> None:
    (message,) = mistakes(kit, f"{{{{ a }}}}\n|{{% {tag} %}}b|")
    assert f"«{{% {tag} %}}b»: error [template-syntax] {{% {tag} %}}: " in message


@both
def test_texts_with_figures_are_noted_once_each_time_they_print(kit: Kit) -> None:
    one, two = Printed("1", (Figure("one"),)), Printed("2", (Figure("two"),))
    plain = Printed("p")
    text = """
        {%p macro m(a) %}
        {{ a }}
        {%p endmacro %}
        {{ two }}{% if false %}{{ two }}{% endif %}
        {%p for a in [one, plain] %}
        {{p m(a) }}
        {%p endfor %}
        |{%tr for a in [two, one] %}||
        |{{ a }}¶{%p if a == "1" %}¶{{ a }}¶{%p endif %}|{{ plain }}|
        |{%tr endfor %}||
        {{ one }}
    """
    template = kit.compile(kit.draw(text))
    values = {"one": one, "two": two, "plain": plain}
    printed = template.render(values).printed
    assert [text.figures[0].name for text in printed] == ["two", "one", "two", "one", "one", "one"]
    assert template.render(values).printed == printed


@both
def test_covered_cells_note_no_figures(kit: Kit) -> None:
    class Cell(Printed):
        row_span, col_span, covered = 1, 2, ""

    class Covered(Cell):
        covered = "left"

    shown, hidden = Cell("1", (Figure("one"),)), Covered("1", (Figure("one"),))
    template = kit.compile(kit.draw("|{% span a %}{{ a }}|{% span b %}{{ b }}|"))
    assert template.render({"a": shown, "b": hidden}).printed == (shown,)


@both
def test_the_same_data_gives_the_same_parts(kit: Kit) -> None:
    template = kit.compile(
        kit.draw("|{%tr for a in b %}|\n|{{ a }}|\n|{%tr endfor %}|\n{{ b[0] }}")
    )
    first = template.render({"b": [1, 2]}).parts
    assert template.render({"b": [1, 2]}).parts == first
    assert template.render({"b": [3]}).parts != first


@both
def test_a_failed_rendering_leaves_nothing_behind(kit: Kit) -> None:
    template = kit.compile(kit.draw("{{ a }}{{ b }}"))
    with pytest.raises(DataError, match="b is not defined"):
        template.render({"a": Printed("1", (Figure("one"),))})
    assert template.render({"a": "x", "b": "y"}).printed == ()


@both
def test_anchors_are_bookmarks_at_their_paragraphs(kit: Kit) -> None:
    text = "{%p for a in b %}\n{% anchor 'to_' ~ a %}{{ a }}\n{%p endfor %}"
    xml = kit.compile(kit.draw(text)).render({"b": ["x-1", "y"]}).parts[kit.part].decode()
    assert kit.outline(xml.encode()) == "x-1\ny"
    if kit is WORD:
        mark = '<w:p><w:pPr/><w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'
        assert mark.format(100001, "to_x-1") in xml
        assert mark.format(100002, "to_y") in xml
    else:
        mark = '<hp:ctrl><hp:bookmark name="{}"/></hp:ctrl><hp:t>'
        assert mark.format("to_x-1") in xml
        assert mark.format("to_y") in xml


def test_headers_and_footers_are_filled_and_number_on() -> None:
    header = WORD.document(WORD.draw("{% anchor 'h' %}{{ a }}")).replace(b"document", b"hdr")
    parts = {**WORD.parts(WORD.draw("{% anchor 'd' %}{{ a }}")), "word/header2.xml": header}
    filled = compile_parts(WORD, parts).render({"a": "x"}).parts
    assert b">x</w:t>" in filled["word/header2.xml"]
    ids = [
        mark.get(f"{W}id")
        for name in (WORD.part, "word/header2.xml")
        for mark in etree.fromstring(filled[name]).iter(f"{W}bookmarkStart")
    ]
    assert ids == ["100001", "100002"]


def test_ids_number_on_from_section_to_section() -> None:
    parts = HANGUL.parts(HANGUL.draw("a\n|b|")) | {
        "Contents/section1.xml": HANGUL.document("<hp:p/>")
    }
    filled = compile_parts(HANGUL, parts).render({}).parts
    assert b'<hp:p id="5"' in filled["Contents/section1.xml"]


def test_mistakes_of_every_part_are_reported_together() -> None:
    parts = {
        **WORD.parts(WORD.draw("{{ a")),
        "word/footer1.xml": WORD.document(WORD.draw("{{ a.. }}")),
    }
    with pytest.raises(DataError) as caught:
        compile_parts(WORD, parts)
    places = [diagnostic.location.sheet for diagnostic in caught.value.diagnostics]
    assert places == ["word/document.xml", "word/footer1.xml"]


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"mimetype": b"x"}, "small.docx: error [template-file] this is no office document"),
        (
            {"word/document.xml": b"<w:document>"},
            "small.docx!word/document.xml!?: error [template-file] "
            "the part is damaged: its XML breaks in line 1",
        ),
    ],
)
def test_a_package_of_something_else_is_reported(parts: dict[str, bytes], message: str) -> None:
    with pytest.raises(DataError) as caught:
        compile_parts(WORD, parts)
    assert str(caught.value).partition("\n")[0] == message


def test_a_template_is_named_by_its_path_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(WORD.parts(WORD.draw("{{ no }}"))))
    with pytest.raises(DataError) as caught:
        OfficeTemplate(path, WordDialect(), {}).render({})
    assert caught.value.diagnostics[0].location.file == path.as_posix()
