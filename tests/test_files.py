"""Only files that end are read."""

import os
from pathlib import Path

import pytest

from reportgen.files import UnreadableFileError, list_files, open_input, read_input

FOLDER = "this is a folder, where a file is expected"
DEVICE = "this is a device or a pipe, where a file is expected"


def _explain(path: Path, most: int = 100) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_input(path, most)
    return caught.value.problem


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_input(tmp_path / "a", 3) == b"abc"


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * ((1 << 20) + 1))
    assert _explain(tmp_path / "a", 1 << 20) == "the file is larger than 1 MB"


def test_a_folder_is_called_that(tmp_path: Path) -> None:
    assert _explain(tmp_path) == FOLDER


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b").symlink_to("a")
    assert (_explain(tmp_path / "a"), _explain(tmp_path / "b")) == (DEVICE, DEVICE)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices")
def test_a_device_that_never_ends_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("/dev/zero")
    assert _explain(tmp_path / "a") == DEVICE


def test_links_that_lead_round_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("a")
    assert _explain(tmp_path / "a").startswith("the file can't be read: ")


def test_a_missing_file_is_left_to_whoever_asks(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_input(tmp_path / "a", 1)


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"abc")

    def refuse(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert _explain(tmp_path / "a") == "the file can't be read: Permission denied"


def test_a_folder_is_listed_without_what_systems_put_there(tmp_path: Path) -> None:
    for name in ("a.yaml", "._a.yaml", ".DS_Store", "~$a.xlsx", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in list_files(tmp_path)] == ["a.yaml"]
    assert list_files(tmp_path / "none") == []


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(UnreadableFileError, match="the folder can't be read: Not a directory"):
        list_files(tmp_path / "a")


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "gone.csv")
    with pytest.raises(UnreadableFileError, match="a link to a file that isn't there"):
        open_input(link, 100)
