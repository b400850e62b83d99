"""What each view of an outline needs, and what to do where it is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportgen.checks.subject import Subject
from reportgen.figures.amendments import find_notes
from reportgen.i18n import translate as _
from reportgen.model.amendments import AmendmentNotes
from reportgen.model.ledger import CARRYOVERS, MOVING
from reportgen.model.view_options import View


def lacks(subject: Subject, view: View) -> bool:
    """Whether there is nothing that the view could show."""
    return view.view in _NEEDS and _NEEDS[view.view][0](subject)


def spell_need(view: View) -> str:
    """What to do so that the view has something to show."""
    return _NEEDS[view.view][1]()


def find_notes_of(subject: Subject) -> AmendmentNotes | None:
    """What is said of the amendment of the state, or None without an amendment."""
    return find_notes(subject.folder, subject.entries, subject.stage)


def _lacks_requests(subject: Subject) -> bool:
    return not subject.folder.requests


def _lacks_programmes(subject: Subject) -> bool:
    return not subject.folder.accounts.policies()


def _lacks_functions(subject: Subject) -> bool:
    return not subject.folder.organization.functions


def _lacks_duties(subject: Subject) -> bool:
    return not any(unit.duties for unit in subject.folder.organization.walk())


def _lacks_sources(subject: Subject) -> bool:
    folder = subject.folder
    named = any(leaf.funding for leaf in folder.accounts.programmes())
    return not named and not any(entry.funding for entry in folder.ledger)


def _lacks_amendment(subject: Subject) -> bool:
    return find_notes_of(subject) is None


def _lacks_reasons(subject: Subject) -> bool:
    notes = find_notes_of(subject)
    return notes is None or not notes.reasons


def _lacks_provisions(subject: Subject) -> bool:
    notes = find_notes_of(subject)
    return notes is None or not notes.provisions


def _lacks_posts(subject: Subject) -> bool:
    notes = find_notes_of(subject)
    return notes is None or not notes.staffing


def _lacks_transfers(subject: Subject) -> bool:
    year = subject.folder.report.year
    classes = subject.counted.classes.values()
    return not any(found.kind in MOVING and found.date.year == year for found in classes)


def _lacks_carryover(subject: Subject) -> bool:
    return not any(f"{kind}.expenditure" in subject.figures for kind in CARRYOVERS)


def _ask_requests() -> str:
    return _("write the council's requests into a file in content/audit")


def _ask_programmes() -> str:
    return _("mark a category with «programmes: true» in accounts.yaml")


def _ask_organization() -> str:
    return _("write them into organization.yaml")


def _ask_sources() -> str:
    return _("name the revenue account that pays, as «funding» in accounts.yaml or the ledger")


def _ask_amendment() -> str:
    return _("report a state that has an amendment, write «optional: true» beside the chapter")


def _ask_notes() -> str:
    return _("write them into the amendment's file in content/amendments")


def _ask_entries() -> str:
    return _("enter them in the ledger, write «optional: true» beside the chapter")


_NEEDS: Mapping[str, tuple[Callable[[Subject], bool], Callable[[], str]]] = {
    "audit_totals": (_lacks_requests, _ask_requests),
    "audit_requests": (_lacks_requests, _ask_requests),
    "strategy": (_lacks_programmes, _ask_programmes),
    "programmes": (_lacks_programmes, _ask_programmes),
    "functions": (_lacks_functions, _ask_organization),
    "duties": (_lacks_duties, _ask_organization),
    "funding": (_lacks_sources, _ask_sources),
    "amendment_reasons": (_lacks_reasons, _ask_notes),
    "amendment_provisions": (_lacks_provisions, _ask_notes),
    "amendment_totals": (_lacks_amendment, _ask_amendment),
    "amendment_revenue": (_lacks_amendment, _ask_amendment),
    "amendment_expenditure": (_lacks_amendment, _ask_amendment),
    "amendment_comparison": (_lacks_amendment, _ask_amendment),
    "amendment_staffing": (_lacks_posts, _ask_notes),
    "transfers": (_lacks_transfers, _ask_entries),
    "carryover": (_lacks_carryover, _ask_entries),
}
"""By view, whether the state lacks what it shows, and what to do then."""
