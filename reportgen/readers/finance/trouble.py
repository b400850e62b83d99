"""The one error with which a file ends that can't be read at all."""

from __future__ import annotations

from reportgen.diagnostics import DataError, Diagnostic, SourceRef


def refuse(file: str, problem: str, hint: str, *, line: int = 0) -> DataError:
    """The error to raise."""
    return DataError((Diagnostic("import-file", SourceRef(file, line), problem, hint=hint),))
