"""What only HWPX needs."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.templating.formats.owpml import HP, HangulDialect
from tests.templating.small_packages import HANGUL, fill_body


def render(body: str, **context: object) -> str:
    """The filled section as XML."""
    return HANGUL.compile(body).render(context).parts[HANGUL.part].decode()


def parse(xml: str) -> etree._Element:
    return etree.fromstring(xml.encode())


@pytest.mark.parametrize(
    ("name", "is_template"),
    [
        ("Contents/section0.xml", True),
        ("Contents/section12.xml", True),
        ("Contents/header.xml", False),
    ],
)
def test_tags_may_stand_in_sections(name: str, is_template: bool) -> None:
    assert HangulDialect().list_bodies({name: b"<a/>"}) == ([name] if is_template else [])


def test_breaks_and_tabs_are_elements_inside_a_text() -> None:
    assert ('<hp:t>a<hp:lineBreak/>b<hp:tab width="4000" leader="0" type="1"/>c</hp:t>') in render(
        HANGUL.draw("{{ x }}"), x="a\nb\tc"
    )


def test_the_first_line_stays_as_office_programs_write_it() -> None:
    first, second = render(HANGUL.draw("a")).split("\n")
    assert first == '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    assert second.startswith("<hs:sec xmlns:hp=")
    assert "xmlns:hc=" in second


def test_layout_caches_go_from_every_paragraph() -> None:
    assert "linesegarray" not in render(HANGUL.draw("a\n|b¶c|\n{{ x }}"), x="d")


def test_paragraphs_tables_and_pictures_are_numbered_through() -> None:
    body = HANGUL.draw("{%p for a in b %}\n|{{ a }}|\n{%p endfor %}")
    body += HANGUL.paragraph(["x"]).replace("<hp:t>", '<hp:pic id="1"/><hp:t>')
    root = parse(render(body, b=[1, 2]))
    ids = [element.get("id") for element in root.iter(f"{HP}p", f"{HP}tbl", f"{HP}pic")]
    assert ids == [str(number) for number in range(1, 9)]


def test_a_filled_cell_gets_an_empty_paragraph_with_an_id() -> None:
    body = HANGUL.draw("|{%p if x %}¶a¶{%p endif %}|")
    assert (
        '<hp:p id="3" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" '
        'merged="0"><hp:run charPrIDRef="0"/></hp:p></hp:subList>'
    ) in render(body, x=0)


def test_an_anchor_stands_before_the_first_text_of_its_own_paragraph() -> None:
    body = HANGUL.draw("|a|").replace("</hp:tbl>", "</hp:tbl><hp:t>b{% anchor 'x' %}</hp:t>")
    assert ('</hp:tbl><hp:ctrl><hp:bookmark name="x"/></hp:ctrl><hp:t>b</hp:t>') in render(body)


def test_a_table_that_needs_no_counting_keeps_its_addresses() -> None:
    body = HANGUL.draw("|a|{{ x }}|").replace('rowCnt="1"', 'rowCnt="7"')
    assert 'rowCnt="7"' in render(body, x=1)


def test_columns_without_a_cell_of_their_own_share_the_rest() -> None:
    body = HANGUL.draw("|a@1x2|b|\n|{%tr if x %}|||\n|c@1x2|d|\n|{%tr endif %}|||")
    root = parse(render(body, x=1))
    assert [size.get("width") for size in root.iter(f"{HP}cellSz")] == ["6000", "3000"] * 2


def test_a_header_inside_the_section_is_filled() -> None:
    header = f"<hp:header><hp:subList>{HANGUL.draw('{{ x }}')}</hp:subList></hp:header>"
    body = HANGUL.paragraph(["a{{ x }}"]).replace("<hp:t>", f"<hp:ctrl>{header}</hp:ctrl><hp:t>")
    assert render(body, x="v").count(">v</hp:t>") == 1
    assert fill_body(HANGUL, body, x="v") == "av"


@pytest.mark.parametrize("holder", ["header", "footer", "footNote", "endNote", "hiddenComment"])
def test_what_holds_paragraphs_always_holds_one(holder: str) -> None:
    inside = HANGUL.draw("{%p if x %}\na\n{%p endif %}")
    control = f"<hp:ctrl><hp:{holder}><hp:subList>{inside}</hp:subList></hp:{holder}></hp:ctrl>"
    body = HANGUL.paragraph(["b"]).replace("<hp:t>", f"{control}<hp:t>")
    assert parse(render(body, x=0)).find(f".//{HP}subList/{HP}p") is not None
    assert len(parse(render(body, x=1)).findall(f".//{HP}subList/{HP}p")) == 1


def test_a_text_box_always_holds_a_paragraph() -> None:
    inside = HANGUL.draw("{%p for a in b %}\n{{ a }}\n{%p endfor %}")
    box = f"<hp:rect><hp:drawText><hp:subList>{inside}</hp:subList></hp:drawText></hp:rect>"
    body = HANGUL.paragraph(["b"]).replace("<hp:t>", f"{box}<hp:t>")
    assert len(parse(render(body, b=[])).findall(f".//{HP}subList/{HP}p")) == 1
    assert len(parse(render(body, b=[1, 2])).findall(f".//{HP}subList/{HP}p")) == 2


def test_deleted_text_does_not_count_in_a_tag() -> None:
    deleted = '<hp:deleteBegin Id="1" TcId="1"/>y }} {{ <hp:deleteEnd Id="1" TcId="1" paraend="0"/>'
    body = HANGUL.paragraph(["?"]).replace("?", f"a{{{{ x{deleted} }}}}b")
    assert f">av{deleted}b</hp:t>" in render(body, x="v")


def test_text_that_is_deleted_over_runs_does_not_count() -> None:
    body = HANGUL.paragraph(["a{{ x?", "y }}", "!}} b"]).replace("!", "<hp:deleteEnd/>")
    assert ">av<hp:deleteBegin/>" in render(body.replace("?", "<hp:deleteBegin/>z"), x="v")


def test_a_tag_may_reach_over_a_tracked_insertion() -> None:
    body = HANGUL.paragraph(["a{{ ?x! }}b"]).replace("?", '<hp:insertBegin Id="1"/>')
    assert fill_body(HANGUL, body.replace("!", '<hp:insertEnd Id="1"/>'), x="v") == "avb"
