"""The annex workbook (XLSX): the template's look, live formulas, computed values.

::

    template ─ sheet_template, tags ─> mistakes ─ cell_, column_, drawing_mistakes, sheet_names
    layout ─> survey ─> standings ─> formulas, names       where everything is, before it is written
      ├─ rows, record_rows ─ record_values, record_formulas ─> worksheet
      ├─ drawings ─> charts ─ chart_series, chart_references, chart_caches, chart_plots
      │    └ anchors, drawing_texts ─> finished_drawings
      └─ strings, number_formats, zero_formats, cover, absent_sheets
    workbook ─> package ─ relations        all of it together
"""

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
