"""The files that a comparison can be written to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from reportgen.comparison.comparison import Comparison
from reportgen.comparison.page import write_page
from reportgen.comparison.sheets import write_workbook
from reportgen.comparison.version import Version
from reportgen.diagnostics import DataError, Diagnostic, SourceRef, raise_errors
from reportgen.formats import Document, Format
from reportgen.i18n import translate as _
from reportgen.output import check_output, keeping_out_empty, write_outputs
from reportgen.renderers.redline import redline_docx
from reportgen.renderers.review import review_hwpx


class Export(StrEnum):
    """A kind of file, by the word of its option."""

    XLSX = "xlsx"
    HTML = "html"
    REDLINE = "redline"
    """one new document in DOCX, every change tracked"""
    REVIEW = "review"
    """one new document in HWPX, every change coloured"""


DOCUMENTS = (Export.REDLINE, Export.REVIEW)
"""The files that show one document with its changes."""


def write_exports(
    comparison: Comparison,
    versions: tuple[Version, Version],
    document: Document,
    targets: Mapping[Export, Path],
) -> None:
    """Write the files that were asked for; none before all of them are made.

    :param versions: the old and the new one.
    :param document: the document that is shown with its changes.
    :raises DataError: when one can't be made or written.
    """
    if any(export in targets for export in DOCUMENTS):
        raise_errors(_find_missing(versions, document))
    files = {
        path: _make(export, comparison, versions, document) for export, path in targets.items()
    }
    for folder in dict.fromkeys(path.parent for path in files):
        here = {path.name: data for path, data in files.items() if path.parent == folder}
        with keeping_out_empty(folder):
            raise_errors(check_output(folder, tuple(here)))
            write_outputs(folder, here)


def _find_missing(versions: Iterable[Version], document: Document) -> Iterator[Diagnostic]:
    """The states that don't have the document; only a budget with an amendment has all."""
    for version in versions:
        if document not in version.state.documents:
            asked = version.label.asked or "@"
            yield Diagnostic(
                "missing-document",
                SourceRef(version.label.folder),
                _("{state} has no {document}", state=asked, document=document.value),
                published=asked,
                computed=", ".join(version.state.documents),
                hint=_("compare two states whose budget has an amendment, or another document"),
            )


def _make(
    export: Export,
    comparison: Comparison,
    versions: tuple[Version, Version],
    document: Document,
) -> bytes:
    if export is Export.XLSX:
        return write_workbook(comparison)
    if export is Export.HTML:
        return write_page(comparison)
    if export is Export.REVIEW:
        before, after = (_find(version, Format.HWPX, document) for version in versions)
        return review_hwpx(before, after)
    label = versions[1].label
    before, after = (_find(version, Format.DOCX, document) for version in versions)
    return redline_docx(before, after, label.organization, label.base_date).data


def _find(version: Version, form: Format, document: Document) -> bytes:
    """A document in one format."""
    name = form.name_file(document)
    if name not in version.files:
        raise DataError(version.missing)
    return version.files[name]
