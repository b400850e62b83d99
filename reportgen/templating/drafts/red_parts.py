"""Messages put into the parts of a finished draft, and what is left of marks taken out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from reportgen.templating.dialect import Dialect
from reportgen.templating.drafts.faults import MARK, Faults, strip_marks
from reportgen.templating.drafts.red_places import PartPrinter
from reportgen.templating.drafts.red_texts import HangulTexts, WordTexts
from reportgen.templating.formats.owpml import HangulDialect
from reportgen.templating.packages.open_packaging import RELS, read_rels, resolve_target

_BODY = re.compile(rb"<(?:\w+:)?(?:document|sec)[\s>]")
"""The root of a part that holds the text of a document."""


def print_faults(
    parts: dict[str, bytes],
    names: Sequence[str],
    faults: Faults,
    dialect: Dialect,
    is_whole: bool,
) -> None:
    """Print every message into the parts of those names, which are changed.

    What belongs to a part in which no red text can stand is printed where the document begins.

    :param is_whole: whether the document stands in no other.
    """
    texts = HangulTexts() if isinstance(dialect, HangulDialect) else WordTexts()
    owed: dict[str, list[int]] = {}
    for name in names:
        if _holds_mark(parts[name]):
            printer = PartPrinter(faults.choose(parts[name].decode()), texts, faults)
            parts[name] = printer.print_all()
            owed[name] = printer.owed
    bodies = [name for name in names if _BODY.search(parts[name])]
    for name, numbers in (*owed.items(), ("", faults.list_missing() if is_whole else [])):
        missing = [number for number in numbers if number not in faults.placed]
        if missing and bodies:
            body, found = find_owner(parts, bodies, name)
            printer = PartPrinter(parts[body].decode(), texts, faults)
            parts[body] = printer.print_owed(missing, found)


def drop_left(parts: dict[str, bytes]) -> None:
    """Take marks out that values carried into parts with no text of the document."""
    for name, data in parts.items():
        if _holds_mark(data):
            parts[name] = strip_marks(data.decode()).encode()


def _holds_mark(data: bytes) -> bool:
    return b"\xef\xb7" in data and MARK.search(data.decode()) is not None


def find_owner(
    parts: Mapping[str, bytes], bodies: Sequence[str], name: str
) -> tuple[str, Collection[str]]:
    """The part with text in which another one, such as a chart, is shown; and what leads to it."""
    for body in bodies if name else ():
        relations = read_rels(parts, body).iterfind(f"{RELS}Relationship")
        found = {name} | {
            relation.get("Id", "")
            for relation in relations
            if relation.get("TargetMode") != "External"
            and resolve_target(body, relation.get("Target", "")) == name
        }
        if any(f'"{one}"'.encode() in parts[body] for one in found):
            return body, found
    return bodies[0], ()
