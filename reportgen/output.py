"""Files written all together or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
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
        if (folder / name).is_dir():
            yield _explain_folder(folder / name)
        elif (folder / name).exists() and not _can_be_replaced(folder / name):
            yield _explain_locked(folder / name)


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

    :raises DataError: when a file is open in another program, or the disk is full.
    """
    fresh: dict[str, Path] = {}
    kept: dict[str, Path] = {}
    done: list[str] = []
    try:
        for name, data in files.items():
            fresh[name] = _write_temporary(folder, data)
        for name, temporary in fresh.items():
            target = folder / name
            if target.exists():
                backup = folder / f".{name}.old"
                os.replace(target, backup)
                kept[name] = backup
            os.replace(temporary, target)
            done.append(name)
    except OSError as error:
        failed = folder / next(name for name in files if name not in done)
        _restore(folder, kept, done)
        locked = isinstance(error, PermissionError)
        raise DataError(
            (_explain_locked(failed) if locked else _explain_failure(failed, error),)
        ) from None
    finally:
        for temporary in (*fresh.values(), *kept.values()):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _restore(folder: Path, kept: dict[str, Path], done: list[str]) -> None:
    for name in done:
        if name not in kept:
            (folder / name).unlink(missing_ok=True)
    for name, backup in kept.items():
        if backup.exists():
            os.replace(backup, folder / name)


def _write_temporary(folder: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".reportgen-", dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(path, 0o644)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


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
