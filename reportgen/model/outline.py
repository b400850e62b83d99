"""The outline of a document: chapters of blocks, and views that place what is computed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Union, get_args

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from reportgen.limits import MOST_COUNT, MOST_SPAN
from reportgen.model.base import Content
from reportgen.model.blocks import Block
from reportgen.money import MoneyUnit

MOST_CHAPTERS = 40


class ColumnChoice(Content):
    """A column of a computed table, with what differs from the usual."""

    filled: ClassVar[frozenset[str]] = frozenset({"heading"})

    name: str
    heading: str | tuple[str, ...] | None = Field(
        None, description="what stands above it; several lines from the top where heads are merged"
    )
    width: int | None = Field(None, ge=1, le=MOST_COUNT, description="relative to the others")


def _read_column(value: object) -> object:
    """A name alone is a column as it usually is."""
    return {"name": value} if isinstance(value, str) else value


Column = Annotated[
    ColumnChoice, BeforeValidator(_read_column, json_schema_input_type=str | ColumnChoice)
]


def _offer_columns(schema: dict[str, Any], view: type[Any]) -> None:
    """Have a schema offer the names of the columns."""
    listed = schema["properties"]["columns"]["anyOf"][0]["items"]
    listed["anyOf"][0] = {"enum": list(view.keys)}


class View(Content):
    """What is computed, placed by its name."""

    view: str


class CaptionView(View):
    """A table whose columns follow from the content."""

    filled: ClassVar[frozenset[str]] = frozenset({"caption"})

    caption: str | None = Field(None, description="above the table, beside the unit")


class TableView(CaptionView):
    """A table.

    :cvar keys: the columns that it can have.
    """

    keys: ClassVar[tuple[str, ...]] = ()
    model_config = ConfigDict(json_schema_extra=_offer_columns)

    columns: tuple[Column, ...] | None = Field(
        None, min_length=1, max_length=MOST_SPAN, description="which columns, in their order"
    )

    @field_validator("columns")
    @classmethod
    def _know_columns(cls, columns: tuple[ColumnChoice, ...] | None) -> Any:
        for column in columns or ():
            if column.name not in cls.keys:
                raise PydanticCustomError(
                    "unknown_column", "unknown column", {"expected": list(cls.keys)}
                )
        return columns


class MoneyView(TableView):
    """A table of amounts."""

    unit: MoneyUnit | None = Field(None, description="that of the report if not given")


class AccountsView(MoneyView):
    """A table of amounts by account."""

    accounts: tuple[str, ...] | None = Field(
        None, min_length=1, description="ids of the accounts that are shown; all if not given"
    )


class FunctionsView(View):
    """The numbered functions (목적사업) of the organization."""

    view: Literal["functions"]


class OrganizationView(View):
    """The organization chart."""

    view: Literal["organization"]


class StaffingView(CaptionView):
    """Quota and actual by grade."""

    view: Literal["staffing"]


class DutiesView(TableView):
    """Every team with its duties."""

    keys = ("team", "duties")
    view: Literal["duties"]


class RevenueView(AccountsView):
    """Revenue beside last year's."""

    keys = ("name", "appropriation", "prior", "change", "change_rate")
    view: Literal["revenue"]


class ExpenditureView(AccountsView):
    """Expenditure by category beside last year's."""

    keys = RevenueView.keys
    view: Literal["expenditure"]


class ProgrammeBudgetView(MoneyView):
    """The budget by programme, with subtotals."""

    keys = ("policy", "unit", "programme", "amount", "remark")
    view: Literal["programme_budget"]


class StrategyView(View):
    """The chart of policies and their programmes."""

    view: Literal["strategy"]


class ProgrammesView(View):
    """The list of programmes, a divider for each policy, a page for each programme."""

    view: Literal["programmes"]
    parts: tuple[Literal["list", "dividers", "pages"], ...] = Field(
        ("list", "dividers", "pages"), min_length=1
    )


def _levels() -> Any:
    return Field(3, ge=1, le=3, description="1: the total, 2: and categories, 3: and all")


class ExecutionView(MoneyView):
    """Execution by category and programme."""

    keys = (
        "name",
        "appropriation",
        "commitment",
        "disbursement",
        "commitment_rate",
        "disbursement_rate",
        "balance",
    )
    view: Literal["execution"]
    levels: int = _levels()


class MonthlyView(MoneyView):
    """Commitments or disbursements by month."""

    keys = ("name", *(f"m{month:02}" for month in range(1, 13)), "total")
    view: Literal["monthly_execution"]
    kind: Literal["commitment", "disbursement"] = "disbursement"
    levels: int = _levels()


class FundingView(MoneyView):
    """What every revenue account pays for."""

    keys = ("name", "brings", "pays", "rate", "difference")
    view: Literal["funding"]


class AuditTotalsView(TableView):
    """The council's requests by kind and status."""

    keys = ("name", "total", "completed", "in_progress", "under_review", "not_reflected")
    view: Literal["audit_totals"]


class AuditRequestsView(View):
    """Each request beside what was done."""

    view: Literal["audit_requests"]


_VIEWS = (
    FunctionsView,
    OrganizationView,
    StaffingView,
    DutiesView,
    RevenueView,
    ExpenditureView,
    ProgrammeBudgetView,
    StrategyView,
    ProgrammesView,
    ExecutionView,
    MonthlyView,
    FundingView,
    AuditTotalsView,
    AuditRequestsView,
)
VIEWS: Mapping[str, type[View]] = {
    get_args(view.model_fields["view"].annotation)[0]: view for view in _VIEWS
}
"""By the name that places them."""

_PREFIX = "view "
"""What the branches of the union begin with that are no blocks of text."""


def _choose(value: object) -> str:
    """The branch of the union for a mapping of the file."""
    if isinstance(value, View):
        return f"{_PREFIX}{value.view}"
    if not isinstance(value, dict) or "view" not in value:
        return "block"
    name = value["view"]
    return f"{_PREFIX}{name if name in VIEWS else ''}"


if TYPE_CHECKING:
    OutlineBlock = Block | View
else:

    class UnknownView(View):
        """A view of a name that none has; it follows no schema."""

        model_config = ConfigDict(json_schema_extra={"not": {}})

        view: Literal[tuple(VIEWS)]

    _BRANCHES = {"block": Block, _PREFIX: UnknownView}
    _BRANCHES |= {f"{_PREFIX}{name}": view for name, view in VIEWS.items()}
    OutlineBlock = Annotated[
        Union[tuple(Annotated[kind, Tag(tag)] for tag, kind in _BRANCHES.items())],  # noqa: UP007
        Discriminator(_choose),
    ]


def is_branch(name: object) -> bool:
    """Whether a part of pydantic's path to a mistake names a branch of the union."""
    return name == "block" or (isinstance(name, str) and name.startswith(_PREFIX))


def find_branch(name: object) -> type[Content]:
    """The type of that branch of the union."""
    return Block if name == "block" else VIEWS.get(str(name).removeprefix(_PREFIX), View)


class ChapterFile(Content):
    """``content/chapters/*.yaml``: the blocks of one chapter."""

    blocks: tuple[OutlineBlock, ...] = Field(min_length=1)


class Chapter(Content):
    """One chapter: its title, and what stands in it."""

    filled: ClassVar[frozenset[str]] = frozenset({"title"})

    id: str | None = Field(
        None,
        pattern=r"^[a-z][a-z0-9_]*$",
        description="by which templates and links reach it; made from its place if not given",
    )
    title: str
    blocks: tuple[OutlineBlock, ...] | None = Field(None, min_length=1)
    file: str | None = Field(None, description="chapters/NAME.yaml, which has the blocks")

    @model_validator(mode="after")
    def _one_source(self) -> Chapter:
        if self.blocks is not None and self.file is not None:
            raise PydanticCustomError("two_sources", "blocks and a file")
        return self


class Council(Content):
    """To whom a document goes; what is not known is left out of it."""

    committee: str | None = None
    session: str | None = None


class DocumentFile(Content):
    """``content/documents/*.yaml``: another document, whose files have the name of this one."""

    filled: ClassVar[frozenset[str]] = frozenset({"title"})

    title: str
    council: Council = Field(Council(), description="printed on the cover; not that of the report")
    chapters: tuple[Chapter, ...] = Field(min_length=1, max_length=MOST_CHAPTERS)
