"""Days and periods in the content, in every form in which they are written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, LiteralString

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from reportgen.language.date_readings import DateError
from reportgen.language.dates import read_day
from reportgen.language.periods import read_period


def _read_written(
    read: Callable[[str], object], kind: LiteralString, message: LiteralString
) -> Callable[[object], object]:
    """A validator of texts; anything else is left to the type behind it."""

    def validate(value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return read(value)
        except DateError as error:
            raise PydanticCustomError(kind, message, {"cause": error.cause}) from None

    return validate


Day = Annotated[
    date,
    BeforeValidator(
        _read_written(read_day, "date_parsing", "no day"),
        json_schema_input_type=Annotated[str, Field(examples=["2025-06-05", "2025. 6. 5."])],
    ),
]
"""A day."""

Period = Annotated[
    str,
    BeforeValidator(
        _read_written(read_period, "period_parsing", "no period"),
        json_schema_input_type=Annotated[
            str, Field(examples=["2025-06", "2025-06/2025-11", "2025. 6. ~ 11."])
        ],
    ),
]
"""A month or a day, or two of them joined by ``/`` (ISO 8601): ``2025-06/2025-11``."""
