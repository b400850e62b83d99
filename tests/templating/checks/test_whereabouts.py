"""Where a mistake stands, in words by which a person finds it."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import DataError
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import read_package
from tests.sample import PROJECT
from tests.templating.small_packages import HANGUL, WORD, Kit, both, compile_parts

HEAD = "http://www.hancom.co.kr/hwpml/2011/head"
STYLES = {
    "word/styles.xml": (
        f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/>'
        '</w:pPr></w:style><w:style w:styleId="H"><w:basedOn w:val="H1"/></w:style></w:styles>'
    ).encode(),
    "Contents/header.xml": (
        f'<hh:head xmlns:hh="{HEAD}"><hh:paraPr id="7"><hh:heading type="OUTLINE" level="0"/>'
        "</hh:paraPr></hh:head>"
    ).encode(),
}


def styled(kit: Kit, text: str) -> dict[str, bytes]:
    """A package whose paragraphs that begin with # are headings, and with = begin a page."""
    body = kit.draw(text)
    pieces = body.split("<w:p>" if kit is WORD else "<hp:p ")
    marked = [_mark(kit, piece) for piece in pieces]
    parts = kit.parts(("<w:p>" if kit is WORD else "<hp:p ").join(marked))
    name = "word/styles.xml" if kit is WORD else "Contents/header.xml"
    return {**parts, name: STYLES[name]}


def _mark(kit: Kit, piece: str) -> str:
    if ">#" in piece:
        heading = '<w:pPr><w:pStyle w:val="H"/></w:pPr>'
        piece = piece.replace("<w:pPr/>", heading, 1).replace('IDRef="0"', 'IDRef="7"', 1)
    if ">=" in piece:
        broken = "<w:pPr><w:pageBreakBefore/></w:pPr>"
        piece = piece.replace("<w:pPr/>", broken, 1).replace('pageBreak="0"', 'pageBreak="1"', 1)
    return piece


def explain(kit: Kit, text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        compile_parts(kit, styled(kit, text)).render({"a": 1})
    return [diagnostic.context for diagnostic in caught.value.diagnostics]


@both
@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("{{ x }}", ""),
        ("# one\ny\n{{ x }}", "below «# one»"),
        ("# one\n# two\n{{ x }}", "below «# two»"),
        ("# one\n= page\nz\n{{ x }}", "below «= page»"),
        ("{%p macro m(a) %}\n{{ a.. }}\n{%p endmacro %}", "in the prototype m"),
        ("{%p macro m(a) %}\n{%p endmacro %}\n# one\n{{ x }}", "below «# one»"),
        ("{%p macro m(a) %}\n# one\n{%p endmacro %}\n{{ x }}", ""),
        ("# one\n{% macro m() %}a{% endmacro %}\n{{ x }}", "below «# one»"),
        ("# one\n{% macro m() %}a{% endmacro %} {{ x }}", "below «# one»"),
        ("# one\n{% macro m() %}{{ a.. }}{% endmacro %}", "in the prototype m"),
        (f"# one\n{{% macro m() %}}{'가' * 300}{{% endmacro %}}\n{{{{ x }}}}", "below «# one»"),
        (
            "{%p macro m() %}\n{% macro n() %}a{% endmacro %}\n{{ a.. }}\n{%p endmacro %}",
            "in the prototype m",
        ),
        ("{%- macro m() %}{{ a.. }}{%- endmacro %}", "in the prototype m"),
        ("# one\ntitle\n|a|b|\n|c|{{ x }}|", "below «# one», table «title», row 2, column 2"),
        ("|head|b|\n|c|{{ x }}|", "table «head», row 2, column 2"),
        ("{%p if a %}\n|{{ x }}|b|\n{%p endif %}", "table «{{ x }}», row 1, column 1"),
    ],
)
def test_a_place_is_told_as_a_person_sees_it(kit: Kit, text: str, context: str) -> None:
    assert explain(kit, text) == [context]


@both
def test_the_context_stands_below_the_message_and_in_json(kit: Kit) -> None:
    with pytest.raises(DataError) as caught:
        compile_parts(kit, styled(kit, "# one\n{{ x }}")).render({})
    (found,) = caught.value.diagnostics
    assert "\n  at: below «# one»\n  hint: " in str(found)
    assert found.as_json()["context"] == "below «# one»"
    assert found.as_json()["location"].endswith("paragraph 2 «{{ x }}»")


def test_headers_and_footers_are_called_so() -> None:
    header = WORD.document(WORD.draw("{{ x }}")).replace(b"document", b"hdr")
    parts = {**WORD.parts(""), "word/header2.xml": header}
    with pytest.raises(DataError) as caught:
        compile_parts(WORD, parts).render({})
    assert caught.value.diagnostics[0].context == "in the page header"


def test_a_header_within_a_section_is_called_so() -> None:
    body = f"<hp:header><hp:subList>{HANGUL.draw('{{ x }}')}</hp:subList></hp:header>"
    with pytest.raises(DataError) as caught:
        compile_parts(HANGUL, HANGUL.parts(f"<hp:p><hp:ctrl>{body}</hp:ctrl></hp:p>")).render({})
    assert caught.value.diagnostics[0].context == "in the page header"


@pytest.mark.parametrize(
    ("kit", "file"),
    [(WORD, "docx/council-report.docx"), (HANGUL, "hwpx/council-report.hwpx")],
    ids=["docx", "hwpx"],
)
def test_a_mistake_in_the_projects_own_template_is_found(kit: Kit, file: str) -> None:
    parts = read_package(PROJECT / "templates" / file, file)
    spoiled = parts[kit.part].replace(b"{{ block.title }}", b"{{ }}", 1)
    with pytest.raises(DataError) as caught:
        compile_parts(kit, {**parts, kit.part: spoiled})
    context = caught.value.diagnostics[0].context
    assert context == "in the prototype small_flow, table «※», row 1, column 1"
