"""Units that the ledger contradicts: a table that says 원 and holds 천원, or the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.figures.plausibility import Change, find_scale
from reportgen.i18n import translate as _
from reportgen.importing.holdings import Holdings
from reportgen.importing.planned import PlannedEntry, StatedAmount
from reportgen.importing.settings import Setting
from reportgen.importing.table_plan import TablePlan
from reportgen.model.ledger import APPROPRIATION_KINDS, EntryKind
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.units import UNITS

_SPENT = frozenset({EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.COLLECTION})
_POWERS = (3, -3, 6, -6, 5, -5, 4, -4, 8, -8, 2, -2, 1, -1)
"""Powers of ten between units, those first that are mistaken most."""
_FAR_ABOVE = 30
"""Nobody spends so many times what an account has."""
_LEAST_CERTAIN = 3
"""The power from which a change by so much is no growth; below it amounts have to be equal."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount as it was read, and what the ledger holds of it, both in won and not zero."""

    shown: int
    held: int
    place: SourceRef

    def fits(self, power: int, times: Decimal) -> bool:
        """Whether the amount times a power of ten is about what the ledger holds."""
        ratio = Decimal(self.shown).scaleb(power) / self.held
        return 1 / times <= ratio <= times


@dataclass(slots=True)
class _Evidence:
    """What the ledger knows of one column of a table.

    :ivar pairs: amounts that should be near to what is held.
    :ivar ceilings: amounts that can't be much above what is held.
    """

    column: Column
    unit: Setting[str]
    pairs: list[Pair] = field(default_factory=list)
    ceilings: list[Pair] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    whole: int = 0


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Columns whose amounts are a power of ten away from the ledger.

    :ivar is_whole: whether no other column of that unit is known to be right.
    """

    columns: Sequence[_Evidence]
    power: int
    is_whole: bool


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
    as_read = sum(pair.fits(0, Decimal(2)) for pair in pairs)
    if 5 * as_read > len(pairs):
        return 0
    powers = [power for power in _POWERS if _reaches(unit, power)]
    hits = {power: _count_fits(pairs, power) for power in powers}
    best = max(powers, key=lambda power: hits[power])
    least = 1 if abs(best) >= _LEAST_CERTAIN else 2
    return best if hits[best] >= least and 5 * hits[best] >= 3 * len(pairs) else 0


def _reaches(unit: int, power: int) -> bool:
    """Whether another unit is so far away, or the ledger itself may be."""
    return Decimal(unit).scaleb(power) in UNITS.values() or abs(power) in (3, 6)


def _count_fits(pairs: Sequence[Pair], power: int) -> int:
    times = Decimal(2) if abs(power) >= _LEAST_CERTAIN else Decimal("1.005")
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
        for doubt in _judge(_collect(plan, holdings)):
            diagnostics.append(_explain(plan, doubt))
            columns |= {(sheet.file, sheet.name, one.column.number) for one in doubt.columns}
    return Scales(tuple(diagnostics), frozenset(columns))


def find_copy_scale(
    said: str, planned: Iterable[PlannedEntry], *, is_decided: bool
) -> Iterator[Diagnostic]:
    """That the rows of a ledger which came back are all of another unit than it says.

    :param is_decided: whether the user has said the unit.
    """
    pairs = [
        pair
        for item in planned
        for pair in _pair(item.stated or 0, item.before or 0, item.entry.source)
    ]
    power = find_power(pairs, UNITS[said]) if len(pairs) > 2 else 0
    if power:
        fitting = _name_fitting(said, power)
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
            hint=_spell_options(said, fitting),
            severity=Severity.WARNING if is_decided else Severity.ERROR,
        )


def _judge(found: Sequence[_Evidence]) -> Iterator[_Doubt]:
    """Columns that share a unit and are wrong together, else those that are wrong alone."""
    groups: dict[tuple[str, bool], list[_Evidence]] = {}
    for evidence in found:
        groups.setdefault((evidence.unit.value, bool(evidence.column.unit)), []).append(evidence)
    for group in groups.values():
        power = _find_power_of(group)
        alone = [(one, single) for one in group if (single := _find_power_of([one]))]
        if power and all(single == power for _one, single in alone):
            yield _Doubt(group, power, is_whole=True)
        else:
            yield from (_Doubt([one], single, is_whole=len(group) == 1) for one, single in alone)


def _find_power_of(group: Sequence[_Evidence]) -> int:
    pairs = [pair for one in group for pair in one.pairs]
    power = find_power(pairs, UNITS[group[0].unit.value])
    if power or any(pair.fits(0, Decimal(2)) for pair in pairs):
        return power
    ceilings = [pair for one in group for pair in one.ceilings]
    above = [pair for pair in ceilings if pair.shown > _FAR_ABOVE * pair.held]
    if 5 * len(above) > 3 * len(ceilings):
        return -3
    scales = {find_scale(one.changes, one.whole) for one in group if one.changes}
    return -3 * scales.pop() if len(scales) == 1 else 0


def _collect(plan: TablePlan, holdings: Holdings) -> list[_Evidence]:
    found: dict[int, _Evidence] = {}
    columns = {one.column.number: one for one in plan.columns.stated}

    def of(column: Column) -> _Evidence:
        return found.setdefault(column.number, _Evidence(column, plan.units[column.number]))

    for amount in plan.stated:
        stated = columns[amount.column]
        evidence = of(stated.column)
        if held := _find_held(amount, holdings):
            evidence.pairs += _pair(amount.amount, held, amount.source)
        elif amount.kind in _SPENT:
            limit = holdings.find_limit(amount.kind, amount.account, amount.date)
            evidence.ceilings += _pair(abs(amount.amount), limit, amount.source)
        begins = holdings.sum_voted_before(amount.account, amount.date, amount.stage)
        if stated.present and amount.present:
            place = plan.table.sheet.place(amount.row, stated.present.number)
            of(stated.present).pairs += _pair(amount.present, begins, place)
        if amount.of_stage or amount.kind is EntryKind.AMENDMENT:
            evidence.changes.append(Change(amount.amount, begins))
            evidence.whole = evidence.whole or holdings.sum_whole(amount.date, amount.stage)
    return list(found.values())


def _find_held(amount: StatedAmount, holdings: Holdings) -> int:
    """What an amount is held against; of a list the entry that it is in another unit."""
    if not amount.held:
        same = [entry.amount for entry in holdings.find_same(amount)]
        powers = (0, *_POWERS)
        equal = (one for one in same for power in powers if one == amount.amount * 10**power)
        return next(equal, 0)
    held = holdings.sum_held(amount)
    if held or amount.of_stage or amount.kind not in APPROPRIATION_KINDS:
        return held
    return holdings.sum_last_year(amount)


def _pair(shown: int, held: int, place: SourceRef) -> list[Pair]:
    return [Pair(shown, held, place)] if shown and held else []


def _explain(plan: TablePlan, doubt: _Doubt) -> Diagnostic:
    said, column = doubt.columns[0].unit, doubt.columns[0].column
    fitting = _name_fitting(said.value, doubt.power)
    return Diagnostic(
        "import-scale",
        plan.table.sheet.place(plan.table.bottom, column.number),
        _describe(doubt.columns, doubt.power, fitting),
        published=said.value,
        computed=fitting,
        hint=_hint(plan, doubt, fitting),
        severity=_weigh(said, fitting),
    )


def _weigh(said: Setting[str], fitting: str) -> Severity:
    """A decision holds, unless sheet and ledger contradict it with one voice."""
    holds = said.is_decided and (not fitting or said.instead != fitting)
    return Severity.WARNING if holds else Severity.ERROR


def _hint(plan: TablePlan, doubt: _Doubt, fitting: str) -> str:
    if fitting and doubt.columns[0].unit.instead == fitting:
        return _("leave --unit out: the sheet itself says {fitting}", fitting=fitting)
    if not fitting or (doubt.is_whole and _reaches_headers(plan, doubt)):
        return _spell_options(doubt.columns[0].unit.value, fitting)
    lines = ", ".join(f"«{one.column.label}: {fitting}»" for one in doubt.columns)
    return _("say which is right in a profile under units: {lines}", lines=lines)


def _name_fitting(said: str, power: int) -> str:
    """The unit that is so far away from the one said; empty where none is."""
    won = Decimal(UNITS[said]).scaleb(power)
    return next((name for name, unit in UNITS.items() if unit == won), "")


def _spell_options(said: str, fitting: str) -> str:
    if fitting:
        return _(
            "say which is right with --unit {fitting} or --unit {said}", fitting=fitting, said=said
        )
    return _(
        "look at the unit of the sheet, and at the entries of the ledger; if both are right, "
        "say --unit {said}",
        said=said,
    )


def _reaches_headers(plan: TablePlan, doubt: _Doubt) -> bool:
    """Whether ``--unit`` is of these columns: it outdoes headers only if all say one unit."""
    headers = {column.unit for column in plan.table.columns if column.is_amount}
    return not doubt.columns[0].column.unit or len(headers) == 1


def _describe(group: Sequence[_Evidence], power: int, fitting: str) -> str:
    labels = ", ".join(one.column.label for one in group)
    said = group[0].unit
    pairs = [pair for one in group for pair in (*one.pairs, *one.ceilings)]
    unit = _("{unit} ({origin})", unit=said.value, origin=said.origin)
    if not pairs:
        changed = sum(abs(change.amount) for one in group for change in one.changes)
        return _(
            "{columns}: read as {unit}, the changes come to {changed} won, against a budget of "
            "{whole}; is it {fitting}?",
            columns=labels,
            unit=unit,
            changed=f"{changed:,}",
            whole=f"{group[0].whole:,}",
            fitting=fitting or _("another unit"),
        )
    pair = next((one for one in pairs if one.fits(power, Decimal(2))), pairs[0])
    return _(
        "{columns}: read as {unit}, amounts are far from the ledger, such as {shown} won in "
        "{cell} against {held}; is it {fitting}?",
        columns=labels,
        unit=unit,
        shown=f"{pair.shown:,}",
        cell=pair.place,
        held=f"{pair.held:,}",
        fitting=fitting or _("another unit"),
    )
