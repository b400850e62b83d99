"""What a profile says that fits nothing: unknown ids, headers and rows that aren't there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.basis.options import Decisions
from reportgen.importing.rows.account_index import AccountIndex
from reportgen.importing.tables.table_plan import TablePlan
from reportgen.readers.finance.columns import describe_column
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.profile import ImportProfile
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import Meaning, Role


def find_unknown_ids(
    profile: ImportProfile, file: str, index: AccountIndex
) -> Iterator[Diagnostic]:
    """Names for which a profile gives an id that no account has."""
    for name, account in profile.accounts.items():
        if account in index.by_id:
            continue
        found = index.find(account)
        close = found or index.suggest(account)
        names = ", ".join(f"{other.id} ({other.name})" for other in close)
        yield Diagnostic(
            "import-account",
            profile.place("accounts", name, file),
            _("accounts: «{name}: {id}» names no account", name=name, id=account),
            published=account,
            computed=names,
            hint=_("write its id: {names}", names=names)
            if close
            else _("the ids stand in content/budget/accounts.yaml"),
        )


def find_idle_headers(
    decisions: Decisions, file: str, tables: Sequence[Table]
) -> Iterator[Diagnostic]:
    """Headers of a profile that no table has, where the words alone would say something else.

    A header that means the same without the profile, as most of those do that an import wrote
    there, may be missing in one file.
    """
    present = {
        squeeze(text)
        for table in tables
        for column in table.columns
        for text in (column.label, *column.labels[-1:])
    }
    labels = ", ".join(dict.fromkeys(c.label for table in tables for c in table.columns if c.label))
    for header, meaning in decisions.profile.columns.items():
        if squeeze(header) not in present and not _is_known(header, meaning):
            yield Diagnostic(
                "import-column",
                decisions.profile.place("columns", header, file),
                _("columns: no table has the header {header}", header=header),
                published=header,
                computed=labels,
                hint=_("correct it, or remove its line; the headers are {headers}", headers=labels),
            )


def find_idle_rows(
    decisions: Decisions, file: str, plans: Sequence[TablePlan], index: AccountIndex
) -> Iterator[Diagnostic]:
    """Names of rows that a profile settles and no table has; they may come again."""
    present = {
        squeeze(row.label) for plan in plans for row in plan.hierarchy.tree.rows if row.label
    }
    settled = [
        name
        for name, account in decisions.profile.accounts.items()
        if [found.id for found in index.find(name)] != [account]
    ]
    for key, names in (("accounts", settled), ("ignore", decisions.profile.ignore)):
        missing = [name for name in names if squeeze(name) not in present]
        if missing:
            yield Diagnostic(
                "import-account",
                decisions.profile.place(key, missing[0], file),
                _("{key}: no row is named {names}", key=key, names=", ".join(missing)),
                published=", ".join(missing),
                hint=_("correct the names, or remove their lines"),
                severity=Severity.WARNING,
            )


def _is_known(header: str, meaning: Meaning) -> bool:
    """Whether the words of a header say what the profile says of it."""
    column = describe_column(1, tuple(header.split()))
    return meaning in (column.meaning, describe_column(1, (header,)).meaning) or (
        meaning is Role.IGNORE and column.meaning is None
    )
