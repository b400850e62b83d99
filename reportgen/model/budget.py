"""The account trees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from reportgen.model.base import Content
from reportgen.model.organization import Identifier
from reportgen.model.words import Flag, Words

REVENUE = "revenue"
EXPENDITURE = "expenditure"


class Named(Content):
    """An account with its one official name and the names it had before."""

    id: str = Identifier
    name: str
    former_names: tuple[str, ...] = ()


class Category(Named):
    """A kind of expenditure (세출 성질별).

    ``programmes`` marks the one whose parts are counted, ``reserve`` the 예비비, ``personnel``
    the 인건비, against which the cost of the staff is held.
    """

    programmes: Flag = False
    reserve: Flag = False
    personnel: Flag = False


class Programme(Named):
    """A 세부사업, the lowest level of expenditure.

    ``funding`` is the revenue account that pays for it, where a ledger entry names no other.
    """

    category: str
    remark: str | None = None
    funding: str | None = None


class UnitProgramme(Named):
    """A 단위사업."""

    children: tuple[Programme, ...] = Field(min_length=1)


class PolicyProgramme(Named):
    """A 정책사업."""

    children: tuple[UnitProgramme, ...] = Field(min_length=1)


class TransferLevel(StrEnum):
    """The part of the budget that a transfer must not leave."""

    ANY = "any"
    POLICY = "policy"
    """the same 정책사업"""
    UNIT = "unit"
    """the same 단위사업"""
    CATEGORY = "category"
    """the same 성질별 과목"""


LEVEL_WORDS = Words(
    {
        TransferLevel.ANY: ("제한 없음", "없음"),
        TransferLevel.POLICY: ("정책사업", "정책"),
        TransferLevel.UNIT: ("단위사업", "단위"),
        TransferLevel.CATEGORY: ("성질별 과목", "성질별", "과목"),
    }
)
Reach = Annotated[TransferLevel, LEVEL_WORDS]


class TransferRules(Content):
    """How far each kind of transfer may reach; a foundation's own rules decide.

    The defaults follow local government: 이용 moves between policy programmes (지방재정법
    제47조의2), 전용 within one (제49조), 변경 within a unit programme.
    """

    inter_programme_transfer: Reach = TransferLevel.ANY
    intra_programme_transfer: Reach = TransferLevel.POLICY
    adjustment: Reach = TransferLevel.UNIT


class Accounts(Content):
    """``content/budget/accounts.yaml``: revenue, and expenditure by programme and by category."""

    revenue: tuple[Named, ...] = Field(min_length=1)
    categories: tuple[Category, ...] = Field(min_length=1)
    expenditure: tuple[PolicyProgramme, ...] = Field(min_length=1)
    transfers: TransferRules = TransferRules()

    def unit_programmes(self) -> Iterator[tuple[PolicyProgramme, UnitProgramme]]:
        """Every 단위사업 beside the 정책사업 it belongs to."""
        return ((policy, unit) for policy in self.expenditure for unit in policy.children)

    def programmes(self) -> Iterator[Programme]:
        """Every 세부사업 in the order of the tree."""
        return (leaf for _, unit in self.unit_programmes() for leaf in unit.children)

    def programmes_of(self, category: str) -> tuple[Programme, ...]:
        """The 세부사업 of one category."""
        return tuple(leaf for leaf in self.programmes() if leaf.category == category)

    def counted(self) -> frozenset[str]:
        """The ids of the 세부사업 that count as programmes (사업비)."""
        return self._counted

    @cached_property
    def _counted(self) -> frozenset[str]:
        marked = {category.id for category in self.categories if category.programmes}
        return frozenset(leaf.id for leaf in self.programmes() if leaf.category in marked)

    def reserves(self) -> frozenset[str]:
        """The ids of the 세부사업 of the reserve (예비비)."""
        marked = {category.id for category in self.categories if category.reserve}
        return frozenset(leaf.id for leaf in self.programmes() if leaf.category in marked)

    def policies(self) -> tuple[PolicyProgramme, ...]:
        """The 정책사업 that have a counted 세부사업."""
        counted = self.counted()
        return tuple(
            policy
            for policy in self.expenditure
            if any(leaf.id in counted for unit in policy.children for leaf in unit.children)
        )

    def named(self) -> Iterator[Named]:
        """Every account and category of the file, in order."""
        yield from self.revenue
        yield from self.categories
        for policy in self.expenditure:
            yield policy
            for unit in policy.children:
                yield unit
                yield from unit.children

    def names(self) -> Mapping[str, str]:
        """Official name by id."""
        return self._official_names

    @cached_property
    def _official_names(self) -> Mapping[str, str]:
        return {account.id: account.name for account in self.named()}
