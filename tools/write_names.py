"""Write the names that templates may use into docs/templates.md, from the types of the views."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from reportgen.formats import Document
from reportgen.i18n import activate
from reportgen.template_names import TemplateName, list_template_names

PAGE = Path(__file__).parents[1] / "docs" / "templates.md"
BEGIN = "<!-- names: written by tools/write_names.py -->"
END = "<!-- end of names -->"
_TITLES = {
    (Document.REPORT, Document.AMENDMENT): "Every document",
    (Document.REPORT,): "The council report",
    (Document.AMENDMENT,): "An amendment",
}
_NOUNS = ("chapter", "entry", "item", "duty", "policy", "project", "group", "request", "section")
_SHARED = (*_NOUNS, "step", "block", "grid", "row", "cell", "figure")
"""What loops and prototypes call a value that stands in several places."""


def describe_names() -> str:
    """The tables of names, in English."""
    activate("en")
    names = list_template_names()
    own = [name for name in names if _begin(name) not in _SHARED]
    pieces = [
        _describe(title, [name for name in own if name.documents == documents])
        for documents, title in _TITLES.items()
    ]
    shared = sorted(
        (name for name in names if _begin(name) in _SHARED), key=lambda n: _SHARED.index(_begin(n))
    )
    for noun, members in groupby(shared, key=_begin):
        pieces.append(_describe(f"`{noun}`", list(members)))
    return "\n".join(pieces)


def _begin(name: TemplateName) -> str:
    return name.path.partition(".")[0] if "." in name.path else ""


def _describe(title: str, names: list[TemplateName]) -> str:
    lines = [f"### {title}\n", "| name | type | what it is |", "|---|---|---|"]
    lines += [f"| `{name.path}` | {name.kind} | {name.sentence} |" for name in names]
    return "\n".join(lines) + "\n"


def insert_names(page: str) -> str:
    """The page with its tables made anew."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    return pattern.sub(lambda _found: f"{BEGIN}\n\n{describe_names()}\n{END}", page)


if __name__ == "__main__":
    PAGE.write_text(insert_names(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
