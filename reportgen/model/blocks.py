"""The blocks that a page of text is made of, in any order."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from reportgen.limits import MOST_COUNT, MOST_SPAN
from reportgen.model.base import Content
from reportgen.model.dates import Period
from reportgen.model.words import Flag, Words

TEXT_KINDS = ("heading", "item", "paragraph", "detail", "note", "point", "pointer")

_BESIDE = ("new_page",)
"""Keys that stand beside the kind of a block."""


class ScheduleItem(Content):
    """A task and when it is done."""

    filled: ClassVar[frozenset[str]] = frozenset({"task", "note"})

    task: str
    period: Period
    note: str | None = None


class Box(Content):
    """A framed insertion with a title."""

    filled: ClassVar[frozenset[str]] = frozenset({"title", "lines"})

    title: str
    lines: tuple[str, ...] = Field(min_length=1)


class TableCell(Content):
    """A cell that spans columns or rows, or holds several lines."""

    filled: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str | tuple[str, ...]
    colspan: int = Field(1, ge=1, le=MOST_SPAN)
    rowspan: int = Field(1, ge=1, le=MOST_SPAN)


ALIGN_WORDS = Words(
    {"left": ("왼쪽", "좌"), "center": ("가운데", "중앙"), "right": ("오른쪽", "우")}
)


class TableColumn(Content):
    """A column of a table; widths are relative to each other."""

    filled: ClassVar[frozenset[str]] = frozenset({"label"})

    name: str | Annotated[tuple[str, ...], Field(min_length=1)] = Field(
        description="its head; a list from the top where neighbours share the upper lines"
    )
    width: int = Field(1, ge=1, le=MOST_COUNT)
    align: Annotated[Literal["left", "center", "right"], ALIGN_WORDS] = "left"
    merge: Flag = Field(False, description="merge equal cells below each other")
    label: str | None = Field(None, description="text of a merged cell, from value and count")
    serial: Flag = Field(False, description="numbered 1, 2, 3 …; has no cell in the rows")
    sum: Flag = Field(True, description="whether its totals are the sums of its rows")

    @property
    def heading(self) -> tuple[str, ...]:
        """The lines of its head from the top."""
        return (self.name,) if isinstance(self.name, str) else self.name

    @property
    def title(self) -> str:
        """Its head in one line."""
        return " ".join(self.heading)


class Table(Content):
    """A table typed in the content."""

    filled: ClassVar[frozenset[str]] = frozenset({"caption", "rows"})
    blank: ClassVar[frozenset[str]] = frozenset({"columns", "rows"})

    id: str | None = Field(None, pattern=r"^[a-z][a-z0-9_]*$")
    caption: str | None = None
    columns: tuple[TableColumn, ...] = Field(min_length=1, max_length=MOST_SPAN)
    rows: tuple[tuple[str | tuple[str, ...] | TableCell, ...], ...] = Field(min_length=1)

    @property
    def typed_columns(self) -> tuple[TableColumn, ...]:
        """The columns that have a cell in ``rows``."""
        return tuple(column for column in self.columns if not column.serial)


def _ask_for_one(schema: dict[str, Any]) -> None:
    """Have a schema ask for exactly one kind of block."""
    kinds = (key for key in schema["properties"] if key not in _BESIDE)
    schema["oneOf"] = [{"required": [kind]} for kind in kinds]


class Block(Content):
    """One block; exactly one key says its kind."""

    filled: ClassVar[frozenset[str]] = frozenset({*TEXT_KINDS, "numbered"})

    heading: str | None = Field(None, description="□")
    item: str | None = Field(None, description="ㅇ; a leading (label) is set in bold")
    paragraph: str | None = Field(None, description="text without a mark")
    detail: str | None = Field(None, description="-")
    note: str | None = Field(None, description="※")
    point: str | None = Field(None, description="▸")
    pointer: str | None = Field(None, description="☞")
    numbered: tuple[str, ...] | None = Field(None, description="① ② ③")
    schedule: tuple[ScheduleItem, ...] | None = None
    box: Box | None = None
    table: Table | None = None
    new_page: Flag = Field(False, description="beside heading: it begins a page")

    model_config = ConfigDict(json_schema_extra=lambda schema: _ask_for_one(schema))

    @model_validator(mode="after")
    def _one_kind(self) -> Block:
        if len(self._kinds) != 1:
            raise ValueError("one_kind")
        if self.new_page and self.kind != "heading":
            raise ValueError("new_page")
        if self.value is None or self.value == ():
            raise ValueError("empty")
        return self

    @property
    def kind(self) -> str:
        """The one key that is set."""
        return next(iter(self._kinds))

    @property
    def _kinds(self) -> set[str]:
        return self.model_fields_set - {"source", *_BESIDE}

    @property
    def value(self) -> Any:
        """What stands under the key."""
        return getattr(self, self.kind)
