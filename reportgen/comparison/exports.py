"""The files that a comparison can be written to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from reportgen.comparison.comparison import Comparison
from reportgen.comparison.page import write_page
from reportgen.comparison.sheets import write_workbook
from reportgen.comparison.version import Version
from reportgen.diagnostics import DataError, raise_errors
from reportgen.formats import Format
from reportgen.output import check_output, write_outputs
from reportgen.renderers.redline import redline_docx
from reportgen.renderers.review import review_hwpx


class Export(StrEnum):
    """A kind of file, by the word of its option."""

    XLSX = "xlsx"
    HTML = "html"
    REDLINE = "redline"
    """the new council report in DOCX, every change tracked"""
    REVIEW = "review"
    """the new council report in HWPX, every change coloured"""


def write_exports(
    old: Version, new: Version, comparison: Comparison, targets: Mapping[Export, Path]
) -> None:
    """Write the files that were asked for; none before all of them are made.

    :raises DataError: when one can't be made or written.
    """
    files = {path: _make(export, old, new, comparison) for export, path in targets.items()}
    for folder in dict.fromkeys(path.parent for path in files):
        here = {path.name: data for path, data in files.items() if path.parent == folder}
        raise_errors(check_output(folder, tuple(here)))
        write_outputs(folder, here)


def _make(export: Export, old: Version, new: Version, comparison: Comparison) -> bytes:
    if export is Export.XLSX:
        return write_workbook(comparison)
    if export is Export.HTML:
        return write_page(comparison)
    if export is Export.REVIEW:
        return review_hwpx(_find(old, Format.HWPX), _find(new, Format.HWPX))
    label = new.label
    before, after = _find(old, Format.DOCX), _find(new, Format.DOCX)
    return redline_docx(before, after, label.organization, label.base_date).data


def _find(version: Version, form: Format) -> bytes:
    """The council report in one format."""
    if form.file_name not in version.files:
        raise DataError(version.missing)
    return version.files[form.file_name]
