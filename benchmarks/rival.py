"""The same DOCX template filled by docxtpl, with its default settings."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate


def open_template(path: Path) -> DocxTemplate:
    """The template; docxtpl reads it when it is filled."""
    return DocxTemplate(path)


def fill_template(template: DocxTemplate, context: dict[str, Any]) -> bytes:
    """The DOCX."""
    template.render(context)
    buffer = BytesIO()
    template.save(buffer)
    return buffer.getvalue()
