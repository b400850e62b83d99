"""What a document says of itself so that it can be found: 문서요지 and 키워드."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.base import Content


class Described(Content):
    """A content file that a document is made of."""

    filled: ClassVar[frozenset[str]] = frozenset({"summary", "keywords"})

    summary: str | None = Field(None, description="문서요지: what the document says, in short")
    keywords: tuple[str, ...] = Field((), description="키워드: words by which it is looked for")
