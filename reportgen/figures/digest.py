"""Which entries a state rests on, in a form that can be compared with another build's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.model.entries import Ledger
from reportgen.model.ledger import LedgerEntry


@dataclass(frozen=True, slots=True)
class FileDigest:
    """The entries of one file that count.

    :ivar sha256: over these entries alone, so that a state keeps its digest when the file
        gets later entries.
    """

    file: str
    count: int
    sha256: str


def digest_entries(entries: Iterable[LedgerEntry]) -> tuple[FileDigest, ...]:
    """One digest for each file, by name; the entries in the order of the file.

    Each entry is a line of date, stage, kind, account, won, reference and note, joined by
    tabs, in UTF-8.
    """
    hashes: dict[str, tuple[list[int], hashlib._Hash]] = {}
    for entry in entries:
        counts, digest = hashes.setdefault(entry.source.file, ([0], hashlib.sha256()))
        counts[0] += 1
        fields = (
            entry.date.isoformat(),
            entry.stage,
            entry.kind.value,
            entry.account,
            str(entry.amount),
            entry.reference,
            entry.note,
        )
        digest.update(("\t".join(fields) + "\n").encode())
    return tuple(
        FileDigest(file, counts[0], digest.hexdigest())
        for file, (counts, digest) in sorted(hashes.items())
    )


def find_last_stage(entries: Iterable[LedgerEntry], stages: Sequence[str]) -> str:
    """The latest stage that has an entry; empty without any."""
    held = {found.stage for found in Ledger.of(entries).classes.values()}
    return next((stage for stage in reversed(stages) if stage in held), "")
