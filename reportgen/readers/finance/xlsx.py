"""An XLSX as a book: which parts it has, found as the standard says and not by their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.readers.finance.grid import Area, Book, GridCell, Sheet
from reportgen.readers.finance.markup import Attributes, Markup
from reportgen.readers.finance.package import MOST_BYTES, Package
from reportgen.readers.finance.strings import StringReader
from reportgen.readers.finance.styles import StyleReader
from reportgen.readers.finance.trouble import refuse
from reportgen.readers.finance.worksheet import LAST_ROW, LedgerBasis, SheetReader
from reportgen.readers.sheet_columns import read_column

LEDGER_NAMES = ("ledger_account", "ledger_amount", "ledger_date", "ledger_kind")
"""The defined names by which a workbook is known as annexes of this program."""

_REFERENCE = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!\[\]]+))!"
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d{1,7})(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d{1,7}))?"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another."""

    kind: str
    target: str


def read_xlsx(source: Path | BinaryIO, file: str) -> Book:
    """The workbook; formulas only of one that has the names of our annexes.

    :raises DataError: when it is damaged, protected or too large.
    """
    with Package(source, file) as package:
        return _read(package, file)


def _read(package: Package, file: str) -> Book:
    roots = _read_relations(package, "", file).values()
    main = next((link.target for link in roots if link.kind == "officeDocument"), "")
    if not main or not package.holds(main):
        raise refuse(
            file,
            _("this zip holds no workbook"),
            _("open it in Excel and save it again as .xlsx"),
        )
    outline = _Outline(file)
    package.feed(main, outline.markup)
    links = _read_relations(package, main, file)
    parts = {link.kind: link.target for link in links.values()}
    names = dict(outline.find_names())
    around = LedgerBasis(
        StringReader().read(package, parts.get("sharedStrings", ""), file),
        StyleReader().read(package, parts.get("styles", ""), file),
        outline.from_1904,
        formulas=all(name in names for name in LEDGER_NAMES),
    )
    sheets = tuple(
        _read_sheet(package, links[link].target, file, name, hidden, around)
        for name, link, hidden in outline.sheets
        if link in links and links[link].kind == "worksheet"
    )
    return Book(file, sheets, names)


def _read_sheet(
    package: Package, part: str, file: str, name: str, hidden: bool, around: LedgerBasis
) -> Sheet:
    reader = SheetReader(file, around)
    package.feed(part, reader, most=MOST_BYTES)
    return Sheet(
        file,
        name,
        _order(reader.rows),
        tuple(reader.merges),
        hidden,
        frozenset(reader.hidden_rows),
        frozenset(reader.hidden_columns),
    )


def _order(rows: dict[int, dict[int, GridCell]]) -> dict[int, dict[int, GridCell]]:
    """Rows and cells from top left; hardly any program writes them otherwise."""
    for row, cells in rows.items():
        if any(first > second for first, second in pairwise(cells)):
            rows[row] = dict(sorted(cells.items()))
    if any(first > second for first, second in pairwise(rows)):
        return dict(sorted(rows.items()))
    return rows


def _read_relations(package: Package, part: str, file: str) -> dict[str, Relation]:
    """The links of a part by their ids; those that leave the file are never followed."""
    folder = PurePosixPath(part).parent
    name = f"{folder}/_rels/{PurePosixPath(part).name}.rels" if part else "_rels/.rels"
    name = name.removeprefix("./")
    found: dict[str, Relation] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(
                kind, _resolve(folder, attributes.get("Target", ""))
            )

    if package.holds(name):
        package.feed(name, Markup(file, start))
    return found


def _resolve(folder: PurePosixPath, target: str) -> str:
    """The name of a part that a link names.

    >>> _resolve(PurePosixPath("xl"), "worksheets/sheet1.xml")
    'xl/worksheets/sheet1.xml'
    >>> _resolve(PurePosixPath("xl"), "/xl/a.xml"), _resolve(PurePosixPath("xl/b"), "../c.xml")
    ('xl/a.xml', 'xl/c.xml')
    """
    path = PurePosixPath(target) if target.startswith("/") else folder / target
    parts: list[str] = []
    for step in path.parts:
        if step == "..":
            parts = parts[:-1]
        elif step not in (".", "/"):
            parts.append(step)
    return "/".join(parts)


class _Outline:
    """The sheets and names of ``workbook.xml``."""

    def __init__(self, file: str) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False
        self.markup = Markup(file, self._start, self._end)
        self._references: dict[str, str] = {}
        self._name = ""

    def find_names(self) -> list[tuple[str, tuple[str, Area]]]:
        """Name, sheet and area of every name that means one area."""
        found = ((name, parse_reference(text)) for name, text in self._references.items())
        return [(name, area) for name, area in found if area]

    def _start(self, tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((normalize(attributes.get("name", "")), link, hidden))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")
        elif tag == "definedName":
            local = "localSheetId" in attributes
            self._name = "" if local else attributes.get("name", "").lower()
            self.markup.collect()

    def _end(self, tag: str) -> None:
        if tag == "definedName":
            text = self.markup.collected()
            if self._name:
                self._references[self._name] = text


def parse_reference(text: str) -> tuple[str, Area] | None:
    """Sheet and area of a reference, or None when it is anything else.

    >>> parse_reference("'원장'!$G$4:$G$62")
    ('원장', Area(left=7, top=4, right=7, bottom=62))
    """
    match = _REFERENCE.fullmatch(text.strip().removeprefix("$"))
    if match is None:
        return None
    left, top = read_column(match["left"]), int(match["top"])
    right = read_column(match["right"]) if match["right"] else left
    bottom = int(match["bottom"] or top)
    if not top <= bottom <= LAST_ROW:
        return None
    sheet = match["plain"] or match["quoted"].replace("''", "'")
    return sheet, Area(left, top, right, bottom)
