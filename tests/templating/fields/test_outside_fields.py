"""Tags outside paragraphs are filled as plain text, or refused with their place."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

import pytest
from lxml import etree

from reportgen.diagnostics import DataError
from reportgen.templating.formats.wordprocessing import W
from tests.templating.office_packages import make_hangul, make_word
from tests.templating.small_packages import HANGUL, WORD, Kit, compile_parts

VALUE = '가 "나" & <다>\n라'
ONE_LINE = '가 "나" & <다> 라'


def render(kit: Kit, parts: Mapping[str, bytes], **context: object) -> dict[str, bytes]:
    return compile_parts(kit, parts).render({"a": VALUE, **context}).parts


def mistakes(kit: Kit, parts: Mapping[str, bytes], **context: object) -> list[str]:
    with pytest.raises(DataError) as caught:
        render(kit, parts, **context)
    found = [str(diagnostic).partition("\n")[0] for diagnostic in caught.value.diagnostics]
    return [message.replace("error ", "").partition("!")[2] for message in found]


def word(body: str) -> dict[str, bytes]:
    return make_word(f"<w:p>{body}</w:p>")


def hangul(content: str) -> dict[str, bytes]:
    return make_hangul(HANGUL.paragraph(["x"]).replace("<hp:t>x</hp:t>", content))


def values(data: bytes) -> str:
    """All texts and attributes of a part."""
    root = etree.fromstring(data)
    return "\t".join(
        text
        for element in root.iter("*")
        for text in (*map(str, element.attrib.values()), element.text or "", element.tail or "")
    )


WORD_PLACES = {
    "alternative text": '<w:r><w:drawing><wp:docPr descr="{}"/></w:drawing></w:r>',
    "title of a picture": '<w:r><w:drawing><wp:docPr title="{}"/></w:drawing></w:r>',
    "alternative text of a shape": '<w:r><w:pict><v:shape alt="{}"/></w:pict></w:r>',
    "text along a path": '<w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r>',
    "caption of a table": '<w:tbl><w:tblPr><w:tblCaption w:val="{}"/></w:tblPr></w:tbl>',
    "default of a form": '<w:r><w:fldChar><w:ffData><w:textInput><w:default w:val="{}"/>'
    "</w:textInput></w:ffData></w:fldChar></w:r>",
    "entry of a list": '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{}"/>'
    "</w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>",
    "equation": "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>",
}


@pytest.mark.parametrize("place", WORD_PLACES.values(), ids=WORD_PLACES)
def test_places_of_a_docx_are_filled(place: str) -> None:
    filled = render(WORD, word(place.format("앞 {{ a }} 뒤")))["word/document.xml"]
    assert f"앞 {VALUE} 뒤" in values(filled)


HANGUL_PLACES = {
    "equation": "<hp:equation><hp:script>{}</hp:script></hp:equation>",
    "text above": "<hp:dutmal><hp:mainText>x</hp:mainText><hp:subText>{}</hp:subText></hp:dutmal>",
    "form": "<hp:edit><hp:text>{}</hp:text></hp:edit>",
    "button": '<hp:btn captionText="{}"/>',
    "entry of a list": '<hp:comboBox><hp:listItem displayText="{}"/></hp:comboBox>',
    "comment of a shape": "<hp:rect><hp:shapeComment>{}</hp:shapeComment></hp:rect>",
    "art": '<hp:textart text="{}"/>',
    "overlap": '<hp:compose composeText="{}"/>',
    "index": "<hp:ctrl><hp:indexmark><hp:firstKey>{}</hp:firstKey></hp:indexmark></hp:ctrl>",
    "field parameter": '<hp:ctrl><hp:fieldBegin type="HYPERLINK"><hp:parameters>'
    '<hp:stringParam name="Path">{}</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>',
}


@pytest.mark.parametrize("place", HANGUL_PLACES.values(), ids=HANGUL_PLACES)
def test_places_of_a_hwpx_are_filled(place: str) -> None:
    filled = render(HANGUL, hangul(place.format("앞 {{ a }} 뒤")))["Contents/section0.xml"]
    assert f"앞 {VALUE} 뒤" in values(filled)


CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:p>'
    "<a:r><a:t>앞 {</a:t></a:r><a:r><a:t>{ a</a:t></a:r><a:r><a:t> }} 뒤</a:t></a:r></a:p>"
    "</c:title><c:v>{{ a }}</c:v></c:chartSpace>"
).encode()


def test_a_chart_of_a_docx_is_filled_wherever_its_runs_are_cut() -> None:
    parts = make_word("", {"word/charts/c.xml": CHART}, ("chart", "charts/c.xml"))
    root = etree.fromstring(render(WORD, parts)["word/charts/c.xml"])
    assert "".join(root.itertext("{*}t")) == f"앞 {VALUE} 뒤"
    assert root[-1].text == VALUE


def test_a_chart_of_a_hwpx_is_filled_wherever_its_runs_are_cut() -> None:
    parts = make_hangul(HANGUL.draw("x"), {"Chart/chart1.xml": CHART})
    root = etree.fromstring(render(HANGUL, parts)["Chart/chart1.xml"])
    assert "".join(root.itertext("{*}t")) == f"앞 {VALUE} 뒤"


@pytest.mark.parametrize(
    ("name", "xml"),
    [
        (
            "docProps/core.xml",
            '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties"><c:keywords>{{ a }}</c:keywords></c:coreProperties>',
        ),
        (
            "docProps/custom.xml",
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'custom-properties"><property name="b"><v>{{ a }}</v></property></Properties>',
        ),
        ("customXml/item1.xml", '<store field="{{ a }}">{{ a }}</store>'),
        ("word/diagrams/data1.xml", CHART.decode()),
    ],
)
def test_properties_and_stores_are_filled(name: str, xml: str) -> None:
    assert VALUE in values(render(WORD, make_word("", {name: xml.encode()}))[name])


def test_properties_of_a_hwpx_are_filled() -> None:
    parts = make_hangul(HANGUL.draw("x"), metadata='<opf:meta name="keyword">{{ a }}</opf:meta>')
    assert VALUE in values(render(HANGUL, parts)["Contents/content.hpf"])


def test_parts_without_tags_are_handed_on_as_they_are() -> None:
    theme = CHART.replace(b"{", b"[").replace(b"}", b"]") + b"<!-- {GUID} -->"
    parts = make_word("", {"word/theme/theme1.xml": theme})
    assert render(WORD, parts)["word/theme/theme1.xml"] == theme


def test_a_field_code_is_filled_on_one_line() -> None:
    body = '<w:fldSimple w:instr=" QUOTE &quot;{{ a }}&quot; "/>'
    filled = etree.fromstring(render(WORD, word(body))["word/document.xml"])
    (field,) = filled.iter("{*}fldSimple")
    assert field.attrib.values() == [' QUOTE "가 \\"나\\" & <다> 라" ']


def test_a_field_code_in_runs_is_filled_on_one_line() -> None:
    cut = ("HYPER", 'LINK "htt', "ps://a.kr/{", "{ a", ' }}" \\h')
    body = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in cut)
    filled = etree.fromstring(render(WORD, word(body))["word/document.xml"])
    code = "".join(filled.itertext("{*}instrText"))
    assert unquote(code) == f'HYPERLINK "https://a.kr/{VALUE}" \\h'
    assert code.count('"') == 2
    assert "\n" not in code


def test_a_field_code_of_an_older_program_is_read_with_its_braces_encoded() -> None:
    body = '<w:r><w:instrText>HYPERLINK "%7B%7B%20b%20%7D%7D"</w:instrText></w:r>'
    filled = render(WORD, word(body), b="https://a.kr")["word/document.xml"]
    assert 'HYPERLINK "https://a.kr"' in values(filled)


COMMAND = '<hp:fieldBegin><hp:stringParam name="Command">{}</hp:stringParam></hp:fieldBegin>'


def test_the_command_of_a_hangul_link_masks_its_signs() -> None:
    command = COMMAND.format("https\\://a.kr/{{ b }};1;0;0;")
    filled = render(HANGUL, hangul(command), b="x;y:z")["Contents/section0.xml"]
    assert "https\\://a.kr/x\\;y\\:z;1;0;0;" in values(filled)


@pytest.mark.parametrize(("length", "counted"), [(10, 11), (12, 11), (7, 10)])
def test_counted_texts_of_a_hangul_field_say_their_new_length(length: int, counted: int) -> None:
    direction = f"Direction:wstring:{length}:앞 {{{{ b }}}}!"
    filled = render(HANGUL, hangul(COMMAND.format(direction)), b="R&D: <가>")
    expected = f"Direction:wstring:{counted}:앞 R&D: <가>!"
    assert expected in values(filled["Contents/section0.xml"])


def test_a_set_of_counted_texts_says_its_new_length() -> None:
    items = "Direction:wstring:10:앞 {{ b }}! HelpState:wstring:0: "
    command = f"Clickhere:set:{len(items)}:{items} "
    filled = render(HANGUL, hangul(COMMAND.format(command)), b="아주 긴 이름")
    items = "Direction:wstring:10:앞 아주 긴 이름! HelpState:wstring:0: "
    written = values(filled["Contents/section0.xml"])
    assert f"Clickhere:set:{len(items)}:{items} " in written


def test_a_condition_may_stand_in_one_attribute() -> None:
    body = WORD_PLACES["alternative text"].format("{% if b %}있음 {{ b }}{% else %}없음{% endif %}")
    assert "있음 1" in values(render(WORD, word(body), b=1)["word/document.xml"])
    assert "없음" in values(render(WORD, word(body), b=0)["word/document.xml"])


def test_a_field_in_a_loop_is_filled_in_every_round() -> None:
    picture = WORD.paragraph(["x"]).replace(
        "<w:t>x</w:t>", '<w:drawing><wp:docPr descr="{{ n }}"/></w:drawing>'
    )
    body = WORD.draw("{%p for n in ns %}") + picture + WORD.draw("{%p endfor %}")
    root = etree.fromstring(render(WORD, make_word(body), ns=["가", "나"])["word/document.xml"])
    assert [each.get("descr") for each in root.iter("{*}docPr")] == ["가", "나"]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("{{ zz }}", "[template-undefined] zz is not defined"),
        ("{{ a", "[template-syntax] {{ is not closed"),
        ("a }}", "[template-syntax] }} closes no tag"),
        ("{% if a %}", "[template-nesting] {% if a %} is never closed"),
        (
            "{%p if a %}",
            "[template-tag-place] {%p if a %} can't stand here, where there is only text",
        ),
        ("{{p a }}", "[template-tag-place] {{p a }} can't stand here, where there is only text"),
        (
            "{% anchor a %}",
            "[template-tag-place] {% anchor a %} can't stand here, where there is only text",
        ),
        ("{{ [a] }}", "[template-value] {{ [a] }} failed: a list is no text"),
    ],
)
def test_what_is_wrong_in_an_attribute_is_said_with_its_place(typed: str, message: str) -> None:
    body = WORD_PLACES["alternative text"].format(typed)
    assert mistakes(WORD, word(body)) == [
        f"word/document.xml!alternative text «{typed}»: {message}"
    ]


def test_paragraphs_of_a_prototype_are_refused_in_an_attribute() -> None:
    body = WORD.draw("{%p macro m() %}\nx\n{%p endmacro %}") + WORD.paragraph(["x"]).replace(
        "<w:t>x</w:t>", '<w:drawing><wp:docPr descr="{{ m() }}"/></w:drawing>'
    )
    (message,) = mistakes(WORD, make_word(body))
    assert "the value is paragraphs or tables, which can't stand here" in message


@pytest.mark.parametrize(
    "script", ["{{a} over {b}}", "{{a}} + {{1} over {2}}", "x {{ {a} }}", "{{ab}}"]
)
def test_braces_that_group_in_an_equation_are_no_tags(script: str) -> None:
    filled = render(HANGUL, hangul(HANGUL_PLACES["equation"].format(script)))
    assert script in values(filled["Contents/section0.xml"])
    filled = render(WORD, word(WORD_PLACES["equation"].format(script)))
    assert script in values(filled["word/document.xml"])


def test_a_name_with_a_dot_is_a_tag_in_an_equation() -> None:
    filled = render(HANGUL, hangul(HANGUL_PLACES["equation"].format("{{b.c}}")), b={"c": 7})
    assert "{{b.c}}" not in values(filled["Contents/section0.xml"])


def test_the_name_of_a_style_is_no_place_for_tags() -> None:
    style = '<w:style><w:name w:val="틀 {% %} {{ x }}"/></w:style>'
    data = f'<w:styles xmlns:w="{W[1:-1]}">{style}</w:styles>'.encode()
    parts = make_word("", {"word/styles.xml": data}, ("styles", "styles.xml"))
    assert render(WORD, parts)["word/styles.xml"] == data


def test_a_tag_in_a_bullet_is_refused() -> None:
    names = 'xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"'
    header = f'<hh:head {names}><hh:bullet char="{{{{ a }}}}"/></hh:head>'.encode()
    parts = make_hangul(HANGUL.draw("x")) | {"Contents/header.xml": header}
    assert mistakes(HANGUL, parts) == [
        "Contents/header.xml!numbering «{{ a }}»: [template-tag-place] "
        "a tag can't stand in a numbering or a bullet"
    ]


def test_a_numbering_in_braces_is_no_tag() -> None:
    numbering = b'<w:numbering xmlns:w="w"><w:lvlText w:val="{%1}"/></w:numbering>'
    parts = make_word("", {"word/numbering.xml": numbering}, ("numbering", "numbering.xml"))
    assert render(WORD, parts)["word/numbering.xml"] == numbering


def test_a_content_control_with_a_tag_shows_its_own_text() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="b"/><w:showingPlcHdr/><w:dataBinding w:xpath="/x"/>'
        "</w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    body = control.format("{{ a }}") + control.format("x")
    root = etree.fromstring(render(WORD, word(body))["word/document.xml"])
    kept = [[etree.QName(each).localname for each in one] for one in root.iter("{*}sdtPr")]
    assert kept == [["alias"], ["alias", "showingPlcHdr", "dataBinding"]]


BRACED = "{_{ s }_} {_% if s %_} {{ n }}"
PRINTED = "{{ s }} {% if s %} 1"


@pytest.mark.parametrize(
    "place", [place for name, place in WORD_PLACES.items() if name != "equation"]
)
def test_braces_are_printed_in_places_of_a_docx(place: str) -> None:
    filled = render(WORD, word(place.format(BRACED)), n=1)["word/document.xml"]
    assert PRINTED in values(filled)


@pytest.mark.parametrize(
    "place", [place for name, place in HANGUL_PLACES.items() if name != "equation"]
)
def test_braces_are_printed_in_places_of_a_hwpx(place: str) -> None:
    filled = render(HANGUL, hangul(place.format(BRACED)), n=1)["Contents/section0.xml"]
    assert PRINTED in values(filled)


def test_an_equation_keeps_its_braces() -> None:
    filled = render(HANGUL, hangul(HANGUL_PLACES["equation"].format("a_{_{1}_} {_{ s }_}")))
    assert "a_{_{1}_} {_{ s }_}" in values(filled["Contents/section0.xml"])


def test_braces_are_printed_in_a_chart() -> None:
    chart = CHART.replace(b"{{ a }}", b"{_{ s }_}")
    parts = make_word("", {"word/charts/c.xml": chart}, ("chart", "charts/c.xml"))
    assert etree.fromstring(render(WORD, parts)["word/charts/c.xml"])[-1].text == "{{ s }}"


def test_a_part_with_nothing_but_braces_is_printed() -> None:
    store = b"<store>{_{ s }_}</store>"
    parts = make_word("", {"customXml/item1.xml": store})
    assert values(render(WORD, parts)["customXml/item1.xml"]) == "{{ s }}\t"


@pytest.mark.parametrize("typed", ["{_{ s }_}", "%7B_%7B%20s%20%7D_%7D"])
def test_braces_are_printed_in_the_address_of_a_link(typed: str) -> None:
    parts = make_word("", None, ("hyperlink", f"https://a.kr/{typed}", "External"))
    filled = render(WORD, parts)["word/_rels/document.xml.rels"]
    assert "https://a.kr/{{ s }}" in unquote(values(filled))
    assert "{" not in values(filled)


@pytest.mark.parametrize("typed", ["{_{ s }_}{{ n }}", "%7B_%7B%20s%20%7D_%7D%7B%7B%20n%20%7D%7D"])
def test_braces_are_printed_in_the_address_of_a_link_with_a_tag(typed: str) -> None:
    body = '<w:hyperlink r:id="rId1"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
    parts = make_word(
        f"<w:p>{body}</w:p>", None, ("hyperlink", f"https://a.kr/{typed}", "External")
    )
    filled = render(WORD, parts, n=1)["word/document.xml"]
    assert 'HYPERLINK "https://a.kr/{{ s }}1"' in unquote(values(filled))


def test_braces_are_printed_in_a_field_code() -> None:
    body = '<w:r><w:instrText>QUOTE "{_{ s }_}"</w:instrText></w:r>'
    body += '<w:fldSimple w:instr="QUOTE &quot;{_{ t }_}&quot;"/>'
    filled = values(render(WORD, word(body))["word/document.xml"])
    assert 'QUOTE "{{ s }}"' in filled
    assert 'QUOTE "{{ t }}"' in filled


def test_braces_that_are_printed_count_in_the_settings_of_a_field() -> None:
    direction = "Direction:wstring:9:{_{ s }_} HelpState:wstring:0: "
    filled = render(HANGUL, hangul(COMMAND.format(direction)))["Contents/section0.xml"]
    assert "Direction:wstring:7:{{ s }} HelpState:wstring:0: " in values(filled)
