"""Files written all together or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.folder_lock import TEMPORARY, hold_folder
from reportgen.i18n import translate as _


def check_output(folder: Path, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Why files of these names could not be written there, before anything is built."""
    barrier = next(filter(os.path.exists, (folder, *folder.parents)), folder)
    if os.path.isfile(barrier):
        yield Diagnostic(
            "output-folder",
            SourceRef(barrier.as_posix()),
            _("this is a file, not a folder"),
            hint=_("name a folder with --output; the files in it have names of their own"),
        )
        return
    if sources := _find_sources(folder):
        yield _explain_sources(folder, sources)
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        yield Diagnostic(
            "output-folder",
            SourceRef(folder.as_posix()),
            _("the folder can't be written: {problem}", problem=error.strerror or str(error)),
            hint=_("choose another with --output, or ask for the right to write there"),
        )
        return
    for name in names:
        if problem := _find_obstacle(folder / name):
            yield problem


def _find_sources(folder: Path) -> Path | None:
    """The content or the templates that the folder is, or stands in."""
    for place in dict.fromkeys((folder.absolute(), folder.resolve())):
        for part in (place, *place.parents):
            if (part / "report.yaml").is_file() and (part / "budget").is_dir():
                return part
            inside = place.relative_to(part).parts[:1]
            of_templates = part.name == "templates" and (not inside or inside[0] in _TEMPLATES)
            if of_templates and any((part / name).is_dir() for name in _TEMPLATES):
                return part
    return None


_TEMPLATES = ("docx", "hwpx", "xlsx")
"""The folders that templates stand in."""


def _explain_sources(folder: Path, sources: Path) -> Diagnostic:
    return Diagnostic(
        "output-folder",
        SourceRef(folder.as_posix()),
        _("files are built from {folder} and are not written into it", folder=sources.as_posix()),
        published=folder.as_posix(),
        hint=_("name a folder beside it, such as output"),
    )


@contextmanager
def keeping_out_empty(folder: Path) -> Iterator[None]:
    """Take away the folders that were made in vain, when what was to be written there failed."""
    missing = [part for part in (folder, *folder.parents) if not os.path.lexists(part)]
    try:
        yield
    except BaseException:
        for part in missing:
            with suppress(OSError):
                part.rmdir()
        raise


def write_outputs(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file; when one can't be replaced, the old ones all come back.

    Each name has its old file or its new one at any time, also for a process that is killed.

    :raises DataError: when a file is open in another program, or the disk is full.
    """
    with hold_folder(folder):
        raise_errors(problem for name in files if (problem := _find_obstacle(folder / name)))
        _replace_all(folder, files)


def _replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    fresh: dict[str, Path] = {}
    kept: dict[str, Path] = {}
    done: list[str] = []
    try:
        for name, data in files.items():
            fresh[name] = _write_temporary(folder, data)
        for name in files:
            if (folder / name).exists():
                kept[name] = _keep(folder, folder / name)
        for name, temporary in fresh.items():
            os.replace(temporary, folder / name)
            done.append(name)
        for name, data in files.items():
            _check_written(folder / name, len(data))
    except OSError as error:
        failed = folder / next((name for name in files if name not in done), error.filename or "")
        _restore(folder, kept, done)
        locked = isinstance(error, PermissionError)
        raise DataError(
            (_explain_locked(failed) if locked else _explain_failure(failed, error),)
        ) from None
    finally:
        for temporary in (*fresh.values(), *kept.values()):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _keep(folder: Path, path: Path) -> Path:
    """The old file once more, under a name from which it can come back."""
    backup = _name_temporary(folder)
    try:
        os.link(path, backup)
    except (OSError, NotImplementedError):  # a file system without links
        shutil.copyfile(path, backup)
    return backup


def _name_temporary(folder: Path) -> Path:
    return folder / f"{TEMPORARY}{secrets.token_hex(8)}"


def _check_written(path: Path, size: int) -> None:
    """Fail when the file went away again, as on a network drive or under a virus scanner."""
    if path.stat().st_size != size:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def _restore(folder: Path, kept: dict[str, Path], done: list[str]) -> None:
    for name in done:
        if name not in kept:
            (folder / name).unlink(missing_ok=True)
    for name in done:
        if name in kept:
            # What can't be put back stays under its other name until the next build.
            backup = kept.pop(name)
            with suppress(OSError):
                os.replace(backup, folder / name)


def _write_temporary(folder: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(path, 0o644)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _find_obstacle(path: Path) -> Diagnostic | None:
    """Why what stands there can't be replaced by a file; None where it can."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        return _explain_failure(path, error)
    if stat.S_ISLNK(mode):
        return _explain_place(
            path,
            _("this is a symbolic link, which the file would take the place of"),
            _("remove the link, or write to the folder that it leads to"),
        )
    if stat.S_ISREG(mode):
        return None if _can_be_replaced(path) else _explain_locked(path)
    if stat.S_ISDIR(mode):
        return _explain_folder(path)
    problem = _("this is a device or a pipe, where a file is to be written")
    return _explain_place(path, problem, _("move it away, or choose another name or folder"))


def _explain_place(path: Path, problem: str, hint: str) -> Diagnostic:
    return Diagnostic("output-file", SourceRef(path.as_posix()), problem, hint=hint)


def _can_be_replaced(path: Path) -> bool:
    """Whether no other program holds the file; an office program on Windows locks it."""
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _explain_failure(path: Path, error: OSError) -> Diagnostic:
    return Diagnostic(
        "output-file",
        SourceRef(path.as_posix()),
        _("the file can't be written: {problem}", problem=error.strerror or str(error)),
        hint=_("make room on the disk, or choose another folder with --output"),
    )


def _explain_folder(path: Path) -> Diagnostic:
    return Diagnostic(
        "output-file",
        SourceRef(path.as_posix()),
        _("a folder has the name of the file"),
        hint=_("give the folder another name, or choose another place with --output"),
    )


def _explain_locked(path: Path) -> Diagnostic:
    return Diagnostic(
        "output-file",
        SourceRef(path.as_posix()),
        _("the file is open in another program, or protected"),
        hint=_("close it there and build again"),
    )
