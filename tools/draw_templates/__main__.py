"""Write the templates: ``python -m tools.draw_templates`` in the project's folder.

This makes the first version only. The files in ``templates/`` are what counts afterwards, and
running this again replaces them, with whatever officers changed in them.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.templating.packages.package import write_package
from tools.draw_templates.docx_package import make_docx
from tools.draw_templates.hwpx_package import make_hwpx
from tools.draw_templates.report import make_amendment, make_report

TEMPLATES = Path(__file__).parents[2] / "templates"


def main() -> None:
    """Draw the templates of both documents, each from one description."""
    documents = {"council-report": make_report(), "budget-amendment": make_amendment()}
    for name, elements in documents.items():
        for folder, parts in (("docx", make_docx(elements)), ("hwpx", make_hwpx(elements))):
            target = TEMPLATES / folder / f"{name}.{folder}"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(write_package(parts))


if __name__ == "__main__":
    main()
