"""What the CSV profile of the content chooses from the annexes, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reportgen.checks.references import find_unknown
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.csv_profile import CsvProfile, CsvSheet
from reportgen.model.words import Words
from reportgen.views.annex_columns import WON, AnnexColumn, list_columns
from reportgen.views.annexes import Annex, Annexes


@dataclass(frozen=True, slots=True)
class ChosenSheet:
    """An annex with the columns that are wanted of it."""

    annex: Annex
    columns: tuple[AnnexColumn, ...]


def choose_annexes(annexes: Annexes, profile: CsvProfile) -> tuple[Annex, ...]:
    """The annexes that are wanted, in their own order."""
    named = {sheet.sheet for sheet in _settle(annexes, profile)}
    wanted = (annex for annex in _list_tables(annexes) if annex.key in named)
    return tuple(wanted) if profile.only_named else _list_tables(annexes)


def _list_tables(annexes: Annexes) -> tuple[Annex, ...]:
    """The annexes that have columns; a sheet of charts has none."""
    return tuple(annex for annex in annexes.sheets if annex.columns)


def choose_sheets(annexes: Annexes, profile: CsvProfile) -> tuple[ChosenSheet, ...]:
    """The annexes that are wanted with their columns; what is unknown is left out."""
    wanted = {sheet.sheet: sheet for sheet in _settle(annexes, profile)}
    return tuple(
        ChosenSheet(annex, _choose_columns(annex, wanted.get(annex.key)))
        for annex in choose_annexes(annexes, profile)
    )


def _settle(annexes: Annexes, profile: CsvProfile) -> tuple[CsvSheet, ...]:
    """The sheets of the profile by their keys, whether it names them by key or by title."""
    titles = {annex.key: (annex.title,) for annex in annexes.sheets}
    titles |= {annex.key: (annex.title,) for annex in annexes.absent}
    words = Words(titles)
    present = {annex.key: annex for annex in _list_tables(annexes)}
    return tuple(_settle_sheet(sheet, words, present) for sheet in profile.sheets)


def _settle_sheet(sheet: CsvSheet, titles: Words, present: Mapping[str, Annex]) -> CsvSheet:
    key = _find_key(titles, sheet.sheet)
    columns = list_columns(present[key]) if key in present and sheet.columns else ()
    headings = Words({one.key: (one.heading, one.heading.removesuffix(WON)) for one in columns})
    settled = tuple(
        choice.model_copy(update={"column": _find_key(headings, choice.column)})
        for choice in sheet.columns
    )
    return sheet.model_copy(update={"sheet": key, "columns": settled})


def _find_key(words: Words, typed: str) -> str:
    """The one key that is meant; what means none, or several, stays as it is typed."""
    found = words.find(typed)
    return found[0].value if len(found) == 1 else typed


def _choose_columns(annex: Annex, wanted: CsvSheet | None) -> tuple[AnnexColumn, ...]:
    columns = {column.key: column for column in list_columns(annex)}
    if wanted is None or not wanted.columns:
        return tuple(columns.values())
    return tuple(
        replace(columns[choice.column], heading=choice.heading or columns[choice.column].heading)
        for choice in wanted.columns
        if choice.column in columns
    )


def check_profile(annexes: Annexes, profile: CsvProfile) -> Iterator[Diagnostic]:
    """Unknown sheets and columns, sheets that are named twice, headings that stand twice.

    A sheet that this state has nothing for is known; its columns are not looked at.
    """
    present = {annex.key: annex for annex in _list_tables(annexes)}
    known = (*present, *(annex.key for annex in annexes.absent))
    seen: set[str] = set()
    for sheet in _settle(annexes, profile):
        place = sheet.source.of("sheet")
        yield from find_unknown("csv-sheet", sheet.sheet, place, known)
        if sheet.sheet in seen:
            yield Diagnostic(
                "csv-sheet",
                place,
                _("the sheet {sheet} is named twice", sheet=sheet.sheet),
                published=sheet.sheet,
                hint=_("keep one of the two"),
            )
        elif sheet.sheet in present:
            yield from _check_columns(present[sheet.sheet], sheet)
        seen.add(sheet.sheet)


def _check_columns(annex: Annex, sheet: CsvSheet) -> Iterator[Diagnostic]:
    usual = {column.key: column.heading for column in list_columns(annex)}
    seen: set[str] = set()
    for choice in sheet.columns:
        yield from find_unknown("csv-column", choice.column, choice.source.of("column"), usual)
        heading = choice.heading or usual.get(choice.column, "")
        if heading and heading in seen:
            yield Diagnostic(
                "csv-heading",
                choice.source.of("heading"),
                _(
                    "{sheet}: two columns have the heading {heading}",
                    sheet=sheet.sheet,
                    heading=heading,
                ),
                published=heading,
                hint=_("give each column a heading of its own"),
            )
        seen.add(heading)
