"""Runs of a paragraph written from its pieces: kept, inserted or deleted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby, pairwise

from reportgen.renderers.changes import compare_words
from reportgen.renderers.redline.atoms import RUN, Atom, Kind, own_elements, read_atoms
from reportgen.renderers.redline.elements import make
from reportgen.renderers.redline.properties import track_properties
from reportgen.renderers.redline.revisions import Mark, Revisions
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_HOLDERS = (f"{W}hyperlink", f"{W}fldSimple")
"""What has the mark of a change inside, since a mark can't have it inside (``CT_P``)."""
_DELETED_NAMES = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_content(
    old: Element | None, new: Element | None, marks: Revisions, count: bool = True
) -> Iterator[Element]:
    """The children of the paragraph behind its properties.

    :param count: whether each changed passage counts as a change.
    """
    before, after = (() if side is None else read_atoms(side) for side in (old, new))
    for piece in compare_words([atom.key for atom in before], [atom.key for atom in after]):
        if piece.is_kept:
            yield from _write_kept(before[piece.old], after[piece.new], marks)
            continue
        for mark, atoms in (
            (Mark.DELETED, before[piece.old]),
            (Mark.INSERTED, after[piece.new]),
        ):
            if atoms:
                yield from _write_changed(atoms, mark, marks)
                if count:
                    marks.count(mark)


def _write_kept(old: Sequence[Atom], new: Sequence[Atom], marks: Revisions) -> Iterator[Element]:
    pairs = list(zip(old, new, strict=True))
    for key, group in groupby(pairs, lambda pair: (_group(pair[1]), pair[0].form)):
        atoms = list(group)
        if key[0] is None:
            yield from (element for _old, atom in atoms for element in atom.content)
            continue
        run = _write_run([atom for _old, atom in atoms])
        track_properties(run, atoms[0][0].properties, "rPr", marks)
        yield run


def _write_changed(atoms: Sequence[Atom], mark: Mark, marks: Revisions) -> Iterator[Element]:
    """The pieces inside as few marks as possible."""
    pieces = list(_write_plain(atoms))
    for is_holder, group in groupby(pieces, lambda element: element.tag in _HOLDERS):
        elements = list(group)
        if mark is Mark.DELETED:
            for element in elements:
                _rename_texts(element)
        if is_holder:
            for holder in elements:
                _wrap([child for child in holder if child.tag == RUN], mark, marks)
            yield from elements
        else:
            change = marks.make(mark)
            change.extend(elements)
            yield change


def _write_plain(atoms: Sequence[Atom]) -> Iterator[Element]:
    for key, group in groupby(atoms, _group):
        if key is None:
            yield from (element for atom in group for element in atom.content)
        else:
            yield _write_run(list(group))


def _group(atom: Atom) -> str | None:
    """Equal for pieces that can share a run; None for what stands beside runs."""
    return None if atom.kind is Kind.BESIDE_RUNS else atom.form


def _write_run(atoms: Sequence[Atom]) -> Element:
    run = make("r")
    properties = atoms[0].properties
    if properties is not None:
        run.append(deepcopy(properties))
    for kind, group in groupby(atoms, lambda atom: atom.kind):
        if kind is Kind.TEXT:
            text = make("t")
            run.append(text)
            text.set(_SPACE, "preserve")
            text.text = "".join(atom.key for atom in group)
        else:
            run.extend([element for atom in group for element in atom.content])
    return run


def _rename_texts(element: Element) -> None:
    """Text and field instructions that are deleted have names of their own."""
    for run in element.iter(RUN):
        for text in list(own_elements(run, *_DELETED_NAMES)):
            text.tag = _DELETED_NAMES[str(text.tag)]


def _wrap(runs: Sequence[Element], mark: Mark, marks: Revisions) -> None:
    """Put runs that stand side by side into marks."""
    change: Element | None = None
    for before, run in pairwise((None, *runs)):
        assert run is not None
        if change is None or before is None or change.getnext() is not run:
            change = marks.make(mark)
            run.addprevious(change)
        change.append(run)
