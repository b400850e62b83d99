"""What changed between two states of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from reportgen.comparison.blocks import compare_blocks
from reportgen.comparison.comparer import FigureComparer
from reportgen.comparison.facts import FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.tables import TableChange
from reportgen.comparison.texts import TextChange
from reportgen.comparison.version import Label, Version
from reportgen.formats import Document
from reportgen.renderers.docx_text import Block, TableText

Change = TypeVar("Change", TextChange, TableChange)


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """A document that only one state has.

    :ivar paragraphs: how many paragraphs it has; :ivar tables: how many tables.
    """

    document: Document
    is_new: bool
    paragraphs: int
    tables: int

    @property
    def extent(self) -> dict[str, int]:
        """How much it holds."""
        return {"paragraphs": self.paragraphs, "tables": self.tables}

    def reverse(self) -> DocumentChange:
        """The same backwards."""
        return DocumentChange(self.document, not self.is_new, self.paragraphs, self.tables)

    def as_json(self) -> dict[str, Any]:
        """The document as it stands in ``--json``."""
        return {
            "document": self.document.value,
            "kind": "added" if self.is_new else "removed",
            **self.extent,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed.

    :ivar facts: ledger entries and content lines that only one state has, and all causes.
    :ivar documents: documents that only one state has; what they say is not listed.
    """

    old: Label
    new: Label
    figures: tuple[FigureChange, ...]
    facts: tuple[FactChange, ...]
    documents: tuple[DocumentChange, ...]
    texts: tuple[TextChange, ...]
    tables: tuple[TableChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.figures or self.facts or self.documents or self.texts or self.tables)

    @property
    def ranked(self) -> tuple[FigureChange, ...]:
        """The figures, the most important first."""
        return tuple(sorted(self.figures, key=lambda change: change.rank))

    def reverse(self) -> Comparison:
        """The comparison the other way round, with all signs turned."""
        return Comparison(
            self.new,
            self.old,
            tuple(figure.reverse() for figure in self.figures),
            tuple(fact.reverse() for fact in self.facts),
            tuple(document.reverse() for document in self.documents),
            _sort(text.reverse() for text in self.texts),
            _sort(table.reverse() for table in self.tables),
        )

    def as_json(self) -> dict[str, Any]:
        """The one document of ``--json``."""
        numbers = {fact: number for number, fact in enumerate(self.facts)}
        return {
            "old": self.old.as_json(),
            "new": self.new.as_json(),
            "figures": [figure.as_json(numbers) for figure in self.figures],
            "facts": [fact.as_json() for fact in self.facts],
            "documents": [document.as_json() for document in self.documents],
            "texts": [text.as_json() for text in self.texts],
            "tables": [table.as_json() for table in self.tables],
        }


def compare_versions(old: Version, new: Version) -> Comparison:
    """What changed from the old state to the new one."""
    comparer = FigureComparer(old, new)
    figures = comparer.list_figures()
    before, after = old.read_blocks(), new.read_blocks()
    shared = [document for document in before if document in after]
    changes = [
        change
        for document in shared
        for change in compare_blocks(document, before[document], after[document])
    ]
    return Comparison(
        old.label,
        new.label,
        figures,
        comparer.list_facts(figures),
        tuple(_list_documents(before, after)),
        tuple(change for change in changes if isinstance(change, TextChange)),
        tuple(change for change in changes if isinstance(change, TableChange)),
    )


def _list_documents(
    old: Mapping[Document, Sequence[Block]], new: Mapping[Document, Sequence[Block]]
) -> Iterator[DocumentChange]:
    for document in dict.fromkeys((*old, *new)):
        if (document in old) != (document in new):
            blocks = new.get(document, ()) or old.get(document, ())
            tables = sum(isinstance(block, TableText) for block in blocks)
            yield DocumentChange(document, document in new, len(blocks) - tables, tables)


def _sort(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes document by document, each in its order."""
    found: list[Change] = list(changes)
    documents = list(dict.fromkeys((*Document.standard(), *(one.document for one in found))))
    return tuple(sorted(found, key=lambda one: (documents.index(one.document), one.position.order)))
