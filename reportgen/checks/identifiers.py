"""Ids and names stand once; categories that programmes name exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reportgen.checks.subject import Subject
from reportgen.choices import fold_name, list_choices
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.budget import EXPENDITURE, REVENUE, Named
from reportgen.model.organization import Organization, OrganizationUnit, UnitPlace

Identified = tuple[str, SourceRef]


def check_duplicates(subject: Subject) -> Iterator[Diagnostic]:
    """An id, or the page of a programme, that stands twice."""
    folder = subject.folder
    organization = folder.organization
    accounts = [(account.id, account.source.of("id")) for account in folder.accounts.named()]
    yield from find_repeated(accounts)
    yield from find_repeated(
        [(unit.id, unit.source.of("id")) for unit in organization.headquarters]
    )
    yield from find_repeated([(team.id, team.source.of("id")) for team in organization.teams])
    yield from find_repeated(
        [(unit.id, unit.source.of("id")) for unit in _list_units(organization) if unit.id]
    )
    yield from find_repeated(
        ((grade.name, grade.source.of("name")) for grade in organization.staffing.grades),
        like=fold_name,
    )
    yield from find_repeated([(person.id, person.source.of("id")) for person in folder.contacts])
    yield from find_repeated([(request.id, request.source.of("id")) for request in folder.requests])
    yield from find_repeated(
        [(page.account, page.source.of("account")) for page in folder.projects]
    )
    chapters = folder.report.chapters
    yield from find_repeated(
        [(chapter.id, chapter.source.of("id")) for chapter in chapters if chapter.id]
    )
    yield from find_repeated(_table_ids(subject))
    stages = ((stage, folder.report.source.of("stages")) for stage in folder.report.stages)
    yield from find_repeated(stages, _("name each stage once"), fold_name)
    for page in folder.projects:
        contacts = ((person, page.source.of("contacts")) for person in page.contacts)
        yield from find_repeated(contacts, _("name each person once"))


def _table_ids(subject: Subject) -> Iterator[Identified]:
    for _account, blocks in subject.folder.block_sequences():
        for block in blocks:
            if block.table and block.table.id:
                yield block.table.id, block.table.source.of("id")


def find_repeated(
    identified: Iterable[Identified], hint: str = "", like: Callable[[str], str] = str
) -> Iterator[Diagnostic]:
    """A finding for each name that stood before.

    :param like: what of a name has to differ.
    """
    seen: dict[str, SourceRef] = {
        REVENUE: SourceRef("reportgen"),
        EXPENDITURE: SourceRef("reportgen"),
    }
    for identifier, source in identified:
        key = like(identifier)
        if key in seen:
            yield Diagnostic(
                "duplicate-id",
                source,
                _("{id} stands already at {place}", id=identifier, place=seen[key]),
                published=identifier,
                hint=hint or _("give one of the two another id"),
            )
        seen.setdefault(key, source)


def check_accounts(subject: Subject) -> Iterator[Diagnostic]:
    """A programme whose category is not listed."""
    known = [category.id for category in subject.folder.accounts.categories]
    for leaf in subject.folder.accounts.programmes():
        if leaf.category not in known:
            yield Diagnostic(
                "unknown-category",
                leaf.source.of("category"),
                _("the category {id} is not listed", id=leaf.category),
                published=leaf.category,
                computed=", ".join(known),
                hint=list_choices(leaf.category, known),
            )


def check_names(subject: Subject) -> Iterator[Diagnostic]:
    """Two accounts, or teams, of one level with one name: nothing could tell them apart.

    A former name of one that is the name of another is as bad: older tables mean the one, and
    an import would take the other. Units of different policies may share a name, since they
    stand below their policy everywhere.
    """
    accounts = subject.folder.accounts
    levels: list[Sequence[Named]] = [
        accounts.revenue,
        accounts.categories,
        accounts.expenditure,
        *(policy.children for policy in accounts.expenditure),
        tuple(accounts.programmes()),
    ]
    for level in levels:
        yield from _find_shared_names(level)
    organization = subject.folder.organization
    yield from find_repeated(
        ((unit.name, unit.source.of("name")) for unit in organization.headquarters),
        _("give each headquarters a name of its own"),
        fold_name,
    )
    for siblings in (organization.units, *(unit.units for unit in _list_units(organization))):
        yield from find_repeated(
            ((unit.name, unit.source.of("name")) for unit in siblings),
            _("give each unit beside others a name of its own"),
            fold_name,
        )
    for unit in dict.fromkeys(team.headquarters for team in organization.teams):
        teams = (team for team in organization.teams if team.headquarters == unit)
        yield from find_repeated(
            ((team.name, team.source.of("name")) for team in teams),
            _("give each team of a headquarters a name of its own"),
            fold_name,
        )


def _list_units(organization: Organization) -> list[OrganizationUnit]:
    """The units of a folder that has them as a tree."""
    return list(organization.walk()) if organization.units else []


def check_kinds(subject: Subject) -> Iterator[Diagnostic]:
    """A unit that is counted nowhere, or that stands in the chart where it can't."""
    organization = subject.folder.organization
    kinds = organization.unit_kinds
    for unit in _list_units(organization):
        if organization.kind_of(unit) not in kinds:
            place = unit.source.of("kind" if unit.kind else "name")
            yield Diagnostic(
                "unit-kind",
                place,
                _("of what kind «{name}» is can't be told", name=unit.name),
                published=unit.kind or unit.name,
                computed=", ".join(kinds),
                hint=_("give it a kind: one of unit_kinds, or add it there"),
            )
        if unit.place is not UnitPlace.BELOW and (unit not in organization.units or unit.units):
            yield Diagnostic(
                "unit-kind",
                unit.source.of("place"),
                _(
                    "only a unit of the head without units of its own can stand {place}",
                    place=unit.place,
                ),
                published=unit.place,
                hint=_("leave «place» out, or move the unit to the head"),
            )


def _find_shared_names(level: Sequence[Named]) -> Iterator[Diagnostic]:
    official: dict[str, Named] = {}
    for account in level:
        first = official.setdefault(fold_name(account.name), account)
        if first is not account:
            yield _explain_shared(account, "name", account.name, first)
    for account in level:
        for former in account.former_names:
            other = official.get(fold_name(former), account)
            if other is not account:
                yield _explain_shared(account, "former_names", former, other)


def _explain_shared(account: Named, key: str, name: str, other: Named) -> Diagnostic:
    place = other.source.of("name")
    return Diagnostic(
        "shared-name",
        account.source.of(key),
        _("«{name}» is the name of {id}, too: {place}", name=name, id=other.id, place=place),
        published=name,
        computed=other.id,
        hint=_("give each account a name of its own"),
    )
