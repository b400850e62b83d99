"""Rows that can't be used, explained."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.rows.account_index import Account, AccountIndex
from reportgen.importing.rows.detail_columns import is_aspect
from reportgen.importing.rows.hierarchy import Hierarchy, RowUse, Use
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.names import squeeze

_SAYING_NOTHING = (Use.IGNORED, Use.UNKNOWN)
_MOST_SUGGESTIONS = 200
"""The names for which others are looked for; a table of strangers has no use for more."""


def find_row_mistakes(
    hierarchy: Hierarchy, index: AccountIndex, profile: str
) -> Iterator[Diagnostic]:
    """Names that nobody knows, and cells that hold no amount.

    :param profile: the file in which a name can be settled.
    """
    known: dict[str, tuple[Account, ...]] = {}
    for use in hierarchy.uses:
        if use.use not in _SAYING_NOTHING:
            yield from hierarchy.amounts.find_mistakes(use.row.number)
        elif use.use is Use.UNKNOWN and (aspect := _find_aspect(use)):
            yield _explain_aspect(hierarchy, use, aspect)
        elif use.use is Use.UNKNOWN:
            found = hierarchy.candidates(use.row) if use.row.label else []
            above = next((a.account for a in hierarchy.ancestors(use.row) if a.account), None)
            name = squeeze(use.row.label)
            if name not in known and len(known) < _MOST_SUGGESTIONS:
                known[name] = index.suggest(use.row.label, above)
            close = tuple(found) or known.get(name, ())
            yield _explain_unknown(hierarchy, use, close, bool(found), profile)


def _find_aspect(use: RowUse) -> str:
    """What says which amount a row holds, where that is not what its header says."""
    return next((text for text in (use.row.item, use.row.label) if text and is_aspect(text)), "")


def _explain_aspect(hierarchy: Hierarchy, use: RowUse, aspect: str) -> Diagnostic:
    return Diagnostic(
        "import-account",
        hierarchy.tree.place(use.row),
        _("{name} is not a part of an account, but another amount of it", name=aspect),
        published=aspect,
        hint=_("put each amount into a column of its own, or remove the rows that don't count"),
    )


def explain_level(hierarchy: Hierarchy, use: RowUse) -> Diagnostic:
    """That a level has amounts, and nothing tells those of its programmes."""
    account = use.account
    assert account is not None
    programmes = ", ".join(account.leaves)
    return Diagnostic(
        "import-account",
        hierarchy.tree.place(use.row),
        _("{id} is a level above the programmes", id=account.id),
        published=use.row.label,
        computed=programmes,
        hint=_(
            "the sheet needs a row for each of its programmes: {programmes}", programmes=programmes
        ),
    )


def _explain_unknown(
    hierarchy: Hierarchy, use: RowUse, close: tuple[Account, ...], ambiguous: bool, profile: str
) -> Diagnostic:
    label = use.row.label
    names = ", ".join(f"{account.name} ({account.id})" for account in close)
    settle = _("write «{name}: ID» under accounts in {profile}", name=label, profile=profile)
    if not label:
        message, hint = _("amounts without a name"), _("name the account, or remove the amounts")
    elif ambiguous:
        message = _("{name} may be any of {names}", name=label, names=names)
        hint = settle
    else:
        message = _("no account is named {name}", name=label)
        hint = _("did you mean {names}?", names=names) + " " + settle if close else settle
    return Diagnostic(
        "import-account",
        hierarchy.tree.place(use.row),
        message,
        published=label,
        computed=names,
        hint=hint,
    )


def explain_level_sum(
    hierarchy: Hierarchy, use: RowUse, column: Column, stated: Decimal, added: int
) -> Diagnostic:
    """That a level says another amount than its programmes on other sheets come to."""
    return Diagnostic(
        "import-total",
        hierarchy.tree.table.sheet.place(use.row.number, column.number),
        _(
            "{label}, {column}: the sheet says {stated}, its programmes on other sheets add up "
            "to {added} won",
            label=use.row.label,
            column=column.label,
            stated=f"{stated:,f}",
            added=f"{added:,}",
        ),
        published=f"{stated:,f}",
        computed=f"{added:,}",
        hint=_("correct one of them, or choose the sheet with --sheet"),
    )
