"""Tags in text boxes: drawn twice in DOCX, within a shape in HWPX."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from tests.templating.small_packages import HANGUL, WORD, Kit, both, mistakes_in

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def box(kit: Kit, inside: str, beside: str = "") -> str:
    """A paragraph with a text box that holds paragraphs, and a text of its own."""
    return hangul_box(inside, beside) if kit is HANGUL else word_box(inside, beside)


def word_box(inside: str, beside: str) -> str:
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        f'<w:p><w:pPr/><w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">'
        f'<w:drawing><wp:anchor xmlns:wp="{WP}"><wp:docPr id="3" name="글상자"/>'
        f'<wps:wsp xmlns:wps="{WPS}"><wps:txbx>{content}</wps:txbx></wps:wsp></wp:anchor>'
        "</w:drawing>"
        f'</mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        f"</w:r><w:r><w:t>{beside}</w:t></w:r></w:p>"
    )


def hangul_box(inside: str, beside: str) -> str:
    return HANGUL.paragraph(["XX"]).replace(
        "<hp:t>XX</hp:t>", f"{shape(inside)}<hp:t>{beside}</hp:t>"
    )


def shape(inside: str) -> str:
    """A rectangle as Hancom Office draws it, with all that a reader needs."""
    corners = ((0, 0), (10000, 0), (10000, 5000), (0, 5000))
    points = "".join(f'<hc:pt{at} x="{x}" y="{y}"/>' for at, (x, y) in enumerate(corners))
    matrix = 'e1="1" e2="0" e3="0" e4="0" e5="1" e6="0"'
    return (
        '<hp:rect ratio="0" id="1" zOrder="0" numberingType="NONE" textWrap="SQUARE"'
        ' textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" href="" groupLevel="0" instid="1">'
        '<hp:offset x="0" y="0"/><hp:orgSz width="10000" height="5000"/>'
        '<hp:curSz width="10000" height="5000"/><hp:flip horizontal="0" vertical="0"/>'
        '<hp:rotationInfo angle="0" centerX="5000" centerY="2500" rotateimage="1"/>'
        f"<hp:renderingInfo><hc:transMatrix {matrix}/><hc:scaMatrix {matrix}/>"
        f'<hc:rotMatrix {matrix}/></hp:renderingInfo><hp:lineShape color="#000000" width="283"'
        ' style="SOLID" endCap="FLAT" headStyle="NORMAL" tailStyle="NORMAL" headfill="1"'
        ' tailfill="1" headSz="SMALL_SMALL" tailSz="SMALL_SMALL" outlineStyle="NORMAL" alpha="0"/>'
        '<hp:shadow type="NONE" color="#B2B2B2" offsetX="0" offsetY="0" alpha="0"/>'
        '<hp:drawText lastWidth="10000" name="" editable="0"><hp:subList id=""'
        ' textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER" linkListIDRef="0"'
        f' linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">{inside}'
        '</hp:subList><hp:textMargin left="283" right="283" top="283" bottom="283"/></hp:drawText>'
        f'{points}<hp:sz width="10000" height="5000" widthRelTo="ABSOLUTE" heightRelTo="ABSOLUTE"'
        ' protect="0"/><hp:pos treatAsChar="1" affectLSpacing="0" flowWithText="1"'
        ' allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP"'
        ' horzAlign="LEFT" vertOffset="0" horzOffset="0"/>'
        '<hp:outMargin left="0" right="0" top="0" bottom="0"/></hp:rect>'
    )


def read_boxes(kit: Kit, body: str, **values: object) -> list[str]:
    """The text of every box, paragraphs parted by ¶."""
    root = etree.fromstring(kit.compile(body).render(values).parts[kit.part])
    holders = root.iter(f"{W}txbxContent" if kit is WORD else f"{HP}subList")
    paragraph = f"{W}p" if kit is WORD else f"{HP}p"
    return [
        "¶".join("".join(map(str, each.itertext())).strip() for each in holder.iter(paragraph))
        for holder in holders
    ]


def copies(kit: Kit, text: str) -> list[str]:
    """A box as it is stored: in DOCX once for new and once for old programs."""
    return [text] * (2 if kit is WORD else 1)


@both
def test_tags_in_a_text_box_are_filled(kit: Kit) -> None:
    assert read_boxes(kit, box(kit, kit.draw("a {{ x }}")), x="R&D <b>") == copies(kit, "a R&D <b>")


@both
def test_paragraphs_in_a_text_box_are_repeated(kit: Kit) -> None:
    inside = kit.draw("{%p for x in xs %}\n{{ x }}\n{%p endfor %}\nz")
    assert read_boxes(kit, box(kit, inside), xs=[1, 2]) == copies(kit, "1¶2¶z")


@both
def test_rows_in_a_text_box_are_repeated(kit: Kit) -> None:
    inside = kit.draw("|{%tr for x in xs %}|\n|{{ x }}|\n|{%tr endfor %}|") + kit.draw("z")
    (text, *_others) = read_boxes(kit, box(kit, inside), xs=[1, 2])
    assert text.replace("12", "").strip("¶").split("¶")[:2] == ["1", "2"]


@both
def test_a_text_box_is_repeated_with_its_paragraph(kit: Kit) -> None:
    body = (
        kit.draw("{%p for x in xs %}") + box(kit, kit.draw("{{ x }}")) + kit.draw("{%p endfor %}")
    )
    assert read_boxes(kit, body, xs=[1, 2]) == [*copies(kit, "1"), *copies(kit, "2")]


@both
def test_text_beside_a_text_box_is_filled_by_itself(kit: Kit) -> None:
    body = box(kit, kit.draw("{{ x }}"), beside="{{ y }}")
    assert read_boxes(kit, body, x=1, y=2) == copies(kit, "1")


@both
def test_a_block_does_not_reach_out_of_a_text_box(kit: Kit) -> None:
    body = box(kit, kit.draw("{%p if x %}")) + kit.draw("{%p endif %}")
    assert any("[template-nesting]" in message for message in mistakes_in(kit, body, x=1))


@both
def test_a_tag_that_would_take_a_text_box_along_is_reported(kit: Kit) -> None:
    body = box(kit, kit.draw("a"), beside="{%p if x %}") + kit.draw("{%p endif %}")
    (message,) = mistakes_in(kit, body, x=1)
    assert "[template-tag-alone]" in message


@both
def test_a_name_that_is_not_defined_is_reported_with_its_paragraph(kit: Kit) -> None:
    messages = mistakes_in(kit, box(kit, kit.draw("{{ x }}")))
    assert [message.partition("\n")[0] for message in messages] == [
        f"paragraph {number} «{{{{ x }}}}»: error [template-undefined] x is not defined"
        for number in ((2, 3) if kit is WORD else (2,))
    ]


def test_both_copies_of_a_text_box_are_filled_alike() -> None:
    body = box(WORD, WORD.draw("{{ x }}{{ loop_index }}"))
    first, second = read_boxes(WORD, body, x="a", loop_index=3)
    assert first == second == "a3"


@pytest.mark.parametrize("name", ["rect", "ellipse", "polygon", "curve"])
def test_any_shape_of_hwpx_may_hold_text(name: str) -> None:
    body = box(HANGUL, HANGUL.draw("{{ x }}")).replace("hp:rect", f"hp:{name}")
    assert read_boxes(HANGUL, body, x=1) == ["1"]


def test_repeated_shapes_of_hwpx_are_told_apart() -> None:
    loop = HANGUL.draw("{%p for x in xs %}"), HANGUL.draw("{%p endfor %}")
    body = box(HANGUL, HANGUL.draw("{{ x }}")).join(loop)
    root = etree.fromstring(HANGUL.compile(body).render({"xs": [1, 2]}).parts[HANGUL.part])
    first, second = (shape.get("instid") for shape in root.iter(f"{HP}rect"))
    assert first != second
