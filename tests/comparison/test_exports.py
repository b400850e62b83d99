"""Files that a comparison is written to."""

from pathlib import Path

import docx
import pytest

from reportgen.comparison import Version, compare_versions
from reportgen.comparison.exports import Export, write_exports
from reportgen.diagnostics import DataError
from reportgen.formats import Format
from tests.comparison.versions import GARDEN, load
from tests.sample import write_folder

FORMATS = (Format.DOCX, Format.HWPX)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    root = tmp_path_factory.mktemp("versions")
    old = write_folder(root / "old")
    new = write_folder(root / "new", {GARDEN: ("정원 3곳", "정원 5곳")})
    return load(old, formats=FORMATS), load(new, formats=FORMATS)


def _write(versions: tuple[Version, Version], targets: dict[Export, Path]) -> None:
    write_exports(*versions, compare_versions(*versions), targets)


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
