"""Messages of tags that stand where no text can: each is printed at the nearest place."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.templating import OfficeTemplate
from reportgen.templating.packages.package import write_package
from tests.templating.charts.packages import drawing, find_ids, make_chart, make_parts
from tests.templating.drafts.drafting import draft_body, find_red, read_draft
from tests.templating.inclusion.documents import call, name_part, read_body, write_document
from tests.templating.offices import REPORT
from tests.templating.small_packages import HANGUL, WORD, Kit, both

FOO = "[foo is not defined]"
HELD = "{% set q %}{{ foo }}{% endset %}"
_PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="a" descr="{}"/></wp:inline></w:drawing></w:r>'
)
_TITLE = (
    '<chart><title><tx><rich><a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    "<a:r><a:t>T {{ foo }}</a:t></a:r></a:p></rich></tx></title><plotArea>"
)
PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties"><cp:keywords>k {{ foo }}</cp:keywords></cp:coreProperties>'
)


def picture(kit: Kit, text: str) -> str:
    """A paragraph with text, and an object with an alternative text."""
    if kit is WORD:
        return kit.paragraph(["x"]).replace("</w:p>", f"{_PICTURE.format(text)}</w:p>")
    shape = f'<hp:rect id="1"><hp:shapeComment>{text}</hp:shapeComment></hp:rect>'
    return HANGUL._wrap(["<hp:t>x</hp:t>", shape])


def field(code: str) -> str:
    """A paragraph with a field of Word, whose result is 1."""
    runs = [
        "<w:t>see </w:t>",
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText>{code}</w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ]
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"


@both
@pytest.mark.parametrize("text", ["{{ foo }} b", f"{HELD}{{{{ q }}}} b"])
def test_an_alternative_text_that_fails_is_told_before_its_object(kit: Kit, text: str) -> None:
    _template, parts = draft_body(kit, picture(kit, text))
    assert kit.outline(parts[kit.part]) == f"x{FOO}"
    assert find_red(kit, parts) == [FOO]


@pytest.mark.parametrize("code", [" PAGEREF {{foo}} ", "PAGEREF {% if foo %}a{% endif %}"])
def test_a_field_code_that_fails_is_told_before_its_field(code: str) -> None:
    _template, parts = draft_body(WORD, field(code))
    assert WORD.outline(parts[WORD.part]) == f"see {FOO}1"
    assert find_red(WORD, parts) == [FOO]
    assert (
        b'[foo is not defined]</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"' in parts[WORD.part]
    )


def test_the_code_of_a_simple_field_that_fails_is_told_before_it() -> None:
    body = '<w:p><w:fldSimple w:instr="REF {{ foo }}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    _template, parts = draft_body(WORD, body)
    assert WORD.outline(parts[WORD.part]) == f"{FOO}1"


@both
def test_several_messages_at_one_place_are_all_red(kit: Kit) -> None:
    outline, red, _told = read_draft(kit, "|{% cellbg foo %}{% vm 1 / 0 %}a|b|")
    assert sorted(red) == ["[division by zero]", FOO]
    assert outline == f"|{''.join(red)}a|b|"


@both
def test_a_dead_link_is_told_behind_its_text(kit: Kit) -> None:
    text = "{{ link('#no', 't') }} {% anchor 'yes' %}{{ link('#yes', 'u') }}"
    message = "the document has no bookmark «no»"
    assert read_draft(kit, text) == (
        f"t[{message}] u",
        [f"[{message}]"],
        [f"{{{{ link('#no', 't') }}}} failed: {message}"],
    )


@both
def test_a_value_that_can_not_stand_in_its_place_is_told_there(kit: Kit) -> None:
    message = "a new page can't begin in a table, a header, a footer or a note"
    outline, red, _told = read_draft(kit, "|a{{ page_break() }}|")
    assert outline == f"|a[{message}]|"
    assert red == [f"[{message}]"]


@both
@pytest.mark.parametrize(
    ("text", "outline"),
    [
        ("a\n{%p for x in foo %}\n{{ x }}\n{%p endfor %}\nb", f"a\n{FOO}\nb"),
        ("a\n{{p foo }}\nb", f"a\n{FOO}\nb"),
        ("|{%p for x in foo %}¶{{ x }}¶{%p endfor %}|b|", f"|{FOO}|b|"),
        ("|a¶{%p for x in foo %}¶{{ x }}¶{%p endfor %}|b|", f"|a¶{FOO}|b|"),
    ],
)
def test_paragraphs_that_fail_are_told_in_one_of_their_own(
    kit: Kit, text: str, outline: str
) -> None:
    assert read_draft(kit, text) == (outline, [FOO], [FOO[1:-1]])


def test_a_document_property_that_fails_is_told_in_it_and_where_the_document_begins() -> None:
    def edit(parts: dict[str, bytes]) -> None:
        parts["docProps/core.xml"] = PROPERTIES.encode()

    template, parts = draft_body(WORD, WORD.paragraph(["a"]), edit)
    assert b">k [foo is not defined]<" in parts["docProps/core.xml"]
    assert WORD.outline(parts[WORD.part]) == f"{FOO}\na"
    assert find_red(WORD, parts) == [FOO]
    assert [fault.message for fault in template.faults] == [FOO[1:-1]]


def draft_chart(folder: Path, body: str, chart: bytes) -> dict[str, bytes]:
    """The parts of a draft with a chart."""
    path = folder / "a.docx"
    path.write_bytes(write_package(make_parts(body, chart)))
    return OfficeTemplate(path, WORD.dialect(), {}, "a.docx", draft=True).render({}).parts


def test_the_title_of_a_chart_that_fails_is_told_in_it_and_before_it(tmp_path: Path) -> None:
    chart = make_chart().replace(b"<chart><plotArea>", _TITLE.encode())
    parts = draft_chart(tmp_path, WORD.paragraph(["a"]) + drawing(""), chart)
    assert b">T [foo is not defined]<" in parts["word/charts/chart1.xml"]
    assert WORD.outline(parts[WORD.part]) == f"a\n{FOO}"
    assert find_red(WORD, parts) == [FOO]


@pytest.mark.parametrize(
    ("tag", "message"), [("{% chart foo %}", FOO), ("{% chart 1 / 0 %}", "[division by zero]")]
)
def test_a_chart_without_data_stays_as_the_template_has_it(
    tmp_path: Path, tag: str, message: str
) -> None:
    chart = make_chart()
    parts = draft_chart(tmp_path, drawing(tag), chart)
    assert find_red(WORD, parts) == [message]
    assert find_ids(parts) == ["rId9"]
    assert parts["word/charts/chart1.xml"] == chart


def draft_main(folder: Path, kit: Kit, main: str, part: str) -> tuple[str, list[str], list[str]]:
    """The text of a draft that puts another document in, its red texts, and what is told."""
    write_document(folder, kit, "part", kit.draw(part))
    path = write_document(folder, kit, "main", kit.draw(main))
    template = OfficeTemplate(path, kit.dialect(), {}, name_part(kit, "main"), draft=True)
    parts = template.render({"report": REPORT}).parts
    told = [f"{fault.location.file}: {fault.message}" for fault in template.faults]
    return read_body(kit, parts), find_red(kit, parts), told


@both
def test_a_fault_within_a_document_that_is_put_in_is_told_there(tmp_path: Path, kit: Kit) -> None:
    part = "b {{ foo }}\n|{%tr for x in foo %}|\n|{{ x }}|\n|{%tr endfor %}|\n|{% cellbg foo %}c|"
    name = name_part(kit)
    assert draft_main(tmp_path, kit, f"a\n{call(kit)}", part) == (
        f"a\nb {FOO}\n|{FOO}|\n|{FOO}c|",
        [FOO] * 3,
        [f"{name}: foo is not defined"] * 3,
    )


@both
def test_a_block_that_is_printed_in_another_document_is_told_there(
    tmp_path: Path, kit: Kit
) -> None:
    main = f"{HELD}\n{call(kit, more=', a=q')}"
    outline, red, told = draft_main(tmp_path, kit, main, "b {{ a }}!")
    assert outline == f"\nb {FOO}!"
    assert red == [FOO]
    assert told == [f"{name_part(kit, 'main')}: foo is not defined"]


@both
def test_a_document_that_can_not_be_put_in_is_told_in_its_place(tmp_path: Path, kit: Kit) -> None:
    name = name_part(kit, "par")
    outline, red, _told = draft_main(tmp_path, kit, f"a\n{{{{p subdoc('{name}' ~ '') }}}}\nb", "c")
    message = f"[{name} is missing; did you mean {name_part(kit)}?]"
    assert outline == f"a\n{message}\nb"
    assert red == [message]


@both
def test_what_a_name_that_is_computed_leads_to_is_told_with_all_its_mistakes(
    tmp_path: Path, kit: Kit
) -> None:
    main = f"{{{{p subdoc('part.' ~ '{kit}') }}}}"
    outline, red, told = draft_main(tmp_path, kit, main, "{{ z z }}\n{% if %}")
    assert [f"[{one.split(': ', 1)[1]}]" for one in told] == red == outline.split("\n")
    assert len(red) == 3
