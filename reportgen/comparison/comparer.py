"""The figures of two states held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.comparison.causes import Cause, CauseFinder
from reportgen.comparison.facts import Evidence, FactBook, FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.labels import Labeller
from reportgen.comparison.places import Spot, join_files, pair_spots
from reportgen.comparison.version import Version
from reportgen.manifest import list_places
from reportgen.model.ledger import LedgerEntry
from reportgen.views.annex_checks import TITLE as CHECKS


class FigureComparer:
    """Finds the figures that changed, and the facts that did."""

    def __init__(self, old: Version, new: Version) -> None:
        self._book = book = FactBook()
        self._figures = old.figures, new.figures
        self._evidence = (
            Evidence(self._figures[0], old.state.entries, old.lines, book),
            Evidence(self._figures[1], new.state.entries, new.lines, book),
        )
        self._finder = CauseFinder(*self._evidence, book)
        self._numbers = tuple({name: at for at, name in enumerate(f)} for f in self._figures)
        self._places = tuple(list_places(version.printed) for version in (old, new))
        self._labellers = tuple(Labeller(version.state.folder) for version in (old, new))

    def list_figures(self) -> tuple[FigureChange, ...]:
        """Every figure whose value changed, in the order of the figures."""
        old, new = self._figures
        names = (name for name in {**old, **new} if self._is_changed(name))
        return tuple(sorted(map(self._describe, names), key=lambda change: change.order))

    def list_facts(self, figures: Iterable[FigureChange]) -> tuple[FactChange, ...]:
        """The entries that only one state counts, and the causes of figures, each once."""
        causes = (cause.change for figure in figures for cause in figure.causes)
        facts = dict.fromkeys((*self._list_entries(), *causes))
        return tuple(sorted(facts, key=lambda change: change.order))

    def _list_entries(self) -> Iterator[FactChange]:
        old, new = (evidence.places for evidence in self._evidence)
        for number in {**old, **new}:
            more = len(new.get(number, ())) - len(old.get(number, ()))
            if more and isinstance(self._book.facts[number], LedgerEntry):
                yield self._finder.change(number, more > 0)

    def _is_changed(self, name: str) -> bool:
        old, new = (figures.get(name) for figures in self._figures)
        return old is None or new is None or old.value != new.value

    def _describe(self, name: str) -> FigureChange:
        old, new = (figures.get(name) for figures in self._figures)
        known = new or old
        assert known is not None
        spots = (self._find_spots(side, name) for side in (0, 1))
        return FigureChange(
            name,
            known.unit,
            None if old is None else old.value,
            None if new is None else new.value,
            (self._label(0, name), self._label(1, name)),
            (self._numbers[0].get(name), self._numbers[1].get(name)),
            self._find_causes(name, is_alone=old is None or new is None),
            pair_spots(*spots),
        )

    def _find_causes(self, name: str, is_alone: bool) -> tuple[Cause, ...]:
        """Why the figure changed; of one that only one state has, without what both have."""
        causes = self._finder.find(name)
        return tuple(one for one in causes if not (is_alone and one.change.is_shared))

    def _find_spots(self, side: int, name: str) -> tuple[Spot, ...]:
        places = self._places[side].get(name, ())
        # The sheet of checks repeats what stands elsewhere.
        return join_files(place for place in places if place.get("chapter") != CHECKS)

    def _label(self, side: int, name: str) -> str:
        return self._labellers[side].label(name) if name in self._figures[side] else ""
