"""The annex workbook (XLSX): the template's look, live formulas, computed values."""

from reportgen.renderers.xlsx.workbook import (
    RenderedWorkbook,
    check_workbook_template,
    render_xlsx,
)

__all__ = ["RenderedWorkbook", "check_workbook_template", "render_xlsx"]
