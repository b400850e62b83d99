"""A user's folder: every content file and the ledger, with every mistake in them."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import TypeVar

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.files import UnreadableFileError, list_files, open_input
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_LEDGER_BYTES
from reportgen.memory import pause_collection
from reportgen.model.amendments import AmendmentNotes
from reportgen.model.base import Content
from reportgen.model.budget import Accounts
from reportgen.model.entries import Ledger
from reportgen.model.ledger_columns import LedgerColumns
from reportgen.model.organization import Contacts, Organization
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.projects import Audit, Project
from reportgen.model.report import Report
from reportgen.readers.ledger import add_ledger
from reportgen.readers.validation import validate_document
from reportgen.readers.yaml_nodes import read_yaml

CONTENT_FILES: dict[str, type[Content]] = {
    "report": Report,
    "organization": Organization,
    "contacts": Contacts,
    "accounts": Accounts,
    "project": Project,
    "audit": Audit,
    "amendment": AmendmentNotes,
}
"""The kinds of content file, by the name of their JSON Schema."""

Model = TypeVar("Model", bound=Content)


class FolderReader:
    """Reads one folder.

    :ivar diagnostics: what is wrong, in the order of reading.
    :ivar readable: the folder without the pages and rows that have mistakes, or None when
        one of the four files that every folder has can't be read.
    """

    def __init__(self, root: Path) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.readable: ProjectFolder | None = None
        self._root = root
        self._digests: dict[str, str] = {}

    def read(self) -> ProjectFolder | None:
        """The folder, or None when any part of it can't be used."""
        with pause_collection():
            self._read_files()
        return None if self.diagnostics else self.readable

    def _read_files(self) -> None:
        report = self._read("content/report.yaml", Report)
        organization = self._read("content/organization.yaml", Organization)
        contacts = self._read("content/contacts.yaml", Contacts)
        accounts = self._read("content/budget/accounts.yaml", Accounts)
        ledger = self._read_ledgers()
        projects = self._read_all("content/projects", Project)
        audits = self._read_all("content/audit", Audit)
        amendments = self._read_all("content/amendments", AmendmentNotes)
        if report and organization and contacts and accounts:
            requests = tuple(request for audit in audits for request in audit.requests)
            self.readable = ProjectFolder(
                report,
                organization,
                contacts.contacts,
                accounts,
                ledger,
                projects,
                requests,
                amendments,
                self._digests,
            )

    def _read(self, name: str, model: type[Model], path: Path | None = None) -> Model | None:
        path = path or self._root / name
        document = read_yaml(path, name)
        self._digest(path, name)
        value = validate_document(model, document)
        self.diagnostics.extend(document.diagnostics)
        return value

    def _read_all(self, folder: str, model: type[Model]) -> tuple[Model, ...]:
        found = sorted((normalize(path.name), path) for path in self._list(folder))
        values = (
            self._read(f"{folder}/{name}", model, path)
            for name, path in found
            if fnmatch(name, "*.y*ml")
        )
        return tuple(value for value in values if value is not None)

    def _read_ledgers(self) -> Ledger:
        known = len(self.diagnostics)
        paths = sorted(
            (
                path
                for path in self._list("content/budget")
                if path.suffix.lower() in (".csv", ".xlsx")
            ),
            key=lambda path: normalize(path.name),
        )
        if not paths and len(self.diagnostics) == known:
            self.diagnostics.append(
                Diagnostic(
                    "missing-file",
                    SourceRef("content/budget"),
                    _("there is no ledger"),
                    hint=_("put a .csv or .xlsx file with the entries there"),
                )
            )
        columns = LedgerColumns()
        for path in paths:
            name = f"content/budget/{normalize(path.name)}"
            self._digest(path, name)
            add_ledger(columns, path, name, self.diagnostics)
        return Ledger(columns)

    def _list(self, folder: str) -> list[Path]:
        try:
            return list_files(self._root / folder)
        except UnreadableFileError as error:
            self.diagnostics.append(error.explain("content-file", folder))
            return []

    def _digest(self, path: Path, name: str) -> None:
        """Take the file's digest; whoever reads it says why it can't be read."""
        with suppress(OSError, UnreadableFileError), open_input(path, MOST_LEDGER_BYTES) as stream:
            self._digests[name] = hashlib.file_digest(stream, "sha256").hexdigest()
