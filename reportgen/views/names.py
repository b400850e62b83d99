"""Everything that a template may use, as types; docs/templates.md lists it from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypedDict

from reportgen.figures.table import FigureNode
from reportgen.templating.printed import Printed
from reportgen.views.blocks import BlockView
from reportgen.views.grid import Cell, Grid, Row


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns by which the cells of a table's rows are reached."""

    keys: tuple[str, ...]


_CHANGES = Columns(("name", "current", "prior", "change", "change_rate"))
_PROGRAMMES = Columns(("policy", "unit", "programme", "amount", "remark"))
_EXECUTION = Columns(
    (
        "name",
        "appropriation",
        "commitment",
        "disbursement",
        "commitment_rate",
        "disbursement_rate",
    )
)
_REQUESTS = Columns(("name", "total", "completed", "in_progress", "under_review", "not_reflected"))
_AMENDMENT = Columns(("name", "present", "amended", "change", "change_rate", "basis"))
_TRANSFERS = Columns(("date", "kind", "reference", "name", "taken", "given", "note"))
_POSTS = Columns(("name", "present", "amended", "change", "note"))


class Heading(TypedDict):
    """``report``."""

    title: str
    year: int
    audit_year: int | None
    base_date: str
    committee: str | None
    session: str | None
    organization: str
    contents_title: str
    draft: bool
    mark: str
    summary: Printed
    keywords: list[Printed]


@dataclass(frozen=True, slots=True)
class OutlineChapter:
    """A chapter with all that stands in it."""

    number: str
    title: Printed
    anchor: str
    blocks: list[BlockView]
    new_page: bool = True

    @property
    def label(self) -> str:
        """Numeral and title, as places name the chapter."""
        return f"{self.number}. {self.title}"


class ContentsEntry(TypedDict):
    """An item of ``contents``."""

    level: int
    number: str
    title: str
    anchor: str


class NumberedText(TypedDict):
    """A text with its number."""

    number: int
    text: Printed


class Purpose(TypedDict):
    """``purpose``."""

    text: Printed
    basis: str
    functions: list[NumberedText]


class OrganizationNames(TypedDict):
    """``organization``."""

    summary: Printed
    chart: Grid


class Staffing(TypedDict):
    """``staffing``."""

    title: Printed
    unit_line: str
    widths: tuple[int, ...]
    header: tuple[Cell, ...]
    rows: tuple[Row, ...]
    notes: list[Printed]


class Duty(TypedDict):
    """An item of ``duties``."""

    team: str
    blocks: list[BlockView]


class ProgrammeBudget(TypedDict):
    """``programme_budget``."""

    sentence: Printed
    unit_line: str
    rounding_note: str
    rows: Annotated[tuple[Row, ...], _PROGRAMMES]


class Strategy(TypedDict):
    """``strategy``."""

    chart: Grid


class ProjectPage(TypedDict):
    """An item of ``policy.projects``."""

    number: str
    title: str
    anchor: str
    contact_line: str
    goal: Printed
    blocks: list[BlockView]


class Policy(TypedDict):
    """An item of ``policies``."""

    number: str
    name: str
    anchor: str
    projects: list[ProjectPage]


class RequestTotals(TypedDict):
    """``audit.totals``."""

    rows: Annotated[list[Row], _REQUESTS]


class RequestView(TypedDict):
    """An item of ``group.requests``."""

    request: Printed
    addressee: str
    status: str
    blocks: list[BlockView]


class RequestGroup(TypedDict):
    """An item of ``audit.groups``."""

    title: str
    request_header: str
    result_header: str
    requests: list[RequestView]


class Audit(TypedDict):
    """``audit``."""

    total: Printed
    totals: RequestTotals
    groups: list[RequestGroup]


class ReportNames(TypedDict):
    """What the templates of the council report may use."""

    report: Heading
    chapters: Mapping[str, OutlineChapter]
    outline: list[OutlineChapter]
    contents: list[ContentsEntry]
    purpose: Purpose
    organization: OrganizationNames
    staffing: Staffing
    duties: list[Duty]
    revenue_summary: Annotated[Grid, _CHANGES]
    expenditure_summary: Annotated[Grid, _CHANGES]
    programme_budget: ProgrammeBudget
    strategy: Strategy
    policies: list[Policy]
    revenue_detail: Annotated[Grid, _CHANGES]
    execution: Annotated[Grid, _EXECUTION]
    audit: Audit
    figures: FigureNode


class AmendmentTitle(TypedDict):
    """``amendment`` in the texts of the content."""

    stage: str
    title: str
    proposed: bool


class DescribedAmendment(AmendmentTitle):
    """``amendment``."""

    summary: Printed
    keywords: list[Printed]


class Section(TypedDict):
    """An item of ``sections``."""

    number: str
    title: str
    anchor: str
    shown: bool


class Sections(TypedDict):
    """``sections``."""

    reasons: Section
    provisions: Section
    summary: Section
    comparison: Section
    transfers: Section
    carryover: Section
    staffing: Section


class AmendmentNames(TypedDict):
    """What the templates of an amendment may use."""

    report: Heading
    amendment: DescribedAmendment
    outline: list[OutlineChapter]
    contents: list[ContentsEntry]
    reasons: list[NumberedText]
    provisions: list[NumberedText]
    sections: Sections
    summary: Literal[True]
    comparison: Annotated[Grid, _AMENDMENT]
    transfers: Annotated[Grid | None, _TRANSFERS]
    carryover: Grid | None
    staffing: Annotated[Grid | None, _POSTS]
    sentence: Printed
    revenue: Annotated[Grid, _AMENDMENT]
    expenditure: Annotated[Grid, _AMENDMENT]
    rows_note: str
    rounding_note: str
    figures: FigureNode
