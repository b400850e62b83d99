"""CSV: every annex sheet as a table that another system loads."""

from reportgen.renderers.csv_tables.table import CsvTable, render_table

__all__ = ["CsvTable", "render_table"]
