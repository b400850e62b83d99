"""What every view needs at hand: the folder, its figures, the notation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.diagnostics import SourceRef
from reportgen.figures import Figure, FigureTable
from reportgen.model.amendments import AmendmentNotes
from reportgen.model.outline import Chapter
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.words import fold_word
from reportgen.money import MoneyUnit, round_units
from reportgen.templating.code.expressions import TextRenderer
from reportgen.templating.printed import Place, Printed
from reportgen.views.formatting import Formatter
from reportgen.views.grid import Cell

_NUMERALS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


def spell_numeral(number: int) -> str:
    """The Roman numeral of a chapter.

    >>> spell_numeral(4), spell_numeral(12), spell_numeral(24)
    ('Ⅳ', 'Ⅻ', 'ⅩⅩⅣ')
    """
    if number <= len(_NUMERALS):
        return _NUMERALS[number - 1]
    tens, rest = divmod(number, 10)
    return _NUMERALS[9] * tens + (_NUMERALS[rest - 1] if rest else "")


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter's numeral, its title, and the bookmark of its heading."""

    number: str
    title: Printed
    anchor: str

    @property
    def label(self) -> str:
        """Numeral and title, as places name the chapter."""
        return f"{self.number}. {self.title}"


@dataclass(frozen=True, slots=True)
class ViewContext:
    """The folder in one state, with the means to write it out.

    :ivar base_date: the day as of which the report speaks.
    :ivar unit: that of the amounts in tables.
    :ivar apart: whether differences are rounded by themselves, as a workbook shows its cells;
        else they are those of the printed amounts.
    :ivar amendment: what is said of the amendment that is shown; None without an amendment.
    """

    folder: ProjectFolder
    figures: FigureTable
    formatter: Formatter
    base_date: date
    renderer: TextRenderer
    apart: bool = False
    unit: MoneyUnit = MoneyUnit.THOUSAND
    amendment: AmendmentNotes | None = None

    def text(self, text: str, source: SourceRef, place: Place = Place()) -> Printed:
        """A text of the content, filled; its place names the paragraph unless it is in a table."""
        filled = self.renderer.render(text, source)
        if not place.table:
            place = Place(place.chapter, paragraph=filled)
        return filled.rewritten(filled, place)

    def word(self, word: str) -> str:
        """What the folder prints instead of a word of the views; sheets of finance keep theirs."""
        return word if self.apart else self.folder.report.words.get(fold_word(word), word)

    def words(self, words: Mapping[str, str]) -> dict[str, str]:
        """The same for the headings of columns."""
        return {key: self.word(word) for key, word in words.items()}

    def chapters(self) -> Iterator[tuple[str, ChapterView]]:
        """Every chapter of the report by its id."""
        heads = self.view_chapters(self.folder.chapters)
        for chapter, head in zip(self.folder.chapters, heads, strict=True):
            yield chapter.id or "", head

    def view_chapters(self, chapters: Sequence[Chapter]) -> list[ChapterView]:
        """The heads of chapters, numbered in their order."""
        return [
            self._view_chapter(spell_numeral(number), chapter)
            for number, chapter in enumerate(chapters, 1)
        ]

    def chapter(self, identifier: str) -> str:
        """Numeral and title of a chapter; the id where the report has no such chapter."""
        found = dict(self.chapters()).get(identifier)
        return found.label if found else identifier

    def figure_text(self, name: str, unit: str) -> str:
        """A count with the word for what it counts."""
        return f"{self.formatter.number(self.figures[name].value)}{unit}"

    def amount(self, figure: Figure, place: Place, sheet: str = "") -> Cell:
        """An amount in the unit of its table.

        :param sheet: the key of the annex whose cell it repeats, if it is one of these.
        """
        won = _whole(figure)
        units = None if won is None else round_units(won, self.unit.won)
        return self.write_units(figure, units, place, sheet)

    def difference(self, figure: Figure, first: Cell, second: Cell, place: Place) -> Cell:
        """What the first amount has more than the second, as printed."""
        if self.apart or first.units is None or second.units is None:
            return self.amount(figure, place)
        return self.write_units(figure, first.units - second.units, place)

    def rate(self, figure: Figure, place: Place) -> Cell:
        """A ratio in per cent."""
        return Cell.make(
            self.formatter.percent(_ratio(figure)), figure=figure, place=place, align="right"
        )

    def change_rate(self, figure: Figure, change: Figure, place: Place) -> Cell:
        """The rate of a change, which may have no base."""
        text = self.formatter.change_rate(_ratio(figure), _whole(change) or 0)
        growth, decline, none = map(self.formatter.word_from_zero, (1, -1, 0))
        words = growth, decline, none
        return Cell.make(text, figure=figure, place=place, align="right", from_zero=words)

    def count(self, figure: Figure, place: Place) -> Cell:
        """How many."""
        text = self.formatter.count(_whole(figure))
        return Cell.make(text, figure=figure, place=place, align="right")

    def write_units(self, figure: Figure, units: int | None, place: Place, sheet: str = "") -> Cell:
        """An amount as the whole number that its table shows of it."""
        text = self.formatter.number(units)
        return Cell.make(text, figure=figure, place=place, align="right", units=units, sheet=sheet)

    def _view_chapter(self, number: str, chapter: Chapter) -> ChapterView:
        title = self.renderer.render(chapter.title, chapter.source.of("title"))
        return ChapterView(number, title, f"chapter_{chapter.id}")


def _whole(figure: Figure) -> int | None:
    return figure.value if isinstance(figure.value, int) else None


def _ratio(figure: Figure) -> Decimal | None:
    return None if figure.value is None else Decimal(figure.value)
