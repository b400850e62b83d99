"""Units that the ledger contradicts: a table that says 원 and holds 천원, or the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.figures.plausibility import find_scale
from reportgen.i18n import translate as _
from reportgen.importing.entries.ledger_sums import Holdings
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.importing.tables.table_plan import TablePlan
from reportgen.importing.units.ledger_evidence import (
    POWERS,
    Doubt,
    Evidence,
    Pair,
    collect_evidence,
    make_pair,
)
from reportgen.importing.units.scale_questions import explain_doubt, name_fitting, spell_options
from reportgen.readers.finance.units import UNITS

_TWICE = Decimal(2)
_FAR_ABOVE = 30
"""Nobody spends so many times what an account has."""
_LEAST_CERTAIN = 3
"""The power from which a change by so much is no growth; below it amounts have to be equal."""


@dataclass(frozen=True, slots=True)
class Scales:
    """What is to be asked about units.

    :ivar columns: file, sheet and number of the columns that are asked about.
    """

    diagnostics: tuple[Diagnostic, ...]
    columns: frozenset[tuple[str, str, int]]

    def leave_out(
        self, plans: Iterable[TablePlan], planned: Iterable[PlannedEntry]
    ) -> Iterator[PlannedEntry]:
        """The entries of other columns: of these everything is said already."""
        asked = {
            amount.source
            for plan in plans
            for amount in plan.stated
            if (amount.source.file, amount.source.sheet, amount.column) in self.columns
        }
        return (item for item in planned if item.entry.source not in asked)


def find_power(pairs: Sequence[Pair], unit: int = 1) -> int:
    """The power of ten by which amounts fit the ledger clearly better than as read; else 0.

    A factor of 1,000 or more is clear when most amounts are within twice of it and hardly any
    is as read. A factor of 10 or 100 may be growth: then they have to be equal to the ledger's.

    :param unit: the won of the unit as read, from which another unit has to be reached.
    """
    if not pairs:
        return 0
    as_read = sum(pair.fits(0, _TWICE) for pair in pairs)
    if 5 * as_read > len(pairs):
        return 0
    powers = [power for power in POWERS if _reaches(unit, power)]
    hits = {power: _count_fits(pairs, power) for power in powers}
    best = max(powers, key=lambda power: hits[power])
    least = 1 if abs(best) >= _LEAST_CERTAIN else 2
    return best if hits[best] >= least and 5 * hits[best] >= 3 * len(pairs) else 0


def _reaches(unit: int, power: int) -> bool:
    """Whether another unit is so far away, or the ledger itself may be."""
    return Decimal(unit).scaleb(power) in UNITS.values() or abs(power) in (3, 6)


def _count_fits(pairs: Sequence[Pair], power: int) -> int:
    times = _TWICE if abs(power) >= _LEAST_CERTAIN else Decimal("1.005")
    return sum(pair.fits(power, times) for pair in pairs)


def find_scales(
    plans: Iterable[TablePlan], holdings: Holdings, doubted: Iterable[Diagnostic]
) -> Scales:
    """Every unit that the ledger contradicts: asked, or told where the user has said it.

    :param doubted: what is wrong with units already; of these sheets nothing is asked again.
    """
    unclear = {
        (one.location.file, one.location.sheet) for one in doubted if one.rule == "import-unit"
    }
    diagnostics: list[Diagnostic] = []
    columns: set[tuple[str, str, int]] = set()
    for plan in plans:
        sheet = plan.table.sheet
        if (sheet.file, sheet.name) in unclear:
            columns |= {(sheet.file, sheet.name, number) for number in plan.units}
            continue
        for doubt in _judge(collect_evidence(plan, holdings)):
            diagnostics.append(explain_doubt(plan, doubt))
            columns |= {(sheet.file, sheet.name, one.column.number) for one in doubt.columns}
    return Scales(tuple(diagnostics), frozenset(columns))


def find_copy_scale(
    said: str, planned: Iterable[PlannedEntry], rows: int, *, is_decided: bool
) -> Iterator[Diagnostic]:
    """That most rows of a ledger which came back are of another unit than it says.

    :param rows: how many rows it has.
    :param is_decided: whether the user has said the unit.
    """
    pairs = [
        pair
        for item in planned
        for pair in make_pair(item.stated or 0, item.before or 0, item.entry.source)
    ]
    power = find_power(pairs, UNITS[said]) if 2 * len(pairs) > rows else 0
    if power:
        fitting = name_fitting(said, power)
        yield Diagnostic(
            "import-scale",
            pairs[0].place,
            _(
                "read as {unit}, {count} rows are far from the ledger, such as {shown} won against "
                "{held}; is it {fitting}?",
                unit=said,
                count=len(pairs),
                shown=f"{pairs[0].shown:,}",
                held=f"{pairs[0].held:,}",
                fitting=fitting or _("another unit"),
            ),
            published=said,
            computed=fitting,
            hint=spell_options(said, fitting),
            severity=Severity.WARNING if is_decided else Severity.ERROR,
        )


def _judge(found: Sequence[Evidence]) -> Iterator[Doubt]:
    """Columns that share a unit and are wrong together, else those that are wrong alone."""
    groups: dict[tuple[str, bool], list[Evidence]] = {}
    for evidence in found:
        groups.setdefault((evidence.unit.value, bool(evidence.column.unit)), []).append(evidence)
    for group in groups.values():
        power = _find_power_of(group)
        is_certain = any(pair.fits(0, _TWICE) for one in group for pair in one.pairs)
        alone = [
            (one, single)
            for one in group
            # Beside columns that fit, one amount says more of its cell than of its column.
            if (single := _find_power_of([one])) and not (is_certain and len(one.pairs) == 1)
        ]
        if power and all(single == power for _one, single in alone):
            yield Doubt(group, power, is_whole=True)
        else:
            yield from (Doubt([one], single, is_whole=len(group) == 1) for one, single in alone)


def _find_power_of(group: Sequence[Evidence]) -> int:
    pairs = [pair for one in group for pair in one.pairs]
    power = find_power(pairs, UNITS[group[0].unit.value])
    if power or any(pair.fits(0, _TWICE) for pair in pairs):
        return power
    ceilings = [pair for one in group for pair in one.ceilings]
    above = [pair for pair in ceilings if pair.shown > _FAR_ABOVE * pair.held]
    if 5 * len(above) > 3 * len(ceilings):
        return -3
    starts = [pair for one in group for pair in one.starts]
    if len(starts) > 2 and all(map(_is_next_to_nothing, starts)):
        return 3
    scales = {find_scale(one.changes, one.whole) for one in group if one.changes}
    return -3 * scales.pop() if len(scales) == 1 else 0


def _is_next_to_nothing(start: Pair) -> bool:
    """Whether less than a thousandth is spent, which would be a usual part in thousands."""
    return start.shown * 1_000 <= start.held <= start.shown * 100_000
