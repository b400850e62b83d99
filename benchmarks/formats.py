"""All four formats by this tool."""

from __future__ import annotations

from pathlib import Path

from benchmarks.constants import DAY, XLSX
from benchmarks.documents import make_docx, make_hwpx
from benchmarks.sample import Sample
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.xlsx import render_xlsx
from reportgen.templating import OfficeTemplate

FORMATS = ("docx", "hwpx", "hwp", "xlsx")


def make_xlsx(folder: Path, sample: Sample) -> bytes:
    """The workbook; its template is read each time."""
    workbook = render_xlsx(sample.annexes, sample.figure_table, folder / XLSX, modified=DAY)
    return workbook.data


def make_all(
    docx: OfficeTemplate, hwpx: OfficeTemplate, folder: Path, sample: Sample
) -> dict[str, bytes]:
    """The finished files by format; the HWP is made from the HWPX."""
    hangul = make_hwpx(hwpx, sample.context)
    return {
        "docx": make_docx(docx, sample.context),
        "hwpx": hangul,
        "hwp": render_hwp(hangul),
        "xlsx": make_xlsx(folder, sample),
    }
