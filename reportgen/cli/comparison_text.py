"""A comparison on a terminal: the most important first, long lists folded."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportgen.cli.options import on_terminal
from reportgen.comparison.comparison import Comparison
from reportgen.comparison.facts import ContentLine, FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.pairing import Words, compare_lines
from reportgen.comparison.tables import RowChange, TableChange
from reportgen.comparison.texts import ChangeKind, TextChange
from reportgen.comparison.version import Label
from reportgen.comparison.wording import Speller, describe_spot, join_names, name_kind
from reportgen.figures import Unit
from reportgen.formats import Document
from reportgen.i18n import translate as _

FOLDED = 15
"""So many of each are printed unless all are asked for."""

_SIGNS = {
    ChangeKind.CHANGED: "~",
    ChangeKind.ADDED: "+",
    ChangeKind.REMOVED: "-",
    ChangeKind.MOVED: ">",
}
Item = TypeVar("Item")


def print_comparison(comparison: Comparison, every: bool) -> None:
    """Print what changed.

    :param every: also what is folded, what is not printed, and every place.
    """
    console = Console(width=None if on_terminal() else 160, highlight=False, markup=False)
    for word, label in ((_("old"), comparison.old), (_("new"), comparison.new)):
        console.print(f"{word}: {_describe(label)}")
    if comparison.is_empty:
        console.print(_("Nothing changed."))
        return
    printer = _Printer(console, comparison, every)
    printer.print_figures()
    printer.print_facts()
    printer.print_texts()
    printer.print_tables()


def _describe(label: Label) -> str:
    words = [label.asked or label.folder, label.stage or "", label.commit[:12]]
    named = " · ".join(dict.fromkeys(word for word in words if word))
    return _("{state}, as of {day}", state=named, day=label.base_date.isoformat())


class _Printer:
    """Prints one comparison."""

    def __init__(self, console: Console, comparison: Comparison, every: bool) -> None:
        self._console = console
        self._comparison = comparison
        self._every = every
        self._speller = Speller(comparison.new)
        self._numbers = {fact: number for number, fact in enumerate(comparison.facts, 1)}

    def print_figures(self) -> None:
        """The figures as a table; those that nothing prints only with all others."""
        ranked = self._comparison.ranked
        shown = [change for change in ranked if change.places or self._every]
        self._head(_("Figures"), len(ranked))
        table = Table(box=None, pad_edge=False)
        table.add_column("")
        table.add_column(_("figure"), overflow="fold")
        for title in (_("old"), _("new"), _("difference")):
            table.add_column(title, justify="right", no_wrap=True)
        table.add_column(_("entries"), overflow="fold")
        table.add_column(_("printed"), overflow="fold")
        for change in self._cut(shown):
            table.add_row(*self._describe_figure(change))
        self._console.print(table)
        self._tell_rest(len(ranked) - min(len(shown), self._most))

    def _describe_figure(self, change: FigureChange) -> Iterator[Text]:
        sign = _SIGNS[change.kind]
        values = (self._speller.spell(value, change.unit) for value in (change.old, change.new))
        causes = _join_numbers(self._numbers[cause.change] for cause in change.causes)
        places = str(len(change.places))
        if self._every:
            places = "\n".join(
                f"{describe_spot(pair.spot)} [{join_names(pair.spot.files)}]"
                for pair in change.places
            )
        cells = (sign, change.label, *values, self._speller.spell_difference(change))
        yield from map(Text, (*cells, causes, places))

    def print_facts(self) -> None:
        """The entries under the numbers by which the figures name them."""
        facts = self._comparison.facts
        self._head(_("Entries"), len(facts))
        for fact in self._cut(facts):
            number, places = self._numbers[fact], ", ".join(map(str, fact.sources))
            sign = "=" if fact.is_shared else "+" if fact.is_new else "-"
            self._print(f"{number:>4} {sign} {self._describe_fact(fact)}  [{places}]")
        self._tell_rest(len(facts) - self._most)

    def _describe_fact(self, change: FactChange) -> str:
        fact = change.fact
        if isinstance(fact, ContentLine):
            return fact.text
        side = self._comparison.new if change.is_new else self._comparison.old
        account = side.accounts.get(fact.account, fact.account)
        amount = self._speller.spell(fact.amount, Unit.WON)
        words = (fact.date.isoformat(), fact.stage, name_kind(fact.kind), account, amount)
        return " ".join(word for word in (*words, fact.reference, fact.note) if word)

    def print_texts(self) -> None:
        """The documents that only one state has, and the paragraphs."""
        documents, texts = self._comparison.documents, self._comparison.texts
        self._head(_("Text"), len(texts) + len(documents))
        for document in documents:
            sign = "+" if document.is_new else "-"
            extent = _("{paragraphs} paragraphs, {tables} tables", **document.extent)
            self._print(f"{sign} {document.document.value}: {extent}")
        for change in self._cut(texts):
            path = _join_path(change)
            came = ""
            if change.kind is ChangeKind.MOVED and change.old:
                came = " " + _("(before: {path})", path=" › ".join(change.old.path))
            self._print(Text(f"{_SIGNS[change.kind]} {path}{came}: ") + self._mark(change.words))
        self._tell_rest(len(texts) - self._most)

    def print_tables(self) -> None:
        """The changed rows of the tables."""
        tables = self._comparison.tables
        self._head(_("Tables"), len(tables))
        for table in self._cut(tables):
            path = f"{_join_path(table)} › {table.shown.caption}"
            self._print(f"{_SIGNS[table.kind]} {path}")
            for column in table.changed_columns:
                self._print(Text("    | ") + self._mark([column.words]))
            for row in self._cut(table.rows):
                self._print(Text(f"    {_SIGNS[row.kind]} ") + self._describe_row(row))
            self._tell_rest(len(table.rows) - self._most)
        self._tell_rest(len(tables) - self._most)

    def _describe_row(self, row: RowChange) -> Text:
        if row.old is None or row.new is None:
            shown = row.new or row.old
            return Text(" | ".join(shown.carried) if shown else "")
        label = Text(" › ".join(row.label))
        for cell in row.cells:
            words = self._mark(compare_lines(cell.old, cell.new))
            label += Text(f"; {cell.column.name}: ") + words
        return label

    def _mark(self, pieces: Iterable[Words]) -> Text:
        """What was deleted in ``[-…-]``, what was inserted in ``{+…+}``, as wdiff writes it."""
        text = Text()
        for piece in pieces:
            if piece.old == piece.new:
                text.append(piece.old)
                continue
            if piece.old:
                text.append(f"[-{piece.old}-]", style="red")
            if piece.new:
                text.append(f"{{+{piece.new}+}}", style="green")
        return text

    def _print(self, line: str | Text) -> None:
        self._console.print(line, soft_wrap=True)

    @property
    def _most(self) -> int:
        return sys.maxsize if self._every else FOLDED

    def _cut(self, items: Sequence[Item]) -> Sequence[Item]:
        return items[: self._most]

    def _head(self, title: str, count: int) -> None:
        self._console.print(Text(f"\n{title}: {count}", style="bold"))

    def _tell_rest(self, count: int) -> None:
        if count > 0:
            self._console.print("  " + _("… {count} more; --all prints them", count=count))


def _join_path(change: TextChange | TableChange) -> str:
    """The headings, rather the new ones; before them the document, if it is not the report."""
    found = change.new or change.old
    document = change.document
    name = () if document == Document.REPORT else (document.value,)
    return " › ".join((*name, *(found.path if found else ())))


def _join_numbers(numbers: Iterable[int]) -> str:
    """Numbers, neighbours joined: ``1-3, 7``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
