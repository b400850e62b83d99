"""Everything that a user's folder holds, read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.model.budget import Accounts, LedgerEntry
from reportgen.model.organization import Contact, Organization
from reportgen.model.projects import AuditRequest, Project
from reportgen.model.report import Report


@dataclass(frozen=True, slots=True)
class ProjectFolder:
    """The content and the ledger of one report.

    :ivar digests: SHA-256 of every input file, by its path inside the folder.
    """

    report: Report
    organization: Organization
    contacts: tuple[Contact, ...]
    accounts: Accounts
    ledger: tuple[LedgerEntry, ...]
    projects: tuple[Project, ...]
    requests: tuple[AuditRequest, ...]
    digests: Mapping[str, str]
