"""The documents and file formats that can be built, their templates and file names."""

from __future__ import annotations

from enum import StrEnum


class Document(StrEnum):
    """A document, by the name of its files."""

    REPORT = "council-report"
    AMENDMENT = "budget-amendment"
    """only where the budget that is reported has an amendment"""


class Format(StrEnum):
    """A file format, by the word that ``--only`` takes."""

    HWPX = "hwpx"
    HWP = "hwp"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def file_name(self) -> str:
        """The name of the file of the report, or of the annexes."""
        return self.name_file(Document.REPORT)

    @property
    def template(self) -> str:
        """The template of the report, or of the annexes."""
        return self.name_template(Document.REPORT)

    def name_file(self, document: Document) -> str:
        """The name of the file that is written; all annexes stand in one workbook."""
        name = "budget-annexes" if self is Format.XLSX else document.value
        return f"{name}.{self.value}"

    def name_template(self, document: Document) -> str:
        """The template inside a project folder; HWP is made from the HWPX."""
        source = Format.HWPX if self is Format.HWP else self
        return f"templates/{source.value}/{source.name_file(document)}"


def list_files(
    formats: tuple[Format, ...], documents: tuple[Document, ...]
) -> tuple[tuple[Document, Format], ...]:
    """Every file that is built, once; the workbook belongs to the report."""
    return tuple(
        (document, form)
        for document in documents
        for form in formats
        if form is not Format.XLSX or document is documents[0]
    )
