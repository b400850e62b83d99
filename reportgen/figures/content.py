"""Figures that rest on the content: people, and how many things it lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from reportgen.diagnostics import SourceRef
from reportgen.figures.figure import (
    Figure,
    Formula,
    Operation,
    Unit,
    subtract_figures,
    sum_figures,
)
from reportgen.model.blocks import Block, Table
from reportgen.model.budget import Accounts
from reportgen.model.organization import HEADQUARTERS, TEAM, Organization, Staffing
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.projects import AuditRequest, RequestKind, RequestStatus
from reportgen.model.table_layout import cell_text as cell_text
from reportgen.model.table_layout import find_grouped_column, list_values
from reportgen.model.table_totals import find_totals


def compute_content(folder: ProjectFolder) -> Iterator[Figure]:
    """Every figure of people and counts."""
    yield from _compute_staffing(folder.organization.staffing)
    yield from _count_organization(folder.organization)
    yield from _count_programmes(folder.accounts)
    yield from _count_requests(folder.requests)
    for _account, blocks in folder.block_sequences():
        for block in blocks:
            if block.kind == "table" and block.value.id:
                yield from _count_rows(block)


def _compute_staffing(staffing: Staffing) -> Iterator[Figure]:
    columns: dict[str, list[Figure]] = {"quota": [], "actual": []}
    for number, grade in enumerate(staffing.grades):
        for column, figures in columns.items():
            figure = Figure(
                f"staffing.{column}.{grade.name}",
                getattr(grade, column),
                Unit.PEOPLE,
                Formula(Operation.INPUT),
                (staffing.grades[number].source.of(column),),
            )
            figures.append(figure)
            yield figure
    totals = {
        column: sum_figures(f"staffing.{column}.total", tuple(figures))
        for column, figures in columns.items()
    }
    yield from totals.values()
    for grade, quota, actual in zip(
        staffing.grades, columns["quota"], columns["actual"], strict=True
    ):
        yield subtract_figures(f"staffing.difference.{grade.name}", actual, quota)
    yield subtract_figures("staffing.difference.total", totals["actual"], totals["quota"])
    contract = Figure(
        "staffing.contract",
        staffing.contract,
        Unit.PEOPLE,
        Formula(Operation.INPUT),
        (staffing.source.of("contract"),),
    )
    yield contract
    others = [
        Figure(
            f"staffing.others.{other.name}",
            other.count,
            Unit.PEOPLE,
            Formula(Operation.INPUT),
            (other.source.of("count"),),
        )
        for other in staffing.others
    ]
    yield from others
    yield sum_figures("staffing.headcount", (totals["actual"], contract, *others))


def _count(name: str, sources: Iterable[SourceRef]) -> Figure:
    places = tuple(sources)
    return Figure(f"count.{name}", len(places), Unit.COUNT, Formula(Operation.COUNT), places)


def _count_organization(organization: Organization) -> Iterator[Figure]:
    kinds: dict[str, list[SourceRef]] = {HEADQUARTERS: [], TEAM: []}
    for unit in organization.walk():
        kinds.setdefault(organization.kind_of(unit), []).append(unit.source.of())
    yield _count("headquarters", kinds[HEADQUARTERS])
    yield _count("teams", kinds[TEAM])
    if organization.units:
        for kind in organization.unit_kinds:
            yield _count(f"units.{kind}", kinds.get(kind, ()))
    yield _count("functions", (organization.source.of("functions"),) * len(organization.functions))


def _count_programmes(accounts: Accounts) -> Iterator[Figure]:
    """정책사업, 단위사업 and 세부사업 of the category whose programmes are counted."""
    counted = accounts.counted()
    units = [
        unit
        for _, unit in accounts.unit_programmes()
        if any(leaf.id in counted for leaf in unit.children)
    ]
    leaves = [leaf for leaf in accounts.programmes() if leaf.id in counted]
    yield _count("policy_programmes", (policy.source.of() for policy in accounts.policies()))
    yield _count("unit_programmes", (unit.source.of() for unit in units))
    yield _count("programmes", (leaf.source.of() for leaf in leaves))


def _count_requests(requests: tuple[AuditRequest, ...]) -> Iterator[Figure]:
    """``audit.KIND.STATUS``, and ``total`` in the place of either."""
    cells: dict[tuple[str, str], Figure] = {}
    for kind in RequestKind:
        for status in RequestStatus:
            places = tuple(
                request.source.of()
                for request in requests
                if request.kind is kind and request.status is status
            )
            cells[kind.value, status.value] = Figure(
                f"audit.{kind}.{status}",
                len(places),
                Unit.COUNT,
                Formula(Operation.COUNT),
                places,
            )
    yield from cells.values()
    rows = tuple(
        sum_figures(f"audit.{kind}.total", tuple(cells[kind, status] for status in RequestStatus))
        for kind in RequestKind
    )
    yield from rows
    for status in RequestStatus:
        yield sum_figures(
            f"audit.total.{status}", tuple(cells[kind, status] for kind in RequestKind)
        )
    yield sum_figures("audit.total.total", rows)


def _count_rows(block: Block) -> Iterator[Figure]:
    """``count.ID.total``, and a count for each value of the first merged column.

    A row that adds up others (합계) is none of them.
    """
    table: Table = block.value
    place = block.source.of("table")
    totals = find_totals(table)
    items = [row for row in range(len(table.rows)) if row not in totals]
    yield _count(f"{table.id}.total", (place,) * len(items))
    merged = find_grouped_column(table)
    if merged is None:
        return
    values = list(list_values(table, merged))
    for value, count in Counter(values[row] for row in items).items():
        yield _count(f"{table.id}.{value}", (place,) * count)
