"""``content/amendments/*.yaml``: what an amendment (추경) says beside its amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from reportgen.limits import MOST_COUNT
from reportgen.model.base import Content, Name
from reportgen.model.described import Described
from reportgen.model.units import ReportUnit
from reportgen.model.words import Flag, Words
from reportgen.money import MoneyUnit


class RowChoice(StrEnum):
    """Which programmes the comparison shows."""

    ALL = "all"
    CHANGED = "changed"


ROW_WORDS = Words(
    {
        RowChoice.ALL: ("모든 사업", "모두", "전체", "전부"),
        RowChoice.CHANGED: ("바뀐 사업만", "바뀐 사업", "변경", "변경 사업"),
    }
)


class StaffingChange(Content):
    """How an amendment changes the quota (정원) of a grade."""

    grade: str
    quota: int = Field(
        ge=-MOST_COUNT, le=MOST_COUNT, description="posts added; posts removed with a minus"
    )
    reason: str | None = None


class AmendmentNotes(Described):
    """The texts of one amendment; its amounts are those of the ledger's stage."""

    filled = Described.filled | {"reasons", "provisions"}

    stage: Name
    title: str | None = Field(None, description="the stage's name if not given")
    provisions: tuple[str, ...] = Field((), description="예산총칙, one text for each article")
    reasons: tuple[str, ...] = Field((), description="편성 사유")
    rows: Annotated[RowChoice, ROW_WORDS] = RowChoice.CHANGED
    unit: ReportUnit = MoneyUnit.THOUSAND
    footing: Flag = Field(False, description="make rounded amounts add up (largest remainder)")
    staffing: tuple[StaffingChange, ...] = ()
    applied: Flag = Field(
        False, description="whether organization.yaml has the changed quota already"
    )


def trace_quotas(
    amendments: Sequence[AmendmentNotes], stages: Sequence[str], quotas: Mapping[str, int]
) -> dict[tuple[str, str], tuple[int, int]]:
    """The posts of each grade before and after every amendment that changes them.

    Those of the content are reached by the amendments that are applied; the others follow.

    :param stages: in their order; amendments of unknown ones come last.
    :param quotas: posts by grade, as organization.yaml has them.
    :returns: by stage and grade.
    """
    order = {stage: number for number, stage in enumerate(stages)}
    running = dict(quotas)
    for notes in amendments:
        for change in notes.staffing if notes.applied else ():
            running[change.grade] = running.get(change.grade, 0) - change.quota
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for notes in sorted(amendments, key=lambda one: order.get(one.stage, len(order))):
        for change in notes.staffing:
            before = running.get(change.grade, 0)
            running[change.grade] = before + change.quota
            found[notes.stage, change.grade] = before, running[change.grade]
    return found
