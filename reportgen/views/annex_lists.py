"""The sheet of what may be typed on the ledger's sheet: accounts, kinds of entries, stages."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.ledger import KIND_WORDS
from reportgen.views.annexes import Annex
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header

TITLE = "목록"
COLUMNS = {"code": "계정", "name": "계정명", "side": "구분", "parent": "상위 과목"}


def view_lists(context: ViewContext, last_stage: str) -> Annex:
    """Every account that an entry may stand on, every kind, every stage up to the last.

    The roles are ``revenue``, ``category``, ``programme``, ``kind`` and ``stage``. A stage that
    comes later isn't listed, so that an earlier state stays the workbook it was.
    """
    rows = (*_list_accounts(context), *_list_kinds(), *_list_stages(context, last_stage))
    grid = Grid("lists", TITLE, "", make_header(COLUMNS), rows)
    return Annex("lists", TITLE, "원장에 쓸 수 있는 계정, 종류, 단계", grid)


def _list_accounts(context: ViewContext) -> Iterator[Row]:
    accounts = context.folder.accounts
    for account in accounts.revenue:
        yield _row("revenue", account.id, account.name, "세입")
    for category in accounts.categories:
        yield _row("category", category.id, category.name, "세출 성질별")
    for policy, unit in accounts.unit_programmes():
        for leaf in unit.children:
            yield _row("programme", leaf.id, leaf.name, "세출", f"{policy.name} > {unit.name}")


def _list_kinds() -> Iterator[Row]:
    return (_row("kind", words[0]) for words in KIND_WORDS.values())


def _list_stages(context: ViewContext, last: str) -> Iterator[Row]:
    stages = context.folder.report.stages
    shown = stages[: stages.index(last) + 1] if last in stages else stages
    return (_row("stage", stage) for stage in shown)


def _row(role: str, code: str, name: str = "", side: str = "", parent: str = "") -> Row:
    texts = {"code": code, "name": name, "side": side, "parent": parent}
    return Row(role, {key: Cell.make(text) for key, text in texts.items()}, 1)
