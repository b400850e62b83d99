"""Edits of a ledger that came back beside those that others have made since it was sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.harmless import make_harmless
from reportgen.i18n import translate as _
from reportgen.importing.entries.corrections import Correction, parse_correction
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.importing.returned.edits import Key, PlannedEdit, make_key, spell_face
from reportgen.importing.returned.ledger_copies import CopiedEntry
from reportgen.model.ledger import LedgerEntry


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left to be written.

    :ivar known: how many edits the ledger already holds.
    """

    fresh: tuple[PlannedEntry, ...]
    known: int
    diagnostics: tuple[Diagnostic, ...]


def settle_edits(
    edits: Sequence[PlannedEdit],
    since: Iterable[LedgerEntry],
    columns: frozenset[str],
    place: SourceRef,
) -> Settled:
    """The edits without those that the ledger has got since the file was made from it.

    An edit of a row that somebody else has edited since contradicts that edit: it is not
    added to it, but told. Edits of different rows are both taken.

    :param columns: the keys of the columns that the file has.
    :param place: of the file, for rows that are gone.
    """
    settler = _Settler(since, columns, place)
    settler.take_joined(edits)
    fresh = [edit.planned for edit in edits if settler.is_fresh(edit)]
    diagnostics = [*settler.diagnostics, *settler.find_moved_twice(edits)]
    return Settled(tuple(fresh), len(edits) - len(fresh), tuple(diagnostics))


class _Settler:
    """The entries that came since, each of which makes one edit superfluous."""

    def __init__(
        self, since: Iterable[LedgerEntry], columns: frozenset[str], place: SourceRef
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._columns = columns
        self._place = place
        self._since: dict[Key, list[LedgerEntry]] = {}
        for entry in since:
            self._since.setdefault(make_key(entry, columns), []).append(entry)
        self._known: dict[int, LedgerEntry] = {}

    def take_joined(self, edits: Iterable[PlannedEdit]) -> None:
        """Corrections of several rows that one entry makes together."""
        groups: dict[Key, list[PlannedEdit]] = {}
        for edit in edits:
            if edit.edit.correction:
                key = make_key(edit.planned.entry, self._columns)
                groups.setdefault(key, []).append(edit)
        for key, group in groups.items():
            corrections = [one for edit in group if (one := edit.edit.correction)]
            joined = Correction(
                sum(one.before for one in corrections), sum(one.after for one in corrections)
            )
            entries = self._since.get(key, [])
            found = next((e for e in entries if parse_correction(e.note) == joined), None)
            if found and len(group) > 1:
                entries.remove(found)
                self._known |= {id(edit): found for edit in group}

    def is_fresh(self, edit: PlannedEdit) -> bool:
        """Whether an edit is to be written."""
        if id(edit) in self._known:
            return False
        entries = self._since.get(make_key(edit.planned.entry, self._columns), [])
        correction = edit.edit.correction
        found = (
            _find_added(edit, entries)
            if correction is None
            else self._find_corrected(edit, correction, entries)
        )
        if found is None:
            return True
        if correction is None and spell_face(found) != spell_face(edit.planned.entry):
            self.diagnostics.append(self._explain_doubtful(edit, found))
        entries.remove(found)
        self._known[id(edit)] = found
        return False

    def _find_corrected(
        self, edit: PlannedEdit, correction: Correction, entries: Sequence[LedgerEntry]
    ) -> LedgerEntry | None:
        """The entry that makes the same correction; one that makes another is told."""
        made = [(entry, parse_correction(entry.note)) for entry in entries]
        same = [entry for entry, one in made if one == correction]
        others = [entry for entry, one in made if one and _is_of_row(one, correction)]
        if same:
            return same[0]
        if others:
            self.diagnostics.append(self._explain_second(edit, correction, others[-1]))
            return others[-1]
        typed = (
            entry
            for entry, one in made
            if one is None and entry.amount == edit.planned.entry.amount
        )
        found = next(typed, None)
        if found:
            self.diagnostics.append(self._explain_doubtful(edit, found))
        return found

    def find_moved_twice(self, edits: Sequence[PlannedEdit]) -> Iterator[Diagnostic]:
        """Rows that were moved here, and deleted or moved elsewhere by somebody else."""
        added = [edit for edit in edits if edit.edit.kept is None and id(edit) not in self._known]
        for edit in edits:
            entry, first = edit.edit.kept, self._known.get(id(edit))
            if entry is None or first is None or edit.edit.copied is not None:
                continue
            for moved in added:
                row = moved.edit.copied
                if row is not None and spell_face(row) == spell_face(entry):
                    yield self._explain(
                        row.place,
                        _(
                            "{account}: the entry of {amount} won stands elsewhere here, but was "
                            "taken away already by {place}",
                            account=row.account,
                            amount=f"{row.amount:,}",
                            place=first.source,
                        ),
                        f"{row.amount:,}",
                        "0",
                    )

    def _explain_second(
        self, edit: PlannedEdit, correction: Correction, first: LedgerEntry
    ) -> Diagnostic:
        done = parse_correction(first.note)
        assert done is not None
        return self._explain(
            _find_place(edit, self._place),
            _(
                "{kind} of {account}: two edits of one row of {before} won: to {first} in {place}, "
                "to {second} here",
                kind=first.kind,
                account=first.account,
                before=f"{correction.before:,}",
                first=f"{done.after:,}",
                place=_spell_edit(first),
                second=f"{correction.after:,}",
            ),
            f"{correction.after:,}",
            f"{done.after:,}",
        )

    def _explain(self, place: SourceRef, message: str, published: str, computed: str) -> Diagnostic:
        hint = _(
            "agree on one of them; for this one, remove the other entry from the ledger and "
            "import again, or edit a table that was exported since"
        )
        return Diagnostic("import-conflict", place, message, published, computed, hint)

    def _explain_doubtful(self, edit: PlannedEdit, found: LedgerEntry) -> Diagnostic:
        return Diagnostic(
            "import-conflict",
            _find_place(edit, self._place),
            _(
                "{kind} of {account} by {amount} won is taken for the entry that the ledger has: "
                "{place}",
                kind=found.kind,
                account=found.account,
                amount=f"{found.amount:,}",
                place=found.source,
            ),
            published=f"{found.amount:,}",
            hint=_(
                "if it is another one, give it a reference of its own, or enter it in the "
                "ledger by hand"
            ),
            severity=Severity.WARNING,
        )


def _find_added(edit: PlannedEdit, entries: Sequence[LedgerEntry]) -> LedgerEntry | None:
    """The entry that a new row has become, or that says the same.

    Rows with references of their own are different entries where these differ.
    """
    planned, row = edit.planned.entry, edit.edit.copied
    equal = [entry for entry in entries if entry.amount == planned.amount]
    face = spell_face(planned)
    exact = (entry for entry in equal if spell_face(entry) == face)
    if (found := next(exact, None)) is not None:
        return found
    if row is not None and row.reference:
        return None
    return next((entry for entry in equal if make_harmless(entry.note) == face[2]), None)


def _is_of_row(one: Correction, other: Correction) -> bool:
    return one.before == other.before and (not one.row or not other.row or one.row == other.row)


def _spell_edit(entry: LedgerEntry) -> str:
    """Where an edit stands, and in which file it came."""
    return f"{entry.source} ({entry.reference})" if entry.reference else str(entry.source)


def _find_place(edit: PlannedEdit, place: SourceRef) -> SourceRef:
    copied: CopiedEntry | None = edit.edit.copied
    return copied.place if copied else place
