"""The texts of charts and drawings, in which the tags of a sheet may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.renderers.xlsx.drawingml import chart, local, text, xdr
from reportgen.renderers.xlsx.spreadsheetml import Element
from reportgen.renderers.xlsx.tags import fill, has_tags

_DESCRIPTIONS = ("descr", "title")


def list_texts(root: Element) -> Iterator[str]:
    """Every text that somebody typed: paragraphs, names of series, descriptions."""
    yield from (_join(_runs(paragraph)) for paragraph in root.iter(text("p")))
    yield from (name.text or "" for name in _series_names(root))
    for properties in root.iter(xdr("cNvPr")):
        yield from (properties.get(name) or "" for name in _DESCRIPTIONS)


def fill_texts(root: Element, values: Mapping[str, str]) -> None:
    """Fill the tags of every text."""
    for paragraph in root.iter(text("p")):
        _fill_paragraph(_runs(paragraph), values)
    for name in _series_names(root):
        name.text = fill(name.text or "", values)
    for properties in root.iter(xdr("cNvPr")):
        for attribute in _DESCRIPTIONS:
            typed = properties.get(attribute)
            if typed:
                properties.set(attribute, fill(typed, values))


def _fill_paragraph(runs: list[Element], values: Mapping[str, str]) -> None:
    """A tag that Excel has split among runs takes the format of the first one."""
    if not has_tags(_join(runs)):
        return
    if any(has_tags(fill(run.text or "", values)) for run in runs):
        runs[0].text = _join(runs)
        for run in runs[1:]:
            run.text = ""
    for run in runs:
        run.text = fill(run.text or "", values)


def _join(runs: list[Element]) -> str:
    return "".join(run.text or "" for run in runs)


def _runs(paragraph: Element) -> list[Element]:
    return list(paragraph.iter(text("t")))


def _series_names(root: Element) -> Iterator[Element]:
    """The names that are typed, not taken from a cell."""
    return (value for name in root.iter(chart("tx")) for value in name if local(value) == "v")
