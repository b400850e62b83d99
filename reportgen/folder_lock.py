"""One writer of a folder at a time: a lock that ends with the process that holds it."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _

LOCK = ".reportgen.lock"
"""The file that is locked; it holds the number of the process, and goes when that is done."""

TEMPORARY = ".reportgen-"
"""How the names of files begin that become outputs, or that outputs were before."""

MOST_SECONDS = 60.0
"""How long a build waits for another one."""

_PAUSE = 0.1
_held: set[Path] = set()


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Be the only one that writes there; what a killed process left behind is removed first.

    A folder that is not there, or in which nothing can be locked (some network drives), is
    written to without a lock.

    :raises DataError: when another process writes there for longer than a build takes.
    """
    place = folder.resolve()
    handle = -1 if place in _held else _wait_for_lock(folder)
    if handle < 0:
        yield
        return
    _held.add(place)
    try:
        _remove_leftovers(folder)
        yield
    finally:
        _held.remove(place)
        _release(folder / LOCK, handle)


def _wait_for_lock(folder: Path) -> int:
    """The handle of the lock; -1 where there can be none."""
    end = time.monotonic() + MOST_SECONDS
    while True:
        try:
            return _take_lock(folder / LOCK)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise DataError((_explain_busy(folder),)) from None
            time.sleep(_PAUSE)
        except OSError:
            return -1


def _take_lock(path: Path) -> int:
    """Open and lock the file.

    :raises BlockingIOError: when another process holds it.
    :raises OSError: when the folder has no place for it, or knows no locks.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(path, flags, 0o644)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(path)
        _lock(handle)
        if not _is_still_there(path, handle):
            # Its last holder removed it between the opening and the locking.
            raise BlockingIOError
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
    except OSError:
        os.close(handle)
        raise
    return handle


def _is_still_there(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(handle))
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 20
    """The byte that is locked, so that the number before it can be read by others."""

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None
        finally:
            os.lseek(handle, 0, os.SEEK_SET)

    def _release(path: Path, handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        with suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)
        # Fails where the next one has it open already.
        with suppress(OSError):
            path.unlink(missing_ok=True)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(path: Path, handle: int) -> None:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        os.close(handle)


def _remove_leftovers(folder: Path) -> None:
    """What a process that was killed could not remove."""
    for path in folder.glob(f"{TEMPORARY}*"):
        if not path.is_dir() or path.is_symlink():
            with suppress(OSError):
                path.unlink()


def _explain_busy(folder: Path) -> Diagnostic:
    with suppress(OSError, ValueError):
        process = str(int((folder / LOCK).read_text(encoding="ascii")))
        return _explain(folder, _("process {number} writes here", number=process))
    return _explain(folder, _("another process writes here"))


def _explain(folder: Path, problem: str) -> Diagnostic:
    return Diagnostic(
        "output-folder",
        SourceRef(folder.as_posix()),
        problem,
        hint=_("wait until it is done, or end it, and build again"),
    )
