"""Ids stand once; categories that programmes name exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.budget import EXPENDITURE, REVENUE

Identified = tuple[str, SourceRef]


def check_duplicates(subject: Subject) -> Iterator[Diagnostic]:
    """An id, or the page of a programme, that stands twice."""
    folder = subject.folder
    organization = folder.organization
    accounts = [(account.id, account.source.of("id")) for account in folder.accounts.named()]
    yield from _find_repeated(accounts)
    yield from _find_repeated(
        [(unit.id, unit.source.of("id")) for unit in organization.headquarters]
    )
    yield from _find_repeated([(team.id, team.source.of("id")) for team in organization.teams])
    yield from _find_repeated(
        [(grade.name, grade.source.of("name")) for grade in organization.staffing.grades]
    )
    yield from _find_repeated([(person.id, person.source.of("id")) for person in folder.contacts])
    yield from _find_repeated(
        [(request.id, request.source.of("id")) for request in folder.requests]
    )
    yield from _find_repeated(
        [(page.account, page.source.of("account")) for page in folder.projects]
    )
    chapters = folder.report.chapters
    yield from _find_repeated([(chapter.id, chapter.source.of("id")) for chapter in chapters])
    yield from _find_repeated(_table_ids(subject))


def _table_ids(subject: Subject) -> Iterator[Identified]:
    for _account, blocks in subject.pages():
        for block in blocks:
            if block.table and block.table.id:
                yield block.table.id, block.table.source.of("id")


def _find_repeated(identified: Iterable[Identified]) -> Iterator[Diagnostic]:
    seen: dict[str, SourceRef] = {
        REVENUE: SourceRef("reportgen"),
        EXPENDITURE: SourceRef("reportgen"),
    }
    for identifier, source in identified:
        if identifier in seen:
            yield Diagnostic(
                "duplicate-id",
                source,
                _("{id} stands already at {place}", id=identifier, place=seen[identifier]),
                published=identifier,
                hint=_("give one of the two another id"),
            )
        seen.setdefault(identifier, source)


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
                hint=_("use one of {choices}", choices=", ".join(known)),
            )
