"""A profile begun from what an import found out, with what it has to be told as comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.i18n import translate as _
from reportgen.importing.rows.account_index import Account, AccountIndex
from reportgen.importing.rows.hierarchy import Use
from reportgen.importing.tables.table_plan import TablePlan
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
    """The YAML text; each open question is a line to finish, without the mark before it.

    :param near: rows that look like headers of which too little is known.
    """
    columns = [column for table in tables for column in table.columns]
    columns += [column for header in near for column in header.columns]
    asked = {column.label: choices for column in columns if (choices := _list_choices(column))}
    settled = {
        **{c.label: c.meaning.value for c in columns if c.label and c.meaning},
        **profile.columns,
    }
    kept = {label: meaning for label, meaning in settled.items() if label not in asked}
    questions = {
        "columns": [f"{quote(label)}: {choices}" for label, choices in asked.items() if label],
        "accounts": list(_list_names(plans, index)),
    }
    hint = _("take out the # of a line below, and leave one of its choices")
    begun = profile.model_copy(update={"columns": kept})
    return spell_profile(begun, f"{comment}\n{hint}", questions)


def _list_choices(column: Column) -> str:
    """What a header may mean, the first as the value and the others behind a mark."""
    if column.meaning in UNCLEAR:
        choices = [choice.value for choice in UNCLEAR[Role(column.meaning)]]
    elif column.meaning is None and not column.derived:
        choices = [
            EntryKind.DISBURSEMENT,
            EntryKind.COMMITMENT,
            EntryKind.OPENING,
            Role.NAME,
            Role.ITEM,
        ]
        choices = [*map(str, choices), Role.IGNORE.value]
    else:
        return ""
    return f"{choices[0]}   # {' / '.join(choices[1:])}"


def _list_names(plans: Sequence[TablePlan], index: AccountIndex) -> Iterator[str]:
    """The names of rows that no account has, with the ids that may fit."""
    lines: dict[str, str] = {}
    for plan in plans:
        for use in plan.hierarchy.uses:
            if use.use is Use.UNKNOWN and use.row.label:
                close = plan.hierarchy.candidates(use.row) or index.suggest(use.row.label)
                lines.setdefault(use.row.label, _spell_accounts(close))
    yield from (f"{quote(label)}: {choices}" for label, choices in lines.items())


def _spell_accounts(accounts: Sequence[Account]) -> str:
    if not accounts:
        return "ID"
    first, *others = (f"{account.id} ({account.name})" for account in accounts)
    rest = f" / {' / '.join(others)}" if others else ""
    return f"{accounts[0].id}   # {first}{rest}"
