"""The parts of a HWPX are found by its list, and what belongs to the template stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from reportgen.diagnostics import DataError
from reportgen.renderers.hwpx import render_hwpx
from reportgen.renderers.metadata import Metadata
from tests.templating.office_packages import make_hangul
from tests.templating.small_packages import HANGUL, compile_parts, read_parts

METADATA = Metadata("제목", "재단", date(2026, 6, 30))
DRAWN = HANGUL.draw("{{ a }}")


def render(parts: Mapping[str, bytes], **context: object) -> dict[str, bytes]:
    data, _printed = render_hwpx(compile_parts(HANGUL, parts), {"a": "값", **context}, METADATA)
    return read_parts(data)


def mistakes(parts: Mapping[str, bytes]) -> list[str]:
    with pytest.raises(DataError) as caught:
        render(parts)
    return [str(diagnostic).partition("\n")[0] for diagnostic in caught.value.diagnostics]


def test_sections_may_have_any_name_and_folder() -> None:
    names = ("Contents/머리.xml", "Body/second.xml", "Contents/section0.xml")
    made = make_hangul(DRAWN, names=names)
    made["Body/second.xml"] = HANGUL.document(HANGUL.draw("첫째 {{ a }}"))
    filled = render(made)
    assert HANGUL.outline(filled["Contents/section0.xml"]) == "첫째 값"
    assert HANGUL.outline(filled["Contents/section1.xml"]) == "값"
    assert "Body/second.xml" not in filled
    assert "Contents/header.xml" in filled
    listed = filled["Contents/content.hpf"].decode()
    assert 'id="i1" href="Contents/section0.xml"' in listed
    assert 'id="i2" href="Contents/section1.xml"' in listed


def test_the_list_may_stand_elsewhere_and_write_addresses_from_its_folder() -> None:
    names = ("Doc/header.xml", "Doc/text.xml")
    made = make_hangul(DRAWN, names=names, manifest="Doc/list.hpf")
    made["Doc/list.hpf"] = made["Doc/list.hpf"].replace(b'"Doc/', b'"')
    filled = render(made)
    assert HANGUL.outline(filled["Contents/section0.xml"]) == "값"
    assert b'full-path="Contents/content.hpf"' in filled["META-INF/container.xml"]
    assert b'href="Contents/section0.xml"' in filled["Contents/content.hpf"]


def test_what_the_list_does_not_know_makes_way() -> None:
    made = make_hangul(DRAWN, names=("Contents/header.xml", "Contents/body.xml"))
    made["Contents/section0.xml"] = HANGUL.document(HANGUL.draw("옛 글"))
    assert HANGUL.outline(render(made)["Contents/section0.xml"]) == "값"


def test_a_master_page_is_filled() -> None:
    page = f'<masterPage id="m">{DRAWN}</masterPage>'
    data = page.replace("<masterPage", f'<masterPage xmlns:hp="{HP}"', 1).encode()
    filled = render(make_hangul(DRAWN, {"Contents/masterpage0.xml": data}), a="값\xa0둘")
    assert "값<hp:nbSpace/>둘" in filled["Contents/masterpage0.xml"].decode()


HP = "http://www.hancom.co.kr/hwpml/2011/paragraph"


def test_scripts_and_signatures_stay_behind() -> None:
    more = {
        "Scripts/headerScripts.js": b"x",
        "Scripts/sourceScripts.js": b"x",
        "META-INF/documentsignatures.xml": b"<a/>",
    }
    made = make_hangul(DRAWN, more)
    made["Contents/content.hpf"] = made["Contents/content.hpf"].replace(
        b"</opf:spine>", b'<opf:itemref idref="i2"/></opf:spine>'
    )
    filled = render(made)
    assert not set(more) & set(filled)
    assert b"Scripts" not in filled["Contents/content.hpf"]
    assert b'idref="i2"' not in filled["Contents/content.hpf"]


def test_a_version_that_is_not_known_is_refused() -> None:
    made = make_hangul(DRAWN)
    made["Contents/section0.xml"] = made["Contents/section0.xml"].replace(
        b"http://www.hancom.co.kr/hwpml/2011/section", b"http://www.owpml.org/owpml/2024/section"
    )
    assert mistakes(made) == [
        "small.hwpx!Contents/section0.xml!?: error [template-file] the part is written in a "
        "version of HWPX that isn't known: http://www.owpml.org/owpml/2024/section"
    ]


def test_a_list_without_sections_is_refused() -> None:
    assert mistakes(make_hangul(DRAWN, names=("Contents/header.xml",))) == [
        "small.hwpx: error [template-file] "
        "nothing in the file says which part is the text of the document"
    ]


def test_a_preview_keeps_no_tag() -> None:
    made = make_hangul(DRAWN, {"Preview/PrvText.txt": b"{{ a }}"})
    assert render(made)["Preview/PrvText.txt"].decode() == "값\r\n"
