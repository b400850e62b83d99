"""Amounts before and after in whole units, which add up, and differ where they really do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.money import apportion, round_units


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount before and after, in won, and what is printed of it, in whole units."""

    present: int
    amended: int
    shown_present: int
    shown_amended: int

    def miss(self, unit: int) -> int:
        """How the printed change misses the real one: -1 too small, 1 too large, 0 not.

        A change between two whole units may be printed as either of them; one of whole
        units, and none at all, is printed as it is.
        """
        over = (self.shown_amended - self.shown_present) * unit - (self.amended - self.present)
        return 0 if abs(over) < unit else 1 if over > 0 else -1

    def fits(self, unit: int) -> bool:
        """Whether both amounts and their change are printed less than a unit off."""
        off = (self.shown_present * unit - self.present, self.shown_amended * unit - self.amended)
        return self.miss(unit) == 0 and max(map(abs, off)) < unit

    def deviate(self, unit: int) -> int:
        """How far the printed amounts are from the real ones, in won."""
        before = abs(self.shown_present * unit - self.present)
        return before + abs(self.shown_amended * unit - self.amended)

    def move(self, present: int, amended: int) -> Pair:
        """The pair with so many units more printed."""
        return Pair(
            self.present,
            self.amended,
            self.shown_present + present,
            self.shown_amended + amended,
        )


def round_pair(present: int, amended: int, unit: int) -> Pair:
    """Both amounts half up; where zero lies between two halves, one of them the other way."""
    pair = Pair(present, amended, round_units(present, unit), round_units(amended, unit))
    return pair.move(0, -pair.miss(unit))


def foot_amounts(amounts: Sequence[int], unit: int) -> list[int]:
    """Whole units of every amount, which add up to their sum, half up.

    >>> foot_amounts([1_400, 1_400], 1_000)
    [2, 1]
    """
    return apportion(amounts, unit, round_units(sum(amounts), unit))


def foot_pairs(amounts: Sequence[tuple[int, int]], unit: int, total: Pair) -> list[Pair]:
    """The parts of a total, which add up to what is printed of it before and after.

    Units are given by largest remainder. Where that prints a change that there is none, or
    hides one of a whole unit, a unit goes to or comes from the part that suffers least. There
    is one: a table of present, change and amended can be rounded so that every cell becomes
    one of its neighbouring units and all sums hold (Cox, 1987, controlled rounding).

    :param amounts: present and amended of every part, in won.

    >>> total = round_pair(80_000_000, 80_000_000, 100_000_000)
    >>> parts = foot_pairs([(40_000_000, 40_000_000)] * 2, 100_000_000, total)
    >>> [(part.shown_present, part.shown_amended) for part in parts]
    [(1, 1), (0, 0)]
    """
    presents = apportion([present for present, _amended in amounts], unit, total.shown_present)
    amendeds = apportion([amended for _present, amended in amounts], unit, total.shown_amended)
    shown = zip(presents, amendeds, strict=True)
    pairs = [Pair(*won, *units) for won, units in zip(amounts, shown, strict=True)]
    for at, pair in enumerate(pairs):
        found = _find_exchange(pairs, at, unit) if pair.miss(unit) else None
        if found:
            other, pairs[at], partner = found
            pairs[other] = partner
    return pairs


def _find_exchange(pairs: Sequence[Pair], at: int, unit: int) -> tuple[int, Pair, Pair] | None:
    """The part to exchange a unit with, and what both print then."""
    exchanges = [
        (_rate_exchange(pairs[at], own, pairs[other], partner, unit), other, own, partner)
        for other in range(len(pairs))
        if other != at
        for own, partner in _exchange(pairs[at], pairs[other], unit)
    ]
    best = min(exchanges, key=lambda found: found[:2], default=None)
    return best[1:] if best else None


def _exchange(own: Pair, other: Pair, unit: int) -> Iterator[tuple[Pair, Pair]]:
    """Both ways to exchange a unit, as far as both parts fit afterwards."""
    miss = own.miss(unit)
    for present, amended in ((miss, 0), (0, -miss)):
        moved = own.move(present, amended), other.move(-present, -amended)
        if all(pair.fits(unit) for pair in moved):
            yield moved


def _rate_exchange(own: Pair, moved: Pair, other: Pair, partner: Pair, unit: int) -> int:
    after = moved.deviate(unit) + partner.deviate(unit)
    return after - own.deviate(unit) - other.deviate(unit)
