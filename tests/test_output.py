"""Files are written all together or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.output import check_output, keeping_out_empty, write_outputs

NAMES = ("a.docx", "b.hwpx")
LOCKED = "the file is open in another program, or protected"
NO_FOLDER = (
    "this is a file, not a folder\n"
    "  hint: name a folder with --output; the files in it have names of their own"
)
HINT = "close it there and build again"


def _contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


def _refuse(name: str, error: int = errno.EACCES) -> Callable[[object, object], None]:
    """A rename that fails when the target has that name, as for a file open in Word."""
    rename = os.replace

    def replace(source: object, target: object) -> None:
        if Path(str(target)).name == name:
            raise OSError(error, os.strerror(error))
        rename(str(source), str(target))

    return replace


def test_a_folder_is_made_when_there_is_none(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "output"
    assert list(check_output(folder, NAMES)) == []
    assert list(folder.iterdir()) == []


def test_old_files_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("old")
    assert list(check_output(tmp_path, NAMES)) == []
    assert _contents(tmp_path) == {"a.docx": "old"}


def test_a_file_in_the_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    folder.write_text("a file")
    (finding,) = check_output(folder, NAMES)
    assert str(finding) == f"{folder.as_posix()}: error [output-folder] {NO_FOLDER}"


def test_a_folder_below_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    (finding,) = check_output(tmp_path / "output" / "deep", NAMES)
    assert str(finding) == f"{(tmp_path / 'output').as_posix()}: error [output-folder] {NO_FOLDER}"


def test_every_folder_in_the_place_of_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    (tmp_path / "b.hwpx").mkdir()
    assert [str(finding) for finding in check_output(tmp_path, NAMES)] == [
        f"{(tmp_path / name).as_posix()}: error [output-file] a folder has the name of the file\n"
        "  hint: give the folder another name, or choose another place with --output"
        for name in NAMES
    ]


def test_every_file_that_is_open_elsewhere_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        (tmp_path / name).write_text("old")
    monkeypatch.setattr(Path, "open", _refuse_to_open)
    assert [str(finding) for finding in check_output(tmp_path, NAMES)] == [
        f"{(tmp_path / name).as_posix()}: error [output-file] {LOCKED}\n  hint: {HINT}"
        for name in NAMES
    ]


def _refuse_to_open(*_arguments: object) -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_folders_made_in_vain_go_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "output"
    with pytest.raises(DataError):
        _fail_below(folder)
    assert list(tmp_path.iterdir()) == []


def test_folders_that_were_there_or_hold_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    with pytest.raises(DataError):
        _fail_below(tmp_path / "old" / "new" / "empty", beside="a.txt")
    assert _contents(tmp_path / "old" / "new") == {"a.txt": "a"}


def _fail_below(folder: Path, beside: str = "") -> None:
    with keeping_out_empty(folder):
        assert list(check_output(folder, NAMES)) == []
        if beside:
            (folder.parent / beside).write_text("a")
        raise DataError(())


def test_all_files_are_written(tmp_path: Path) -> None:
    write_outputs(tmp_path, {"a.docx": b"new a", "b.hwpx": b"new b"})
    assert _contents(tmp_path) == {"a.docx": "new a", "b.hwpx": "new b"}


def test_files_that_were_there_are_replaced_and_others_kept(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("old a")
    (tmp_path / "other.txt").write_text("other")
    write_outputs(tmp_path, {"a.docx": b"new a"})
    assert _contents(tmp_path) == {"a.docx": "new a", "other.txt": "other"}


@pytest.mark.parametrize("name", ["a.docx", "b.hwpx", ".b.hwpx.old"])
def test_when_one_file_can_not_be_replaced_the_old_ones_all_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "b.hwpx").write_text("old b")
    monkeypatch.setattr(os, "replace", _refuse_once(name))
    with pytest.raises(DataError) as caught:
        write_outputs(tmp_path, {"a.docx": b"new a", "b.hwpx": b"new b"})
    assert _contents(tmp_path) == {"b.hwpx": "old b"}
    failed = "a.docx" if name == "a.docx" else "b.hwpx"
    assert str(caught.value) == (
        f"{(tmp_path / failed).as_posix()}: error [output-file] {LOCKED}\n  hint: {HINT}"
    )


def _refuse_once(name: str) -> Callable[[object, object], None]:
    """A rename that fails the first time only, so that what was moved can be moved back."""
    rename, refuse = os.replace, _refuse(name)
    attempts: list[object] = []

    def replace(source: object, target: object) -> None:
        if Path(str(target)).name == name and not attempts:
            attempts.append(target)
            refuse(source, target)
        rename(str(source), str(target))

    return replace


def test_a_full_disk_is_reported_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_text("old a")
    monkeypatch.setattr(os, "chmod", _fill_disk)
    with pytest.raises(DataError) as caught:
        write_outputs(tmp_path, {"a.docx": b"new a"})
    assert _contents(tmp_path) == {"a.docx": "old a"}
    assert str(caught.value) == (
        f"{(tmp_path / 'a.docx').as_posix()}: error [output-file] "
        "the file can't be written: No space left on device\n"
        "  hint: make room on the disk, or choose another folder with --output"
    )


def _fill_disk(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_files_can_be_read_by_everybody(tmp_path: Path) -> None:
    write_outputs(tmp_path, {"a.docx": b"new a"})
    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o644
