"""Paragraphs in which inserted and deleted words stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, groupby

from reportgen.renderers.changes import OBJECT, compare_words, is_glue, is_object, split_text
from reportgen.renderers.review.elements import (
    CONTROL,
    LIST,
    PARAGRAPH,
    RUN,
    TABLE,
    TEXT,
    make,
    spell,
)
from reportgen.renderers.review.looks import Look, Looks
from reportgen.templating.formats.owpml import HP
from reportgen.templating.tree import Element

_HOLDERS = tuple(f"{HP}{name}" for name in ("header", "footer", "footNote", "endNote"))
_PICTURE = "{http://www.hancom.co.kr/hwpml/2011/core}img"

Merge = Callable[[Element, Element], None]
"""Compares what two counterparts hold, and shows it in the second."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A word, a sign in the text such as a tab, or something beside texts.

    :ivar shape: the id of the letters' shape.
    :ivar content: the thing itself; None for a word.
    """

    key: str
    shape: str
    content: Element | None = None

    @property
    def is_text(self) -> bool:
        """Whether it stands in an ``hp:t``."""
        return self.content is None or self.content.tag in _SIGNS

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.content is not None and self.content.tag == TABLE


_SIGNS = frozenset(
    f"{HP}{name}" for name in ("tab", "lineBreak", "hyphen", "nbSpace", "fwSpace", "markpenBegin")
) | {f"{HP}{name}" for name in ("markpenEnd", "titleMark", "insertBegin", "insertEnd")}


def read_atoms(paragraph: Element) -> list[Atom]:
    """The pieces of a paragraph in order."""
    tables = count()
    return [atom for run in paragraph.iterchildren(RUN) for atom in _read_run(run, tables)]


def _read_run(run: Element, tables: Iterator[int]) -> Iterator[Atom]:
    """The pieces of a run; tables are counterparts by their number in the paragraph."""
    shape = str(run.get("charPrIDRef", "0"))
    for child in run:
        if child.tag != TEXT:
            name = f"{TABLE} {next(tables)}" if child.tag == TABLE else _name(child)
            yield Atom(OBJECT + name, shape, child)
            continue
        for token in split_text(child.text or ""):
            yield Atom(token, shape)
        for sign in child:
            # The width of a tab follows from the text before it.
            key = str(sign.tag) if sign.tag == f"{HP}tab" else spell(sign)
            yield Atom(OBJECT + key, shape, sign)
            for token in split_text(sign.tail or ""):
                yield Atom(token, shape)


def _name(thing: Element) -> str:
    """Equal for things that are counterparts, though not the same."""
    inner = thing[0] if thing.tag == CONTROL and len(thing) else thing
    if inner.tag in _HOLDERS:
        return f"{inner.tag} {inner.get('applyPageType')}"
    return spell(thing)


def merge_paragraph(old: Element, new: Element, looks: Looks, merge: Merge) -> None:
    """Show in the new paragraph what changed since the old one.

    :param merge: called with the tables, headers and notes that are in both.
    """
    before, after = read_atoms(old), read_atoms(new)
    keys = [atom.key for atom in before], [atom.key for atom in after]
    if keys[0] == keys[1]:
        # Nothing but what tables and headers hold may differ: the runs stay as they are.
        _merge_things(before, after, merge)
        return
    runs: list[Element] = []
    for piece in compare_words(*keys):
        if piece.is_kept:
            _merge_things(before[piece.old], after[piece.new], merge)
            runs.extend(_write_runs(after[piece.new], lambda shape: shape))
        else:
            runs.extend(_write_change(before[piece.old], after[piece.new], looks))
    empty = _make_run(_first_shape(new))
    for child in list(new):
        new.remove(child)
    new.extend(runs or [empty])


def _write_change(old: Sequence[Atom], new: Sequence[Atom], looks: Looks) -> Iterator[Element]:
    gone = [atom for atom in old if atom.is_text or atom.is_table]
    for look, atoms in ((Look.DELETED, gone), (Look.INSERTED, new)):
        for atom in atoms:
            if atom.content is not None and not atom.is_text:
                mark_texts(atom.content, look, looks)
        yield from _write_runs(atoms, partial(looks.derive, look=look))
        if look is Look.DELETED and gone and new and _are_words(gone[-1], new[0]):
            # Two numbers side by side would read as one, and break anywhere in a cell.
            yield from _write_runs([Atom(" ", gone[-1].shape)], lambda shape: shape)


def _are_words(*atoms: Atom) -> bool:
    return not any(is_glue(atom.key) or is_object(atom.key) for atom in atoms)


def _merge_things(old: Sequence[Atom], new: Sequence[Atom], merge: Merge) -> None:
    for before, after in zip(old, new, strict=True):
        if before.content is not None and after.content is not None and not after.is_text:
            merge(before.content, after.content)


def _write_runs(atoms: Sequence[Atom], dress: Callable[[str], str]) -> Iterator[Element]:
    for shape, group in groupby(atoms, lambda atom: dress(atom.shape)):
        run = _make_run(shape)
        for is_text, pieces in groupby(group, lambda atom: atom.is_text):
            if is_text:
                run.append(_write_text(pieces))
            else:
                run.extend([atom.content for atom in pieces if atom.content is not None])
        yield run


def _make_run(shape: str) -> Element:
    run = make("run")
    run.set("charPrIDRef", shape)
    return run


def _write_text(atoms: Iterator[Atom]) -> Element:
    text = make("t")
    for atom in atoms:
        if atom.content is not None:
            atom.content.tail = None
            text.append(atom.content)
        elif len(text):
            text[-1].tail = (text[-1].tail or "") + atom.key
        else:
            text.text = (text.text or "") + atom.key
    return text


def mark_texts(block: Element, look: Look, looks: Looks) -> Element:
    """The paragraph, row, cell or table with all its texts in another look, in place.

    What is deleted keeps no bookmarks, fields and page set-up, which would count twice, and
    no pictures, which are in the old file only.
    """
    if look is Look.DELETED:
        looks.fit(block)
        for thing in list(block.iter(CONTROL, f"{HP}secPr", f"{HP}pic", f"{HP}container")):
            parent = thing.getparent()
            if parent is not None:
                parent.remove(thing)
        for picture in list(block.iter(_PICTURE)):
            picture.getparent().remove(picture)  # type: ignore[union-attr]
    for run in block.iter(RUN):
        run.set("charPrIDRef", looks.derive(str(run.get("charPrIDRef", "0")), look))
    return block


def empty_texts(holder: Element) -> None:
    """Leave one paragraph without text in a cell."""
    content = holder.find(LIST)
    assert content is not None
    first, *rest = content.iterchildren(PARAGRAPH)
    for paragraph in rest:
        content.remove(paragraph)
    empty = _make_run(_first_shape(first))
    for child in list(first):
        first.remove(child)
    first.append(empty)


def _first_shape(paragraph: Element) -> str:
    return next((str(run.get("charPrIDRef", "0")) for run in paragraph.iterchildren(RUN)), "0")
