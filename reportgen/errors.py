"""The exceptions of reportgen, all under one root.

Bad *data* is never an exception: it is a :class:`reportgen.diagnostics.Diagnostic`.
An exception means that an operation could not be done at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.diagnostics import Diagnostic


class ReportgenError(Exception):
    """Any operation that could not be carried out."""


class DataError(ReportgenError):
    """The input has errors; it holds every one of them.

    :ivar diagnostics: what was found, in the order of the files.
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics = diagnostics
