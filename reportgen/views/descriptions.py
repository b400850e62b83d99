"""What a document says of itself so that it can be found, filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from reportgen.model.described import Described
from reportgen.templating.printed import Place, Printed
from reportgen.views.context import ViewContext

Content = TypeVar("Content", bound=Described)

SUMMARY, KEYWORDS = "문서요지", "키워드"
"""What places call them."""

_EMPTY = Printed("")


@dataclass(frozen=True, slots=True)
class Description:
    """Summary and keywords of a document; empty where the content gives none."""

    summary: Printed = _EMPTY
    keywords: tuple[Printed, ...] = ()


NOTHING_SAID = Description()


def view_description(context: ViewContext, content: Described) -> Description:
    """Summary and keywords of the document that a content file is made into."""
    source = content.source
    summary = context.text(content.summary or "", source.of("summary"), Place(SUMMARY))
    keywords = (
        context.text(word, source.of("keywords"), Place(KEYWORDS)) for word in content.keywords
    )
    return Description(summary, tuple(keywords))


def fill_description(context: ViewContext, content: Content) -> Content:
    """The content as the expressions of other texts see it."""
    found = view_description(context, content)
    filled = {"summary": found.summary, "keywords": found.keywords}
    return content.model_copy(update=filled)
