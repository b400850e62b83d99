"""Everything that a user's folder holds, read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic
from reportgen.model.amendments import AmendmentNotes
from reportgen.model.blocks import Block
from reportgen.model.budget import Accounts
from reportgen.model.ledger import LedgerEntry
from reportgen.model.organization import Contact, Organization
from reportgen.model.outline import Chapter, ChapterFile, DocumentFile
from reportgen.model.projects import AuditRequest, Project
from reportgen.model.report import Report


@dataclass(frozen=True, slots=True)
class ProjectFolder:
    """The content and the ledger of one report.

    :ivar digests: SHA-256 of every input file, by its path inside the folder.
    :ivar chapters: those of the report, each with its id and its blocks.
    :ivar documents: the other documents, their chapters with ids and blocks, too.
    :ivar package: the amendment package; None where the state has no amendment.
    :ivar findings: what is to be said of its files, though it could be read.
    """

    report: Report
    organization: Organization
    contacts: tuple[Contact, ...]
    accounts: Accounts
    ledger: Sequence[LedgerEntry]
    projects: tuple[Project, ...]
    requests: tuple[AuditRequest, ...]
    amendments: tuple[AmendmentNotes, ...]
    digests: Mapping[str, str]
    findings: tuple[Diagnostic, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    chapter_files: tuple[ChapterFile, ...] = ()
    documents: tuple[DocumentFile, ...] = ()
    package: DocumentFile | None = None

    def every_document(self) -> tuple[DocumentFile, ...]:
        """The documents beside the report."""
        return (*self.documents, *((self.package,) if self.package else ()))

    def every_chapter(self) -> Iterator[Chapter]:
        """The chapters of the report, then those of the other documents."""
        yield from self.chapters
        for document in self.every_document():
            yield from document.chapters

    def block_sequences(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Every sequence of blocks, with the account of its programme where it has one."""
        for project in self.projects:
            yield project.account, project.blocks
        for request in self.requests:
            yield "", request.result
        for unit in self.organization.walk():
            if unit.duties:
                yield "", unit.duties
        if blocks := tuple(self.outline_blocks()):
            yield "", blocks

    def outline_blocks(self) -> Iterator[Block]:
        """The blocks of text in the chapters that the folder itself has."""
        for chapter in self.every_chapter():
            yield from (
                block
                for block in chapter.blocks or ()
                if isinstance(block, Block) and block.source.line
            )

    def amendment_notes(self, stage: str) -> AmendmentNotes:
        """What is said of a stage's amendment; without a file, nothing beside its amounts."""
        found = (notes for notes in self.amendments if notes.stage == stage)
        return next(found, AmendmentNotes(stage=stage))
