"""The words of a ledger as messages name them: in the language of the reader."""

from __future__ import annotations

from reportgen.i18n import language
from reportgen.model.ledger import KIND_WORDS, Approval
from reportgen.readers.ledger_keys import COLUMNS

APPROVALS = {
    Approval.PASSED: ("", "passed", "의결", "승인"),
    Approval.PROPOSED: ("proposed", "안", "제안"),
}
"""Approval states and their words; an empty cell means that the entry is in force."""


def name_column(key: str) -> str:
    """The header of a column.

    >>> name_column("stage")
    'stage'
    """
    return COLUMNS[key][1] if language() == "ko" else key


def list_columns() -> str:
    """Every header."""
    return ", ".join(map(name_column, COLUMNS))


def list_kinds() -> str:
    """The word of every kind of entry."""
    if language() == "ko":
        return ", ".join(words[0] for words in KIND_WORDS.values())
    return ", ".join(KIND_WORDS)


def list_approvals() -> str:
    """The word of every approval state."""
    if language() == "ko":
        return ", ".join(
            next(word for word in APPROVALS[state] if word and not word.isascii())
            for state in Approval
        )
    return ", ".join(Approval)
