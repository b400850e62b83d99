"""What stands in a chapter: a block of text or a view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Union

from pydantic import ConfigDict, Discriminator, Tag

from reportgen.model.base import Content
from reportgen.model.blocks import Block
from reportgen.model.outline_words import VIEW_WORDS
from reportgen.model.view_kinds import VIEWS
from reportgen.model.view_options import View

_PREFIX = "view "
"""What the branches of the union begin with that are no blocks of text."""


def _choose(value: object) -> str:
    """The branch of the union for a mapping of the file."""
    if isinstance(value, View):
        return f"{_PREFIX}{value.view}"
    if not isinstance(value, dict) or "view" not in value:
        return "block"
    name = value["view"]
    found = VIEW_WORDS.find(name) if isinstance(name, str) else ()
    return f"{_PREFIX}{found[0].value if len(found) == 1 else ''}"


if TYPE_CHECKING:
    OutlineBlock = Block | View
else:

    class UnknownView(View):
        """A view of a name that none has; it follows no schema."""

        model_config = ConfigDict(json_schema_extra={"not": {}})

        view: Literal[tuple(VIEWS)]

    _BRANCHES = {"block": Block, _PREFIX: UnknownView}
    _BRANCHES |= {f"{_PREFIX}{name}": view for name, view in VIEWS.items()}
    OutlineBlock = Annotated[
        Union[tuple(Annotated[kind, Tag(tag)] for tag, kind in _BRANCHES.items())],  # noqa: UP007
        Discriminator(_choose),
    ]


def is_branch(name: object) -> bool:
    """Whether a part of pydantic's path to a mistake names a branch of the union."""
    return name == "block" or (isinstance(name, str) and name.startswith(_PREFIX))


def find_branch(name: object) -> type[Content]:
    """The type of that branch of the union."""
    return Block if name == "block" else VIEWS.get(str(name).removeprefix(_PREFIX), View)
