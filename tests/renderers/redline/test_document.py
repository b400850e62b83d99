"""Tracked changes between versions of the invented and of the real report."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reportgen.formats import Format
from reportgen.renderers.redline import Redline, redline_docx
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from tests.renderers.documents import write
from tests.renderers.redline.resolution import (
    STORY,
    find_idle_notes,
    read_stories,
    resolve_stories,
)
from tests.renderers.versions import TRIED, render_real, render_version
from tests.templating.small_packages import read_parts

AUTHOR, DAY = "예산팀", date(2026, 7, 1)
BODY = "word/document.xml"


@cache
def compare(old: str, new: str) -> Redline:
    documents = (render_version(Format.DOCX, name) for name in (old, new))
    return redline_docx(*documents, AUTHOR, DAY)


def compare_real() -> Redline:
    documents = (render_real(Format.DOCX, is_changed) for is_changed in (False, True))
    return redline_docx(*documents, AUTHOR, DAY)


pairs = pytest.mark.parametrize(("old", "new"), TRIED)


@pairs
def test_accepting_gives_the_new_document_and_rejecting_the_old_one(old: str, new: str) -> None:
    accepted, rejected = resolve_stories(compare(old, new).data)
    assert accepted == read_stories(render_version(Format.DOCX, new))
    assert rejected == read_stories(render_version(Format.DOCX, old))


@pairs
def test_a_marked_document_follows_the_standard(old: str, new: str, tmp_path: Path) -> None:
    path = write(tmp_path, "a.docx", compare(old, new).data)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


@pairs
def test_nothing_is_marked_that_did_not_change(old: str, new: str) -> None:
    assert find_idle_notes(compare(old, new).data) == []


@pairs
def test_every_change_has_an_id_of_its_own(old: str, new: str) -> None:
    ids = [
        (element.get(f"{W}id"), element.tag)
        for name, data in read_parts(compare(old, new).data).items()
        if STORY.fullmatch(name)
        for element in etree.fromstring(data).iter(etree.Element)
        if element.get(f"{W}id") and element.tag != f"{W}bookmarkEnd"
    ]
    assert ids
    assert len({number for number, _tag in ids}) == len(ids)


@pairs
def test_every_change_can_be_marked(old: str, new: str) -> None:
    redline = compare(old, new)
    assert redline.unmarked == 0
    assert redline.insertions + redline.deletions > 0


def test_the_real_report_is_accepted_and_rejected() -> None:
    accepted, rejected = resolve_stories(compare_real().data)
    assert accepted == read_stories(render_real(Format.DOCX, True))
    assert rejected == read_stories(render_real(Format.DOCX, False))


def test_every_change_names_its_author_and_day() -> None:
    root = etree.fromstring(read_parts(compare("sample", "much").data)[BODY])
    marks = list(root.iter(f"{W}ins", f"{W}del", f"{W}pPrChange"))
    assert {mark.get(f"{W}author") for mark in marks} == {AUTHOR}
    assert {mark.get(f"{W}date") for mark in marks} == {"2026-07-01T00:00:00Z"}


def test_equal_documents_give_the_new_one_byte_by_byte() -> None:
    document = render_version(Format.DOCX, "sample")
    assert redline_docx(document, document, AUTHOR, DAY) == Redline(document)


def test_documents_that_differ_by_their_numbering_only_are_equal() -> None:
    new = render_version(Format.DOCX, "sample")
    parts = read_parts(new)
    assert parts[BODY].count(b'w:id="1000') > 0
    old = write_package({**parts, BODY: parts[BODY].replace(b'w:id="1000', b'w:id="2000')})
    assert redline_docx(old, new, AUTHOR, DAY) == Redline(new)


def test_the_same_versions_give_the_same_bytes() -> None:
    assert compare("sample", "stage") == compare("sample", "stage")


def test_only_a_page_of_one_programme_goes() -> None:
    redline = compare("sample", "no page")
    assert redline.insertions == 0
    gone = etree.fromstring(read_parts(redline.data)[BODY]).iter(f"{W}delText")
    assert "가로수 지도 제작" in "".join(text.text or "" for text in gone)


def test_a_header_is_compared() -> None:
    parts = read_parts(compare("sample", "much").data)
    header = etree.fromstring(parts["word/header1.xml"])
    assert ["".join(mark.itertext()) for mark in header.iter(f"{W}del", f"{W}ins")] == [
        "누리재단",
        "누리문화재단",
    ]


@pytest.mark.parametrize("planted", ["w:ins", "w:del"])
def test_a_forgotten_mark_would_be_noticed(planted: str) -> None:
    data = compare("sample", "text").data
    parts = read_parts(data)
    root = etree.fromstring(parts[BODY])
    mark = next(root.iter(f"{W}{planted[2:]}"))
    mark.tag = f"{W}smartTag"
    parts[BODY] = etree.tostring(root)
    accepted, rejected = resolve_stories(write_package(parts))
    assert accepted != read_stories(render_version(Format.DOCX, "text"))
    assert rejected != read_stories(render_version(Format.DOCX, "sample"))


def test_headers_of_one_document_only_are_told() -> None:
    one = render_version(Format.DOCX, "sample")
    parts = read_parts(one)
    other = write_package({**parts, "word/header9.xml": parts["word/header1.xml"]})
    assert redline_docx(other, one, AUTHOR, DAY).unmarked == 1
    assert redline_docx(one, other, AUTHOR, DAY).unmarked == 1
