"""A profile begun from what an import found out, with what it has to be told as comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.i18n import translate as _
from reportgen.importing.account_index import Account, AccountIndex
from reportgen.importing.hierarchy import Use
from reportgen.importing.table_plan import TablePlan
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.profile import ImportProfile, quote, spell_profile
from reportgen.readers.finance.tables import NearHeader, Table
from reportgen.readers.finance.words import UNCLEAR, Role


def spell_begun_profile(
    profile: ImportProfile,
    comment: str,
    tables: Sequence[Table],
    plans: Sequence[TablePlan],
    near: Sequence[NearHeader],
    index: AccountIndex,
) -> str:
    """The YAML text; each open question is a line to finish and to take out of the comment.

    :param near: rows that look like headers of which too little is known.
    """
    questions = [
        *_list_headers(tables, near, set(profile.columns)),
        *_list_names(plans, index),
    ]
    text = spell_profile(profile, comment)
    return text + "\n".join(["", *questions, ""]) if questions else text


def _list_headers(
    tables: Sequence[Table], near: Sequence[NearHeader], settled: set[str]
) -> Iterator[str]:
    columns = [column for table in tables for column in table.columns]
    columns += [column for header in near for column in header.columns]
    lines = {
        column.label: choices
        for column in columns
        if column.label and (choices := _list_choices(column, settled))
    }
    if lines:
        yield f"# columns:   {_('headers that have to be told; take out the # and choose')}"
        yield from (f"#   {quote(label)}: {choices}" for label, choices in lines.items())


def _list_choices(column: Column, settled: set[str]) -> str:
    """What a header may mean, the first as the value and the others behind a mark."""
    if column.meaning in UNCLEAR:
        choices = [choice.value for choice in UNCLEAR[Role(column.meaning)]]
    elif column.meaning is None and not column.derived and column.label not in settled:
        choices = [EntryKind.DISBURSEMENT, EntryKind.COMMITMENT, EntryKind.OPENING, Role.NAME]
        choices = [*map(str, choices), Role.IGNORE.value]
    else:
        return ""
    return f"{choices[0]}   # {' / '.join(choices[1:])}"


def _list_names(plans: Sequence[TablePlan], index: AccountIndex) -> Iterator[str]:
    lines: dict[str, str] = {}
    for plan in plans:
        for use in plan.hierarchy.uses:
            if use.use is Use.UNKNOWN and use.row.label:
                close = plan.hierarchy.candidates(use.row) or index.suggest(use.row.label)
                lines.setdefault(use.row.label, _spell_accounts(close))
    if lines:
        yield f"# accounts:   {_('names that no account has; take out the # and write an id')}"
        yield from (f"#   {quote(label)}: {choices}" for label, choices in lines.items())


def _spell_accounts(accounts: Sequence[Account]) -> str:
    if not accounts:
        return "ID"
    first, *others = (f"{account.id} ({account.name})" for account in accounts)
    rest = f" / {' / '.join(others)}" if others else ""
    return f"{accounts[0].id}   # {first}{rest}"
