"""Files that a comparison is written to."""

from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from reportgen.comparison import Version, compare_versions
from reportgen.comparison.exports import Export, write_exports
from reportgen.diagnostics import DataError
from reportgen.formats import Document, Format
from reportgen.views.annex_checks import is_counterpart
from tests.amended import AMENDMENT, NOTES, write_amended
from tests.comparison.versions import GARDEN, load
from tests.extraction import extract_hangul
from tests.renderers.redline.libreoffice import ACCEPT, KEEP, REJECT, read_resolved
from tests.renderers.redline.resolution import read_stories, resolve_stories
from tests.sample import write_folder

CHANGED_ROWS = {
    "전용 제1호,모종": "전용 제2호,모종",
    "△30000,제1회 추경,길을": "△20000,제1회,길",
    "general_reserve,10000": "general_reserve,0",
}
CHANGED_NOTES = {"정원을 늘림": "정원을 늘리고 길을 고침", "quota: -2": "quota: -1"}


def _change(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


CHANGED = {
    "content/budget/amendment-1.csv": _change(AMENDMENT, CHANGED_ROWS),
    "content/amendments/1.yaml": _change(NOTES, CHANGED_NOTES),
}
FORMATS = (Format.DOCX, Format.HWPX)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    root = tmp_path_factory.mktemp("versions")
    old = write_folder(root / "old")
    new = write_folder(root / "new", {GARDEN: ("정원 3곳", "정원 5곳")})
    return load(old, formats=FORMATS), load(new, formats=FORMATS)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    """An amendment before and after its amounts, provisions and staffing were changed."""
    root = tmp_path_factory.mktemp("packages")
    old, new = write_amended(root / "old"), write_amended(root / "new", CHANGED)
    return load(old, formats=FORMATS), load(new, formats=FORMATS)


def _write(
    versions: tuple[Version, Version],
    targets: dict[Export, Path],
    document: Document = Document.REPORT,
) -> None:
    write_exports(compare_versions(*versions), versions, document, targets)


def test_every_kind_of_file_is_written(versions: tuple[Version, Version], tmp_path: Path) -> None:
    names = {
        Export.XLSX: "a.xlsx",
        Export.HTML: "a.html",
        Export.REDLINE: "a.docx",
        Export.REVIEW: "a.hwpx",
    }
    _write(versions, {export: tmp_path / name for export, name in names.items()})
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names.values())


def test_the_redline_tracks_the_change_in_the_name_of_the_organization(
    versions: tuple[Version, Version], tmp_path: Path
) -> None:
    _write(versions, {Export.REDLINE: tmp_path / "a.docx"})
    (mark,) = docx.Document(str(tmp_path / "a.docx")).element.iter(f"{W}ins")
    assert mark.get(f"{W}author") == "가온시 누리재단"
    assert mark.get(f"{W}date") == "2026-06-30T00:00:00Z"
    assert [text.text for text in mark.iter(f"{W}t")] == ["5"]


def test_an_amendment_is_accepted_and_rejected(
    packages: tuple[Version, Version], tmp_path: Path
) -> None:
    _write(packages, {Export.REDLINE: tmp_path / "a.docx"}, Document.AMENDMENT)
    accepted, rejected = resolve_stories((tmp_path / "a.docx").read_bytes())
    old, new = (version.files["budget-amendment.docx"] for version in packages)
    assert read_stories(old) != read_stories(new)
    assert (rejected, accepted) == (read_stories(old), read_stories(new))


def test_the_redline_of_an_amendment_follows_the_standard(
    packages: tuple[Version, Version], tmp_path: Path
) -> None:
    _write(packages, {Export.REDLINE: tmp_path / "a.docx"}, Document.AMENDMENT)
    assert [str(e) for e in OpenXmlValidator().validate(tmp_path / "a.docx").errors] == []


@pytest.mark.slow
def test_libreoffice_accepts_and_rejects_an_amendment(
    packages: tuple[Version, Version], tmp_path: Path
) -> None:
    _write(packages, {Export.REDLINE: tmp_path / "a.docx"}, Document.AMENDMENT)
    redline = (tmp_path / "a.docx").read_bytes()
    old, new = (version.files["budget-amendment.docx"] for version in packages)
    jobs = {
        "old": (old, KEEP),
        "new": (new, KEEP),
        "accepted": (redline, ACCEPT),
        "rejected": (redline, REJECT),
    }
    resolved = read_resolved(jobs, tmp_path)
    assert (resolved["accepted"], resolved["rejected"]) == (resolved["new"], resolved["old"])
    assert resolved["old"] != resolved["new"]


def test_the_review_copy_of_an_amendment_has_both_versions(
    packages: tuple[Version, Version], tmp_path: Path
) -> None:
    _write(packages, {Export.REVIEW: tmp_path / "a.hwpx"}, Document.AMENDMENT)
    texts = "\n".join(extract_hangul(tmp_path / "a.hwpx").texts)
    assert "정원을늘림늘리고길을고침" in texts


def test_a_state_without_the_document_is_told(
    versions: tuple[Version, Version], packages: tuple[Version, Version], tmp_path: Path
) -> None:
    with pytest.raises(DataError) as caught:
        _write(
            (versions[0], packages[1]), {Export.REDLINE: tmp_path / "a.docx"}, Document.AMENDMENT
        )
    (found,) = caught.value.diagnostics
    assert (found.rule, found.message) == ("missing-document", "@ has no budget-amendment")
    assert not (tmp_path / "a.docx").exists()


def test_texts_of_the_amendment_are_compared_too(packages: tuple[Version, Version]) -> None:
    changes = compare_versions(*packages).texts
    assert {change.document for change in changes} >= {Document.AMENDMENT}


def test_what_could_not_be_rendered_can_not_be_written(tmp_path: Path) -> None:
    version = load(write_folder(tmp_path / "project"), formats=(Format.DOCX,))
    with pytest.raises(DataError):
        _write((version, version), {Export.REVIEW: tmp_path / "a.hwpx"})
    assert not (tmp_path / "a.hwpx").exists()


def test_a_folder_that_is_not_there_is_made(
    versions: tuple[Version, Version], tmp_path: Path
) -> None:
    _write(versions, {Export.HTML: tmp_path / "new" / "a.html"})
    assert (tmp_path / "new" / "a.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_folder_that_can_not_be_made_is_reported(
    versions: tuple[Version, Version], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="output-folder"):
        _write(versions, {Export.HTML: tmp_path / "file" / "a.html"})


def test_what_only_checks_other_figures_is_no_change_of_its_own(
    packages: tuple[Version, Version],
) -> None:
    figures = compare_versions(*packages).figures
    assert figures
    assert [change.name for change in figures if is_counterpart(change.name)] == []
    chapters = {pair.spot.place.chapter for change in figures for pair in change.places}
    assert "검산" not in chapters
