"""A comparison as a workbook of lists, ready to be filtered."""

from reportgen.comparison.sheets.workbook import write_workbook

__all__ = ["write_workbook"]
