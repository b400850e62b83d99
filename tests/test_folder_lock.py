"""One process writes to a folder at a time, and what a killed one left goes with the next."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reportgen import folder_lock
from reportgen.diagnostics import DataError
from reportgen.folder_lock import LOCK, TEMPORARY, hold_folder

HOLD = """\
import sys, time
from pathlib import Path
from reportgen.folder_lock import hold_folder
with hold_folder(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def _start_holder(folder: Path) -> subprocess.Popen[bytes]:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"held"
    return holder


def _end(holder: subprocess.Popen[bytes]) -> None:
    holder.kill()
    holder.communicate()


def test_the_lock_is_there_while_it_is_held_and_gone_afterwards(tmp_path: Path) -> None:
    with hold_folder(tmp_path):
        assert (tmp_path / LOCK).read_text() == f"{os.getpid()}\n"
    assert list(tmp_path.iterdir()) == []


def test_who_holds_a_folder_may_hold_it_again(tmp_path: Path) -> None:
    with hold_folder(tmp_path), hold_folder(tmp_path):
        assert (tmp_path / LOCK).exists()


def test_a_folder_that_is_not_there_yet_needs_no_lock(tmp_path: Path) -> None:
    with hold_folder(tmp_path / "none"):
        assert list(tmp_path.iterdir()) == []


def test_another_process_is_named_that_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "MOST_SECONDS", 0.2)
    holder = _start_holder(tmp_path)
    try:
        with pytest.raises(DataError) as caught, hold_folder(tmp_path):
            pass
    finally:
        _end(holder)
    assert str(caught.value) == (
        f"{tmp_path.as_posix()}: error [output-folder] process {holder.pid} writes here\n"
        "  hint: wait until it is done, or end it, and build again"
    )


def test_another_process_is_waited_for(tmp_path: Path) -> None:
    holder = _start_holder(tmp_path)
    timer = threading.Timer(0.5, holder.kill)
    timer.start()
    began = time.monotonic()
    with hold_folder(tmp_path):
        assert time.monotonic() - began > 0.2
    timer.join()
    _end(holder)


def test_a_killed_process_holds_nothing_and_its_files_are_removed(tmp_path: Path) -> None:
    holder = _start_holder(tmp_path)
    (tmp_path / f"{TEMPORARY}1234").write_text("half a file")
    (tmp_path / "report.docx").write_text("whole")
    _end(holder)
    assert (tmp_path / LOCK).exists()
    with hold_folder(tmp_path):
        assert sorted(path.name for path in tmp_path.iterdir()) == [LOCK, "report.docx"]
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]


def test_a_folder_that_knows_no_locks_is_written_to_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(folder_lock, "_lock", refuse)
    with hold_folder(tmp_path):
        (tmp_path / "a").write_text("written")
    assert (tmp_path / "a").read_text() == "written"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("kept")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / LOCK).symlink_to(tmp_path / "other")
    with hold_folder(folder):
        pass
    assert (tmp_path / "other").read_text() == "kept"
