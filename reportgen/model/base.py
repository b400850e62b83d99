"""The base of every type that is read from a content file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SkipValidation
from pydantic.json_schema import SkipJsonSchema

from reportgen.diagnostics import SourceRef
from reportgen.letters import tidy_name

Name = Annotated[str, AfterValidator(tidy_name)]
"""A name by which something is found, such as that of a budget stage."""

SOURCE_KEY = "\0source"
"""The key under which a reader hands over the position; no file can contain it."""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where a mapping of a content file stands, and each of its keys."""

    file: str = ""
    line: int = 0
    keys: Mapping[str, int] = field(default_factory=dict)

    def of(self, key: str = "") -> SourceRef:
        """The place of one key, or of the mapping itself."""
        return SourceRef(self.file, self.keys.get(key, self.line))


class Content(BaseModel):
    """A mapping of a content file. Unknown keys are errors; it never changes.

    :cvar filled: the keys whose texts may hold expressions; all others are printed as typed.
    :cvar blank: the keys whose texts may be blank, such as the cells of a table.
    :cvar placeholders: what the texts of other keys may hold to be filled, such as ``{unit}``.
    """

    filled: ClassVar[frozenset[str]] = frozenset()
    blank: ClassVar[frozenset[str]] = frozenset()
    placeholders: ClassVar[Mapping[str, str]] = {}

    # Half of the types are never met in a folder, and the others are built once, as parts of
    # the type of their file.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    source: Annotated[SkipJsonSchema[SourceMap], SkipValidation] = Field(
        default=SourceMap(), alias=SOURCE_KEY, exclude=True, repr=False
    )
