"""The words of a ledger as messages name them: in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportgen.i18n import language
from reportgen.i18n import translate as _
from reportgen.model.ledger import APPROVALS, KINDS, Approval, EntryKind
from reportgen.model.words import Choice, Words
from reportgen.readers.ledger_keys import COLUMNS

_KEPT = 1 << 12
"""Cells that are remembered; a ledger has few different words."""


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
    return ", ".join(_name_all(KINDS.choices))


def list_approvals() -> str:
    """The word of every approval state."""
    return ", ".join(_name_all(APPROVALS.choices))


@lru_cache(maxsize=_KEPT)
def parse_kind(text: str) -> EntryKind | None:
    """The one kind of entry that a word means, or None.

    >>> parse_kind("원인행위액"), parse_kind("집행"), parse_kind("정원")
    (<EntryKind.COMMITMENT: 'commitment'>, None, None)
    """
    found = KINDS.find(text)
    return EntryKind(found[0].value) if len(found) == 1 else None


@lru_cache(maxsize=_KEPT)
def parse_approval(text: str) -> Approval | None:
    """Whether an entry is in force, or None where the word says nothing of it.

    >>> parse_approval(""), parse_approval("안")
    (<Approval.PASSED: 'passed'>, <Approval.PROPOSED: 'proposed'>)
    """
    found = APPROVALS.find(text)
    return Approval(found[0].value) if len(found) == 1 else None


def explain_word(words: Words, typed: str) -> str:
    """What a word may mean that has several meanings; empty for any other."""
    found = words.find(typed)
    return explain_meanings(_name_all(found)) if len(found) > 1 else ""


def explain_meanings(meanings: Sequence[str]) -> str:
    """That one of several meanings has to be written."""
    *first, last = meanings
    listed = _("{choices} or {last}", choices=", ".join(first), last=last)
    return _("it may be {readings}; write the one that is meant", readings=listed)


def _name_all(choices: Iterable[Choice]) -> list[str]:
    return [choice.word if language() == "ko" else choice.value for choice in choices]
