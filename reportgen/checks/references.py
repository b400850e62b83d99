"""Every person, team, account and programme that is named exists, and is used."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from reportgen.checks.placed_views import list_views
from reportgen.checks.subject import Subject
from reportgen.choices import find_near, fold_name, list_names, suggest
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.view_kinds import ProgrammesView


def find_unknown(
    rule: str, identifier: str, source: SourceRef, known: Collection[str]
) -> Iterator[Diagnostic]:
    """A finding when the id is not among those known.

    :param known: may be a mapping to the name of each, which may have been written in its place.
    """
    if identifier in known:
        return
    named = _find_named(identifier, known) if isinstance(known, Mapping) else ()
    near = named or find_near(identifier, known)
    hint = _("did you mean {key}?", key=list_names(named)) if named else suggest(identifier, known)
    yield Diagnostic(
        rule,
        source,
        _("{id} is not known", id=identifier),
        published=identifier,
        computed=", ".join(near),
        hint=hint,
    )


def _find_named(identifier: str, names: Mapping[str, str]) -> tuple[str, ...]:
    folded = fold_name(identifier)
    return tuple(one for one, name in names.items() if fold_name(name) == folded)


def check_references(subject: Subject) -> Iterator[Diagnostic]:
    """An unknown headquarters, unit, contact or programme."""
    folder = subject.folder
    headquarters = {unit.id: unit.name for unit in folder.organization.headquarters}
    units = {unit.id: unit.name for unit in folder.organization.walk() if unit.id}
    people = {person.id: person.name for person in folder.contacts}
    programmes = {leaf.id: leaf.name for leaf in folder.accounts.programmes()}
    for team in folder.organization.teams:
        if team.headquarters is not None:
            place = team.source.of("headquarters")
            yield from find_unknown("unknown-unit", team.headquarters, place, headquarters)
    for person in folder.contacts:
        yield from find_unknown("unknown-unit", person.unit, person.source.of("unit"), units)
    if folder.report.annex_contact is not None:
        place = folder.report.source.of("annex_contact")
        yield from find_unknown("unknown-contact", folder.report.annex_contact, place, people)
    for page in folder.projects:
        place = page.source.of("account")
        yield from find_unknown("unknown-account", page.account, place, programmes)
        for identifier in page.contacts:
            place = page.source.of("contacts")
            yield from find_unknown("unknown-contact", identifier, place, people)


def check_pages(subject: Subject) -> Iterator[Diagnostic]:
    """A programme without a page, or a page of an account that is no counted programme."""
    counted = subject.folder.accounts.counted()
    printed = any(
        isinstance(view, ProgrammesView) and "pages" in view.parts
        for view in list_views(subject.folder)
    )
    pages = {page.account for page in subject.folder.projects}
    for leaf in subject.folder.accounts.programmes():
        if printed and leaf.id in counted and leaf.id not in pages:
            yield Diagnostic(
                "missing-page",
                leaf.source.of("id"),
                _("the programme {id} has no page", id=leaf.id),
                published=leaf.id,
                hint=_("add a file with «account: {id}» to content/projects", id=leaf.id),
            )
    programmes = {leaf.id for leaf in subject.folder.accounts.programmes()}
    for page in subject.folder.projects:
        if page.account in programmes and page.account not in counted:
            yield Diagnostic(
                "unused-page",
                page.source.of("account"),
                _("{id} is no programme that gets a page", id=page.account),
                published=page.account,
                hint=_("pages belong to programmes of a category with «programmes: true»"),
            )


def check_unused(subject: Subject) -> Iterator[Diagnostic]:
    """A person whom neither a page nor the annexes name."""
    named = {identifier for page in subject.folder.projects for identifier in page.contacts}
    named.add(subject.folder.report.annex_contact or "")
    for person in subject.folder.contacts:
        if person.id not in named:
            yield Diagnostic(
                "unused-contact",
                person.source.of("id"),
                _("no page names {id}", id=person.id),
                published=person.id,
                hint=_("remove the person, or name them in a page"),
                severity=Severity.WARNING,
            )
