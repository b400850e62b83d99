"""The documents and file formats that can be built, their templates and file names."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import ClassVar


class Document(str):
    """A document, by the name of its files.

    :cvar REPORT: the council report.
    :cvar AMENDMENT: the amendment package, only where the budget that is reported has one.
    """

    REPORT: ClassVar[Document]
    AMENDMENT: ClassVar[Document]

    @property
    def value(self) -> str:
        """The name as a plain text."""
        return str(self)

    @property
    def is_standard(self) -> bool:
        """Whether every folder can have it; others are defined by a folder itself."""
        return self in Document.standard()

    @classmethod
    def standard(cls) -> tuple[Document, ...]:
        """Those that every folder can have."""
        return cls.REPORT, cls.AMENDMENT


Document.REPORT, Document.AMENDMENT = Document("council-report"), Document("budget-amendment")


class Format(StrEnum):
    """A file format, by the word that ``--only`` takes."""

    HWPX = "hwpx"
    HWP = "hwp"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    """a file for each annex sheet; only where it is asked for"""
    MD = "md"
    """Markdown of each document; only where it is asked for"""

    @property
    def file_name(self) -> str:
        """The name of the file of the report, or of the annexes."""
        return self.name_file(Document.REPORT)

    @property
    def template(self) -> str:
        """The template of the report, or of the annexes."""
        return self.name_template(Document.REPORT)

    @property
    def has_template(self) -> bool:
        """Whether its files are made from a template."""
        return self not in (Format.CSV, Format.MD)

    def name_file(self, document: Document) -> str:
        """The name of the file that is written; all annexes stand in one workbook.

        Of CSV it is only what the names of its files begin and end with; see `name_table`.
        """
        name = ANNEXES if self in ANNEX_FORMATS else document.value
        return f"{name}.{self.value}"

    def name_template(self, document: Document) -> str:
        """The template inside a project folder; HWP is made from the HWPX."""
        source = Format.HWPX if self is Format.HWP else self
        return f"templates/{source.value}/{source.name_file(document)}"


def find_template(root: Path, form: Format, document: Document) -> str:
    """The template of a document inside a folder: its own, else that of the report.

    A document that every folder can have needs its own.
    """
    own = form.name_template(document)
    return own if document.is_standard or (root / own).is_file() else form.template


ANNEXES = "budget-annexes"
ANNEX_FORMATS = frozenset({Format.XLSX, Format.CSV})
"""The formats of the annexes, which belong to the report and to no other document."""

TEMPLATED = (Format.DOCX, Format.HWPX)
"""The formats of the templates of documents; the annexes have a workbook."""

DEFAULT_FORMATS = (Format.HWPX, Format.HWP, Format.DOCX, Format.XLSX)
"""What is built where nothing is asked for by name."""


def name_table(sheet: str, draft: bool = False) -> str:
    """The name of the CSV of an annex sheet; nothing else in it could say that it is a draft.

    :param sheet: the key of the annex.

    >>> name_table("ledger"), name_table("ledger", draft=True)
    ('budget-annexes.ledger.csv', 'budget-annexes.ledger.draft.csv')
    """
    return f"{ANNEXES}.{sheet}{'.draft' if draft else ''}.csv"


TABLES = f"{ANNEXES}.*.csv"
"""The pattern that the names of all of them match."""


def list_files(
    formats: tuple[Format, ...], documents: tuple[Document, ...]
) -> tuple[tuple[Document, Format], ...]:
    """Every file but the CSVs, once; the workbook belongs to the report."""
    return tuple(
        (document, form)
        for document in documents
        for form in formats
        if form is not Format.CSV and (form not in ANNEX_FORMATS or document is documents[0])
    )
