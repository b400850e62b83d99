"""The formula of a column of records as XML, with room for the numbers of the rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto

from reportgen.renderers.xlsx.addresses import spell_column
from reportgen.renderers.xlsx.ledger_columns import quote_text
from reportgen.renderers.xlsx.spreadsheetml import escape_text
from reportgen.views.annex_formulas import Ratio, RowFormula, Sum, Term


class Number(Enum):
    """The number of a row."""

    OWN = auto()
    BEFORE = auto()


Piece = str | Number
"""Text that is the same in every row, or the number of a row."""


def spell_formula(
    formula: RowFormula, columns: Mapping[str, int], is_first: bool
) -> Iterator[Piece]:
    """The formula without ``=``.

    :param columns: where the columns stand on the sheet, by key.
    :param is_first: whether there is no row before.
    """
    if isinstance(formula, Sum):
        return _spell_sum(formula, columns, is_first)
    return _spell_ratio(formula, columns, is_first)


def _spell_sum(formula: Sum, columns: Mapping[str, int], is_first: bool) -> Iterator[Piece]:
    """A term of the row before is left out where there is none."""
    signed = [*(("+", term) for term in formula.plus), *(("-", term) for term in formula.minus)]
    there = [(sign, term) for sign, term in signed if isinstance(term, str) or not is_first]
    for number, (sign, term) in enumerate(there):
        yield sign if number or sign == "-" else ""
        yield from _spell_term(term, columns, is_first)
    if not there:
        yield "0"


def _spell_ratio(formula: Ratio, columns: Mapping[str, int], is_first: bool) -> Iterator[Piece]:
    part = list(_spell_term(formula.part, columns, is_first))
    base = list(_spell_term(formula.base, columns, is_first))
    from_zero, of_nothing = (
        escape_text(quote_text(text)) for text in (formula.from_zero, formula.of_nothing)
    )
    yield from ("IF(", *base, "=0,")
    if from_zero == of_nothing:
        yield from_zero
    else:
        yield from ("IF(", *part, f"=0,{of_nothing},{from_zero})")
    yield from (",", *part, "/", *base, ")")


def _spell_term(term: Term, columns: Mapping[str, int], is_first: bool) -> Iterator[Piece]:
    if isinstance(term, str):
        yield from (spell_column(columns[term]), Number.OWN)
    elif is_first:
        yield "0"
    else:
        yield from (spell_column(columns[term.column]), Number.BEFORE)
