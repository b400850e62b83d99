"""Fields whose name is an expression, filled without braces."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.templating.fields.named_fields import FieldError, find_bound, read_name
from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from tests.templating.small_packages import HANGUL, WORD, Kit, both, compile_parts

GUIDE = "이곳을 마우스로 누르고 내용을 입력하세요."
VALUES = {"report": {"title": "업무 <보고>"}, "rows": ["a", "b"], "total": 1234}


def field(kit: Kit, name: str, inside: str = GUIDE) -> str:
    """A paragraph with a field between two texts."""
    return click_field(name, inside) if kit is HANGUL else control(name, inside)


def click_field(name: str, inside: str, end: str = "7") -> str:
    begin = (
        f'<hp:ctrl><hp:fieldBegin id="7" type="CLICK_HERE" name="{name}" editable="1" dirty="0"'
        ' zorder="-1" fieldid="627272811"><hp:parameters cnt="3" name="">'
        '<hp:integerParam name="Prop">9</hp:integerParam><hp:stringParam name="Command">'
        f"Clickhere:set:66:Direction:wstring:23:{GUIDE} HelpState:wstring:0:  </hp:stringParam>"
        f'<hp:stringParam name="Direction">{GUIDE}</hp:stringParam></hp:parameters>'
        "</hp:fieldBegin></hp:ctrl>"
    )
    text = f"<hp:t>{inside}</hp:t>" if inside else ""
    return (
        '<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">'
        f'<hp:run charPrIDRef="1"><hp:t>제목: </hp:t>{begin}</hp:run>'
        f'<hp:run charPrIDRef="2">{text}</hp:run><hp:run charPrIDRef="1"><hp:ctrl>'
        f'<hp:fieldEnd beginIDRef="{end}" fieldid="627272811"/></hp:ctrl><hp:t>.</hp:t></hp:run>'
        "</hp:p>"
    )


def control(name: str, inside: str, properties: str = "", named: str = "tag") -> str:
    guide = "<w:showingPlcHdr/>" if inside == GUIDE else ""
    look = '<w:rStyle w:val="a3"/><w:b/>' if guide else "<w:i/>"
    return (
        "<w:p><w:pPr/><w:r><w:t>제목: </w:t></w:r>"
        f'<w:sdt><w:sdtPr><w:{named} w:val="{name}"/><w:id w:val="5"/>{guide}{properties}</w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr>{look}</w:rPr><w:t>{inside}</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:t>.</w:t></w:r></w:p>"
    )


def render(kit: Kit, body: str, **values: object) -> bytes:
    template = compile_parts(kit, kit.parts(body), names=("report", "total"))
    return template.render({**VALUES, **values}).parts[kit.part]


def fill_fields(kit: Kit, body: str) -> str:
    return kit.outline(render(kit, body))


def field_mistakes(kit: Kit, body: str) -> list[str]:
    try:
        render(kit, body)
    except DataError as error:
        place = f"{kit.file}!{kit.part}!"
        return [str(diagnostic).replace(place, "") for diagnostic in error.diagnostics]
    return []


@both
def test_a_field_is_filled_by_its_name(kit: Kit) -> None:
    assert fill_fields(kit, field(kit, "report.title")) == "제목: 업무 <보고>."


@both
def test_what_was_typed_into_a_field_goes(kit: Kit) -> None:
    assert fill_fields(kit, field(kit, "report.title", "보기")) == "제목: 업무 <보고>."


@both
def test_the_name_may_have_a_filter(kit: Kit) -> None:
    assert fill_fields(kit, field(kit, "report['title'] | upper | length")) == "제목: 7."


@both
@pytest.mark.parametrize(
    "name", ["성명", "성명.", "No. 1", "담당 (전화)", "", "user.name", "e.g. x"]
)
def test_a_name_that_is_no_expression_stays(kit: Kit, name: str) -> None:
    xml = render(kit, field(kit, name))
    assert kit.outline(xml) in (f"제목: {GUIDE}.", "제목: .")
    kept = "fieldBegin" if kit is HANGUL else "sdtContent"
    assert kept in xml.decode()


@both
def test_a_field_in_a_loop_prints_the_name_of_the_loop(kit: Kit) -> None:
    loop = kit.draw("{%p for row in rows %}\nHERE\n{%p endfor %}")
    body = loop.replace(kit.paragraph(["HERE"]), field(kit, "row"))
    assert fill_fields(kit, body) == "제목: a.\n제목: b."


@both
def test_a_field_in_a_repeated_row_is_filled(kit: Kit) -> None:
    table = kit.draw("|{%tr for row in rows %}|\n|HERE|\n|{%tr endfor %}|")
    body = table.replace(kit.paragraph(["HERE"]), field(kit, "row"))
    assert fill_fields(kit, body) == "|제목: a.|\n|제목: b.|"


@both
def test_no_field_is_left_of_one_that_is_filled(kit: Kit) -> None:
    xml = render(kit, field(kit, "report.title")).decode()
    assert "field" not in xml
    assert "sdt" not in xml


@both
def test_a_member_that_is_not_defined_is_reported(kit: Kit) -> None:
    (message,) = field_mistakes(kit, field(kit, "report.titel"))
    assert message.startswith(
        "paragraph 1 «제목: {{ report.titel }}.»: error [template-undefined] "
    )


@both
def test_a_name_that_is_nearly_one_is_reported(kit: Kit) -> None:
    assert field_mistakes(kit, field(kit, "reprot.title")) == [
        "paragraph 1 «reprot.title»: error [template-field] field reprot.title: reprot is not "
        "defined\n  hint: did you mean report?"
    ]


@both
@pytest.mark.parametrize("name", ["report.title |", "report.title (제목", "report.title 제목"])
def test_a_name_that_only_begins_as_an_expression_is_reported(kit: Kit, name: str) -> None:
    (message,) = field_mistakes(kit, field(kit, name))
    assert f"paragraph 1 «{name}»: error [template-field] field {name}: " in message


@both
def test_a_name_with_braces_is_reported(kit: Kit) -> None:
    (message,) = field_mistakes(kit, field(kit, "report['}}']"))
    assert "error [template-field]" in message
    assert "braces stand in it" in message


@both
def test_more_than_text_in_a_field_is_reported(kit: Kit) -> None:
    body = field(kit, "report.title", "보기")
    picture = "<hp:pic/>" if kit is HANGUL else "<w:r><w:drawing/></w:r>"
    end = "<hp:t>보기</hp:t>" if kit is HANGUL else "<w:t>보기</w:t></w:r>"
    (message,) = field_mistakes(kit, body.replace(end, end + picture))
    assert "more than text stands in the field\n  hint: leave only text in the field" in message


def test_a_click_field_over_several_paragraphs_is_reported() -> None:
    (message,) = field_mistakes(HANGUL, click_field("report.title", GUIDE, end="8"))
    assert "the field doesn't end in its paragraph" in message


def test_a_click_field_without_its_guide_text_is_filled() -> None:
    assert fill_fields(HANGUL, click_field("report.title", "")) == "제목: 업무 <보고>."


def named_cell(name: str, inside: str = "보기¶둘") -> str:
    table = HANGUL.draw(f"|a|{inside}|")
    head, _sign, rest = table.rpartition('<hp:tc name=""')
    return f'{head}<hp:tc name="{name}"{rest}'


def test_a_cell_is_filled_by_its_name() -> None:
    xml = render(HANGUL, named_cell("report.title"))
    assert HANGUL.outline(xml) == "|a|업무 <보고>|"
    assert b"report.title" not in xml


def test_a_cell_with_a_plain_name_stays() -> None:
    xml = render(HANGUL, named_cell("성명"))
    assert HANGUL.outline(xml) == "|a|보기¶둘|"
    assert 'name="성명"' in xml.decode()


def test_a_cell_whose_name_is_nearly_one_is_reported() -> None:
    (message,) = field_mistakes(HANGUL, named_cell("reprot.title"))
    assert "error [template-field] field reprot.title: reprot is not defined" in message


def test_a_cell_with_more_than_text_is_reported() -> None:
    body = named_cell("report.title").replace("<hp:t>둘</hp:t>", "<hp:pic/>")
    (message,) = field_mistakes(HANGUL, body)
    assert "more than text stands in the field" in message


def find_run(xml: bytes, path: str) -> etree._Element:
    root = etree.fromstring(xml)
    (run,) = [each for each in root.iter(path) if "업무" in "".join(each.itertext())]
    return run


def test_the_value_looks_as_the_text_around_a_click_field_unless_one_was_typed() -> None:
    guided = find_run(render(HANGUL, click_field("report.title", GUIDE)), f"{HP}run")
    typed = find_run(render(HANGUL, click_field("report.title", "보기")), f"{HP}run")
    assert (guided.get("charPrIDRef"), typed.get("charPrIDRef")) == ("1", "2")


def test_the_value_looks_as_what_was_typed_into_a_control_not_as_its_guide_text() -> None:
    guided = find_run(render(WORD, control("report.title", GUIDE)), f"{W}r")
    typed = find_run(render(WORD, control("report.title", "보기")), f"{W}r")
    assert [etree.QName(part).localname for part in guided[0]] == ["b"]
    assert [etree.QName(part).localname for part in typed[0]] == ["i"]


def test_the_look_of_the_control_itself_comes_first() -> None:
    body = control("report.title", GUIDE, "<w:rPr><w:u/></w:rPr>")
    run = find_run(render(WORD, body), f"{W}r")
    assert [etree.QName(part).localname for part in run[0]] == ["u"]


def test_a_control_is_filled_by_its_title() -> None:
    assert fill_fields(WORD, control("report.title", GUIDE, named="alias")) == "제목: 업무 <보고>."


def around(content: str, name: str = "report.title") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{name}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent>'
        "</w:sdt>"
    )


def test_a_control_around_paragraphs_becomes_one() -> None:
    body = WORD.draw("a") + around(WORD.draw("보기\n둘")) + WORD.draw("z")
    assert fill_fields(WORD, body) == "a\n업무 <보고>\nz"


def test_a_control_around_a_paragraph_may_print_a_prototype() -> None:
    body = WORD.draw("{%p macro line(x) %}\n[{{ x }}]\n{%p endmacro %}")
    body += around(WORD.draw("보기"), "line(total)")
    assert fill_fields(WORD, body) == "[1234]"


def test_a_control_around_a_cell_is_filled() -> None:
    table = WORD.draw("|a|보기|")
    start = table.rindex("<w:tc>")
    body = table[:start] + around(table[start:].partition("</w:tr>")[0]) + "</w:tr></w:tbl>"
    assert fill_fields(WORD, body) == "|a|업무 <보고>|"


def test_a_control_around_a_row_is_reported() -> None:
    table = WORD.draw("|a|b|")
    start, end = table.index("<w:tr>"), table.index("</w:tbl>")
    (message,) = field_mistakes(WORD, table[:start] + around(table[start:end]) + table[end:])
    assert "the field covers whole rows\n  hint: let the field stand in one cell" in message


def test_a_control_for_a_picture_is_reported() -> None:
    (message,) = field_mistakes(WORD, control("report.title", GUIDE, "<w:picture/>"))
    assert "more than text stands in the field" in message


def test_names_are_bound_by_loops_sets_and_prototypes() -> None:
    texts = ["{%p for a, b in c %}", "{% set d = 1 %}", "{%p macro e(f, g=1) %}", "h {{ i }}"]
    assert set(find_bound(texts)) == {"a", "b", "d", "e", "f", "g"}


def test_curled_quotes_in_a_name_are_straightened() -> None:
    assert read_name("report[‘title’]", ("report",)) == "report['title']"


def test_a_misspelled_root_is_a_mistake_only_in_a_path() -> None:
    assert read_name("reprot", ("report",)) == ""
    with pytest.raises(FieldError):
        read_name("reprot.title | upper", ("report",))
