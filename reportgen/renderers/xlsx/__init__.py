"""The annex workbook (XLSX): the template's look, live formulas, computed values."""

from reportgen.renderers.xlsx.template import WorkbookTemplate, read_workbook_template
from reportgen.renderers.xlsx.workbook import (
    RenderedWorkbook,
    check_workbook_template,
    render_xlsx,
)

__all__ = [
    "RenderedWorkbook",
    "WorkbookTemplate",
    "check_workbook_template",
    "read_workbook_template",
    "render_xlsx",
]
