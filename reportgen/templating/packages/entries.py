"""The list of a zip's parts, looked at before any of them is unpacked."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_PARTS
from reportgen.templating.packages.file_kinds import Kind, explain_kind

_LONGEST_NAME = 500
_LOCKED = 1
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_STRANGE = re.compile(r"[\x00-\x1f\x7f\\]|^/|^[A-Za-z]:|(^|/)\.{1,2}(/|$)|//")


def find_bad_entry(entries: Sequence[zipfile.ZipInfo], file: str) -> Diagnostic | None:
    """Why a package is not unpacked; None where it is.

    Nothing is ever written under these names, but other programs would, and two parts of one
    name are read differently by each of them.
    """
    if any(entry.flag_bits & _LOCKED for entry in entries):
        return explain_kind(Kind.LOCKED, file)
    if len(entries) > MOST_PARTS:
        return _refuse(file, _("it has more than {limit} parts", limit=f"{MOST_PARTS:,}"))
    seen: set[str] = set()
    for entry in entries:
        # ZipInfo ends a name at a zero byte, and other programs don't.
        name = entry.orig_filename
        if len(name) > _LONGEST_NAME or _STRANGE.search(name):
            return _refuse(
                file, _("no office program names a part like this: {name}", name=repr(name))
            )
        if name.casefold() in seen:
            return _refuse(file, _("it has two parts named {name}", name=name))
        if entry.compress_type not in _PACKINGS:
            return _refuse(file, _("the part {name} is packed in a way of its own", name=name))
        seen.add(name.casefold())
    return None


def _refuse(file: str, problem: str) -> Diagnostic:
    hint = _("open it in the office program, and save it again")
    return Diagnostic("template-file", SourceRef(file), problem, hint=hint)
