"""What a rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.figures import Figure, FigureTable
from reportgen.model.entries import Ledger
from reportgen.model.ledger import LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from reportgen.money import THOUSAND


@dataclass(frozen=True, slots=True)
class Subject:
    """A folder in one state, and its figures.

    :ivar entries: the ledger entries that this state counts.
    :ivar as_of: the last day that this state counts.
    :ivar stage: the last stage that it counts, if one was asked for by name.
    """

    folder: ProjectFolder
    entries: Sequence[LedgerEntry]
    figures: FigureTable
    as_of: date
    stage: str | None = None

    @property
    def ledger(self) -> Ledger:
        """Every entry of the folder, whether this state counts it or not."""
        return Ledger.of(self.folder.ledger)

    @property
    def counted(self) -> Ledger:
        """The entries that this state counts, to be selected or looked through."""
        return Ledger.of(self.entries)


Check = Callable[[Subject], Iterator[Diagnostic]]


def locate_figure(figures: FigureTable, figure: Figure) -> SourceRef:
    """The first input that the figure rests on, directly or through its operands."""
    if figure.sources:
        return figure.sources[0]
    for name in figure.formula.operands:
        place = locate_figure(figures, figures[name]) if name in figures else SourceRef("")
        if place.file:
            return place
    return SourceRef("")


def list_figures(subject: Subject, account: str, measures: Iterable[str]) -> list[Figure]:
    """The figures of an account, as far as this state has them."""
    names = (f"{measure}.{account}" for measure in measures)
    return [subject.figures[name] for name in names if name in subject.figures]


def amount_of(figure: Figure) -> int:
    """Its whole number; zero where it has none."""
    return figure.value if isinstance(figure.value, int) else 0


def spell_thousands(won: int) -> str:
    """Won as thousands, for messages; a rest below a thousand is shown, too.

    >>> spell_thousands(273_600_000), spell_thousands(-1_500)
    ('273,600', '-1.5')
    """
    thousands, rest = divmod(abs(won), THOUSAND)
    decimals = f".{rest:03}".rstrip("0") if rest else ""
    return f"{'-' if won < 0 else ''}{thousands:,}{decimals}"
