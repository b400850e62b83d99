"""Tags in files that stand inside a document are told, since nothing fills them."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import DataError
from reportgen.templating.packages.package import write_package
from tests.templating.office_packages import make_hangul, make_word
from tests.templating.small_packages import HANGUL, WORD, compile_parts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = write_package({"xl/sharedStrings.xml": b"<s><t>{{ </t><t>report.year }}</t></s>"})
CLEAN = write_package({"xl/sharedStrings.xml": b"<s><t>{GUID}</t></s>"})


def find(kit: object, name: str, data: bytes) -> list[str]:
    """What is told of a document with that file inside."""
    body = WORD.draw("x") if kit is WORD else HANGUL.draw("x")
    parts = make_word(body, {name: data}) if kit is WORD else make_hangul(body, {name: data})
    try:
        compile_parts(WORD if kit is WORD else HANGUL, parts).render({})
    except DataError as error:
        return [f"{found.location.sheet}: {found.message}" for found in error.diagnostics]
    return []


@pytest.mark.parametrize(
    ("name", "data", "tag"),
    [
        ("word/embeddings/a.xlsx", SHEET, "{{ report.year }}"),
        (
            "word/embeddings/a.bin",
            OLE + "{{ report.year }}".encode("utf-16-le"),
            "{{ report.year }}",
        ),
        ("word/embeddings/b.bin", OLE + b"x" + "{% if a %}".encode("utf-16-le"), "{% if a %}"),
        ("word/afchunk.html", b"<html><p>{{ a }}</p></html>", "{{ a }}"),
        ("word/afchunk.rtf", rb"{\rtf1 {\b x} \{\{ a \}\}}", "{{ a }}"),
        ("word/afchunk.txt", b"{% for a in b %}", "{% for a in b %}"),
        ("word/media/a.svg", b"<svg>{{ a }}</svg>", "{{ a }}"),
    ],
)
def test_a_tag_in_a_file_inside_is_told(name: str, data: bytes, tag: str) -> None:
    assert find(WORD, name, data) == [f"{name}: {tag} stands in a file inside the document"]


def test_a_tag_in_an_object_of_a_hwpx_is_told() -> None:
    found = find(HANGUL, "BinData/ole1.ole", OLE + "{{ a }}".encode("utf-16-le"))
    assert found == ["BinData/ole1.ole: {{ a }} stands in a file inside the document"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/embeddings/a.xlsx", CLEAN),
        ("word/embeddings/broken.xlsx", b"PK\3\4 broken"),
        ("word/media/a.png", b"\x89PNG {{ a }}"),
        ("word/afchunk.rtf", rb"{\rtf1 {{\b x}{{y}}}}"),
        ("word/embeddings/a.bin", OLE + bytes(range(256)) * 4 + b"{{\x01\x02}}"),
    ],
)
def test_what_holds_no_tag_is_left_alone(name: str, data: bytes) -> None:
    assert find(WORD, name, data) == []


def test_files_that_together_unpack_to_too_much_are_told() -> None:
    large = write_package({"a.xml": b" " * (12 << 20)})
    parts = {f"word/embeddings/{number}.xlsx": large for number in range(4)}
    with pytest.raises(DataError) as caught:
        compile_parts(WORD, make_word(WORD.draw("x"), parts))
    (found,) = caught.value.diagnostics
    assert (found.rule, found.location.sheet) == ("template-file", "word/embeddings/2.xlsx")
    assert found.message == "it unpacks to 12 MB; 8 MB is the limit"
