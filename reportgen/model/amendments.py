"""``content/amendments/*.yaml``: what an amendment (추경) says beside its amounts."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from reportgen.limits import MOST_COUNT
from reportgen.model.base import Content, Name


class AmountUnit(StrEnum):
    """The unit in which the amounts of an amendment are printed."""

    THOUSAND = "thousand"
    MILLION = "million"
    HUNDRED_MILLION = "hundred_million"


class RowChoice(StrEnum):
    """Which programmes the comparison shows."""

    ALL = "all"
    CHANGED = "changed"


class StaffingChange(Content):
    """How an amendment changes the quota (정원) of a grade."""

    grade: str
    quota: int = Field(
        ge=-MOST_COUNT, le=MOST_COUNT, description="posts added; posts removed with a minus"
    )
    reason: str | None = None


class AmendmentNotes(Content):
    """The texts of one amendment; its amounts are those of the ledger's stage."""

    filled: ClassVar[frozenset[str]] = frozenset({"reasons", "provisions"})

    stage: Name
    title: str | None = Field(None, description="the stage's name if not given")
    provisions: tuple[str, ...] = Field((), description="예산총칙, one text for each article")
    reasons: tuple[str, ...] = Field((), description="편성 사유")
    rows: RowChoice = RowChoice.CHANGED
    unit: AmountUnit = AmountUnit.THOUSAND
    footing: bool = Field(False, description="make rounded amounts add up (largest remainder)")
    staffing: tuple[StaffingChange, ...] = ()
    applied: bool = Field(
        False, description="whether organization.yaml has the changed quota already"
    )
