"""Money that is moved adds up to nothing, and stays where its kind may move it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from reportgen.checks.subject import Subject, spell_thousands
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.model.budget import Accounts, TransferLevel, TransferRules
from reportgen.model.entries import Ledger
from reportgen.model.ledger import TRANSFERS, EntryKind, LedgerEntry

Group = tuple[LedgerEntry, ...]


def check_transfers(subject: Subject) -> Iterator[Diagnostic]:
    """이용, 전용 and 변경 sum to zero document by document, within the level of their kind.

    이용 leaves the part that 전용 must not leave; money of the reserve is moved by none.
    """
    accounts = subject.folder.accounts
    ancestors, reserves = _list_ancestors(accounts), accounts.reserves()
    for group in group_documents(subject.entries, TRANSFERS):
        remainder = tuple(_find_remainder(group))
        yield from remainder
        yield from _find_standing(group)
        level = TransferLevel(getattr(accounts.transfers, group[0].kind.value))
        yield from _find_outside(group, level, ancestors)
        if not remainder:
            yield from _find_inside(group, accounts.transfers, ancestors)
        yield from _find_reserve(group, reserves)


def check_reserve_use(subject: Subject) -> Iterator[Diagnostic]:
    """What is given from the reserve (예비비) is taken from it, in the same document.

    What was given may come back, so an account is judged by all its entries up to the day.
    """
    reserves = subject.folder.accounts.reserves()
    groups = group_documents(subject.entries, (EntryKind.RESERVE_USE,))
    for group in groups:
        yield from _find_remainder(group)
    given: dict[str, int] = {}
    entries = (entry for group in groups for entry in group)
    for entry in sorted(entries, key=lambda one: (one.date, _gives_back(one, reserves))):
        given[entry.account] = given.get(entry.account, 0) + entry.amount
        below = given[entry.account] > 0 if entry.account in reserves else given[entry.account] < 0
        if below and _gives_back(entry, reserves):
            yield _explain_reserve(entry, reserves)


def _gives_back(entry: LedgerEntry, reserves: frozenset[str]) -> bool:
    return entry.amount > 0 if entry.account in reserves else entry.amount < 0


def _explain_reserve(entry: LedgerEntry, reserves: frozenset[str]) -> Diagnostic:
    return Diagnostic(
        "reserve-use",
        entry.source,
        _("{account} is the reserve and is given money from itself", account=entry.account)
        if entry.account in reserves
        else _("{account} gives money as if it were the reserve", account=entry.account),
        published=entry.account,
        computed=", ".join(sorted(reserves)),
        hint=_("enter what is taken on the reserve with △, what is given elsewhere")
        if reserves
        else _("mark the category of the reserve with «reserve: true» in accounts.yaml"),
    )


def group_documents(entries: Iterable[LedgerEntry], kinds: tuple[EntryKind, ...]) -> list[Group]:
    """The entries of these kinds, by kind, stage, reference and day: one decision each.

    Decisions of one day without a reference can't be told apart and stand in one group.
    """
    groups: dict[tuple[EntryKind, str, str, date], list[LedgerEntry]] = {}
    for entry in Ledger.of(entries).select(lambda found: found.kind in kinds):
        key = entry.kind, entry.stage, entry.reference, entry.date
        groups.setdefault(key, []).append(entry)
    return [tuple(group) for group in groups.values()]


def _find_remainder(group: Group) -> Iterator[Diagnostic]:
    rest = sum(entry.amount for entry in group)
    if rest:
        yield Diagnostic(
            "transfer-sum",
            group[0].source,
            _(
                "the entries of «{reference}» ({kind}) add up to {rest} thousand won, not to zero",
                reference=group[0].reference or group[0].date.isoformat(),
                kind=group[0].kind,
                rest=spell_thousands(rest),
            ),
            published=spell_thousands(rest),
            computed="0",
            hint=_("give each decision its own reference, and enter both sides of it"),
        )


def _find_standing(group: Group) -> Iterator[Diagnostic]:
    """A decision that gives every programme what it takes from it, so that nothing moves."""
    moved: dict[tuple[str, str | None], int] = {}
    for entry in group:
        key = entry.account, entry.funding
        moved[key] = moved.get(key, 0) + entry.amount
    if any(entry.amount for entry in group) and not any(moved.values()):
        yield Diagnostic(
            "transfer-sum",
            group[0].source,
            _(
                "{kind} gives {account} what it takes from it; nothing is moved",
                kind=group[0].kind,
                account=", ".join(dict.fromkeys(entry.account for entry in group)),
            ),
            published=group[0].account,
            hint=_("correct the account that gives or the one that takes"),
        )


def _find_outside(
    group: Group, level: TransferLevel, ancestors: Mapping[str, Mapping[str, str]]
) -> Iterator[Diagnostic]:
    """Money that leaves a part of the budget: what its entries do not add up to zero within it."""
    if level is TransferLevel.ANY:
        return
    homes = _list_homes(group, level, ancestors)
    rests = {home: sum(entry.amount for entry in entries) for home, entries in homes.items()}
    givers = [home for home, rest in rests.items() if rest < 0]
    takers = [home for home, rest in rests.items() if rest > 0]
    if givers and takers:
        yield _explain_outside(homes[takers[0]][0], givers, takers, level)


def _list_homes(
    group: Group, level: TransferLevel, ancestors: Mapping[str, Mapping[str, str]]
) -> dict[str, list[LedgerEntry]]:
    """The entries by the part of the budget that they stand in."""
    homes: dict[str, list[LedgerEntry]] = {}
    for entry in group:
        if entry.account in ancestors:
            homes.setdefault(ancestors[entry.account][level], []).append(entry)
    return homes


def _find_inside(
    group: Group, rules: TransferRules, ancestors: Mapping[str, Mapping[str, str]]
) -> Iterator[Diagnostic]:
    """이용 of which no money leaves the part that 전용 may move in: it is one, or mistyped.

    A warning where other money of the same document does leave its part.
    """
    level = rules.intra_programme_transfer
    is_wider = level not in (TransferLevel.ANY, rules.inter_programme_transfer)
    if group[0].kind is not EntryKind.INTER_PROGRAMME_TRANSFER or not is_wider:
        return
    homes = _list_homes(group, level, ancestors)
    moving = {home: own for home, own in homes.items() if any(one.amount for one in own)}
    staying = {home: own for home, own in moving.items() if not sum(entry.amount for entry in own)}
    if staying:
        all_stays = len(staying) == len(moving)
        yield Diagnostic(
            "transfer-level",
            next(iter(staying.values()))[0].source,
            _(
                "{kind} moves money within {home} only, inside one {level}",
                kind=group[0].kind,
                home=", ".join(staying),
                level=level,
            ),
            published=", ".join(staying),
            hint=_(
                "use {kind}, correct the account, or change «transfers» in accounts.yaml",
                kind=EntryKind.INTRA_PROGRAMME_TRANSFER,
            ),
            severity=Severity.ERROR if all_stays else Severity.WARNING,
        )


def _find_reserve(group: Group, reserves: frozenset[str]) -> Iterator[Diagnostic]:
    """Money that leaves the reserve, or comes to it: that is a use, or an amendment."""
    own = [entry for entry in group if entry.account in reserves]
    rest = sum(entry.amount for entry in own)
    if rest < 0:
        yield _explain_taken(own[0])
    if rest > 0:
        yield _explain_grown(own[0])


def _explain_taken(entry: LedgerEntry) -> Diagnostic:
    return Diagnostic(
        "reserve-use",
        entry.source,
        _(
            "{kind} moves money out of the reserve {account}",
            kind=entry.kind,
            account=entry.account,
        ),
        entry.kind,
        EntryKind.RESERVE_USE,
        _("enter it as {kind}", kind=EntryKind.RESERVE_USE),
    )


def _explain_grown(entry: LedgerEntry) -> Diagnostic:
    return Diagnostic(
        "reserve-use",
        entry.source,
        _("{kind} moves money into the reserve {account}", kind=entry.kind, account=entry.account),
        entry.kind,
        EntryKind.AMENDMENT,
        _("the reserve grows by an amendment; correct the kind or the account"),
        Severity.WARNING,
    )


def _explain_outside(
    entry: LedgerEntry, givers: list[str], takers: list[str], level: TransferLevel
) -> Diagnostic:
    return Diagnostic(
        "transfer-level",
        entry.source,
        _(
            "{kind} moves money from {first} to {second}, beyond one {level}",
            kind=entry.kind,
            first=", ".join(givers),
            second=", ".join(takers),
            level=level,
        ),
        published=", ".join(takers),
        computed=", ".join(givers),
        hint=_("use the kind that may reach so far, or change «transfers» in accounts.yaml"),
    )


def _list_ancestors(accounts: Accounts) -> dict[str, dict[str, str]]:
    return {
        leaf.id: {
            TransferLevel.POLICY: policy.id,
            TransferLevel.UNIT: unit.id,
            TransferLevel.CATEGORY: leaf.category,
        }
        for policy, unit in accounts.unit_programmes()
        for leaf in unit.children
    }
