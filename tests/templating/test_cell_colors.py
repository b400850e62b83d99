"""Cells coloured by data, in both formats."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.rich.hangul_insertion import HEADER
from tests.templating.rich.test_rich_text import refuse
from tests.templating.small_packages import HANGUL, WORD, Kit, both, read_parts
from tests.templating.whole_packages import build, finish, write_whole

_HC = "{http://www.hancom.co.kr/hwpml/2011/core}"
_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"


def colors(kit: Kit, document: bytes) -> list[str]:
    """The colour of every cell."""
    parts = read_parts(document)
    root = etree.fromstring(parts[kit.part])
    if kit is WORD:
        shades = [cell.find(f"{W}tcPr/{W}shd") for cell in root.iter(f"{W}tc")]
        return ["" if shade is None else shade.get(f"{W}fill") for shade in shades]
    header = etree.fromstring(parts[HEADER])
    fills = header.findall(f".//{_HH}borderFill")
    assert [fill.get("id") for fill in fills] == [str(at + 1) for at in range(len(fills))]
    assert header.find(f".//{_HH}borderFills").get("itemCnt") == str(len(fills))
    cells = [fills[int(cell.get("borderFillIDRef")) - 1] for cell in root.iter(f"{HP}tc")]
    brushes = [cell.find(f"{_HC}fillBrush/{_HC}winBrush") for cell in cells]
    return ["" if brush is None else brush.get("faceColor")[1:] for brush in brushes]


@both
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("|{% cellbg 'FFE699' %}a|b|", ["FFE699", ""]),
        ("|{% cellbg '#ffe699' %}a|{% cellbg none %}b|", ["FFE699", ""]),
        ("|a{% cellbg '' %}|{% cellbg 'C00000' if x else '' %}b|", ["", "C00000"]),
        (
            "|{%tr for c in ['FFE699', '', 'FFE699'] %}|\n|{% cellbg c %}a|\n|{%tr endfor %}|",
            ["FFE699", "", "FFE699"],
        ),
        (
            "|{%tc for c in ['FFE699', 'C00000'] %}|{% columns [1, 1] %}{% cellbg c %}a|"
            "{%tc endfor %}|",
            ["FFE699", "C00000"],
        ),
        ("|{% cellbg 'FFE699' %}a@1x2|b|\n|c|d|e|", ["FFE699", "", "", "", ""]),
    ],
)
def test_a_cell_has_the_colour_of_its_value(
    kit: Kit, typed: str, expected: list[str], tmp_path: Path
) -> None:
    assert colors(kit, build(kit, tmp_path, typed, x=1)) == expected


def test_a_span_from_data_and_a_colour_stand_in_order(tmp_path: Path) -> None:
    cell = SimpleNamespace(row_span=1, col_span=2, covered="")
    text = "|{% span a %}{% cellbg 'FFE699' %}a|\n|b|c|"
    body = WORD.draw(text).replace("<w:tcPr>", '<w:tcPr><w:cnfStyle w:val="1"/>')
    document = finish(WORD, write_whole(WORD, tmp_path, body), a=cell)
    root = etree.fromstring(read_parts(document)[WORD.part])
    names = [etree.QName(child).localname for child in root.find(f".//{W}tcPr")]
    assert names == ["cnfStyle", "tcW", "gridSpan", "shd"]


def test_the_colour_of_the_template_stays_without_a_value(tmp_path: Path) -> None:
    own = '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF5"/><w:vAlign w:val="center"/>'
    body = WORD.draw("|{% cellbg c %}a|b|").replace("</w:tcPr>", f"{own}</w:tcPr>")
    template = write_whole(WORD, tmp_path, body)
    assert colors(WORD, finish(WORD, template, c="")) == ["E8EDF5", "E8EDF5"]
    assert colors(WORD, finish(WORD, template, c="C00000")) == ["C00000", "E8EDF5"]


def test_the_lines_of_a_cell_of_hangul_stay(tmp_path: Path) -> None:
    body = HANGUL.draw("|{% cellbg 'C00000' %}a|b|").replace(
        'dirty="0" borderFillIDRef="1"', 'dirty="0" borderFillIDRef="3"'
    )
    document = finish(HANGUL, write_whole(HANGUL, tmp_path, body))
    fills = etree.fromstring(read_parts(document)[HEADER]).findall(f".//{_HH}borderFill")
    lines = [
        [etree.tostring(child) for child in fill if etree.QName(child).localname != "fillBrush"]
        for fill in (fills[2], fills[-1])
    ]
    assert lines[0] == lines[1]
    assert colors(HANGUL, document)[0] == "C00000"


@both
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("|{% cellbg 'red' %}a|b|", "«red» is no colour"),
        ("|{% cellbg 12 %}a|b|", "«12» is no colour"),
        ("|{% cellbg [] %}a|b|", "«list» is no colour"),
        ("|{% cellbg nothing %}a|b|", "nothing is not defined"),
        ("{% cellbg 'C00000' %}a", "stands in no table"),
        ("|{% cellbg %}a|b|", "{% cellbg %} does not say what it is about"),
    ],
)
def test_what_is_no_colour_is_refused_with_its_place(
    kit: Kit, typed: str, problem: str, tmp_path: Path
) -> None:
    message = refuse(kit, tmp_path, typed)
    assert problem in message
    assert "paragraph" in message
