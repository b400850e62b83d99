"""The content of a paragraph in the smallest pieces that can be inserted or deleted alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reportgen.renderers.changes import OBJECT, split_text
from reportgen.renderers.redline.elements import spell, spell_properties
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

RUN = f"{W}r"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_FIELD_MARK = f"{W}fldChar"


class Kind(Enum):
    """Where a piece stands."""

    TEXT = auto()
    IN_RUN = auto()
    BESIDE_RUNS = auto()


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, a thing in a run such as a tab or a drawing, or things beside runs.

    A field is one piece from its beginning to its end, since half a field is none.

    :ivar key: equal for the same content in both versions, however it is formatted.
    :ivar form: the run's properties as canonical XML.
    :ivar content: the thing itself; nothing for a word.
    """

    kind: Kind
    key: str
    form: str = ""
    properties: Element | None = None
    content: tuple[Element, ...] = ()


def read_atoms(paragraph: Element) -> list[Atom]:
    """The pieces of a paragraph in order."""
    children = [child for child in paragraph if child.tag != f"{W}pPr"]
    found: list[Atom] = []
    at = 0
    while at < len(children):
        end = _find_field_end(children, at)
        if end > at:
            found.append(_read_beside(children[at:end]))
        elif children[at].tag == RUN:
            found.extend(_read_run(children[at]))
        else:
            found.append(_read_beside(children[at : at + 1]))
        at = max(end, at + 1)
    return found


def _read_beside(elements: Sequence[Element]) -> Atom:
    key = OBJECT + "".join(map(spell, elements))
    return Atom(Kind.BESIDE_RUNS, key, content=tuple(elements))


def _read_run(run: Element) -> Iterator[Atom]:
    properties = run.find(f"{W}rPr")
    form = spell_properties(properties)
    for child in run:
        if child.tag == f"{W}t":
            for token in split_text(read_text(child)):
                yield Atom(Kind.TEXT, token, form, properties)
        elif child is not properties:
            yield Atom(
                Kind.IN_RUN, OBJECT + spell(child) + str(child.tag), form, properties, (child,)
            )


def read_text(element: Element) -> str:
    """The characters of a ``w:t``; white space at its ends counts only where it says so."""
    text = element.text or ""
    return text if element.get(_PRESERVE) == "preserve" else text.strip()


def _find_field_end(children: Sequence[Element], start: int) -> int:
    """Behind the last element of the field that begins with this one; ``start`` without one.

    Of a field that ends in another paragraph, such as a table of contents, it is behind the
    mark that separates its instruction from its result.
    """
    depth = 0
    separated = len(children)
    for at in range(start, len(children)):
        marks = [mark.get(f"{W}fldCharType") for mark in own_elements(children[at], _FIELD_MARK)]
        for mark in marks:
            depth += {"begin": 1, "end": -1}.get(str(mark), 0)
            if mark == "separate" and depth == 1:
                separated = min(separated, at + 1)
        if depth <= 0:
            return at + 1 if marks else start
    return separated


def own_elements(run: Element, *tags: str) -> Iterator[Element]:
    """What a run holds itself, and not in a text box of a drawing in it."""
    if run.tag == RUN:
        yield from (found for found in run.iter(*tags) if next(found.iterancestors(RUN)) is run)
