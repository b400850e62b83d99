"""The letters by which a sheet calls its columns."""

from __future__ import annotations

from functools import cache


@cache
def spell_column(column: int) -> str:
    """The letters of a column counted from 1.

    >>> spell_column(1), spell_column(28)
    ('A', 'AB')
    """
    rest, digit = divmod(column - 1, 26)
    return (spell_column(rest) if rest else "") + chr(ord("A") + digit)


@cache
def read_column(letters: str) -> int:
    """The number of a column, counted from 1.

    >>> read_column("A"), read_column("AB")
    (1, 28)
    """
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
