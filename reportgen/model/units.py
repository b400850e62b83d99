"""The units of amounts in the content, and the words for them."""

from __future__ import annotations

from typing import Annotated

from reportgen.model.words import Words
from reportgen.money import MoneyUnit

UNIT_WORDS = Words(
    {
        MoneyUnit.WON: ("won",),
        MoneyUnit.THOUSAND: ("thousand",),
        MoneyUnit.MILLION: ("million",),
        MoneyUnit.HUNDRED_MILLION: ("hundred_million",),
    }
)

ReportUnit = Annotated[MoneyUnit, UNIT_WORDS]
"""The unit of a table, or of all tables."""
