"""Calls of the engine's own functions in a draft: one that fails has no effect.

A colour, a bookmark, a span or a width that can't be computed is left out, with its message at
the place; a table whose rows don't fit together is marked, and its message takes its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from jinja2 import Undefined
from markupsafe import Markup

from reportgen.templating.drafts.faults import Faults, break_mark
from reportgen.templating.tables.placed_table import PlacedTable
from reportgen.templating.tables.running_table import RunningTable


class NoSite(Markup):
    """What stands for the site of a cell in a table that isn't written; prints nothing."""

    kept = True
    xml = Markup("")


class NoTable:
    """What stands for a table that can't be made."""

    grid = columns = Markup("")

    def begin(self, *_facts: Any) -> Markup:
        """Nothing."""
        return Markup("")

    turn = close = begin


Table = RunningTable | PlacedTable | NoTable


class Marking(Protocol):
    """The environment, as far as it is needed here."""

    missing: list[Any]
    fault_marks: dict[str, None]
    faults: Faults
    mark_failure: Callable[[Exception], str]


class Attempts:
    """The attempts of one draft.

    :param environment: gets the marks of what failed, to be printed behind the statement.
    :ivar keep_chart: shows a chart as the template has it; its id.
    """

    def __init__(self, environment: Marking) -> None:
        self._environment = environment
        self._begun: WeakKeyDictionary[Table, int] = WeakKeyDictionary()
        self._broken: WeakKeyDictionary[Table, str] = WeakKeyDictionary()
        self.keep_chart: Callable[[str, str], str] = lambda _part, found: found

    def use(
        self, read: Callable[[], Any], call: Callable[[Any], Any], instead: Callable[[], Any]
    ) -> Any:
        """What a call makes of a value, or what comes instead where the value or the call fails."""
        missing = self._environment.missing
        try:
            value = read()
            if isinstance(value, Undefined):
                str(value)
                return instead()
            noted = len(missing)
            made = call(value)
        except Exception as error:
            self._note(self._environment.mark_failure(error))
            return instead()
        return made if len(missing) == noted else instead()

    def open(
        self, read: Callable[[], Any], call: Callable[[Any], Table], instead: Callable[[], Table]
    ) -> Table:
        """A table that begins."""
        begun = self._environment.faults.shaping
        try:
            table: Table = self.use(read, call, instead)
        except Exception as error:
            table = NoTable()
            self._begun[table] = begun
            self._break(table, error)
        self._begun[table] = begun
        return table

    def place(self, table: Table, call: Callable[[], Any]) -> Any:
        """The next row or cell; a table in which it has no place is broken."""
        if table not in self._broken:
            try:
                return call()
            except Exception as error:
                self._break(table, error)
        return NoSite()

    def close(self, table: Table) -> Markup:
        """End a table; the mark that its message takes its place, if it is broken."""
        if table not in self._broken:
            try:
                return table.close()
            except Exception as error:
                self._unmerge(table, error)
        return Markup(self._broken.get(table, ""))

    def _unmerge(self, table: Table, error: Exception) -> None:
        """End a table without merging its cells, if it could be written so."""
        if isinstance(table, PlacedTable):
            try:
                table.unmerge()
                table.close()
            except ValueError:
                self._break(table, error)
            else:
                self._note(self._environment.mark_failure(error))
        else:
            self._break(table, error)

    def _break(self, table: Table, error: Exception) -> None:
        """Have the message stand in place of the table; what made it so is told by itself."""
        if table not in self._broken:
            causes = self._environment.faults.list_shaping(self._begun.get(table, 0))
            marks = causes or [str(self._environment.mark_failure(error))]
            self._broken[table] = "".join(map(break_mark, marks))

    def _note(self, mark: str) -> None:
        self._environment.fault_marks[mark] = None
