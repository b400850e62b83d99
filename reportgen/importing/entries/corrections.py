"""Corrections that an import writes: their notes say which amount became which."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CORRECTED = re.compile(r"정정: (-?[\d,]+)원에서 (-?[\d,]+)원으로(?: \((?P<row>.*)\))?")
_CANCELLED = re.compile(r"삭제된 기록의 취소: (-?[\d,]+)원(?: \((?P<row>.*)\))?")


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of our ledger, as it was and as it was edited, in won.

    :ivar row: reference or note of the row, where another one has the same amount.
    """

    before: int
    after: int
    row: str = ""

    def spell(self) -> str:
        """The note of the entry.

        >>> Correction(120_000, 125_000).spell()
        '정정: 120,000원에서 125,000원으로'
        """
        told = f" ({self.row})" if self.row else ""
        return f"정정: {self.before:,}원에서 {self.after:,}원으로{told}"

    def spell_cancelled(self) -> str:
        """The note of the entry that cancels a row."""
        told = f" ({self.row})" if self.row else ""
        return f"삭제된 기록의 취소: {self.before:,}원{told}"


def parse_correction(note: str) -> Correction | None:
    """What the note of an entry says was corrected; None where it is no correction.

    >>> parse_correction("정정: 120,000원에서 -5,000원으로 (제1호)")
    Correction(before=120000, after=-5000, row='제1호')
    >>> parse_correction("삭제된 기록의 취소: 7원"), parse_correction("꽃")
    (Correction(before=7, after=0, row=''), None)
    """
    text = note.removeprefix("'")
    if match := _CORRECTED.fullmatch(text):
        return Correction(_read(match[1]), _read(match[2]), match["row"] or "")
    if match := _CANCELLED.fullmatch(text):
        return Correction(_read(match[1]), 0, match["row"] or "")
    return None


def _read(digits: str) -> int:
    return int(digits.replace(",", ""))
