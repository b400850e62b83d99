"""DOCX and HWPX by this tool, each step by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.constants import DAY, DOCX, HWPX, ORGANIZATION, TITLE
from reportgen.model.report import Notation
from reportgen.renderers.docx import render_docx
from reportgen.renderers.hwpx import render_hwpx
from reportgen.renderers.metadata import Metadata
from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.owpml import HangulDialect
from reportgen.templating.formats.wordprocessing import WordDialect
from reportgen.views.formatting import Formatter

_METADATA = Metadata(TITLE, ORGANIZATION, DAY)
_FILTERS = Formatter(Notation()).filters()

Context = dict[str, Any]


def compile_docx(folder: Path) -> OfficeTemplate:
    """The DOCX template, ready to be filled."""
    return OfficeTemplate(folder / DOCX, WordDialect(), _FILTERS)


def compile_hwpx(folder: Path) -> OfficeTemplate:
    """The HWPX template, ready to be filled."""
    return OfficeTemplate(folder / HWPX, HangulDialect(), _FILTERS)


def make_docx(template: OfficeTemplate, context: Context) -> bytes:
    """The DOCX."""
    return render_docx(template, context, _METADATA)[0]


def make_hwpx(template: OfficeTemplate, context: Context) -> bytes:
    """The HWPX."""
    return render_hwpx(template, context, _METADATA)[0]
