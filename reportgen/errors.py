"""The root of every exception of reportgen.

Bad *data* is never an exception: it is a :class:`reportgen.diagnostics.Diagnostic`, and
all of them together end a command as one :class:`reportgen.diagnostics.DataError`.
"""

from __future__ import annotations


class ReportgenError(Exception):
    """Any operation that could not be carried out."""
