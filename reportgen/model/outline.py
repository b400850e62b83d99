"""The outline of a document: its chapters, and where they are kept."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from reportgen.limits import MOST_CHAPTERS
from reportgen.model.base import Content
from reportgen.model.council import Council
from reportgen.model.described import Described
from reportgen.model.outline_blocks import OutlineBlock
from reportgen.model.words import Flag


class ChapterFile(Content):
    """``content/chapters/*.yaml``: the blocks of one chapter."""

    blocks: tuple[OutlineBlock, ...] = Field(min_length=1)


class Chapter(Content):
    """One chapter: its title, and what stands in it."""

    filled: ClassVar[frozenset[str]] = frozenset({"title"})

    id: str | None = Field(
        None,
        pattern=r"^[a-z][a-z0-9_]*$",
        description="by which templates and links reach it; made from its place if not given",
    )
    title: str
    blocks: tuple[OutlineBlock, ...] | None = Field(None, min_length=1)
    file: str | None = Field(None, description="chapters/NAME.yaml, which has the blocks")
    optional: Flag = Field(
        False, description="left out where none of its views has anything to show"
    )
    new_page: Flag = Field(True, description="whether it begins a page")

    @model_validator(mode="after")
    def _one_source(self) -> Chapter:
        if self.blocks is not None and self.file is not None:
            raise PydanticCustomError("two_sources", "blocks and a file")
        return self


class DocumentFile(Described):
    """``content/documents/*.yaml``: another document, whose files have the name of this one."""

    filled = Described.filled | {"title"}

    title: str
    council: Council = Field(Council(), description="printed on the cover; not that of the report")
    chapters: tuple[Chapter, ...] = Field(min_length=1, max_length=MOST_CHAPTERS)
