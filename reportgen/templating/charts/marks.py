"""Charts whose alternative text says what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.templating.tags.tags import split_tags
from reportgen.templating.tree import Element

_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TEXTS = ("descr", "title")


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A tag in the alternative text of an object.

    :ivar chart: the element that leads to the chart; None where the object is none.
    :ivar block: a tag beside it that opens a block, and would have no effect on it.
    """

    typed: str
    properties: Element
    chart: Element | None
    block: str = ""

    @property
    def id(self) -> str:
        """The id of the chart in its part."""
        return "" if self.chart is None else self.chart.get(_ID, "")

    def put_id(self, token: str) -> None:
        """Have a token say which chart is shown."""
        assert self.chart is not None
        self.chart.set(_ID, token)


def take_marks(root: Element) -> Iterator[ChartMark]:
    """The tags of charts, which are taken out of the alternative texts."""
    for properties in root.iter(_DOC_PR):
        for name in _TEXTS:
            text = properties.get(name, "")
            tags = [typed for _start, _end, typed in split_tags(text)] if "{%" in text else []
            others = (typed for typed in tags if not _is_chart(typed))
            block = next((typed for typed in others if typed.startswith("{%")), "")
            for typed in filter(_is_chart, tags):
                text = text.replace(typed, "", 1).strip()
                properties.set(name, text)
                holder = properties.getparent()
                assert holder is not None
                yield ChartMark(typed, properties, next(holder.iter(_CHART), None), block)


def _is_chart(typed: str) -> bool:
    return typed[2:].split()[:1] == ["chart"]
