"""Names that the processes of a benchmark share."""

from __future__ import annotations

from datetime import date

DOCX, HWPX, XLSX = "report.docx", "report.hwpx", "annexes.xlsx"
"""The templates in a folder."""

TEXTS, SAMPLE = "texts.json", "sample.pickle"
"""What fills them: plain texts, and the views with their figures."""

DAY = date(2025, 6, 5)
TITLE, ORGANIZATION = "주요업무 보고", "가온재단"
