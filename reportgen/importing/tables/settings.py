"""Unit, day and stage of a table: as asked for, else as the sheet itself says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.basis.ledger_basis import LedgerBasis
from reportgen.importing.basis.options import Decisions
from reportgen.model.ledger import APPROPRIATION_KINDS
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.days import find_as_of, find_year
from reportgen.readers.finance.grid import Book, Sheet, spell_cell
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.units import UNITS, find_unit
from reportgen.readers.finance.words import Role

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """A value, and where it comes from as the report says it.

    :ivar is_decided: whether the user said it of this file, whatever the file says.
    :ivar instead: what the file says, where the user has said something else.
    """

    value: Value
    origin: str
    is_decided: bool = False
    instead: str = ""


class SettingFinder:
    """Looks for the settings of one table."""

    def __init__(self, book: Book, table: Table, decisions: Decisions, around: LedgerBasis) -> None:
        self._book = book
        self._table = table
        self._decisions = decisions
        self._around = around
        self.diagnostics: list[Diagnostic] = []

    def find_units(self) -> dict[int, Setting[str]]:
        """The unit of each column of amounts; a header outdoes the table's unit line.

        ``--unit`` outdoes headers that all say the same; beside others it is of those columns
        whose header says none. A profile outdoes the header that it names.
        """
        columns = [column for column in self._table.columns if column.is_amount]
        found = {
            column.number: Setting(column.unit, self._place(column))
            for column in columns
            if column.unit
        }
        asked = self._decisions.options.unit
        if asked and len(found) == len(columns) and len({one.value for one in found.values()}) == 1:
            found = {number: _decide_unit(asked, header) for number, header in found.items()}
        found |= {
            column.number: Setting(unit, _("the profile"), is_decided=True)
            for column in columns
            if (unit := self._find_told_unit(column))
        }
        found |= {
            column.number: Setting("원", _("each of its cells"))
            for column in columns
            if column.number not in found and self._has_units(column)
        }
        missing = [column for column in columns if column.number not in found]
        general = self._find_unit() if missing else None
        units = {setting.value for setting in (*found.values(), general) if setting}
        self.diagnostics += self._find_inner_units(units)
        if missing and general is None:
            self.diagnostics.append(self._explain_unit(missing))
            return {}
        return found | {column.number: general for column in missing if general}

    def _find_inner_units(self, units: set[str]) -> Iterator[Diagnostic]:
        """Unit lines between the rows, which say another unit than that of the columns."""
        rows = self._table.rows
        for row in rows[1:-1]:
            for column, cell in self._table.sheet.rows[row].items():
                unit = find_unit(cell.text)
                if unit and units and units != {unit}:
                    yield Diagnostic(
                        "import-unit",
                        self._table.sheet.place(row, column),
                        _(
                            "the unit changes to {unit} between the rows, and no header follows",
                            unit=unit,
                        ),
                        published=unit,
                        computed=", ".join(sorted(units)),
                        hint=_("repeat the header below this line, or remove it"),
                    )

    def _has_units(self, column: Column) -> bool:
        """Whether every amount of a column says its unit itself."""
        texts = [self._table.sheet.text(row, column.number) for row in self._table.rows]
        amounts = [text for text in texts if any(mark.isdigit() for mark in text)]
        return bool(amounts) and all(text.endswith(tuple(UNITS)) for text in amounts)

    def _find_told_unit(self, column: Column) -> str:
        """The unit that a profile gives a header."""
        told = {squeeze(header): unit for header, unit in self._decisions.profile.units.items()}
        names = map(squeeze, (column.label, *column.labels[-1:]))
        return next((told[name] for name in names if name in told), "")

    def find_other_units(self, columns: Iterable[Column]) -> dict[int, str]:
        """The unit of columns that never become entries, as far as anything says it."""
        general = _first(self._nearby, find_unit)
        unit = self._decisions.options.unit or (general.value if general else "")
        unit = unit or self._decisions.profile.unit or self._only_unit()
        named = {column.number: column.unit or unit for column in columns}
        return {number: name for number, name in named.items() if name}

    def _only_unit(self) -> str:
        """The unit that all headers name, where they name one."""
        units = {column.unit for column in self._table.columns if column.unit}
        return units.pop() if len(units) == 1 else ""

    def find_day(self) -> Setting[date] | None:
        """The day as of which the amounts stand."""
        here = _first(self._nearby, find_as_of)
        asked = self._decisions.options.day
        if asked:
            return Setting(asked, _name_option("--date", asked, here))
        if here:
            return here
        elsewhere = [
            found for sheet in self._book.sheets if (found := _first(_texts(sheet), find_as_of))
        ]
        days = {found.value for found in elsewhere}
        return elsewhere[0] if len(days) == 1 else None

    def find_year(self) -> int:
        """The fiscal year of days that are written without one."""
        if self._decisions.options.day:
            return self._decisions.options.day.year
        as_of = self.find_day()
        titled = _first(self._nearby, find_year)
        if as_of:
            return as_of.value.year
        return titled.value if titled else self._around.report.year

    def find_stage(self, day: date, *, of_change: bool, header: str = "") -> Setting[str] | None:
        """The stage of the entries of a day.

        :param of_change: whether they change the budget; then a stage has to be named, by an
            option, or by title, sheet or header.
        :param header: the header that has to name it, where several columns are of stages of
            their own.
        """
        if header:
            return self._find_stage_in([(header, header)])
        if self._decisions.stage:
            origin = "--stage" if self._decisions.options.stage else _("the profile")
            return Setting(self._decisions.stage, origin)
        named = self._find_named_stage()
        if named or of_change:
            return named
        stages = self._around.report.stages
        in_force = [
            stages.index(entry.stage)
            for entry in self._around.ledger
            if entry.stage in stages
            and entry.kind in APPROPRIATION_KINDS
            and entry.date <= day
            and entry.date.year == day.year
        ]
        if in_force:
            return Setting(stages[max(in_force)], _("in force in the ledger on that day"))
        of_year = [stage for stage in stages if str(day.year) in stage]
        return Setting(of_year[0], _("the only one of the year")) if len(of_year) == 1 else None

    def explain_day(self) -> Diagnostic:
        """That no day is known."""
        return Diagnostic(
            "import-date",
            self._table.sheet.place(self._table.top),
            _("the sheet doesn't say as of which day its amounts stand"),
            hint=_("say it with --date, such as --date 2025-06-05"),
        )

    def explain_stage(self, header: str = "") -> Diagnostic:
        """That no stage is known, or that a header names none of those that are."""
        choices = ", ".join(self._around.report.stages)
        if header:
            return Diagnostic(
                "import-stage",
                self._table.sheet.place(self._table.bottom),
                _("{column} names no stage of content/report.yaml", column=header),
                published=header,
                computed=choices,
                hint=_(
                    "add its stage under stages in content/report.yaml; the stages are {choices}",
                    choices=choices,
                ),
            )
        return Diagnostic(
            "import-stage",
            self._table.sheet.place(self._table.top),
            _("it isn't clear which budget stage the entries belong to"),
            computed=choices,
            hint=_("say it with --stage; the stages are {choices}", choices=choices),
        )

    def _find_unit(self) -> Setting[str] | None:
        stated = _first(self._nearby, find_unit)
        asked, remembered = self._decisions.options.unit, self._decisions.profile.unit
        if asked:
            return _decide_unit(asked, stated)
        if stated and remembered and stated.value != remembered:
            self.diagnostics.append(self._explain_contradiction(stated, remembered))
        if stated:
            return stated
        return Setting(remembered, _("the profile")) if remembered else None

    def _find_named_stage(self) -> Setting[str] | None:
        """The one stage that title, sheet or header names; its year may be left out."""
        header = (self._place(c) for c in self._table.columns if c.meaning is Role.ROUND)
        labels = [c.label for c in self._table.columns if c.meaning is Role.ROUND]
        places = [*zip(header, labels, strict=True), (self._table.sheet.name,) * 2]
        above = [(where, text) for where, text in self._nearby if len(text) < 100]
        return self._find_stage_in([*places, *above])

    def _find_stage_in(self, texts: Iterable[tuple[str, str]]) -> Setting[str] | None:
        for where, text in texts:
            plain = _plain_stage(text)
            found = [
                stage
                for stage in self._around.report.stages
                if (name := re.sub(r"^\d{4}", "", _plain_stage(stage)))
                and "추경" in name
                and name in plain
                and stage[:4] in (str(find_year(text) or self.find_year()), stage)
            ]
            if len(found) == 1:
                return Setting(found[0], where)
        return None

    @cached_property
    def _nearby(self) -> tuple[tuple[str, str], ...]:
        """The texts of the sheet outside the header: those above it first, the nearest first."""
        sheet = self._table.sheet
        above: list[tuple[str, str]] = []
        below: list[tuple[str, str]] = []
        for row, column, text in sheet.texts():
            if row < self._table.top:
                above.append((_spell(sheet, row, column), text))
            elif row > self._table.bottom and ("단위" in squeeze(text) or "기준" in text):
                below.append((_spell(sheet, row, column), text))
        return (*reversed(above), *below)

    def _place(self, column: Column) -> str:
        return _spell(self._table.sheet, self._table.bottom, column.number)

    def _explain_unit(self, columns: list[Column]) -> Diagnostic:
        choices = ", ".join(UNITS)
        return Diagnostic(
            "import-unit",
            self._table.sheet.place(self._table.bottom, columns[0].number),
            _("the sheet doesn't say the unit of its amounts"),
            computed=choices,
            hint=_("say it with --unit, one of {choices}", choices=choices),
        )

    def _explain_contradiction(self, stated: Setting[str], remembered: str) -> Diagnostic:
        return Diagnostic(
            "import-unit",
            self._table.sheet.place(self._table.top),
            _(
                "the unit is {stated} in {place}, but {remembered} in the profile",
                stated=stated.value,
                place=stated.origin,
                remembered=remembered,
            ),
            published=stated.value,
            computed=remembered,
            hint=_("say with --unit which is right, and correct the profile"),
        )


def _decide_unit(asked: str, stated: Setting[str] | None) -> Setting[str]:
    instead = stated.value if stated and stated.value != asked else ""
    return Setting(asked, _name_option("--unit", asked, stated), True, instead)


def _name_option(option: str, asked: Value, stated: Setting[Value] | None) -> str:
    """The option, and what the sheet says if that is something else."""
    if stated is None or stated.value == asked:
        return option
    return _(
        "{option}, though {place} says {stated}",
        option=option,
        place=stated.origin,
        stated=stated.value,
    )


def _texts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    return ((_spell(sheet, row, column), text) for row, column, text in sheet.texts())


def _spell(sheet: Sheet, row: int, column: int) -> str:
    return f"{sheet.name}!{spell_cell(row, column)}" if sheet.name else str(row)


def _first(
    texts: Iterable[tuple[str, str]], find: Callable[[str], Value | None]
) -> Setting[Value] | None:
    for where, text in texts:
        value = find(text)
        if value:
            return Setting(value, where)
    return None


def _plain_stage(text: str) -> str:
    """A stage's name without what titles add to it.

    >>> _plain_stage("2026년도 제1회 추가경정예산(안)"), _plain_stage("2026 제1회 추경")
    ('2026제1회추경', '2026제1회추경')
    """
    plain = re.sub(r"년도?|\(안\)|예산안?", "", squeeze(text))
    return plain.replace("추가경정", "추경")
