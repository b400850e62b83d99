"""The file formats that can be built, their templates and the names of their files."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """A file format, by the word that ``--only`` takes."""

    HWPX = "hwpx"
    HWP = "hwp"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def file_name(self) -> str:
        """The name of the file that is written."""
        return "budget-annexes.xlsx" if self is Format.XLSX else f"council-report.{self.value}"

    @property
    def template(self) -> str:
        """The template inside a project folder; HWP is made from the HWPX."""
        source = Format.HWPX if self is Format.HWP else self
        return f"templates/{source.value}/{source.file_name}"
