"""Registers beside an amendment: money moved, money carried over, posts changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.figures.figure import sum_figures
from reportgen.model.amendments import AmendmentNotes, StaffingChange, trace_quotas
from reportgen.model.entries import Ledger
from reportgen.model.ledger import (
    CARRYOVERS,
    KIND_WORDS,
    MOVING,
    EntryKind,
    LedgerEntry,
)
from reportgen.money import round_units
from reportgen.templating.printed import Place
from reportgen.views.budget_tables import TOTAL, account_name
from reportgen.views.context import ViewContext
from reportgen.views.footing import foot_amounts, foot_pairs, round_pair
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.sums import note_rounding

TRANSFER_COLUMNS = {
    "date": "일자",
    "kind": "구분",
    "reference": "근거",
    "name": "세부사업",
    "taken": "감액",
    "given": "증액",
    "note": "사유",
}
PROVISION_COLUMNS = {"number": "조", "text": "내용"}
STAFFING_COLUMNS = {
    "name": "직급",
    "present": "현행 정원",
    "amended": "변경 정원",
    "change": "증감",
    "note": "사유",
}


def view_transfers(
    context: ViewContext,
    entries: Sequence[LedgerEntry],
    chapter: str,
    footing: bool = False,
    name: str = "이용·전용 등 명세",
) -> Grid | None:
    """Every 이용, 전용, 변경 and 예비비 사용 of the year, or None when there is none.

    :param footing: let the printed amounts add up.
    :param name: by which places call the table.
    """
    year = context.folder.report.year
    moving = Ledger.of(entries).select(
        lambda found: found.kind in MOVING and found.date.year == year
    )
    if not moving:
        return None
    moved = sorted(moving, key=lambda entry: (entry.date, entry.kind, entry.reference))
    place = Place(chapter, name)
    figures = [_entry_figure("transfer", number, entry) for number, entry in enumerate(moved, 1)]
    won = context.unit.won
    units = _foot_sides(moved, won) if footing else [round_units(e.amount, won) for e in moved]
    rows = [
        _transfer_row(context, entry, figure, shown, place)
        for entry, figure, shown in zip(moved, figures, units, strict=True)
    ]
    rows.append(_transfer_total(context, figures, place))
    unit_line = context.formatter.unit_line(context.unit, context.base_date)
    header = make_header(context.words(TRANSFER_COLUMNS))
    grid = Grid("transfers", place.table, unit_line, header, tuple(rows))
    return note_rounding(context.formatter, grid, footing, context.unit)


def _entry_figure(name: str, number: int, entry: LedgerEntry) -> Figure:
    formula = Formula(Operation.INPUT)
    return Figure(f"{name}.{number}", entry.amount, Unit.WON, formula, (entry.source,))


def _foot_sides(moved: Sequence[LedgerEntry], won: int) -> list[int]:
    """The whole units of every entry; what is taken adds up, and so does what is given."""
    taken = iter(foot_amounts([e.amount for e in moved if e.amount < 0], won))
    given = iter(foot_amounts([e.amount for e in moved if e.amount >= 0], won))
    return [next(taken if entry.amount < 0 else given) for entry in moved]


def _transfer_row(
    context: ViewContext, entry: LedgerEntry, figure: Figure, units: int, place: Place
) -> Row:
    side = "taken" if entry.amount < 0 else "given"
    name = account_name(context, entry.account)
    at = Place(place.chapter, place.table, name, context.word(TRANSFER_COLUMNS[side]))
    cells = {
        "date": Cell.make(context.formatter.day(entry.date), value=entry.date, align="center"),
        "kind": Cell.make(KIND_WORDS[entry.kind][0], align="center"),
        "reference": Cell.make(entry.reference),
        "name": Cell.make(name),
        "taken": Cell.make(align="right"),
        "given": Cell.make(align="right"),
        "note": Cell.make(entry.note),
    }
    cells[side] = context.write_units(figure, units, at)
    return Row("body", cells, 1)


def _transfer_total(context: ViewContext, figures: list[Figure], place: Place) -> Row:
    label = context.word(TOTAL)
    cells = {key: Cell.make(label if key == "name" else "") for key in TRANSFER_COLUMNS}
    sides = {
        "taken": [figure for figure in figures if int(figure.value or 0) < 0],
        "given": [figure for figure in figures if int(figure.value or 0) >= 0],
    }
    for side, parts in sides.items():
        at = Place(place.chapter, place.table, label, context.word(TRANSFER_COLUMNS[side]))
        cells[side] = context.amount(sum_figures(f"transfer.{side}", tuple(parts)), at)
    return Row("total", cells)


def view_carryover(
    context: ViewContext,
    chapter: str,
    every_sort: bool = False,
    footing: bool = False,
    name: str = "이월 명세",
) -> Grid | None:
    """What every programme brought over from the year before, by sort, or None.

    :param every_sort: also the sorts that nothing was carried over by.
    :param footing: let the printed amounts add up, of two sorts at most.
    :param name: by which places call the table.
    """
    held = [kind for kind in CARRYOVERS if f"{kind}.expenditure" in context.figures]
    if not held:
        return None
    kinds = list(CARRYOVERS) if every_sort else held
    columns: dict[str, str] = {"name": "세부사업"}
    columns |= {kind.value: KIND_WORDS[kind][0] for kind in kinds} | {"total": TOTAL}
    columns = context.words(columns)
    place = Place(chapter, name)
    leaves = [
        leaf.id
        for leaf in context.folder.accounts.programmes()
        if context.figures[f"carryover.{leaf.id}"].value
    ]
    units = _foot_carryover(context, leaves, held) if footing and len(held) <= 2 else {}
    rows = [_carryover_row(context, account, columns, place, units) for account in leaves]
    rows.append(_carryover_row(context, "expenditure", columns, place, units))
    unit_line = context.formatter.unit_line(context.unit, context.base_date)
    widths = (3, *([2] * (len(columns) - 1)))
    header = make_header(columns)
    grid = Grid("carryover_statement", "", unit_line, header, tuple(rows), widths)
    return note_rounding(context.formatter, grid, footing, context.unit)


def _foot_carryover(
    context: ViewContext, leaves: list[str], held: list[EntryKind]
) -> dict[tuple[str, str], int]:
    """The whole units by account and column: the first sort, the second, and their total."""
    amounts = [
        (_amount(context, f"{held[0]}.{leaf}"), _amount(context, f"carryover.{leaf}"))
        for leaf in leaves
    ]
    first, total = (sum(pair[at] for pair in amounts) for at in (0, 1))
    won = context.unit.won
    whole = round_pair(first, total, won)
    pairs = foot_pairs(amounts, won, whole)
    units: dict[tuple[str, str], int] = {}
    for account, pair in zip((*leaves, "expenditure"), (*pairs, whole), strict=True):
        units[account, held[-1]] = pair.shown_amended - pair.shown_present
        units[account, held[0]] = pair.shown_present
        units[account, "total"] = pair.shown_amended
    return units


def _amount(context: ViewContext, name: str) -> int:
    figure = context.figures.get(name)
    return figure.value if figure and isinstance(figure.value, int) else 0


def _carryover_row(
    context: ViewContext,
    account: str,
    columns: dict[str, str],
    place: Place,
    units: Mapping[tuple[str, str], int],
) -> Row:
    label = account_name(context, account)
    cells = {"name": Cell.make(label)}
    for key in list(columns)[1:]:
        measure = "carryover" if key == "total" else key
        at = Place(place.chapter, place.table, label, columns[key])
        figure = context.figures.get(f"{measure}.{account}")
        shown = units.get((account, key))
        if figure is None:
            cells[key] = Cell.make(context.formatter.count(None), align="right")
        elif shown is None:
            cells[key] = context.amount(figure, at)
        else:
            cells[key] = context.write_units(figure, shown, at)
    total = account == "expenditure"
    return Row("total" if total else "body", cells, 0 if total else 1)


def view_provisions(context: ViewContext, notes: AmendmentNotes) -> Grid | None:
    """예산총칙, an article a row, or None without any."""
    if not notes.provisions:
        return None
    source = notes.source.of("provisions")
    rows = tuple(
        Row(
            "body",
            {
                "number": Cell.make(f"제{number}조", align="center"),
                "text": Cell.make(context.text(text, source, Place("예산총칙"))),
            },
            1,
        )
        for number, text in enumerate(notes.provisions, 1)
    )
    return Grid("provisions", "예산총칙", "", make_header(PROVISION_COLUMNS), rows)


def view_staffing_effect(
    context: ViewContext, notes: AmendmentNotes, chapter: str, name: str = "정원 변동"
) -> Grid | None:
    """How the quota of each grade changes, or None when none does.

    :param name: by which places call the table.
    """
    if not notes.staffing:
        return None
    place = Place(chapter, name)
    lines = [_staffing_figures(context, notes, change) for change in notes.staffing]
    rows = [
        _staffing_row(context, change.grade, figures, change.reason or "", place)
        for change, figures in zip(notes.staffing, lines, strict=True)
    ]
    totals = tuple(
        sum_figures(f"staffing_effect.{key}.total", tuple(line[at] for line in lines), Unit.PEOPLE)
        for at, key in enumerate(("present", "amended", "change"))
    )
    rows.append(_staffing_row(context, context.word(TOTAL), totals, "", place, role="total"))
    unit_line = context.formatter.unit_line("명")
    return Grid(
        "staffing_effect",
        place.table,
        unit_line,
        make_header(context.words(STAFFING_COLUMNS)),
        tuple(rows),
    )


def _staffing_figures(
    context: ViewContext, notes: AmendmentNotes, change: StaffingChange
) -> tuple[Figure, ...]:
    quota = context.figures.get(f"staffing.quota.{change.grade}")
    sources = (change.source.of("quota"), *(quota.sources if quota else ()))
    folder = context.folder
    quotas = {grade.name: grade.quota for grade in folder.organization.staffing.grades}
    traced = trace_quotas(folder.amendments, folder.report.stages, quotas)
    before, after = traced[notes.stage, change.grade]
    values = {"present": before, "amended": after, "change": change.quota}
    return tuple(
        Figure(
            f"staffing_effect.{key}.{change.grade}",
            value,
            Unit.PEOPLE,
            Formula(Operation.INPUT),
            sources[:1] if key == "change" else sources,
        )
        for key, value in values.items()
    )


def _staffing_row(
    context: ViewContext,
    label: str,
    figures: tuple[Figure, ...],
    reason: str,
    place: Place,
    role: str = "body",
) -> Row:
    cells = {"name": Cell.make(label, align="center")}
    for key, figure in zip(("present", "amended", "change"), figures, strict=True):
        at = Place(place.chapter, place.table, label, context.word(STAFFING_COLUMNS[key]))
        write = context.formatter.signed_count if key == "change" else context.formatter.count
        cells[key] = Cell.make(
            write(int(figure.value or 0)), figure=figure, place=at, align="right"
        )
    cells["note"] = Cell.make(reason)
    return Row(role, cells, 0 if role == "total" else 1)
