"""Tables have an order of their own, and a space that must not break is an element."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path

import olefile
import pytest
from hwpx.hwp5.records import PARA_TEXT, parse_records
from lxml import etree

from reportgen.formats import Format
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from reportgen.renderers.hwpx_objects import order_objects, spell_spaces
from reportgen.renderers.review import review_hwpx
from reportgen.templating.formats.owpml import HP
from tests.extraction import extract_hangul
from tests.renderers.documents import METADATA, compile_project_template, write
from tests.sample import GARDEN_PAGE, make_state
from tests.templating.small_packages import read_parts

PAGE = "content/projects/01-garden.yaml"
SECTION = "Contents/section0.xml"
GOAL = "동네마다 정원을 두어 시민이 가까이에서 쉬게 함"
CELL = "솔숲 어린이공원 꽃밭"
SPACED = GARDEN_PAGE.replace(GOAL, "제\xa01\xa0회 & 정원").replace(CELL, "솔숲\xa0공원")


def make_hwpx(folder: Path, page: str = SPACED) -> bytes:
    """The sample's report with that page."""
    state = make_state(folder, {PAGE: (GARDEN_PAGE, page)})
    template = compile_project_template(Format.HWPX, state.context.formatter)
    return render_hwpx(template, state.report, METADATA)[0]


@pytest.fixture(scope="module")
def hwpx(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_hwpx(tmp_path_factory.mktemp("spaces"))


def read_orders(hwpx: bytes) -> list[int]:
    root = etree.fromstring(read_parts(hwpx)[SECTION])
    return [int(element.get("zOrder", "")) for element in root.iter() if element.get("zOrder")]


def test_every_object_has_an_order_of_its_own(hwpx: bytes) -> None:
    orders = read_orders(hwpx)
    assert len(orders) > 10
    assert orders == list(range(len(orders)))


def test_a_review_copy_has_as_well(hwpx: bytes, tmp_path: Path) -> None:
    orders = read_orders(review_hwpx(make_hwpx(tmp_path, GARDEN_PAGE), hwpx))
    assert orders == list(range(len(orders)))


def test_what_stood_above_another_object_stays_above_it() -> None:
    sections = {
        "a": '<hp:tbl id="1" zOrder="3"/><hp:rect zOrder="0"/><hp:t>zOrder="7"; zOrder="8"</hp:t>',
        "b": '<hp:pic id="2" zOrder="3" x="y"/><hp:line zOrder="-1"/>',
    }
    assert {
        name: re.findall(r'zOrder="(-?\d+)"', text)
        for name, text in order_objects(sections).items()
    } == {
        "a": ["2", "1", "7", "8"],
        "b": ["3", "0"],
    }


def test_only_texts_get_elements() -> None:
    section = '<hp:p a="\xa0"><hp:t x="\xa0">a\xa0b<hp:tab/>\xa0</hp:t><hp:s>\xa0</hp:s></hp:p>'
    assert spell_spaces(section) == (
        '<hp:p a="\xa0"><hp:t x="\xa0">a<hp:nbSpace/>b<hp:tab/><hp:nbSpace/></hp:t>'
        "<hp:s>\xa0</hp:s></hp:p>"
    )


def test_a_space_that_must_not_break_is_an_element(hwpx: bytes) -> None:
    section = read_parts(hwpx)[SECTION].decode()
    assert "\xa0" not in section
    assert "제<hp:nbSpace/>1<hp:nbSpace/>회 &amp; 정원" in section
    assert "<hp:t>솔숲<hp:nbSpace/>공원</hp:t>" in section


def test_in_hwp_it_is_the_control_character_30(hwpx: bytes) -> None:
    with olefile.OleFileIO(BytesIO(render_hwp(hwpx))) as file:
        section = zlib.decompress(file.openstream("BodyText/Section0").read(), -15)
    records = parse_records(section, "section").records
    texts = [record.payload.decode("utf-16-le") for record in records if record.tag == PARA_TEXT]
    assert "\xa0" not in "".join(texts)
    assert any("제\x1e1\x1e회 & 정원" in text for text in texts)
    assert "솔숲\x1e공원\r" in texts


@pytest.mark.parametrize("suffix", ["hwpx", "hwp"])
def test_another_program_reads_the_space(hwpx: bytes, tmp_path: Path, suffix: str) -> None:
    data = hwpx if suffix == "hwpx" else render_hwp(hwpx)
    texts = extract_hangul(write(tmp_path, f"a.{suffix}", data)).texts
    assert any("제1회&정원" in text for text in texts)
    assert any("솔숲공원" in text for text in texts)


def test_the_version_is_that_of_hancom_office(hwpx: bytes) -> None:
    version = etree.fromstring(read_parts(hwpx)["version.xml"])
    assert [version.get(name) for name in ("major", "minor", "micro", "xmlVersion")] == [
        *("5", "1", "1", "1.5")
    ]
    with olefile.OleFileIO(BytesIO(render_hwp(hwpx))) as file:
        assert file.openstream("FileHeader").read()[32:36] == bytes((0, 1, 1, 5))


def test_no_id_stands_twice(hwpx: bytes) -> None:
    root = etree.fromstring(read_parts(hwpx)[SECTION])
    ids = [
        element.get("id") for element in root.iter(f"{HP}p", f"{HP}tbl", f"{HP}rect", f"{HP}pic")
    ]
    assert len(set(ids)) == len(ids)
    assert not {None, "", "0"} & set(ids)
