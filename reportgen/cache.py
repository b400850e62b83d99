"""Results that can be used again, kept as files in a folder of the user's own.

Whatever is wrong with the folder or a file in it, nothing fails: what can't be read is made anew,
what can't be written is not kept.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from reportgen.limits import MOST_KEPT_BYTES, MOST_KEPT_RESULTS

VARIABLE = "REPORTGEN_CACHE"
"""The environment variable that names another folder, or says ``off``."""

_SIGN = b"reportgen cache\n"
_ENDING = ".reportgen"
"""How the names of all files end that are written here."""

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def make_key(*facts: str | bytes) -> str:
    """The name of a result: a digest of everything that it depends on, one fact after the other."""
    digest = hashlib.sha256()
    for fact in facts:
        data = fact.encode("utf-8", "surrogatepass") if isinstance(fact, str) else fact
        digest.update(b"%d " % len(data) + data)
    return digest.hexdigest()


def find_folder(environ: Mapping[str, str]) -> Path | None:
    """The folder that a process with such an environment uses; None where nothing is kept.

    >>> find_folder({"REPORTGEN_CACHE": "off"}) is None
    True
    """
    named = environ.get(VARIABLE, "")
    if named:
        return Path(named) if os.path.isabs(named) else None
    if sys.platform == "win32":
        place, inside = environ.get("LOCALAPPDATA", ""), "reportgen/Cache"
    elif sys.platform == "darwin":
        place, inside = environ.get("HOME", ""), "Library/Caches/reportgen"
    else:
        place, inside = environ.get("XDG_CACHE_HOME", ""), "reportgen"
        if not os.path.isabs(place):  # as its specification says
            place, inside = environ.get("HOME", ""), ".cache/reportgen"
    return Path(place, inside) if os.path.isabs(place) else None


def open_cache() -> Cache:
    """The results of the user whose process this is."""
    return Cache(find_folder(os.environ))


class Cache:
    """The kept results in one folder; of None it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, key: str) -> bytes | None:
        """What was kept by that name; None where nothing was, or it is not to be trusted."""
        if self._folder is None:
            return None
        try:
            _check_own(os.lstat(self._folder), is_folder=True)
            data = _read_own(self._folder / f"{key}{_ENDING}")
        except OSError:
            return None
        head = _SIGN + key.encode()
        held = data[len(head) + hashlib.sha256().digest_size :]
        return held if data == _wrap(key, held) else None

    def write(self, key: str, data: bytes) -> None:
        """Keep a result; the oldest ones go where there are too many."""
        if self._folder is None or len(data) > MOST_KEPT_BYTES // 4:
            return
        with suppress(OSError):
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
            _check_own(os.lstat(self._folder), is_folder=True)
            _write_whole(self._folder, key, _wrap(key, data))
            _drop_oldest(self._folder)


def _wrap(key: str, data: bytes) -> bytes:
    """The content of a file, by which it is known that it is whole and whose it is."""
    return _SIGN + key.encode() + hashlib.sha256(data).digest() + data


def _check_own(status: os.stat_result, is_folder: bool = False) -> None:
    """See that nobody else can have written it.

    :raises PermissionError: where somebody can.
    """
    is_kind = stat.S_ISDIR if is_folder else stat.S_ISREG
    is_own = is_kind(status.st_mode)
    if sys.platform != "win32":  # there the folder stands in the user's profile
        is_own = is_own and status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE
    if not is_own:
        raise PermissionError


def _read_own(path: Path) -> bytes:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    with open(handle, "rb") as stream:
        status = os.fstat(handle)
        _check_own(status)
        if status.st_size > MOST_KEPT_BYTES:
            raise OSError
        return stream.read(status.st_size)


def _write_whole(folder: Path, key: str, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    new = folder / f".{os.urandom(8).hex()}{_ENDING}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(new, flags, 0o600)
    try:
        with open(handle, "wb") as stream:
            stream.write(data)
        os.replace(new, folder / f"{key}{_ENDING}")
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise


def _drop_oldest(folder: Path) -> None:
    """Remove results beyond the limits, those that were made first, and what was left half done."""
    size = 0
    for number, (path, status) in enumerate(_list_newest(folder)):
        size += status.st_size
        if number >= MOST_KEPT_RESULTS or size > MOST_KEPT_BYTES:
            with suppress(OSError):
                path.unlink()


def _list_newest(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The files that were written here, the newest first; of others nothing is known."""
    with os.scandir(folder) as found:
        own = [one for one in found if one.name.endswith(_ENDING)]
        listed = [(Path(one.path), one.stat(follow_symlinks=False)) for one in own]
    return iter(sorted(listed, key=lambda one: one[1].st_mtime_ns, reverse=True))
