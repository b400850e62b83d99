"""DOCX from its template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.renderers.core_properties import CORE, describe_core
from reportgen.renderers.metadata import Metadata
from reportgen.templating import OfficeTemplate, Printed
from reportgen.templating.packages.package import write_package


def render_docx(
    template: OfficeTemplate, context: Mapping[str, Any], metadata: Metadata
) -> tuple[bytes, tuple[Printed, ...]]:
    """The document, and every text with figures that it prints.

    :raises DataError: as :meth:`OfficeTemplate.render` does.
    """
    filling = template.fill(context)
    parts = filling.parts
    if CORE in parts:
        parts[CORE] = describe_core(parts[CORE], metadata)
    texts = {name: text.blocks() for name, text in filling.texts.items()}
    return write_package({**parts, **texts}), filling.printed
