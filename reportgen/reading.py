"""A folder read, with every mistake in its files."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic
from reportgen.figures import FigureTable
from reportgen.model.project_folder import ProjectFolder
from reportgen.readers.folder import FolderReader


def read_folder(root: Path) -> ProjectFolder:
    """The folder.

    :raises DataError: when a file can't be used; with every mistake in every file.
    """
    reader = FolderReader(root)
    folder = reader.read()
    if folder is None:
        found = (*reader.diagnostics, *reader.warnings, *reader.unread)
        raise DataError((*found, *_check_names(reader.readable)))
    return folder


def _check_names(folder: ProjectFolder | None) -> tuple[Diagnostic, ...]:
    """What can be said of the names in the part of a folder that could be read."""
    # The rules load the template engine, which reading a folder without mistakes needn't.
    from reportgen.checks import NAME_CHECKS, Subject, run_checks

    if folder is None:
        return ()
    subject = Subject(folder, folder.ledger, FigureTable(()), folder.report.base_date)
    return run_checks(subject, NAME_CHECKS)
