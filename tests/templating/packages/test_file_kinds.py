"""A file in the place of a template is named for what it is."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.owpml import HangulDialect
from reportgen.templating.formats.wordprocessing import WordDialect
from reportgen.templating.packages.package import write_package
from tests.templating.office_packages import make_hangul, make_word
from tests.templating.small_packages import HANGUL, WORD

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
ELSE = "this is {}, whatever its name says"


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


def explain(folder: Path, data: bytes, name: str = "a.docx") -> tuple[str, str]:
    """The message and the hint."""
    path = folder / name
    path.write_bytes(data)
    dialect = HangulDialect() if name.endswith("hwpx") else WordDialect()
    with pytest.raises(DataError) as caught:
        OfficeTemplate(path, dialect, {}, name)
    (problem,) = caught.value.diagnostics
    assert problem.rule == "template-file"
    return problem.message, problem.hint


WORD_FILE = write_package(make_word(WORD.draw("x")))
HANGUL_FILE = write_package(make_hangul(HANGUL.draw("x")))
SHEET_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.mark.parametrize("name", ["a.docx", "a.hwpx"])
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ole("HwpSummaryInformation"), "an HWP document"),
        (b"HWP Document File V3.00", "an HWP document of version 3"),
        (b'<?xml version="1.0"?><HWPML Version="2.8">', "an HWPML document"),
        (ole("WordDocument"), "a document of old Word (DOC)"),
        (ole("Workbook"), "a workbook of old Excel (XLS)"),
        (b"%PDF-1.7", "a PDF"),
        (rb"{\rtf1\ansi", "an RTF document"),
        (b"\r\n<!DOCTYPE html><html>", "a web page"),
        (b'<?xml version="1.0"?><pkg:package>', "a Word document in one XML file"),
        (
            write_package({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "an OpenDocument",
        ),
        (write_package({"a.jpg": b"x"}), "a zip archive"),
        (
            write_package({"[Content_Types].xml": b"<a>" + SHEET_TYPE + b"</a>"}),
            "an Excel workbook",
        ),
        (write_package({"[Content_Types].xml": b"<a>presentationml</a>"}), "a PowerPoint"),
    ],
)
def test_a_file_of_another_program_is_named(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    message, hint = explain(tmp_path, data, name)
    assert message.startswith(f"this is {kind}")
    assert hint == f"open it in its program, and save it as .{name[2:]}"


def test_each_office_program_has_its_own_file(tmp_path: Path) -> None:
    assert explain(tmp_path, HANGUL_FILE)[0] == ELSE.format("a Hancom document (HWPX)")
    assert explain(tmp_path, WORD_FILE, "a.hwpx")[0] == ELSE.format("a Word document (DOCX)")


def test_a_password_is_said(tmp_path: Path) -> None:
    locked = (
        "the file is protected by a password",
        "open it, take the password away, and save it again",
    )
    assert explain(tmp_path, ole("EncryptedPackage")) == locked
    manifest = b'<m xmlns:o="o"><o:encryption-data/></m>'
    parts = make_hangul(HANGUL.draw("x"), {"META-INF/manifest.xml": manifest})
    assert explain(tmp_path, write_package(parts), "a.hwpx") == locked
    data = bytearray(WORD_FILE)
    with zipfile.ZipFile(BytesIO(WORD_FILE)) as archive:
        start = archive.start_dir
    data[start + 8] |= 1
    assert explain(tmp_path, bytes(data)) == locked


def test_strict_documents_are_said(tmp_path: Path) -> None:
    parts = make_word(WORD.draw("x"))
    strict = parts["_rels/.rels"].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006",
        b"http://purl.oclc.org/ooxml/officeDocument",
    )
    assert explain(tmp_path, write_package(parts | {"_rels/.rels": strict})) == (
        "this is a Strict Open XML document",
        "save it in Word as “Word Document (*.docx)”, without “Strict”",
    )


def test_an_empty_file_is_said(tmp_path: Path) -> None:
    assert explain(tmp_path, b"")[0] == "the file is empty"


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
def test_a_file_that_was_cut_off_is_said(tmp_path: Path, kept: float) -> None:
    message = "the file is damaged, or only a part of it"
    assert explain(tmp_path, WORD_FILE[: int(len(WORD_FILE) * kept)])[0] == message
    assert explain(tmp_path, HANGUL_FILE[: int(len(HANGUL_FILE) * kept)], "a.hwpx")[0] == message


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels", "[Content_Types].xml"])
def test_broken_xml_is_said_with_its_part(tmp_path: Path, part: str) -> None:
    parts = make_word(WORD.draw("x"))
    parts[part] = parts[part][:-9]
    assert explain(tmp_path, write_package(parts))[0] == (
        "the part is damaged: its XML breaks in line 1"
    )


@pytest.mark.parametrize(
    "part", ["Contents/header.xml", "Contents/section0.xml", "Contents/content.hpf"]
)
def test_broken_xml_of_a_hwpx_is_said_with_its_part(tmp_path: Path, part: str) -> None:
    parts = make_hangul(HANGUL.draw("x"))
    parts[part] = parts[part].replace(b">", b"", 1)
    message = explain(tmp_path, write_package(parts), "a.hwpx")[0]
    assert message.startswith("the part is damaged: its XML breaks in line ")
