"""A template of Word made into the package of a document: what is filled, and what stays behind.

Macros, signatures, the picture of the first page and links to the template of the template
belong to the file that an officer edits; they don't leave with a report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.fields.word_links import turn_links
from reportgen.templating.packages.file_kinds import Kind, explain_kind, identify_parts
from reportgen.templating.packages.left_behind import leave_behind, say_type
from reportgen.templating.packages.relationships import (
    CONTENT_TYPES,
    PACKAGE,
    read_relationships,
    rename_part,
    walk_relationships,
)

MAIN, STYLES = "word/document.xml", "word/styles.xml"
_CORE = "docProps/core.xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_BODIES = ("header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument")
_USUAL = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def prepare_word(given: Mapping[str, bytes], file: str) -> dict[str, bytes]:
    """The parts of the finished document, not filled yet.

    The body, the styles and the properties get the names that Word gives, by which they are
    found again.

    :raises DataError: when it is no Word document.
    """
    parts = dict(given)
    if CONTENT_TYPES not in parts and MAIN in parts:
        return parts
    kind = identify_parts(parts)
    if kind is not Kind.DOCX:
        raise DataError((explain_kind(kind, file),))
    main = _find(parts, PACKAGE, "officeDocument")
    if not main:
        raise DataError((_explain_empty(file),))
    _rename(parts, main, MAIN)
    _rename(parts, _find(parts, MAIN, "styles"), STYLES)
    _rename(parts, _find(parts, PACKAGE, "core-properties"), _CORE)
    leave_behind(parts)
    if MAIN not in parts:
        raise DataError((_explain_empty(file),))
    turn_links(parts, [MAIN, *list_bodies(parts)])
    say_type(parts, MAIN, _MAIN_TYPE)
    return parts


def list_bodies(parts: Mapping[str, bytes]) -> list[str]:
    """The parts that hold paragraphs, in the order of the package."""
    found = {link.part for _owner, link in walk_relationships(parts) if link.name in _BODIES}
    return [name for name in parts if name == MAIN or name in found or _is_bare(parts, name)]


def _is_bare(parts: Mapping[str, bytes], name: str) -> bool:
    """Whether a part is known by its name alone, in a package that says nothing of its parts."""
    return CONTENT_TYPES not in parts and _USUAL.fullmatch(name) is not None


def _find(parts: Mapping[str, bytes], owner: str, name: str) -> str:
    links = read_relationships(parts, owner)
    return next((link.part for link in links if link.name == name and link.part), "")


def _rename(parts: dict[str, bytes], old: str, new: str) -> None:
    """Give a part its usual name; another part that has it steps aside."""
    if old in ("", new):
        return
    if new in parts:
        numbers = (new.replace(".xml", f"{number}.xml") for number in count(2))
        rename_part(parts, new, next(name for name in numbers if name not in parts))
    order = [new if name == old else name for name in parts]
    rename_part(parts, old, new)
    for name in [*order, *parts]:
        if name in parts and name in order:
            parts[name] = parts.pop(name)


def _explain_empty(file: str) -> Diagnostic:
    return Diagnostic(
        "template-file",
        SourceRef(file),
        _("nothing in the file says which part is the text of the document"),
        hint=_("open the file in the office program, let it be repaired, and save it again"),
    )
