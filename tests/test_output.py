"""Files are written all together or not at all."""

import errno
import os
import signal
import subprocess
import sys
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


@pytest.mark.parametrize("name", ["a.docx", "b.hwpx"])
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


KILLED = """\
import os, signal, sys
from pathlib import Path
from reportgen import output
folder, at = Path(sys.argv[1]), int(sys.argv[2])
steps, replace, link = [], os.replace, os.link

def count(step):
    def counted(*arguments):
        if len(steps) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        steps.append(step)
        return step(*arguments)
    return counted

os.replace, os.link = count(replace), count(link)
output.write_outputs(folder, {"a.docx": b"new a", "b.hwpx": b"new b"})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be killed at a step there")
@pytest.mark.parametrize("step", range(4))
def test_a_killed_process_leaves_each_file_old_or_new(tmp_path: Path, step: int) -> None:
    for name in NAMES:
        (tmp_path / name).write_text(f"old {name[0]}")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(step)], check=False)
    assert done.returncode == -signal.SIGKILL
    kept = {name: (tmp_path / name).read_text() for name in NAMES}
    assert kept["a.docx"] == ("new a" if step == 3 else "old a")
    assert kept["b.hwpx"] == "old b"
    write_outputs(tmp_path, {"a.docx": b"newer a", "b.hwpx": b"newer b"})
    assert _contents(tmp_path) == {"a.docx": "newer a", "b.hwpx": "newer b"}


def test_no_file_is_away_while_others_are_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        (tmp_path / name).write_text("old")
    rename = os.replace

    def look(source: str, target: str) -> None:
        assert all((tmp_path / name).exists() for name in NAMES)
        rename(source, target)

    monkeypatch.setattr(os, "replace", look)
    write_outputs(tmp_path, dict.fromkeys(NAMES, b"new"))
    assert _contents(tmp_path) == dict.fromkeys(NAMES, "new")


def test_old_files_come_back_where_the_file_system_has_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    for name in NAMES:
        (tmp_path / name).write_text("old")
    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "replace", _refuse_once("b.hwpx"))
    with pytest.raises(DataError):
        write_outputs(tmp_path, dict.fromkeys(NAMES, b"new"))
    assert _contents(tmp_path) == dict.fromkeys(NAMES, "old")


def test_a_file_that_went_away_again_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.replace

    def lose(source: str, target: str) -> None:
        rename(source, target)
        os.unlink(target)

    monkeypatch.setattr(os, "replace", lose)
    with pytest.raises(DataError, match="the file can't be written: No such file or directory"):
        write_outputs(tmp_path, {"a.docx": b"new"})


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_symbolic_link_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "b.docx").write_text("far")
    (tmp_path / "a.docx").symlink_to("far/b.docx")
    with pytest.raises(DataError) as caught:
        write_outputs(tmp_path, {"a.docx": b"new"})
    assert str(caught.value) == (
        f"{(tmp_path / 'a.docx').as_posix()}: error [output-file] "
        "this is a symbolic link, which the file would take the place of\n"
        "  hint: remove the link, or write to the folder that it leads to"
    )
    assert (tmp_path / "a.docx").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_folder_that_is_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "output").symlink_to("far")
    write_outputs(tmp_path / "output", {"a.docx": b"new"})
    assert _contents(tmp_path / "far") == {"a.docx": "new"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.docx")
    (finding,) = check_output(tmp_path, NAMES)
    assert finding.message == "this is a device or a pipe, where a file is to be written"


@pytest.mark.parametrize("place", ["content", "content/budget", "templates", "templates/docx"])
def test_nothing_is_written_where_it_is_built_from(tmp_path: Path, place: str) -> None:
    for folder in ("content/budget", "templates/docx"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content/report.yaml").touch()
    (finding,) = check_output(tmp_path / place, NAMES)
    sources = (tmp_path / place.partition("/")[0]).as_posix()
    assert finding.message == f"files are built from {sources} and are not written into it"


def test_a_folder_that_is_only_named_like_content_is_fine(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "templates").mkdir()
    assert [*check_output(tmp_path / "content", NAMES)] == []
    assert [*check_output(tmp_path / "templates", NAMES)] == []


def test_content_and_templates_are_known_through_links(tmp_path: Path) -> None:
    for folder in ("quelle/budget", "vorlagen/docx"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "quelle/report.yaml").touch()
    (tmp_path / "content").symlink_to(tmp_path / "quelle")
    (tmp_path / "templates").symlink_to(tmp_path / "vorlagen")
    for place in ("content", "quelle/budget", "templates", "templates/docx", "templates/docx/a"):
        (finding,) = check_output(tmp_path / place, NAMES)
        assert "files are built from" in finding.message
