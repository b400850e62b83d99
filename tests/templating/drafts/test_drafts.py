"""Messages in red in the place of what failed, in drafts only."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reportgen.formats import Format
from reportgen.rendering import TemplateSet
from reportgen.state import State, load_state
from reportgen.templating import OfficeTemplate
from reportgen.templating.packages.package import write_package
from tests.sample import PROJECT
from tests.templating.drafts.drafting import draft, find_red, read_draft
from tests.templating.small_packages import WORD, Kit, both, mistakes
from tests.templating.test_template import word_package

LOOPS = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}"


@both
@pytest.mark.parametrize(
    ("text", "outline", "red"),
    [
        (
            "a {{ report.titel }} b",
            "a [report.titel is not defined] b",
            ["[report.titel is not defined]"],
        ),
        ("{{ 1 / 0 }}{{ report.title }}", "[division by zero]제목", ["[division by zero]"]),
        (
            "{% for row in rows %}{{ 1 / row }},{% endfor %}",
            "1,[division by zero],",
            ["[division by zero]"],
        ),
        (
            "{%p for x in 5 %}\n{{ x }}\n{%p endfor %}\ny",
            "[a number is no list that could be gone through]\ny",
            ["[a number is no list that could be gone through]"],
        ),
        ("{{ 'a' ~ x }}b", "a[x is not defined]b", ["[x is not defined]"]),
        ("{{ x + 1 }}{{ x | upper }}", "[x is not defined]" * 2, ["[x is not defined]"] * 2),
        ("{% if x %}a{% else %}b{% endif %}c", "b[x is not defined]c", ["[x is not defined]"]),
        (
            "a\n{%p for one in x.y %}\n{{ one }}\n{%p endfor %}\nb",
            "a\n[x is not defined]\nb",
            ["[x is not defined]"],
        ),
        ("|{{ rows }}|b|", "|[a list is no text]|b|", ["[a list is no text]"]),
        (
            "{%p macro m(a) %}\n<{{ a.x }}>\n{%p endmacro %}\n{{p m(report) }}",
            "<[a.x is not defined]>",
            ["[a.x is not defined]"],
        ),
        ("{{ 'R&D' < 1 }}", "[a text and a number can't be compared by <]", None),
        ("{{ report.title }}", "제목", []),
    ],
)
def test_what_fails_is_printed_in_red_in_its_place(
    kit: Kit, text: str, outline: str, red: list[str] | None
) -> None:
    template, parts = draft(kit, text)
    assert kit.outline(parts[kit.part]) == outline
    assert find_red(kit, parts) == ([outline] if red is None else red)
    assert bool(template.faults) is (red != [])


@both
def test_all_that_failed_is_told_with_its_place(kit: Kit) -> None:
    template, _parts = draft(kit, "{{ 1 / 0 }}\n{{ report.titel }}\n{{ none }}")
    assert [(str(one.location).split("!")[2], one.message) for one in template.faults] == [
        ("paragraph 1 «{{ 1 / 0 }}»", "{{ 1 / 0 }} failed: division by zero"),
        ("paragraph 2 «{{ report.titel }}»", "report.titel is not defined"),
        ("paragraph 3 «{{ none }}»", "{{ none }} failed: the value is missing"),
    ]


@both
def test_without_a_draft_everything_that_fails_is_told_together(kit: Kit) -> None:
    found = mistakes(kit, "{{ 1 / 0 }}\n{{ x }}\n{{ none }}\n{% for a in 5 %}{% endfor %}")
    assert [message.split("] ")[1].split("\n")[0] for message in found] == [
        "{{ 1 / 0 }} failed: division by zero",
        "x is not defined",
        "{{ none }} failed: the value is missing",
        "{% for a in 5 %} failed: a number is no list that could be gone through",
    ]


@both
@pytest.mark.parametrize(
    ("tag", "problem", "more"),
    [
        ("{{ 'a' * 10 ** 9 }}", "more than 1,000,000 characters or items", ""),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "a prototype calls itself without an end, or values stand too deep in each other",
            "",
        ),
        pytest.param(LOOPS, "the code takes too many steps", "x", marks=pytest.mark.slow),
    ],
)
def test_a_limit_that_is_passed_is_printed(kit: Kit, tag: str, problem: str, more: str) -> None:
    outline, red, told = read_draft(kit, f"{tag}\n{{{{ report.title }}}}")
    assert outline == f"[{problem}]" * (2 if more else 1) + "\n제목"
    assert set(red) == {f"[{problem}]"}
    assert [one.split(" failed: ")[1] for one in told] == [problem]


@both
def test_a_prototype_without_an_end_in_a_cell_leaves_the_cell(kit: Kit) -> None:
    text = "{% macro m() %}{{ m() }}{% endmacro %}\n|{% vm 'a' %}a{{ m() }}b|c|"
    outline, red, told = read_draft(kit, text)
    problem = "a prototype calls itself without an end, or values stand too deep in each other"
    assert (outline, red) == (f"\n|a[{problem}]b|c|", [f"[{problem}]"])
    assert told == [f"{{{{ m() }}}} failed: {problem}"]


@both
@pytest.mark.slow
def test_tables_after_a_limit_that_is_passed_are_replaced_by_its_message(kit: Kit) -> None:
    table = "|{%tr for x in xs %}||\n|{{ x }}|b|\n|{%tr endfor %}||\n|{% colspan 1 %}c|d|"
    outline, _red, told = read_draft(kit, f"{LOOPS}\na\n{table}")
    assert set(outline.split("\na\n")[1].replace("][", "]\n[").split("\n")) == {
        "[the code takes too many steps]"
    }
    assert told == ["{% for b in range(9999) %} failed: the code takes too many steps"]


@both
def test_of_a_name_whose_value_fails_nothing_more_is_told(kit: Kit) -> None:
    text = "{% set a = 1 / 0 %}{{ a }}{{ a + 1 }}{% for b in a %}{% endfor %}b"
    assert read_draft(kit, text) == (
        "[division by zero]b",
        ["[division by zero]"],
        ["{% set a = 1 / 0 %} failed: division by zero"],
    )


@both
def test_a_block_with_a_value_that_fails_is_left_out(kit: Kit) -> None:
    text = "{% with a = 1 / 0 %}x{{ a }}{% endwith %}b"
    assert read_draft(kit, text)[0] == "[division by zero]b"


@both
def test_a_template_is_filled_anew_each_time(kit: Kit) -> None:
    template, parts = draft(kit, "{% set q %}{{ 1 / 0 }}{% endset %}a")
    assert template.render({}).parts == parts


def test_a_message_keeps_the_size_and_font_of_its_run() -> None:
    look = '<w:rPr><w:rFonts w:ascii="a"/><w:b/><w:sz w:val="30"/></w:rPr>'
    body = f"<w:p><w:r>{look}<w:t>x {{{{ y }}}} z</w:t></w:r></w:p>"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.docx")
        path.write_bytes(write_package(WORD.parts(body)))
        parts = OfficeTemplate(path, WORD.dialect(), {}, draft=True).render({}).parts
    xml = parts[WORD.part].decode()
    assert (
        '<w:r><w:rPr><w:rFonts w:ascii="a"/><w:color w:val="FF0000"/><w:sz w:val="30"/></w:rPr>'
        '<w:t xml:space="preserve">[y is not defined]</w:t></w:r>'
        f'<w:r>{look}<w:t xml:space="preserve"> z</w:t></w:r>' in xml
    )


def test_python_docx_reads_a_draft_with_messages(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(word_package("a {{ x }} b {{ 1 / 0 }}")))
    parts = OfficeTemplate(path, WORD.dialect(), {}, draft=True).render({}).parts
    (paragraph,) = docx.Document(BytesIO(write_package(parts))).paragraphs
    assert paragraph.text == "a [x is not defined] b [division by zero]"
    red = [run.text for run in paragraph.runs if str(run.font.color.rgb) == "FF0000"]
    assert red == ["[x is not defined]", "[division by zero]"]


@pytest.fixture(scope="module")
def state() -> State:
    return load_state(PROJECT)


@pytest.mark.parametrize("form", [Format.DOCX, Format.HWPX])
def test_a_draft_without_failures_has_the_parts_of_a_finished_document(
    state: State, form: Format
) -> None:
    rendered = [
        TemplateSet(PROJECT, (form,), state.context.formatter, draft=draft)
        .find(form)
        .render(dict(state.report))
        .parts
        for draft in (False, True)
    ]
    assert rendered[0] == rendered[1]
