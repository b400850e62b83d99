"""The sections of an amendment as chapters of blocks, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.templating.printed import Printed
from reportgen.views.blocks import MARKERS, BlockView
from reportgen.views.grid import Grid
from reportgen.views.names import AmendmentNames, OutlineChapter


def outline_amendment(names: AmendmentNames) -> list[OutlineChapter]:
    """Every section that has content."""
    sections = names["sections"]
    content = (
        (sections["reasons"], _list_reasons(names)),
        (sections["provisions"], _list_provisions(names)),
        (sections["summary"], _sum_up(names)),
        (sections["comparison"], _compare(names)),
        (sections["transfers"], _show(names["transfers"])),
        (sections["carryover"], _show(names["carryover"])),
        (sections["staffing"], _show(names["staffing"])),
    )
    return [
        OutlineChapter(
            section["number"], Printed(section["title"]), section["anchor"], list(blocks)
        )
        for section, blocks in content
        if section["shown"]
    ]


def _list_reasons(names: AmendmentNames) -> Iterator[BlockView]:
    return (_make_text("item", reason["text"]) for reason in names["reasons"])


def _list_provisions(names: AmendmentNames) -> Iterator[BlockView]:
    for article in names["provisions"]:
        text = article["text"].rewritten(f" {article['text']}")
        yield replace(_make_text("item", text), label=f"제{article['number']}조")


def _sum_up(names: AmendmentNames) -> Iterator[BlockView]:
    yield _make_text("item", names["sentence"])
    for grid in (names["revenue"], names["expenditure"]):
        captioned = replace(grid, caption=f"{MARKERS['item']} {grid.caption}")
        yield BlockView("table", grid=captioned)


def _compare(names: AmendmentNames) -> Iterator[BlockView]:
    grid = names["comparison"]
    yield from _show(replace(grid, rounding_note=""))
    for note in (names["rows_note"], grid.rounding_note):
        if note:
            yield _make_text("note", note)


def _show(grid: Grid | None) -> Iterator[BlockView]:
    """The table of a section, whose title is its caption."""
    if grid is not None:
        yield BlockView("table", grid=replace(grid, caption=""))


def _make_text(kind: str, text: str) -> BlockView:
    return BlockView(kind, marker=MARKERS[kind], text=text)
