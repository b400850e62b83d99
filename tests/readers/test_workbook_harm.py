"""A workbook is called harmless only where that is plain to see."""

import zipfile
from io import BytesIO

import pytest

from reportgen.readers import workbook_harm
from reportgen.readers.workbook_harm import is_harmless

CELL = b'<c r="A1" t="s"><v>0</v></c>'


def _judge(cells: bytes, texts: bytes = b"<sst><si><t>x</t></si></sst>") -> bool:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + cells + b"</worksheet>")
        archive.writestr("xl/sharedStrings.xml", texts)
    with zipfile.ZipFile(buffer) as archive:
        return is_harmless(archive)


def test_what_office_programs_write_is_harmless() -> None:
    assert _judge(CELL * 1000)


@pytest.mark.parametrize(
    "cells",
    [
        b'<c r="XFD1"/>',
        b'<c r="Z1048576"/>',
        b"<c/>" * 1000,
        b"<x:c />",
        b"<c r='XFD1'/>" * 200,
    ],
)
def test_cells_far_out_or_without_a_place_are_not(cells: bytes) -> None:
    assert not _judge(CELL + cells)


def test_a_long_text_that_many_cells_show_is_not() -> None:
    texts = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    assert (_judge(CELL * 10, texts), _judge(CELL * 10_000, texts)) == (True, False)


def test_many_tags_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_harm, "_MOST_TAGS", 1000)
    assert not _judge(b"<a/>" * 1001)


def test_a_zip_that_is_no_workbook_is_not() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", b"")
    with zipfile.ZipFile(buffer) as archive:
        assert not is_harmless(archive)
