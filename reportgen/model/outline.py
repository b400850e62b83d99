"""The outline of a document: chapters of blocks, and views that place what is computed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, LiteralString, Union, get_args

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from reportgen.limits import MOST_COUNT, MOST_SPAN
from reportgen.model.base import Content
from reportgen.model.blocks import Block
from reportgen.model.described import Described
from reportgen.model.ledger import CARRYOVERS, KINDS
from reportgen.model.outline_words import COLUMN_WORDS, DEPTH_WORDS, PART_WORDS, VIEW_WORDS
from reportgen.model.units import ReportUnit
from reportgen.model.words import Choice, Flag, Words

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


def _offer_words(schema: dict[str, Any], view: type[Any]) -> None:
    """Have a schema offer the names of the view and of its columns, in both languages."""
    name = schema["properties"]["view"].get("const", "")
    typed = (word for word in VIEW_WORDS.list_typed() if VIEW_WORDS.find(word)[0].value == name)
    schema["properties"]["view"] = {"enum": list(typed)}
    if "columns" in schema["properties"]:
        listed = schema["properties"]["columns"]["anyOf"][0]["items"]
        listed["anyOf"][0] = {"enum": COLUMN_WORDS.keep(view.keys).list_typed()}


class View(Content):
    """What is computed, placed by its name."""

    model_config = ConfigDict(json_schema_extra=_offer_words)

    view: str

    @field_validator("view", mode="before")
    @classmethod
    def _read_view(cls, name: object) -> object:
        return VIEW_WORDS.read(name)


class CaptionView(View):
    """A table whose columns follow from the content."""

    filled: ClassVar[frozenset[str]] = frozenset({"caption"})

    caption: str | None = Field(None, description="above the table, beside the unit")


class TableView(CaptionView):
    """A table.

    :cvar keys: the columns that it can have.
    """

    keys: ClassVar[tuple[str, ...]] = ()
    columns: tuple[Column, ...] | None = Field(
        None, min_length=1, max_length=MOST_SPAN, description="which columns, in their order"
    )

    @field_validator("columns")
    @classmethod
    def _know_columns(cls, columns: tuple[ColumnChoice, ...] | None) -> Any:
        if columns is None:
            return None
        words = COLUMN_WORDS.keep(cls.keys)
        found = [words.find(column.name) for column in columns]
        mistakes = [
            _explain_column(at, column, meanings, words)
            for at, (column, meanings) in enumerate(zip(columns, found, strict=True))
            if len(meanings) != 1
        ]
        if mistakes:
            raise ValidationError.from_exception_data(cls.__name__, mistakes)
        return tuple(
            column.model_copy(update={"name": meanings[0].value})
            for column, meanings in zip(columns, found, strict=True)
        )


def _explain_column(
    at: int, column: ColumnChoice, meanings: tuple[Choice, ...], words: Words
) -> InitErrorDetails:
    """That the name of a column means none, or several; each has its own place."""
    kind: LiteralString = "several_meanings" if meanings else "unknown_column"
    error = PydanticCustomError(
        kind, "no column, or several", {"choices": meanings or words.choices}
    )
    return {"type": error, "loc": (at,), "input": column.name}


class MoneyView(TableView):
    """A table of amounts."""

    unit: ReportUnit | None = Field(None, description="that of the report if not given")


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
    parts: tuple[Annotated[Literal["list", "dividers", "pages"], PART_WORDS], ...] = Field(
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
    levels: Annotated[int, DEPTH_WORDS] = _levels()


_SPENT = KINDS.keep(("commitment", "disbursement"))


class MonthlyView(MoneyView):
    """Commitments or disbursements by month."""

    keys = ("name", *(f"m{month:02}" for month in range(1, 13)), "total")
    view: Literal["monthly_execution"]
    kind: Annotated[Literal["commitment", "disbursement"], _SPENT] = "disbursement"
    levels: Annotated[int, DEPTH_WORDS] = _levels()


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


class AmendmentReasonsView(View):
    """Why the budget is amended (편성 사유)."""

    view: Literal["amendment_reasons"]


class AmendmentProvisionsView(View):
    """The articles of the amended budget (예산총칙)."""

    view: Literal["amendment_provisions"]


class AmendmentTotalsView(View):
    """What an amendment does to the totals, in a sentence."""

    view: Literal["amendment_totals"]
    unit: ReportUnit | None = Field(None, description="that of the amendment if not given")


class AmendmentView(TableView):
    """A table of what an amendment changes."""

    keys = ("name", "present", "amended", "change", "change_rate", "basis")
    unit: ReportUnit | None = Field(None, description="that of the amendment if not given")


class AmendmentRevenueView(AmendmentView):
    """Revenue before and after an amendment."""

    view: Literal["amendment_revenue"]


class AmendmentExpenditureView(AmendmentView):
    """Expenditure by category before and after an amendment."""

    view: Literal["amendment_expenditure"]


class AmendmentComparisonView(AmendmentView):
    """Expenditure by programme before and after an amendment (신구대비표)."""

    view: Literal["amendment_comparison"]


class AmendmentStaffingView(TableView):
    """Posts that an amendment adds or removes."""

    keys = ("name", "present", "amended", "change", "note")
    view: Literal["amendment_staffing"]


class TransfersView(MoneyView):
    """Money moved in the year: 이용, 전용, 변경, 예비비 사용."""

    keys = ("date", "kind", "reference", "name", "taken", "given", "note")
    view: Literal["transfers"]


class CarryoverView(MoneyView):
    """What programmes brought over from the year before, by sort."""

    keys = ("name", *(kind.value for kind in CARRYOVERS), "total")
    view: Literal["carryover"]


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
    AmendmentReasonsView,
    AmendmentProvisionsView,
    AmendmentTotalsView,
    AmendmentRevenueView,
    AmendmentExpenditureView,
    AmendmentComparisonView,
    AmendmentStaffingView,
    TransfersView,
    CarryoverView,
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
    found = VIEW_WORDS.find(name) if isinstance(name, str) else ()
    return f"{_PREFIX}{found[0].value if len(found) == 1 else ''}"


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
    optional: Flag = Field(
        False, description="left out where none of its views has anything to show"
    )
    new_page: Flag = Field(True, description="whether it begins a page")

    @model_validator(mode="after")
    def _one_source(self) -> Chapter:
        if self.blocks is not None and self.file is not None:
            raise PydanticCustomError("two_sources", "blocks and a file")
        return self


class Council(Content):
    """To whom a document goes; what is not known is left out of it."""

    committee: str | None = None
    session: str | None = None


class DocumentFile(Described):
    """``content/documents/*.yaml``: another document, whose files have the name of this one."""

    filled = Described.filled | {"title"}

    title: str
    council: Council = Field(Council(), description="printed on the cover; not that of the report")
    chapters: tuple[Chapter, ...] = Field(min_length=1, max_length=MOST_CHAPTERS)
