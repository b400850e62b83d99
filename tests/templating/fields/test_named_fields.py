"""Fields whose name is an expression, filled without braces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.templating.fields.known_names import KnownNames
from reportgen.templating.fields.named_fields import FieldError, read_name
from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from tests.templating.office_packages import make_word
from tests.templating.small_packages import HANGUL, WORD, Kit, both, compile_parts

GUIDE = "이곳을 마우스로 누르고 내용을 입력하세요."
KNOWN = KnownNames(frozenset({"report"}))
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
    template = compile_parts(kit, kit.parts(body), names=("report", "report.title", "total"))
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
        "defined\n  hint: did you mean report.title?"
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
    assert (
        "a picture or shape stands in the field, and would be lost\n"
        "  hint: leave only text in the field"
    ) in message


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
    assert "a picture or shape stands in the field, and would be lost" in message


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


def test_a_control_around_a_paragraph_may_print_a_text_that_a_prototype_makes() -> None:
    body = WORD.draw("{% macro line(x) %}[{{ x }}]{% endmacro %}z")
    body += around(WORD.draw("보기"), "line(total)")
    assert fill_fields(WORD, body) == "z\n[1234]"


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
    assert (
        "a field of this kind isn't filled by its name\n"
        "  hint: use a control for plain or rich text"
    ) in message


def test_curled_quotes_in_a_name_are_straightened() -> None:
    assert read_name("report[‘title’]", KNOWN) == "report['title']"


def test_a_misspelled_root_is_a_mistake_only_in_a_path() -> None:
    assert read_name("reprot", KNOWN) == ""
    with pytest.raises(FieldError):
        read_name("reprot.title | upper", KNOWN)


LABELS = [
    *("성명", "성명.", "본문1", "이름 (한자)", "작성일(yyyy.mm.dd)", "{성명}", "«성명»", "ＴＥＬ"),
    *("Check Box 1", "No. 1", "No.1", "Text1", "_GoBack", "2026. 6. 30.", "user.name", "e.g. x"),
    *("Organization", "Report", "Report Title", "report title", "Report: Title", "Report. Title"),
    *("Total ($)", "Total (KRW)", "total (원)", "total(원)", "total | 합계", "total：", "total-1"),
    *("Total/Report", "담당자,연락처", "직위:성명", "report@council.kr", "http://report.kr/a.b"),
    *("Link (URL)", "Picture (3x4)", "Picture (  )", "report_date", "링크", "'성명'", "3 x 4"),
]


@both
@pytest.mark.parametrize("name", LABELS)
def test_a_label_stays(kit: Kit, name: str) -> None:
    assert fill_fields(kit, field(kit, name)) == f"제목: {GUIDE}."


@both
@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("report . title", "업무 <보고>"),
        ("(total)", "1234"),
        ("rich(report.title)", "업무 <보고>"),
        ("total ~ '원'", "1234원"),
        ("'제' ~ total ~ '호'", "제1234호"),
        ("total * 2", "2468"),
        ("-total", "-1234"),
        ("report.title if total else '없음'", "업무 <보고>"),
    ],
)
def test_any_expression_is_filled(kit: Kit, name: str, printed: str) -> None:
    assert fill_fields(kit, field(kit, name)) == f"제목: {printed}."


@both
@pytest.mark.parametrize(
    ("name", "problem", "meant"),
    [
        ("Report.title", "Report is not defined", "report.title"),
        ("REPORT.TITLE", "REPORT is not defined", "report.title"),
        ("Report.title | upper", "Report is not defined", "report.title | upper"),
        ("Report['title']", "Report is not defined", "report['title']"),
        ("Total | thousand_won", "Total is not defined", "total | thousand_won"),
        ("ｒｅｐｏｒｔ.title", "it is not spelled as the name of a value", "report.title"),
        ("ｔｏｔａｌ", "ｔｏｔａｌ is not defined", "total"),
        ("report,title", "the sign , stands where a full stop belongs", "report.title"),
        ("report:title", "the sign : stands where a full stop belongs", "report.title"),
        ("report·title", "the sign · stands where a full stop belongs", "report.title"),
        ("report．title", "the sign ． has no meaning in a tag", "report.title"),
        ("report.title；", "the sign ； has no meaning in a tag", "report.title"),
        ("report..title", "behind a full stop no name follows", "report.title"),
        ("report_title", "report_title is not defined", "report.title"),
        ("report-title", "report-title is not defined", "report.title"),
        ("report/title", "report/title is not defined", "report.title"),
        ("report.title​", "a character that can't be seen stands in it", "report.title"),
        ("{report.title}", "braces stand in it", "report.title"),
        ("｛report.title｝", "braces stand in it", "report.title"),
        ("{{ report.title }}", "braces stand in it", "report.title"),
        ("{total}", "braces stand in it", "total"),
        ("${report.title}", "the sign $ has no meaning in a tag", "report.title"),
        ("[report.title]", "it is not spelled as the name of a value", "report.title"),
        ("제목: report.title", "other text stands beside report.title", "report.title"),
        ("rich（report.title）", "the sign （ has no meaning in a tag", "rich(report.title)"),
        ("Picture('a.png')", "Picture is not defined", "picture('a.png')"),
        ("pictrue('a.png')", "pictrue is not defined", "picture('a.png')"),
        ("Page_break()", "Page_break is not defined", "page_break()"),
    ],
)
def test_a_name_that_was_meant_is_told_with_the_right_one(
    kit: Kit, name: str, problem: str, meant: str
) -> None:
    assert field_mistakes(kit, field(kit, name)) == [
        f"paragraph 1 «{name}»: error [template-field] field {name}: {problem}\n"
        f"  hint: did you mean {meant}?"
    ]


@both
@pytest.mark.parametrize(
    ("name", "problem", "hint"),
    [
        (
            "report.title |",
            "something is missing at the end",
            "see docs/templates.md for what may stand in a tag",
        ),
        ("report.", "behind a full stop no name follows", "write a name as report.title, a text"),
        ("total ~", "a value is missing at the end", "see docs/templates.md for what may stand"),
        (
            "report['title",
            "a text in quotes is not closed: '",
            "write the same quote before and behind the text",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_the_words_for_tags(
    kit: Kit, name: str, problem: str, hint: str
) -> None:
    (message,) = field_mistakes(kit, field(kit, name))
    assert message.startswith(
        f"paragraph 1 «{name}»: error [template-field] field {name}: {problem}\n  hint: {hint}"
    )


@both
def test_a_call_of_what_is_no_function_is_told(kit: Kit) -> None:
    (message,) = field_mistakes(kit, field(kit, "rcih(report.title)"))
    assert "[template-undefined] rcih is not defined" in message


@both
def test_the_number_of_a_round_may_name_a_field(kit: Kit) -> None:
    loop = kit.draw("{%p for row in rows %}\nHERE\n{%p endfor %}")
    body = loop.replace(kit.paragraph(["HERE"]), field(kit, "loop.index"))
    assert fill_fields(kit, body) == "제목: 1.\n제목: 2."


@both
def test_two_fields_of_one_name_are_filled_alike(kit: Kit) -> None:
    body = field(kit, "report.title") + field(kit, "report.title", "보기")
    assert fill_fields(kit, body) == "제목: 업무 <보고>.\n제목: 업무 <보고>."


@both
def test_another_tag_in_a_field_is_refused(kit: Kit) -> None:
    assert field_mistakes(kit, field(kit, "report.title", "{{ total }}")) == [
        "paragraph 1 «report.title»: error [template-field] field report.title: {{ total }} "
        "stands in the field, and would be lost\n"
        "  hint: fill the field by its name, or by tags in it, and not by both"
    ]


@both
def test_a_field_may_hold_the_tag_that_its_name_is(kit: Kit) -> None:
    assert fill_fields(kit, field(kit, "total", "{{ total }}")) == "제목: 1234."


HELD = {
    "picture": ("<w:drawing/>", "<hp:pic/>", "a picture or shape"),
    "field": (
        '<w:fldChar w:fldCharType="begin"/>',
        '<hp:ctrl><hp:fieldBegin id="9" type="HYPERLINK"/></hp:ctrl>',
        "a field",
    ),
    "note": (
        '<w:footnoteReference w:id="2"/>',
        "<hp:ctrl><hp:footNote/></hp:ctrl>",
        "a footnote or endnote",
    ),
    "equation": ("<m:oMath/>", "<hp:equation/>", "an equation"),
    "comment": (
        '<w:commentReference w:id="2"/>',
        "<hp:ctrl><hp:hiddenComment/></hp:ctrl>",
        "a comment",
    ),
}


@both
@pytest.mark.parametrize("held", HELD.values(), ids=HELD)
def test_a_field_with_more_than_text_is_refused(kit: Kit, held: tuple[str, str, str]) -> None:
    body = field(kit, "report.title", "보기")
    word, hangul, thing = held
    end = "<hp:t>보기</hp:t>" if kit is HANGUL else "<w:t>보기</w:t>"
    word = word.replace("<m:oMath", '<m:oMath xmlns:m="m"')
    held_body = body.replace(end, end + (hangul if kit is HANGUL else word))
    assert field_mistakes(kit, held_body)[0] == (
        "paragraph 1 «report.title»: error [template-field] field report.title: "
        f"{thing} stands in the field, and would be lost\n  hint: leave only text in the field"
    )


@pytest.mark.parametrize(
    ("inside", "thing"),
    [
        (HANGUL.draw("x\n|b|c|"), "a table"),
        (HANGUL.draw("|b|c|"), "a table"),
        (HANGUL.paragraph(["x"]).replace("<hp:t>x</hp:t>", "<hp:pic/>"), "a picture or shape"),
        (field(HANGUL, "성명"), "a field"),
        (HANGUL.draw("x\ny").replace('pageBreak="0"', 'pageBreak="1"'), "a page break"),
        (HANGUL.draw("{% vm %}x"), "{% vm %}"),
        (HANGUL.draw("x\n{{ total }}"), "{{ total }}"),
        (HANGUL.draw("{%p if total %}\nx\n{%p endif %}"), "{%p if total %}"),
    ],
)
def test_a_named_cell_with_more_than_text_is_refused(inside: str, thing: str) -> None:
    body = named_cell("report.title", "HERE").replace(HANGUL.paragraph(["HERE"]), inside)
    message = field_mistakes(HANGUL, body)[-1].partition("\n")[0]
    assert message == (
        "paragraph 3 «report.title»: error [template-field] field report.title: "
        f"{thing} stands in the field, and would be lost"
    )


def test_a_field_in_a_named_cell_of_the_same_name_is_filled() -> None:
    body = named_cell("report.title", "HERE")
    inside = field(HANGUL, "report.title").replace("<hp:t>제목: </hp:t>", "")
    inside = inside.replace("<hp:t>.</hp:t>", "")
    filled = fill_fields(HANGUL, body.replace(HANGUL.paragraph(["HERE"]), inside))
    assert filled == "|a|업무 <보고>|"


def test_a_named_cell_without_a_run_is_filled() -> None:
    empty = HANGUL.paragraph(["HERE"]).replace(
        '<hp:run charPrIDRef="0"><hp:t>HERE</hp:t></hp:run>', ""
    )
    body = named_cell("report.title", "HERE").replace(HANGUL.paragraph(["HERE"]), empty)
    assert fill_fields(HANGUL, body) == "|a|업무 <보고>|"


def test_a_bookmark_in_a_field_stays() -> None:
    mark = '<hp:ctrl><hp:bookmark name="b"/></hp:ctrl>'
    body = click_field("report.title", "보기").replace(
        "<hp:t>보기</hp:t>", f"<hp:t>보기</hp:t>{mark}"
    )
    xml = render(HANGUL, body)
    assert HANGUL.outline(xml) == "제목: 업무 <보고>."
    assert b'<hp:bookmark name="b"/>' in xml


def test_a_bookmark_in_a_control_stays_around_the_value() -> None:
    marked = (
        '<w:bookmarkStart w:id="3" w:name="b"/><w:r><w:t>보기</w:t></w:r><w:bookmarkEnd w:id="3"/>'
    )
    body = f"<w:p>{around(marked)}</w:p>"
    (paragraph,) = etree.fromstring(render(WORD, body)).iter(f"{W}p")
    names = [etree.QName(part).localname for part in paragraph]
    assert names == ["bookmarkStart", "r", "bookmarkEnd"]


def test_a_control_in_a_control_is_refused() -> None:
    (message,) = field_mistakes(WORD, around(f"<w:p>{around('<w:r/>', '성명')}</w:p>"))
    assert "a form field stands in the field, and would be lost" in message


def test_the_page_set_up_in_a_control_is_refused() -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    (message,) = field_mistakes(WORD, around(WORD.draw("보기") + section))
    assert "a setting of the page stands in the field, and would be lost" in message


def test_a_control_whose_first_paragraph_begins_a_page_is_filled() -> None:
    first = "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>보기</w:t></w:r></w:p>"
    xml = render(WORD, around(first))
    assert WORD.outline(xml) == "업무 <보고>"
    assert b"pageBreakBefore" in xml


@pytest.mark.parametrize("kind", ["<w:date/>", "<w:dropDownList/>", "<w:comboBox/>", "<w:text/>"])
def test_a_control_for_a_choice_or_a_day_is_filled(kind: str) -> None:
    assert fill_fields(WORD, control("report.title", GUIDE, kind)) == "제목: 업무 <보고>."


def test_a_control_that_is_bound_to_data_is_filled_and_not_bound_any_more() -> None:
    xml = render(WORD, control("report.title", "보기", '<w:dataBinding w:xpath="/a"/>'))
    assert WORD.outline(xml) == "제목: 업무 <보고>."
    assert b"dataBinding" not in xml


def test_a_check_box_is_refused() -> None:
    box = '<x:checkbox xmlns:x="http://schemas.microsoft.com/office/word/2010/wordml"/>'
    (message,) = field_mistakes(WORD, control("report.title", "☐", box))
    assert "a field of this kind isn't filled by its name" in message


def test_a_control_whose_title_names_another_value_is_refused() -> None:
    body = control("report.title", GUIDE, '<w:alias w:val="total"/>')
    assert field_mistakes(WORD, body) == [
        "paragraph 1 «report.title»: error [template-field] field report.title: its title names "
        "another value, total\n"
        "  hint: name the value by the tag of the control, or by its title"
    ]


def test_a_title_that_is_a_label_says_nothing() -> None:
    body = control("report.title", GUIDE, '<w:alias w:val="제목"/>')
    assert fill_fields(WORD, body) == "제목: 업무 <보고>."


def form_field(name: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
        f'<w:name w:val="{name}"/></w:ffData></w:fldChar></w:r></w:p>'
    )


def form_object(name: str) -> str:
    return HANGUL.paragraph(["x"]).replace("<hp:t>x</hp:t>", f'<hp:checkBtn name="{name}"/>')


def user_field(name: str) -> str:
    return click_field(name, "보기").replace("CLICK_HERE", "MAILMERGE")


FORMS = {"word": (WORD, form_field), "form": (HANGUL, form_object), "merge": (HANGUL, user_field)}


@pytest.mark.parametrize(("kit", "form"), FORMS.values(), ids=FORMS)
def test_a_field_of_another_kind_is_refused(kit: Kit, form: Callable[[str], str]) -> None:
    (message,) = field_mistakes(kit, form("report.title"))
    assert message.partition("\n")[0] == (
        "paragraph 1 «report.title»: error [template-field] field report.title: "
        "a field of this kind isn't filled by its name"
    )


@pytest.mark.parametrize(("kit", "form"), FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("name", ["total", "성명", "Check1", "_name"])
def test_a_word_that_names_a_field_of_another_kind_is_its_own(
    kit: Kit, form: Callable[[str], str], name: str
) -> None:
    assert name in render(kit, form(name)).decode()


def test_a_block_bookmark_has_a_name_of_its_own() -> None:
    body = click_field("report.title", "보기").replace("CLICK_HERE", "BOOKMARK")
    assert fill_fields(HANGUL, body) == "제목: 보기."


def test_text_in_the_look_of_a_function_stays_in_the_paragraph_of_a_control() -> None:
    body = around(WORD.draw("보기"), "rich(report.title, bold=true) ~ rich(total)")
    assert fill_fields(WORD, body) == "업무 <보고>1234"


def test_a_field_in_a_text_box_is_filled() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{control('report.title', GUIDE)}"
    body = f"{box}</w:txbxContent></w:pict></w:r></w:p>"
    texts = "".join(etree.fromstring(render(WORD, body)).itertext(f"{W}t"))
    assert texts == "제목: 업무 <보고>."


def test_a_field_in_a_header_is_filled() -> None:
    inside = click_field("report.title", GUIDE)
    header = f"<hp:ctrl><hp:header><hp:subList>{inside}</hp:subList></hp:header></hp:ctrl>"
    body = HANGUL.paragraph(["x"]).replace("<hp:t>x</hp:t>", header)
    texts = "".join(etree.fromstring(render(HANGUL, body)).itertext(f"{HP}t"))
    assert texts == "제목: 업무 <보고>."


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("report.title", []),
        (
            "Report.title",
            [
                "small.docx!word/header1.xml!paragraph 1 «Report.title»: error [template-field] "
                "field Report.title: Report is not defined\n  hint: did you mean report.title?"
            ],
        ),
    ],
)
def test_a_control_in_a_header_of_its_own_part_is_filled_or_refused(
    name: str, found: list[str]
) -> None:
    header = f'<w:hdr xmlns:w="{W[1:-1]}">{control(name, GUIDE)}</w:hdr>'.encode()
    parts = make_word("", {"word/header1.xml": header}, ("header", "header1.xml"))
    told = []
    try:
        template = compile_parts(WORD, parts, names=("report", "report.title"))
        filled = template.render(VALUES).parts["word/header1.xml"]
        assert WORD.outline(filled) == "제목: 업무 <보고>."
    except DataError as error:
        told = [str(one) for one in error.diagnostics]
    assert told == found
