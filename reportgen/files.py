"""The door: files of a user's folder are opened here, if they are files that end."""

from __future__ import annotations

import os
import stat
from io import BufferedReader
from pathlib import Path

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _

_SYSTEM_FILES = ("thumbs.db", "desktop.ini")


class UnreadableFileError(Exception):
    """A file that can't be read.

    :ivar problem: what it is instead; :ivar hint: what to do.
    """

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint

    def explain(self, rule: str, name: str) -> Diagnostic:
        """The finding."""
        return Diagnostic(rule, SourceRef(name), self.problem, hint=self.hint)


def open_input(path: Path, most: int) -> BufferedReader:
    """The file, open for reading.

    :param most: the bytes that it may hold.
    :raises FileNotFoundError: when there is none.
    :raises UnreadableFileError: when it is no file, may not be read, or is too large.
    """
    try:
        # Whoever opens a pipe that nobody writes to would wait for ever.
        _check(path.stat(), most)
        stream = open(path, "rb", opener=_open_at_once)  # noqa: SIM115
    except FileNotFoundError:
        if path.is_symlink():
            raise UnreadableFileError(
                _("this is a link to a file that isn't there"),
                _("take the link away, or put the file where it leads"),
            ) from None
        raise
    except OSError as error:
        raise _explain(error) from None
    try:
        _check(os.fstat(stream.fileno()), most)
    except UnreadableFileError:
        stream.close()
        raise
    return stream


def read_input(path: Path, most: int) -> bytes:
    """The bytes of the file, as :func:`open_input` finds it."""
    with open_input(path, most) as stream:
        try:
            data = stream.read(most + 1)
        except OSError as error:
            raise _explain(error) from None
    if len(data) > most:
        raise _explain_size(most)
    return data


def list_files(folder: Path) -> list[Path]:
    """What stands in a folder, but for system files; nothing where there is no such folder.

    :raises UnreadableFileError: when it is no folder, or may not be read.
    """
    try:
        return [path for path in folder.iterdir() if not is_system_file(path.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UnreadableFileError(
            _("the folder can't be read: {problem}", problem=error.strerror or str(error)),
            _("ask for the right to read it, or put a folder there"),
        ) from None


def is_system_file(name: str) -> bool:
    """Whether a file was put there by a file system or an office program, not by a person.

    >>> [is_system_file(name) for name in ("._x.yaml", ".DS_Store", "~$원장.xlsx", "x.yaml")]
    [True, True, True, False]
    """
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_FILES


def _open_at_once(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _check(status: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFileError(
            _("this is a folder, where a file is expected"),
            _("move the folder away, or give it another name"),
        )
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFileError(
            _("this is a device or a pipe, where a file is expected"),
            _("put a file there instead"),
        )
    if status.st_size > most:
        raise _explain_size(most)


def _explain(error: OSError) -> UnreadableFileError:
    return UnreadableFileError(
        _("the file can't be read: {problem}", problem=error.strerror or str(error)),
        _("close it in the other program, or ask for the right to read it"),
    )


def _explain_size(most: int) -> UnreadableFileError:
    return UnreadableFileError(
        _("the file is larger than {limit} MB", limit=most >> 20),
        _("split the file, or remove what isn't needed"),
    )
