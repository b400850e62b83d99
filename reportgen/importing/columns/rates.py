"""Columns of rates, held against the amounts that they are rates of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.columns.arithmetic import Fit, Quantity
from reportgen.importing.columns.column_reading import Reading
from reportgen.model.ledger import EntryKind
from reportgen.money import MINUS_SIGNS, compute_ratio
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.words import Meaning, Role

_PARTS: dict[str, tuple[Meaning, ...]] = {
    "집행": (EntryKind.DISBURSEMENT, EntryKind.COMMITMENT, Role.SPENT),
    "원인행위": (EntryKind.COMMITMENT,),
    "지출": (EntryKind.DISBURSEMENT,),
    "수납": (EntryKind.COLLECTION,),
    "증감": (Role.CHANGE,),
}
"""What a rate is a part of, by the word in its header."""

_FINEST = 6
"""The decimals to which a stored rate is compared."""


class RateCheck:
    """Checks the rates of one table."""

    def __init__(
        self, reading: Reading, wholes: Sequence[Quantity], strangers: Sequence[Quantity]
    ) -> None:
        """The check of one table.

        :param wholes: what the rates may be parts of.
        :param strangers: amounts that nobody knows, of which they may be parts, too.
        """
        self._reading = reading
        self._arithmetic = reading.arithmetic
        self._wholes = (*wholes, *strangers)

    def check(self, column: Column) -> None:
        """Tell the rates that don't follow; the first, where none or half of them does."""
        fits = [(self._fit(column, *pair), pair) for pair in self._list_pairs(column)]
        if not fits:
            return
        fit, pair = max(fits, key=lambda found: len(found[0].agreeing) - len(found[0].differing))
        is_meant = len(fit.agreeing) > len(fit.differing)
        for row in fit.differing if is_meant else fit.differing[:1]:
            self._explain(column, *pair, row)

    def _list_pairs(self, column: Column) -> Iterator[tuple[Quantity, Quantity]]:
        label = squeeze(column.labels[-1])
        known = self._reading.known
        for word, meanings in _PARTS.items():
            if word in label:
                for part in (known[meaning] for meaning in meanings if meaning in known):
                    yield from ((part, whole) for whole in self._wholes)

    def _fit(self, column: Column, part: Quantity, whole: Quantity) -> Fit:
        agreeing: list[int] = []
        differing: list[int] = []
        for row in self._arithmetic.rows:
            stated = self._read(row, column)
            ratio = self._compute(row, part, whole)
            if stated is None or ratio is None:
                continue
            if not _is_close(stated, ratio):
                differing.append(row)
            elif ratio:
                agreeing.append(row)
        return Fit(tuple(agreeing), tuple(differing))

    def _compute(self, row: int, part: Quantity, whole: Quantity) -> Decimal | None:
        return compute_ratio(self._arithmetic.value(row, part), self._arithmetic.value(row, whole))

    def _read(self, row: int, column: Column) -> Decimal | None:
        cell = self._reading.table.sheet.cell(row, column.number)
        if cell is None or isinstance(cell.value, bool):
            return None
        if isinstance(cell.value, Decimal):
            return cell.value
        return parse_rate(cell.text)

    def _explain(self, column: Column, part: Quantity, whole: Quantity, row: int) -> None:
        ratio = self._compute(row, part, whole) or Decimal(0)
        stated = self._reading.table.sheet.text(row, column.number)
        computed = f"{ratio * 100:.2f}"
        self._reading.diagnostics.append(
            Diagnostic(
                "import-total",
                self._reading.table.sheet.place(row, column.number),
                _(
                    "{column}: the sheet says {stated}, {part} / {whole} is {computed}%",
                    column=column.label,
                    stated=stated,
                    part=part.label,
                    whole=whole.label,
                    computed=computed,
                ),
                published=stated,
                computed=computed,
                hint=_(
                    "correct the cell that is wrong; if {column} holds something else, say so in "
                    "a profile under columns: «{column}: unchecked»",
                    column=column.label,
                ),
            )
        )


def parse_rate(text: str) -> Decimal | None:
    """The rate that a text writes, or None when it writes none.

    >>> parse_rate("△4.5%"), parse_rate("순증")
    (Decimal('-4.5'), None)
    """
    plain = "".join(text.split()).removesuffix("p").removesuffix("%")
    sign = -1 if plain[:1] in MINUS_SIGNS else 1
    try:
        number = Decimal(plain.lstrip(MINUS_SIGNS + "+").replace(",", ""))
    except InvalidOperation:
        return None
    return sign * number if number.is_finite() else None


def _is_close(stated: Decimal, ratio: Decimal) -> bool:
    """Whether a rate is the ratio, in per cent or not, rounded or cut off to its decimals."""
    exponent = stated.as_tuple().exponent
    decimals = min(max(-exponent, 0), _FINEST) if isinstance(exponent, int) else 0
    slack = Decimal(1).scaleb(-decimals)
    if abs(stated - ratio * 100) < slack:
        return True
    # Nobody rounds a ratio to less than whole per cents: 1 is 100%, not 45%.
    return abs(stated - ratio) < min(slack, Decimal("0.01"))
