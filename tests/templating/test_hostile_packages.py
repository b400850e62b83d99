"""Packages made to keep us busy, or to reach elsewhere, end in one message."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.diagnostics import DataError, Diagnostic
from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.owpml import HangulDialect
from reportgen.templating.formats.wordprocessing import WordDialect
from reportgen.templating.packages import package
from reportgen.templating.packages.package import write_package
from tests.limited import run_limited
from tests.sample import write_folder
from tests.templating.office_packages import make_hangul, make_word, relate
from tests.templating.small_packages import HANGUL, WORD, Kit, both

SECONDS = 10


def pack(parts: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these names, whatever they are."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def make(kit: Kit, body: str = "", parts: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The parts of a package of either format."""
    return make_word(body, parts) if kit is WORD else make_hangul(body or HANGUL.draw("x"), parts)


def refuse(folder: Path, kit: Kit, data: bytes) -> Diagnostic:
    """The only finding about a file; it must not take long."""
    path = folder / kit.file
    path.write_bytes(data)
    dialect = WordDialect() if kit is WORD else HangulDialect()
    started = time.process_time()
    with pytest.raises(DataError) as caught:
        OfficeTemplate(path, dialect, {}, kit.file).render({})
    assert time.process_time() - started < SECONDS
    (finding,) = caught.value.diagnostics
    assert finding.rule in ("template-file", "template-syntax")
    return finding


@both
@pytest.mark.parametrize(
    "name",
    [
        "../x.xml",
        "word/../../x.xml",
        "/etc/passwd",
        "C:/x.xml",
        "word\\x.xml",
        "./x.xml",
        "word//x.xml",
        "a\nb.xml",
        "x" * 1000,
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(kit: Kit, name: str, tmp_path: Path) -> None:
    finding = refuse(tmp_path, kit, pack(make(kit) | {name: b"<a/>"}))
    assert finding.message.startswith("no office program names a part like this: ")


@both
def test_a_zero_in_a_name_is_refused(kit: Kit, tmp_path: Path) -> None:
    data = pack(make(kit) | {"a#b.xml": b"<a/>"}).replace(b"a#b.xml", b"a\0b.xml")
    assert "like this: 'a\\x00b.xml'" in refuse(tmp_path, kit, data).message


@pytest.mark.filterwarnings("ignore:Duplicate name")
@both
@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_two_parts_of_one_name_are_refused(
    kit: Kit, change: Callable[[str], str], tmp_path: Path
) -> None:
    parts = make(kit)
    buffer = BytesIO(pack(parts))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(change(kit.part), parts[kit.part])
    message = refuse(tmp_path, kit, buffer.getvalue()).message
    assert message == f"it has two parts named {change(kit.part)}"


@both
def test_too_many_parts_are_refused(kit: Kit, tmp_path: Path) -> None:
    more = {f"a/{number}": b"" for number in range(10_001)}
    assert (
        refuse(tmp_path, kit, pack(make(kit) | more, 0)).message == "it has more than 10,000 parts"
    )


@both
@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_rare_packing_is_refused(kit: Kit, packing: int, tmp_path: Path) -> None:
    assert (
        "is packed in a way of its own" in refuse(tmp_path, kit, pack(make(kit), packing)).message
    )


@both
def test_what_unpacks_to_too_much_is_not_unpacked(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_TEMPLATE_UNPACKED", 1 << 20)
    data = pack(make(kit, parts={"media/a.png": bytes(3 << 20)}))
    assert refuse(tmp_path, kit, data).message.startswith("it unpacks to 3 MB; 1 MB is the limit")


@both
def test_a_directory_that_lies_about_sizes_is_refused(kit: Kit, tmp_path: Path) -> None:
    data = bytearray(pack(make(kit, parts={"media/a.png": bytes(5 << 20)})))
    at = data.rfind(b"PK\1\2")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert refuse(tmp_path, kit, bytes(data)).message == "the file is damaged, or only a part of it"


LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY b%d "%s">' % (n, b"&b%d;" % (n - 1) * 10 if n else b"&a;") for n in range(12)
    )
    + b"]><a>&b11;</a>"
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'
ENTITIES = "the part declares entities of its own, which no office program does"


@both
@pytest.mark.parametrize("data", [LAUGHS, OUTSIDE, b'<!DOCTYPE a SYSTEM "http://a/b.dtd"><a/>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(kit: Kit, data: bytes, encoding: str, tmp_path: Path) -> None:
    parts = make(kit, parts={"customXml/item1.xml": data.decode().encode(encoding)})
    assert refuse(tmp_path, kit, pack(parts)).message == ENTITIES


@both
@pytest.mark.parametrize(
    "draw",
    [
        lambda: b"<a>" * 100_000 + b"</a>" * 100_000,
        lambda: b"<a>" + b"x" * 12_000_000 + b"</a>",
        lambda: b"<a b='" + b"x" * 12_000_000 + b"'/>",
        pytest.param(
            lambda: b"<a " + b" ".join(b"a%06d=''" % number for number in range(1_000_000)) + b"/>",
            marks=pytest.mark.slow,
        ),
    ],
    ids=["deep", "long text", "long attribute", "many attributes"],
)
def test_xml_that_no_program_writes_is_refused(
    kit: Kit, draw: Callable[[], bytes], tmp_path: Path
) -> None:
    finding = refuse(tmp_path, kit, pack(make(kit, parts={"word/a.xml": draw()})))
    assert finding.location.sheet == "word/a.xml"
    assert finding.message.startswith("the part is damaged: its XML breaks")


@both
def test_a_part_that_is_too_long_is_refused(kit: Kit, tmp_path: Path) -> None:
    data = b"<a>" + b" " * (1 << 24) + b"</a>"
    message = refuse(tmp_path, kit, pack(make(kit, parts={"a.xml": data}))).message
    assert message == "the part has more than 16 MB"


@both
def test_parts_that_together_hold_too_many_elements_are_refused(kit: Kit, tmp_path: Path) -> None:
    data = b"<a>" + b"<b/>" * 1_000_000 + b"</a>"
    parts = make(kit, parts={f"{number}.xml": data for number in range(3)})
    message = refuse(tmp_path, kit, pack(parts)).message
    assert message == "its parts have more than 2,500,000 elements and attributes"


def test_relationships_in_a_circle_end(tmp_path: Path) -> None:
    parts = make_word(
        WORD.draw("{{ x }}"), None, ("header", "document.xml"), ("x", "../_rels/.rels")
    )
    parts["_rels/_rels/.rels.rels"] = relate(("y", "../word/document.xml"))
    path = tmp_path / WORD.file
    path.write_bytes(write_package(parts))
    filled = OfficeTemplate(path, WordDialect(), {}, WORD.file).render({"x": 1}).parts
    assert WORD.outline(filled[WORD.part]) == "1"


def test_a_body_that_is_called_a_thumbnail_is_refused(tmp_path: Path) -> None:
    links = relate(("officeDocument", "word/document.xml"), ("thumbnail", "word/document.xml"))
    message = refuse(
        tmp_path, WORD, pack(make_word(WORD.draw("x")) | {"_rels/.rels": links})
    ).message
    assert message == "nothing in the file says which part is the text of the document"


def test_a_relationship_leads_nowhere_outside(tmp_path: Path) -> None:
    parts = make_word(WORD.draw("x")) | {
        "_rels/.rels": relate(("officeDocument", "../../etc/passwd"))
    }
    message = refuse(tmp_path, WORD, pack(parts)).message
    assert message == "nothing in the file says which part is the text of the document"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "draw"),
    [
        ("docx", lambda: "<w:p/>" * 2_400_000),
        ("docx", lambda: "<w:p><w:r><w:t>{</w:t></w:r></w:p>" * 400_000),
        ("docx", lambda: "<w:p>" + "<w:r><w:t>{{ x }}</w:t></w:r>" * 400_000 + "</w:p>"),
        (
            "docx",
            lambda: "<w:p><w:r><w:instrText>" + "{{ x }}" * 20_000 + "</w:instrText></w:r></w:p>",
        ),
        ("docx", lambda: "<w:p>" + '<w:bookmarkStart w:name="{{ x }}"/>' * 300_000 + "</w:p>"),
        ("docx", lambda: '<w:p><w:tblCaption w:val="' + "{{ x }}" * 1_000_000 + '"/></w:p>'),
        (
            "docx",
            lambda: "<w:p><w:r>" + '<w:fldChar w:fldCharType="begin"/>' * 400_000 + "</w:r></w:p>",
        ),
        (
            "docx",
            lambda: (
                "<w:p>"
                + "<w:r><w:t>{{ x }}</w:t></w:r>" * 999
                + "<w:r><w:t/></w:r>" * 600_000
                + "</w:p>"
            ),
        ),
        (
            "docx",
            lambda: "<w:tbl>" * 80 + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 190_000 + "</w:tbl>" * 80,
        ),
        ("hwpx", lambda: "<hp:p/>" * 2_200_000),
        ("hwpx", lambda: "<hp:p><hp:run>" + "<hp:t>{{ x }}</hp:t>" * 400_000 + "</hp:run></hp:p>"),
        ("hwpx", lambda: '<hp:p><hp:compose composeText="' + "{{ x }}" * 1_000_000 + '"/></hp:p>'),
        ("hwpx", lambda: "<hp:script>" + "wstring:9:{{ x }}" * 400_000 + "</hp:script>"),
    ],
    ids=range(13),
)
def test_a_small_file_never_takes_long(form: str, draw: Callable[[], str], tmp_path: Path) -> None:
    data = pack(make_word(draw()) if form == "docx" else make_hangul(draw()))
    assert len(data) < 1 << 20
    folder = write_folder(tmp_path, templates=True)
    (folder / f"templates/{form}/council-report.{form}").write_bytes(data)
    code, said = run_limited(folder, "build", "--only", form)  # bounds time and memory
    assert code == 0 or ": error [" in said, said[-1000:]
