"""What was kept is found again, and nothing that somebody else could have written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import cache
from reportgen.cache import Cache, find_folder, make_key

KEY, OTHER = make_key("a"), make_key("b")
FILE, OTHER_FILE = f"{KEY}.reportgen", f"{OTHER}.reportgen"

on_posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are those of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one result."""
    Cache(tmp_path / "kept").write(KEY, b"result")
    return tmp_path / "kept"


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_result_is_found_by_its_key_alone(folder: Path) -> None:
    assert [Cache(folder).read(key) for key in (KEY, OTHER)] == [b"result", None]


def test_a_later_result_takes_the_place_of_the_earlier_one(folder: Path) -> None:
    Cache(folder).write(KEY, b"later")
    assert Cache(folder).read(KEY) == b"later"
    assert list_names(folder) == [FILE]


def test_facts_are_told_apart_by_where_they_end() -> None:
    assert len({make_key("ab", "c"), make_key("a", "bc"), make_key("abc"), make_key(b"abc ")}) == 4


def test_folder_and_results_are_for_the_user_alone(folder: Path) -> None:
    modes = [path.stat().st_mode & 0o777 for path in (folder, folder / FILE)]
    assert modes == [0o700, 0o600] or os.name != "posix"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-1] + b"T",
        lambda data: b"",
        lambda data: b"another program's\n" + data,
    ],
)
def test_a_damaged_result_is_not_used_and_written_anew(
    folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    (folder / FILE).write_bytes(damage((folder / FILE).read_bytes()))
    assert Cache(folder).read(KEY) is None
    Cache(folder).write(KEY, b"anew")
    assert Cache(folder).read(KEY) == b"anew"


def test_a_result_under_another_name_is_not_used(folder: Path) -> None:
    (folder / FILE).rename(folder / OTHER_FILE)
    assert Cache(folder).read(OTHER) is None


@on_posix
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_result_that_others_can_write_is_not_used(folder: Path, mode: int) -> None:
    (folder / FILE).chmod(mode)
    assert Cache(folder).read(KEY) is None


@on_posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_can_write_is_not_used(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    Cache(folder).write(OTHER, b"more")
    assert Cache(folder).read(KEY) is None
    assert list_names(folder) == [FILE]


@on_posix
def test_a_folder_of_somebody_else_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    Cache(folder).write(OTHER, b"more")
    assert Cache(folder).read(KEY) is None
    assert list_names(folder) == [FILE]


@on_posix
def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / FILE).rename(tmp_path / "elsewhere")
    (folder / FILE).symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    assert Cache(folder).read(KEY) is None
    assert Cache(tmp_path / "link").read(KEY) is None


@on_posix
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / OTHER_FILE)
    assert Cache(folder).read(OTHER) is None


def test_a_file_in_the_place_of_the_folder_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for_it = Cache(tmp_path / "file" / "kept")
    for_it.write(KEY, b"result")
    assert for_it.read(KEY) is None


@pytest.mark.parametrize("called", ["open", "replace"])
def test_a_full_disk_does_no_harm(
    folder: Path, monkeypatch: pytest.MonkeyPatch, called: str
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, called, fail)
    Cache(folder).write(OTHER, b"more")
    monkeypatch.undo()
    assert list_names(folder) == [FILE]


def test_the_oldest_results_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_KEPT_RESULTS", 2)
    half = ".0.reportgen"
    (folder / half).write_text("half done")
    (folder / KEY).write_text("of the user")
    for age, name in enumerate((FILE, half), 1):
        os.utime(folder / name, (10**9 - age, 10**9 - age))
    Cache(folder).write(OTHER, b"more")
    assert list_names(folder) == sorted([KEY, FILE, OTHER_FILE])
    Cache(folder).write(make_key("c"), b"more")
    assert list_names(folder) == sorted([KEY, OTHER_FILE, f"{make_key('c')}.reportgen"])


def test_large_results_go_sooner(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_KEPT_BYTES", 1000)
    Cache(folder).write(OTHER, b"x" * 251)
    assert Cache(folder).read(OTHER) is None
    for name in "cdefgh":
        Cache(folder).write(make_key(name), b"x" * 200)
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 1000
    assert Cache(folder).read(make_key("h")) == b"x" * 200


def test_nothing_is_kept_without_a_folder() -> None:
    nowhere = Cache(None)
    nowhere.write(KEY, b"result")
    assert nowhere.read(KEY) is None


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/reportgen"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/c"}, "/c/reportgen"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "c"}, "/home/a/.cache/reportgen"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/reportgen"),
        ("linux", {}, None),
        ("linux", {"HOME": "/home/a", "REPORTGEN_CACHE": "/mine"}, "/mine"),
        ("linux", {"HOME": "/home/a", "REPORTGEN_CACHE": "off"}, None),
        ("linux", {"HOME": "/home/a", "REPORTGEN_CACHE": "relative/folder"}, None),
    ],
)
@on_posix
def test_the_folder_is_the_users_own(
    monkeypatch: pytest.MonkeyPatch, platform: str, environ: dict[str, str], folder: str | None
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert find_folder(environ) == (None if folder is None else Path(folder))
