"""All four formats by this tool."""

from __future__ import annotations

from pathlib import Path

from benchmarks.constants import DAY, XLSX
from benchmarks.documents import make_docx, make_hwpx
from benchmarks.sample import Sample
from reportgen.figures import FigureTable
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.xlsx import WorkbookTemplate, read_workbook_template, render_xlsx
from reportgen.templating import OfficeTemplate

FORMATS = ("docx", "hwpx", "hwp", "xlsx")


def open_xlsx(folder: Path) -> WorkbookTemplate:
    """The template workbook, ready to be filled."""
    return read_workbook_template(folder / XLSX)


def make_xlsx(template: WorkbookTemplate, sample: Sample, figures: FigureTable) -> bytes:
    """The workbook.

    :param figures: those of the sample by name, which are computed before anything is timed.
    """
    return render_xlsx(sample.annexes, figures, template, modified=DAY).data


def make_all(
    docx: OfficeTemplate,
    hwpx: OfficeTemplate,
    xlsx: WorkbookTemplate,
    sample: Sample,
    figures: FigureTable,
) -> dict[str, bytes]:
    """The finished files by format; the HWP is made from the HWPX."""
    hangul = make_hwpx(hwpx, sample.context)
    return {
        "docx": make_docx(docx, sample.context),
        "hwpx": hangul,
        "hwp": render_hwp(hangul),
        "xlsx": make_xlsx(xlsx, sample, figures),
    }
