"""A user's folder: every content file and the ledger, with every mistake in them."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TypeVar

from reportgen.diagnostics import Diagnostic, SourceRef, has_errors
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
from reportgen.model.outline import ChapterFile, DocumentFile
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.projects import Audit, Project
from reportgen.model.report import Report
from reportgen.outline import resolve_outline
from reportgen.readers.folder_files import CONTENT, find_unread, list_ledgers, list_pages
from reportgen.readers.ledger import add_ledger
from reportgen.readers.standard_chapters import read_package, read_standard
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
    "chapter": ChapterFile,
    "document": DocumentFile,
}
"""The kinds of content file, by the name of their JSON Schema."""

Model = TypeVar("Model", bound=Content)


class FolderReader:
    """Reads one folder.

    :ivar diagnostics: what is wrong, in the order of reading.
    :ivar warnings: what looks wrong and stops nothing.
    :ivar unread: the files that are not read.
    :ivar readable: the folder without the pages and rows that have mistakes, or None when
        one of the four files that every folder has can't be read.
    """

    def __init__(self, root: Path) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.warnings: list[Diagnostic] = []
        self.unread: tuple[Diagnostic, ...] = ()
        self.readable: ProjectFolder | None = None
        self._root = root
        self._digests: dict[str, str] = {}

    def read(self) -> ProjectFolder | None:
        """The folder, or None when any part of it can't be used."""
        with pause_collection():
            self._read_files()
        return None if has_errors(self.diagnostics) else self.readable

    def _read_files(self) -> None:
        report = self._read("content/report.yaml", Report)
        organization = self._read("content/organization.yaml", Organization)
        contacts = self._read("content/contacts.yaml", Contacts)
        accounts = self._read("content/budget/accounts.yaml", Accounts)
        ledger = self._read_ledgers()
        projects = self._read_all("content/projects", Project)
        audits = self._read_all("content/audit", Audit)
        amendments = self._read_all("content/amendments", AmendmentNotes)
        pages = self._read_all("content/chapters", ChapterFile)
        documents = self._read_all("content/documents", DocumentFile)
        self.unread = tuple(find_unread(self._root))
        if report and organization and contacts and accounts:
            requests = tuple(request for audit in audits for request in audit.requests)
            written = {_name_chapter(page): page for page in pages}
            outline = resolve_outline(
                report.chapters, documents, written, read_standard(), read_package()
            )
            self.diagnostics.extend(outline.diagnostics)
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
                (*self.diagnostics, *self.warnings, *self.unread),
                outline.chapters,
                pages,
                outline.documents,
                outline.package,
            )

    def _read(self, name: str, model: type[Model], path: Path | None = None) -> Model | None:
        path = path or self._root / name
        document = read_yaml(path, name)
        self._digest(path, name)
        value = validate_document(model, document)
        self.diagnostics.extend(document.diagnostics)
        self.warnings.extend(document.warnings)
        return value

    def _read_all(self, folder: str, model: type[Model]) -> tuple[Model, ...]:
        self._look_into(folder)
        values = (
            self._read(normalize(name), model, self._root / name)
            for name in list_pages(self._root, folder)
        )
        return tuple(value for value in values if value is not None)

    def _read_ledgers(self) -> Ledger:
        known = len(self.diagnostics)
        self._look_into("content/budget")
        names = list_ledgers(self._root)
        if not names and len(self.diagnostics) == known:
            self.diagnostics.append(
                Diagnostic(
                    "missing-file",
                    SourceRef("content/budget"),
                    _("there is no ledger"),
                    hint=_("put a .csv or .xlsx file with the entries there"),
                )
            )
        columns = LedgerColumns()
        for found in names:
            path, name = self._root / found, normalize(found)
            self._digest(path, name)
            add_ledger(columns, path, name, self.diagnostics)
        return Ledger(columns)

    def _look_into(self, folder: str) -> None:
        """Tell a folder that may not be read; one that isn't there holds nothing."""
        try:
            list_files(self._root / folder)
        except UnreadableFileError as error:
            self.diagnostics.append(error.explain("content-file", folder))

    def _digest(self, path: Path, name: str) -> None:
        """Take the file's digest; whoever reads it says why it can't be read."""
        with suppress(OSError, UnreadableFileError), open_input(path, MOST_LEDGER_BYTES) as stream:
            self._digests[name] = hashlib.file_digest(stream, "sha256").hexdigest()


def _name_chapter(page: ChapterFile) -> str:
    """The path of a chapter's file inside the content, as a chapter names it."""
    return PurePosixPath(page.source.file).relative_to(CONTENT).as_posix()
