"""A user's folder of an older format, carried over to the format of today."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.output import write_outputs
from reportgen.readers.written_chapters import carry_over
from reportgen.reading import read_folder

_REPORT = "content/report.yaml"


def migrate_folder(root: Path) -> Mapping[str, tuple[str, ...]]:
    """Write the files of the folder that are of an older format anew.

    :returns: the chapters that got blocks, by the file in which they stand.
    :raises DataError: when the folder can't be read, or a file can't be replaced; nothing is
        written then.
    """
    read_folder(root)
    path = root / _REPORT
    data = path.read_bytes()
    bom = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    typed = data.removeprefix(bom).decode()
    ending = "\r\n" if "\r\n" in typed else "\n"
    text, chapters = carry_over(typed.replace("\r\n", "\n"))
    if not chapters:
        return {}
    write_outputs(path.parent, {path.name: bom + text.replace("\n", ending).encode()})
    return {_REPORT: chapters}
