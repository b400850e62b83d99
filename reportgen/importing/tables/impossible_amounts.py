"""Amounts that can't be what their column says, or whose account isn't known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.entries.planned_entries import PlannedEntry, StatedAmount
from reportgen.importing.rows.account_index import AccountIndex, Level
from reportgen.importing.rows.hierarchy import Hierarchy, Use
from reportgen.model.ledger import EntryKind
from reportgen.money import MINUS_SIGNS
from reportgen.readers.finance.tables import Table

_PAID = frozenset({EntryKind.COMMITMENT, EntryKind.DISBURSEMENT})
_RUNNING = _PAID | {EntryKind.COLLECTION}
_BACK = re.compile(r"여\s*입|반납|환수|환급|과오납|취소")
"""What is said of money that was paid and came back, and of money that is given back."""

_UP, _DOWN = "▲△", "▼▽"


def find_impossible(stated: Iterable[StatedAmount], index: AccountIndex) -> Iterator[Diagnostic]:
    """Running totals below zero, and payments of revenue."""
    for amount in stated:
        account = index.by_id.get(amount.account)
        if account and account.level is Level.REVENUE and amount.kind in _PAID:
            yield _explain_side(amount)
        elif amount.held and amount.amount < 0 and _is_total(amount):
            yield _explain_below(amount)


def _is_total(amount: StatedAmount) -> bool:
    """Whether it is all of a year, which no sheet has below zero."""
    whole = amount.kind in (EntryKind.OPENING, EntryKind.ORIGINAL)
    return amount.kind in _PAID or (whole and not amount.of_stage)


def find_paid_back(stated: Iterable[StatedAmount], table: Table) -> Iterator[Diagnostic]:
    """Payments whose row speaks of money that came back, and whose amount has no minus."""
    amounts = {column.number for column in table.columns if column.is_amount}
    for one in stated:
        if one.held or one.kind not in _PAID or one.amount <= 0:
            continue
        texts = (table.sheet.text(one.row, c.number) for c in table.columns)
        numbered = zip(table.columns, texts, strict=True)
        said = [text for column, text in numbered if column.number not in amounts]
        word = next((match[0] for text in said if (match := _BACK.search(text))), "")
        if word:
            yield Diagnostic(
                "import-amount",
                one.source,
                _("the row says {word}, and its amount is taken as a payment", word=word),
                published=f"{one.amount:,}",
                computed=f"{-one.amount:,}",
                hint=_("write it with a minus if the money came back"),
                severity=Severity.WARNING,
            )


def find_falls(
    planned: Sequence[PlannedEntry], stated: Sequence[StatedAmount], *, is_decided: bool
) -> Iterator[Diagnostic]:
    """Running totals of which most are below what the ledger holds: mostly those of a month.

    :param is_decided: whether somebody said that they are running totals.
    """
    if is_decided:
        return
    by_month = {(one.account, one.kind) for one in stated if one.since}
    running = [
        one
        for one in stated
        if one.kind in _RUNNING and one.held and (one.account, one.kind) not in by_month
    ]
    asked = {one.source: (one.account, one.kind) for one in running}
    falls = [
        item.entry
        for item in planned
        if item.entry.source in asked and item.entry.amount < 0 and (item.before or 0) > 0
    ]
    fallen, every = {asked[entry.source] for entry in falls}, set(asked.values())
    if len(fallen) > 1 and 2 * len(fallen) > len(every):
        yield Diagnostic(
            "import-column",
            falls[0].source,
            _(
                "{count} of {all} running totals are below what the ledger already holds",
                count=len(fallen),
                all=len(every),
            ),
            published=str(len(fallen)),
            computed=str(len(every)),
            hint=_(
                "say --amounts entries if they are of the month alone, --amounts cumulative if "
                "they are right"
            ),
        )


def find_merged_amounts(hierarchy: Hierarchy) -> Iterator[Diagnostic]:
    """An amount that is merged over several accounts, or over several amounts of one."""
    sheet = hierarchy.tree.table.sheet
    leaves = {use.row.number for use in hierarchy.uses if use.use is Use.LEAF}
    numbers = {column.number for column in hierarchy.amounts.columns}
    for area in sheet.merges:
        rows = [row for row in range(area.top, area.bottom + 1) if row in leaves]
        beside = [number for number in range(area.left, area.right + 1) if number in numbers]
        if rows and len(beside) > 1 and sheet.text(area.top, area.left):
            yield Diagnostic(
                "import-amount",
                sheet.place(area.top, area.left),
                _("one amount is merged over {count} columns", count=len(beside)),
                published=sheet.text(area.top, area.left),
                hint=_("give each column an amount of its own"),
            )
        if area.left in numbers and len(rows) > 1 and sheet.text(area.top, area.left):
            yield Diagnostic(
                "import-amount",
                sheet.place(area.top, area.left),
                _("one amount is merged over the rows {rows}", rows=", ".join(map(str, rows))),
                published=sheet.text(area.top, area.left),
                hint=_("give each account an amount of its own"),
            )


def find_mixed_signs(hierarchy: Hierarchy) -> Iterator[Diagnostic]:
    """A column that tells ▲ from ▼, where ▲ may be an increase."""
    sheet = hierarchy.tree.table.sheet
    for column in hierarchy.amounts.columns:
        texts = [sheet.text(use.row.number, column.number) for use in hierarchy.uses]
        signs = {text[:1] for text in texts if text[:1] in MINUS_SIGNS}
        if signs & set(_UP) and signs & set(_DOWN):
            yield Diagnostic(
                "import-amount",
                sheet.place(hierarchy.tree.table.bottom, column.number),
                _("{column} has ▲ and ▼", column=column.label),
                published=column.label,
                hint=_("write decreases with △ or a minus, and increases without a sign"),
            )


def _explain_side(amount: StatedAmount) -> Diagnostic:
    return Diagnostic(
        "import-kind",
        amount.source,
        _("{account} is of revenue, and has no {kind}", account=amount.account, kind=amount.kind),
        published=amount.kind.value,
        hint=_("put revenue and expenditure into tables of their own, with 수납액 and 지출액"),
    )


def _explain_below(amount: StatedAmount) -> Diagnostic:
    return Diagnostic(
        "import-amount",
        amount.source,
        _(
            "{kind} of {account}: {stated} won is below zero",
            kind=amount.kind,
            account=amount.account,
            stated=f"{amount.amount:,}",
        ),
        published=f"{amount.amount:,}",
        hint=_("all of a year can't be below zero; look at the sign or the brackets"),
    )
