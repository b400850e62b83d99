"""What can be said of a view where it is placed: caption, unit, columns, accounts."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, LiteralString

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from reportgen.limits import MOST_COUNT, MOST_SPAN
from reportgen.model.base import Content
from reportgen.model.outline_words import COLUMN_WORDS, VIEW_WORDS
from reportgen.model.units import ReportUnit
from reportgen.model.words import Choice, Words


class ColumnChoice(Content):
    """A column of a computed table, with what differs from the usual."""

    filled: ClassVar[frozenset[str]] = frozenset({"heading"})

    name: str
    heading: str | tuple[str, ...] | None = Field(
        None, description="what stands above it; several lines from the top where heads are merged"
    )
    width: int | None = Field(None, ge=1, le=MOST_COUNT, description="relative to the others")


def _read_column(value: object) -> object:
    """A name alone is a column as it usually is."""
    return {"name": value} if isinstance(value, str) else value


Column = Annotated[
    ColumnChoice, BeforeValidator(_read_column, json_schema_input_type=str | ColumnChoice)
]


def _offer_words(schema: dict[str, Any], view: type[Any]) -> None:
    """Have a schema offer the names of the view and of its columns, in both languages."""
    name = schema["properties"]["view"].get("const", "")
    typed = (word for word in VIEW_WORDS.list_typed() if VIEW_WORDS.find(word)[0].value == name)
    schema["properties"]["view"] = {"enum": list(typed)}
    if "columns" in schema["properties"]:
        listed = schema["properties"]["columns"]["anyOf"][0]["items"]
        listed["anyOf"][0] = {"enum": COLUMN_WORDS.keep(view.keys).list_typed()}


class View(Content):
    """What is computed, placed by its name."""

    model_config = ConfigDict(json_schema_extra=_offer_words)

    view: str

    @field_validator("view", mode="before")
    @classmethod
    def _read_view(cls, name: object) -> object:
        return VIEW_WORDS.read(name)


class CaptionView(View):
    """A table whose columns follow from the content."""

    filled: ClassVar[frozenset[str]] = frozenset({"caption"})

    caption: str | None = Field(None, description="above the table, beside the unit")


class TableView(CaptionView):
    """A table.

    :cvar keys: the columns that it can have.
    """

    keys: ClassVar[tuple[str, ...]] = ()
    columns: tuple[Column, ...] | None = Field(
        None, min_length=1, max_length=MOST_SPAN, description="which columns, in their order"
    )

    @field_validator("columns")
    @classmethod
    def _know_columns(cls, columns: tuple[ColumnChoice, ...] | None) -> Any:
        if columns is None:
            return None
        words = COLUMN_WORDS.keep(cls.keys)
        found = [words.find(column.name) for column in columns]
        mistakes = [
            _explain_column(at, column, meanings, words)
            for at, (column, meanings) in enumerate(zip(columns, found, strict=True))
            if len(meanings) != 1
        ]
        if mistakes:
            raise ValidationError.from_exception_data(cls.__name__, mistakes)
        return tuple(
            column.model_copy(update={"name": meanings[0].value})
            for column, meanings in zip(columns, found, strict=True)
        )


def _explain_column(
    at: int, column: ColumnChoice, meanings: tuple[Choice, ...], words: Words
) -> InitErrorDetails:
    """That the name of a column means none, or several; each has its own place."""
    kind: LiteralString = "several_meanings" if meanings else "unknown_column"
    error = PydanticCustomError(
        kind, "no column, or several", {"choices": meanings or words.choices}
    )
    return {"type": error, "loc": (at,), "input": column.name}


class MoneyView(TableView):
    """A table of amounts."""

    unit: ReportUnit | None = Field(None, description="that of the report if not given")


class AccountsView(MoneyView):
    """A table of amounts by account."""

    accounts: tuple[str, ...] | None = Field(
        None, min_length=1, description="ids of the accounts that are shown; all if not given"
    )
