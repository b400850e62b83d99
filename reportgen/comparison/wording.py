"""What the Korean outputs of a comparison say: amounts, places, the words for what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from reportgen.comparison.facts import FactChange
from reportgen.comparison.figures import FigureChange, Value
from reportgen.comparison.places import Spot
from reportgen.comparison.texts import ChangeKind
from reportgen.comparison.version import Label
from reportgen.figures import Unit
from reportgen.formats import Document
from reportgen.model.ledger import KIND_WORDS, EntryKind
from reportgen.money import THOUSAND, round_half_up
from reportgen.views.formatting import Formatter

KINDS: Mapping[ChangeKind, str] = {
    ChangeKind.CHANGED: "변경",
    ChangeKind.ADDED: "추가",
    ChangeKind.REMOVED: "삭제",
    ChangeKind.MOVED: "이동",
}
UNITS: Mapping[Unit, str] = {
    Unit.WON: "천원",
    Unit.RATIO: "%",
    Unit.COUNT: "건",
    Unit.PEOPLE: "명",
}
DOCUMENTS: Mapping[Document, str] = {
    Document.REPORT: "의회 보고서",
    Document.AMENDMENT: "추가경정예산안",
}


class Speller:
    """Writes values in the notation of a report."""

    def __init__(self, label: Label) -> None:
        self._formatter = Formatter(label.notation)
        self._decimals = label.notation.percent_decimals

    def spell(self, value: Value, unit: Unit) -> str:
        """A value without its unit, won as thousands; what thousands can't show, in full.

        >>> from datetime import date
        >>> speller = Speller(Label("", "", "", None, date(2026, 6, 30)))
        >>> speller.spell(-50_000_000, Unit.WON), speller.spell(1_234_567, Unit.WON)
        ('△50,000', '1,234.567')
        """
        if value is None:
            return self._formatter.number(None)
        if unit is Unit.RATIO:
            return self._formatter.percent(Decimal(value))
        if unit is Unit.WON:
            return self._formatter.number(Decimal(value) / THOUSAND, 3 if value % THOUSAND else 0)
        return self._formatter.number(value)

    def spell_difference(self, change: FigureChange) -> str:
        """The difference, of ratios in percentage points between the two that are printed."""
        if change.unit is Unit.RATIO:
            return self._formatter.points(subtract_printed(change, self._decimals))
        return self.spell(change.difference, change.unit)

    def describe_label(self, label: Label) -> str:
        """A state in words: ``2026 본예산 (’26. 4. 30. 기준)``."""
        words = [label.asked or label.folder]
        if label.stage and label.stage not in label.asked:
            words.append(label.stage)
        if label.commit and not label.commit.startswith(label.asked):
            words.append(label.commit[:12])
        return f"{' · '.join(words)} ({self._formatter.day(label.base_date)} 기준)"


def subtract_printed(change: FigureChange, decimals: int) -> Decimal | None:
    """What the new ratio has more than the old one, as both are printed in per cent."""
    if change.old is None or change.new is None:
        return None
    new, old = (round_half_up(Decimal(one) * 100, decimals) for one in (change.new, change.old))
    return (new - old) / 100


def describe_spot(spot: Spot) -> str:
    """A place in words, the outermost first."""
    place = spot.place
    parts = (place.chapter, place.table, place.row, place.column, place.paragraph)
    return " › ".join(part for part in parts if part)


def join_names(files: Iterable[str]) -> str:
    """Names of files; those that differ in their format alone once.

    >>> join_names(["report.hwpx", "report.docx", "annexes.xlsx!세출!E4"])
    'report.hwpx·docx, annexes.xlsx!세출!E4'
    """
    formats: dict[str, list[str]] = {}
    for name in files:
        stem, dot, suffix = name.partition(".")
        formats.setdefault(stem + dot, []).append(suffix)
    return ", ".join(stem + "·".join(suffixes) for stem, suffixes in formats.items())


def name_side(change: FactChange) -> str:
    """Which state has a fact; one that both have is counted for other figures than before."""
    if change.is_shared:
        return "집계 추가" if change.is_new else "집계 제외"
    return "이후에만" if change.is_new else "이전에만"


def name_kind(kind: EntryKind) -> str:
    """The kind of an entry as finance writes it."""
    return KIND_WORDS[kind][0]
