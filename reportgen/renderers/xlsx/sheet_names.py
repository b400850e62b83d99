"""Names of the template's sheets that Excel refuses, and with them the finished workbook."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.names import fold_name
from reportgen.renderers.xlsx.template import WorkbookTemplate

_FORBIDDEN = ":\\/?*[]"
_LONGEST = 31
"""UTF-16 code units, the most that Excel reads."""
_RESERVED = "history"
"""The sheet on which Excel lists tracked changes."""


def check_sheet_names(template: WorkbookTemplate) -> Iterator[Diagnostic]:
    """Every name that a sheet can't have, and two names that Excel takes for the same."""
    seen: dict[str, str] = {}
    for sheet in template.sheets:
        problem = _find_problem(sheet.name)
        if not problem and (other := seen.get(fold_name(sheet.name))) is not None:
            problem = _("there is a sheet named {name} before it", name=other)
        seen.setdefault(fold_name(sheet.name), sheet.name)
        if problem:
            yield Diagnostic(
                "template-sheet",
                SourceRef(template.file, sheet=sheet.name, cell="A1"),
                _("Excel refuses this name of a sheet: {problem}", problem=problem),
                published=sheet.name,
                hint=_("rename the sheet (double-click its tab)"),
            )


def _find_problem(name: str) -> str:
    length = len(name.encode("utf-16-le")) // 2
    wrong = "".join(mark for mark in dict.fromkeys(name) if mark in _FORBIDDEN or mark < " ")
    if not name.strip():
        return _("it is empty")
    if wrong:
        return _("it holds {characters}", characters=" ".join(map(_show, wrong)))
    if length > _LONGEST:
        return _("it has {found} characters, not {most} at most", found=length, most=_LONGEST)
    if name[0] == "'" or name[-1] == "'":
        return _("it begins or ends with an apostrophe")
    return _("Excel needs it itself") if fold_name(name) == _RESERVED else ""


def _show(mark: str) -> str:
    return mark if mark >= " " else f"U+{ord(mark):04X}"
