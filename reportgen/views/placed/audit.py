"""The views of the council's last audit: totals, and each request beside its answer."""

from __future__ import annotations

from reportgen.model.view_kinds import AuditRequestsView, AuditTotalsView
from reportgen.money import MoneyUnit
from reportgen.views.audit import view_audit
from reportgen.views.blocks import BlockView
from reportgen.views.grid import Cell, Grid, Row
from reportgen.views.names import RequestGroup, RequestView
from reportgen.views.placed.placing import Placing
from reportgen.views.table_columns import TableColumn, lay_heads

_TOTALS = (
    TableColumn("name", ("구      분",), 60),
    TableColumn("total", ("계",), 22),
    TableColumn("completed", ("완  료",), 22),
    TableColumn("in_progress", ("추진 중",), 22),
    TableColumn("under_review", ("검토 중",), 22),
    TableColumn("not_reflected", ("미반영",), 22),
)
_WIDTHS = (35, 65)


def place_totals(placing: Placing, view: AuditTotalsView) -> list[BlockView]:
    """The requests by kind and status."""
    rows = view_audit(placing.context, placing.chapter)["totals"]["rows"]
    grid = Grid("audit_totals", "", "", {}, tuple(rows))
    return [placing.finish(view, grid, _TOTALS, MoneyUnit.THOUSAND)]


def place_requests(placing: Placing, _view: AuditRequestsView) -> list[BlockView]:
    """A title and a table for each kind of request that there is."""
    blocks: list[BlockView] = []
    before_status = placing.context.word("추진상황")
    for group in view_audit(placing.context, placing.chapter)["groups"]:
        blocks.append(BlockView("group_title", text=group["title"]))
        blocks.append(BlockView("blocks_table", grid=_lay_group(group, before_status)))
    return blocks


def _lay_group(group: RequestGroup, before_status: str) -> Grid:
    heads = lay_heads([(group["request_header"],), (group["result_header"],)])
    rows = tuple(_lay_request(request, before_status) for request in group["requests"])
    return Grid("requests", "", "", {}, rows, _WIDTHS, head_rows=heads)


def _lay_request(request: RequestView, before_status: str) -> Row:
    asked, answered = Cell.make(), Cell.make()
    asked.blocks = (
        BlockView("item", marker="ㅇ", text=request["request"]),
        BlockView("paragraph", text=f"({request['addressee']})"),
    )
    answered.blocks = (
        BlockView("heading", marker="□", text=f"{before_status} : {request['status']}"),
        *request["blocks"],
    )
    return Row("blocks", {"name": asked, "note": answered})
