"""An annex sheet as the bytes of a CSV."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic, SourceRef, raise_errors
from reportgen.harmless import make_harmless
from reportgen.i18n import translate as _
from reportgen.model.csv_profile import Encoding
from reportgen.renderers.csv_tables.rows import spell_grid, spell_records
from reportgen.renderers.csv_tables.stream import CsvStream, Unwritable
from reportgen.templating.printed import Printed
from reportgen.views.annex_profile import ChosenSheet

FindSource = Callable[[str, str], SourceRef | None]
"""Where a text was typed, by the text and one of its characters."""


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A finished file.

    :ivar rows: how many there are below the headings.
    :ivar places: everything that shows a figure, its line (1 is that of the headings), and
        the heading above it.
    """

    data: bytes
    rows: int
    places: tuple[tuple[Printed, int, str], ...]


def render_table(
    sheet: ChosenSheet, encoding: Encoding, name: str, find_source: FindSource
) -> CsvTable:
    """The CSV of a sheet.

    :param name: of the file, as diagnostics print it.
    :raises DataError: with every text that can't be encoded.
    """
    headings = [make_harmless(column.heading) for column in sheet.columns]
    stream = CsvStream(headings, encoding)
    places = _write(sheet, stream)
    raise_errors(
        _explain(found, sheet.annex.title, encoding, name, find_source)
        for found in stream.unwritable.values()
    )
    return CsvTable(stream.finish(), stream.lines - 1, tuple(places))


def _write(sheet: ChosenSheet, stream: CsvStream) -> list[tuple[Printed, int, str]]:
    places: list[tuple[Printed, int, str]] = []
    if sheet.annex.records is not None:
        for block in spell_records(sheet.annex.records, sheet.columns):
            stream.write(block)
        return places
    for texts, printed in spell_grid(sheet.annex.grid, sheet.columns):
        stream.write([texts])
        places.extend((text, stream.lines, column.heading) for text, column in printed)
    return places


def _explain(
    found: Unwritable, sheet: str, encoding: Encoding, name: str, find_source: FindSource
) -> Diagnostic:
    told = ", ".join(map(str, found.lines))
    characters = ", ".join(f"{mark} (U+{ord(mark):04X})" for mark in found.characters)
    place = find_source(found.text, found.characters[0])
    return Diagnostic(
        "csv-character",
        place or SourceRef(name, found.lines[0]),
        _(
            "{sheet}, line {line}, column {column}: {encoding} has no {characters}, in «{text}»",
            sheet=sheet,
            line=_("{lines} and {count} more", lines=told, count=found.more)
            if found.more
            else told,
            column=found.heading,
            encoding=encoding.value.upper(),
            characters=characters,
            text=found.text,
        ),
        published=found.text,
        hint=_("write it with another character there, or set «encoding: utf-8» under csv"),
    )
