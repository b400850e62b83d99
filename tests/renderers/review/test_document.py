"""Review copies of versions of the invented and of the real report."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hwpx.tools.package_validator import validate_editor_open_safety
from lxml import etree

from reportgen.formats import Format
from reportgen.renderers.review import REVIEW_COPY, review_hwpx
from reportgen.templating.formats.owpml import HP
from tests.extraction import extract_hangul, fold, load_rhwp
from tests.renderers.documents import METADATA, write
from tests.renderers.review.small import BLUE, RED, read_marks, read_texts, show
from tests.renderers.versions import TRIED, render_real, render_version
from tests.templating.small_packages import HANGUL, read_parts


@cache
def compare(old: str, new: str) -> bytes:
    return review_hwpx(render_version(Format.HWPX, old), render_version(Format.HWPX, new))


pairs = pytest.mark.parametrize(("old", "new"), TRIED)


@pairs
def test_both_versions_can_be_read_from_the_copy(old: str, new: str) -> None:
    data = compare(old, new)
    assert read_texts(data, RED) == read_texts(render_version(Format.HWPX, new), set())
    assert read_texts(data, BLUE) == read_texts(render_version(Format.HWPX, old), set())


@pairs
def test_hancom_office_would_open_the_copy(old: str, new: str) -> None:
    report = validate_editor_open_safety(compare(old, new))
    assert report.ok, report.summary
    assert report.validate_package.errors == ()


@pairs
def test_ids_and_tables_of_the_copy_are_right(old: str, new: str) -> None:
    assert show(compare(old, new))


@pairs
def test_another_reader_finds_what_came_and_what_went(old: str, new: str, tmp_path: Path) -> None:
    data = compare(old, new)
    texts = "".join(extract_hangul(write(tmp_path, "a.hwpx", data)).texts)
    parts = read_parts(data)
    shapes = read_marks(parts["Contents/header.xml"])
    runs = [
        fold("".join(run.itertext()))
        for run in etree.fromstring(parts[HANGUL.part]).iter(f"{HP}run")
        if run.get("charPrIDRef") in shapes and run.find(f".//{HP}tbl") is None
    ]
    assert runs
    assert [run for run in runs if run not in texts] == []


def test_the_real_report_can_be_read_in_both_versions(tmp_path: Path) -> None:
    old, new = (render_real(Format.HWPX, is_changed) for is_changed in (False, True))
    data = review_hwpx(old, new)
    assert read_texts(data, RED) == read_texts(new, set())
    assert read_texts(data, BLUE) == read_texts(old, set())
    assert validate_editor_open_safety(data).ok
    pages = [
        load_rhwp().parse(str(write(tmp_path, "a.hwpx", version))).page_count
        for version in (new, data)
    ]
    assert abs(pages[0] - pages[1]) <= 1


def test_the_title_says_that_it_is_a_copy_for_review() -> None:
    manifest = read_parts(compare("sample", "text"))["Contents/content.hpf"].decode()
    assert f"{METADATA.title} ({REVIEW_COPY})" in manifest.replace("&lt;", "<").replace(
        "&gt;", ">"
    ).replace("&amp;", "&")


def test_the_preview_shows_the_copy() -> None:
    preview = read_parts(compare("sample", "much"))["Preview/PrvText.txt"].decode()
    assert preview.startswith("가온시 누리재단 누리문화재단\r\n2026년 하반기 주요업무 보고\r\n")
    assert len(preview) <= 2000


def test_equal_versions_show_no_change() -> None:
    document = render_version(Format.HWPX, "sample")
    parts, copy = read_parts(document), read_parts(review_hwpx(document, document))
    assert {name for name in parts if parts[name] != copy[name]} <= {
        "Contents/content.hpf",
        "Contents/header.xml",
        "Contents/section0.xml",
        "Preview/PrvText.txt",
    }
    assert read_marks(copy["Contents/header.xml"]) == {}
    assert show(review_hwpx(document, document)) == HANGUL.outline(parts[HANGUL.part])


def test_the_same_versions_give_the_same_bytes() -> None:
    assert compare("sample", "stage") == compare("sample", "stage")
