"""The views that an outline can place, a declaration each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from reportgen.model.ledger import CARRYOVERS, KINDS
from reportgen.model.outline_words import DEPTH_WORDS, PART_WORDS
from reportgen.model.units import ReportUnit
from reportgen.model.view_options import AccountsView, CaptionView, MoneyView, TableView, View


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
