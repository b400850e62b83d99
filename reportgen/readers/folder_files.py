"""Which files of a user's folder are read, and which are only there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _
from reportgen.readers.csv_stream import ENCODINGS
from reportgen.readers.ledger_header import count_headers

CONTENT, BUDGET = "content", "content/budget"
SINGLE = (
    "content/report.yaml",
    "content/organization.yaml",
    "content/contacts.yaml",
    "content/budget/accounts.yaml",
)
"""The files that every folder has."""

PAGES = (
    "content/projects",
    "content/audit",
    "content/amendments",
    "content/chapters",
    "content/documents",
)
"""The folders of which every page is read."""

IMAGES = "content/images"
"""The folder of the pictures, and of folders with more of them."""

_PICTURES = (".png", ".jpg", ".jpeg")
PROFILES = "content/budget/import"
"""What was decided about the tables of finance, which only an import reads."""

_KNOWN = (CONTENT, BUDGET, PROFILES, *PAGES)

_PAGE, _LEDGERS = ".yaml", (".csv", ".xlsx")
_TABLES = frozenset(
    (*_LEDGERS, ".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".tsv", ".numbers", ".cell")
)
"""What a ledger may be kept in; of these only two are read."""

_LISTED = 3
"""How many files of a folder are named."""


def list_pages(root: Path, folder: str) -> list[str]:
    """The pages of a folder, in the order in which they are read."""
    names = (path.name for path in (root / folder).glob(f"*{_PAGE}"))
    return [f"{folder}/{name}" for name in sorted(names) if not _is_ignored(name)]


def list_ledgers(root: Path) -> list[str]:
    """The files of the ledger, in the order in which they are read."""
    paths = sorted((root / BUDGET).glob("*"))
    return [
        f"{BUDGET}/{path.name}"
        for path in paths
        if path.suffix.lower() in _LEDGERS and not _is_ignored(path.name)
    ]


def list_pictures(root: Path) -> list[str]:
    """The pictures that templates can show."""
    return [name for name in sorted(_walk_below(root, IMAGES)) if _is_picture(name)]


def _is_picture(name: str) -> bool:
    return name.startswith(f"{IMAGES}/") and name.lower().endswith(_PICTURES)


def list_inputs(root: Path) -> list[str]:
    """Every file that is read, as far as it is there."""
    pages = [name for folder in PAGES for name in list_pages(root, folder)]
    every = (*SINGLE, *list_ledgers(root), *pages, *list_pictures(root))
    return [name for name in every if (root / name).is_file()]


def find_unread(root: Path) -> Iterator[Diagnostic]:
    """Every file below ``content`` that no report is made of.

    An error where somebody may count on it: a table in the folder of the ledger or above it,
    or a page or a profile with another ending or in another folder. What the system leaves
    isn't told.
    """
    read = {*SINGLE, *list_ledgers(root)}
    for folder in (*PAGES, PROFILES):
        read.update(list_pages(root, folder))
    below: dict[str, list[str]] = {}
    for name in _walk(root):
        folder = str(PurePosixPath(name).parent)
        if _is_picture(name):
            continue
        if folder in _KNOWN and name not in read:
            yield _explain_file(root, name)
        elif folder not in _KNOWN:
            below.setdefault(_find_top(folder), []).append(name)
    for folder, names in below.items():
        yield _explain_folder(root, folder, names)


def _walk(root: Path) -> Iterator[str]:
    """Every file below ``content``, sorted; a link to another folder stands for itself."""
    for folder in _KNOWN:
        path = root / folder
        for name in _list_names(path):
            below = f"{folder}/{name}"
            if below in _KNOWN or _is_ignored(name):
                continue
            if (path / name).is_dir() and not (path / name).is_symlink():
                yield from _walk_below(root, below)
            else:
                yield below


def _list_names(folder: Path) -> list[str]:
    """What stands in a folder; nothing where it isn't there or may not be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _walk_below(root: Path, folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not _is_ignored(name))
        names = (name for name in sorted(files) if not _is_ignored(name))
        yield from ((Path(path) / name).relative_to(root).as_posix() for name in names)


def _is_ignored(name: str) -> bool:
    """What the system and office programs leave in a folder, and what is only for people."""
    lower = name.lower()
    return name.startswith((".", "~$")) or lower.startswith("readme") or lower in _OF_WINDOWS


_OF_WINDOWS = ("thumbs.db", "desktop.ini")


def _find_top(folder: str) -> str:
    """The folder that stands in a known one."""
    path = PurePosixPath(folder)
    while str(path.parent) not in _KNOWN:
        path = path.parent
    return str(path)


def _is_expected(root: Path, name: str) -> bool:
    """Whether somebody may think that the file counts."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in (_PAGE, ".yml"):
        return True
    in_budget = name.startswith(f"{BUDGET}/") and not name.startswith(f"{PROFILES}/")
    near = in_budget or str(PurePosixPath(name).parent) == CONTENT
    return near and (ending in _TABLES or (ending == ".txt" and _is_table(root / name)))


def _is_table(path: Path) -> bool:
    """Whether a text begins with the headers of a ledger."""
    try:
        with path.open("rb") as stream:
            data = stream.read(4096)
    except OSError:
        return False
    texts = (data.decode(encoding, errors="ignore") for encoding in ENCODINGS)
    firsts = (text.strip().partition("\n")[0] for text in texts)
    return any(count_headers(line.replace("\t", ",").split(",")) >= _LISTED for line in firsts)


def _explain_file(root: Path, name: str) -> Diagnostic:
    path = PurePosixPath(name)
    expected = _is_expected(root, name)
    return Diagnostic(
        "unread-file",
        SourceRef(name),
        _("the file is not read"),
        published=path.name,
        hint=_choose_hint(path) if expected else _("keep it outside of content"),
        severity=Severity.ERROR if expected else Severity.WARNING,
    )


def _choose_hint(path: PurePosixPath) -> str:
    folder, ending = str(path.parent), path.suffix.lower()
    if folder in PAGES and ending in (_PAGE, ".yml"):
        return _("give it a name that ends in .yaml")
    if f"{path.with_suffix(_PAGE)}" in SINGLE:
        return _("name it {name}", name=path.with_suffix(_PAGE).name)
    if folder == BUDGET and ending not in (_PAGE, ".yml"):
        return _("save it as .xlsx or .csv, or take it in with «reportgen ledger import»")
    return _("move it to where it is read, or out of content")


def _explain_folder(root: Path, folder: str, names: list[str]) -> Diagnostic:
    expected = any(_is_expected(root, name) for name in names)
    first = [PurePosixPath(name).relative_to(folder).as_posix() for name in names[:_LISTED]]
    return Diagnostic(
        "unread-file",
        SourceRef(folder),
        _(
            "the folder is not read; it has {count} files: {names}",
            count=len(names),
            names=", ".join(first) + (", …" if len(names) > _LISTED else ""),
        ),
        published=str(len(names)),
        hint=_("move the files to where they are read, or the folder out of content"),
        severity=Severity.ERROR if expected else Severity.WARNING,
    )
