"""Views that an outline places and the folder has nothing for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.outline import View
from reportgen.model.project_folder import ProjectFolder


def check_views(subject: Subject) -> Iterator[Diagnostic]:
    """A view that would print an empty table, or nothing."""
    folder = subject.folder
    for view in list_views(folder):
        lacks = _NEEDS[view.view][0] if view.view in _NEEDS else None
        if view.source.line and lacks and lacks(folder):
            yield Diagnostic(
                "empty-view",
                view.source.of("view"),
                _("the view {name} has nothing to show", name=view.view),
                published=view.view,
                hint=_("{reason}; or take the view out", reason=_NEEDS[view.view][1]()),
            )


def list_views(folder: ProjectFolder) -> Iterator[View]:
    """The views in all outlines."""
    chapters = (*folder.chapters, *(one for each in folder.documents for one in each.chapters))
    for chapter in chapters:
        yield from (block for block in chapter.blocks or () if isinstance(block, View))


def _lacks_requests(folder: ProjectFolder) -> bool:
    return not folder.requests


def _lacks_programmes(folder: ProjectFolder) -> bool:
    return not folder.accounts.policies()


def _lacks_functions(folder: ProjectFolder) -> bool:
    return not folder.organization.functions


def _lacks_duties(folder: ProjectFolder) -> bool:
    return not any(unit.duties for unit in folder.organization.walk())


def _lacks_sources(folder: ProjectFolder) -> bool:
    named = any(leaf.funding for leaf in folder.accounts.programmes())
    return not named and not any(entry.funding for entry in folder.ledger)


def _ask_requests() -> str:
    return _("write the council's requests into a file in content/audit")


def _ask_programmes() -> str:
    return _("mark a category with «programmes: true» in accounts.yaml")


def _ask_organization() -> str:
    return _("write them into organization.yaml")


def _ask_sources() -> str:
    return _("name the revenue account that pays, as «funding» in accounts.yaml or the ledger")


_NEEDS: Mapping[str, tuple[Callable[[ProjectFolder], bool], Callable[[], str]]] = {
    "audit_totals": (_lacks_requests, _ask_requests),
    "audit_requests": (_lacks_requests, _ask_requests),
    "strategy": (_lacks_programmes, _ask_programmes),
    "programmes": (_lacks_programmes, _ask_programmes),
    "functions": (_lacks_functions, _ask_organization),
    "duties": (_lacks_duties, _ask_organization),
    "funding": (_lacks_sources, _ask_sources),
}
"""By view, whether the folder lacks what it shows, and what to do then."""
