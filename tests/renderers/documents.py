"""Templates of the project, compiled, and small packages to render."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportgen.formats import Format
from reportgen.renderers.metadata import Metadata
from reportgen.rendering import TemplateSet
from reportgen.templating import OfficeTemplate
from reportgen.views.formatting import Formatter
from tests.sample import PROJECT

METADATA = Metadata("2026 주요업무 <보고> & 계획", "가온시 누리재단", date(2026, 6, 30))


def compile_project_template(form: Format, formatter: Formatter) -> OfficeTemplate:
    """The project's own template; a mistake in it fails the test."""
    templates = TemplateSet(PROJECT, (form,), formatter)
    assert [str(diagnostic) for diagnostic in templates.diagnostics] == []
    return templates.find(form)


def write(folder: Path, name: str, data: bytes) -> Path:
    """A file with the data."""
    path = folder / name
    path.write_bytes(data)
    return path
