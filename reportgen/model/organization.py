"""``content/organization.yaml`` and ``content/contacts.yaml``: units and people."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from reportgen.limits import MOST_COUNT
from reportgen.model.base import Content
from reportgen.model.blocks import Block
from reportgen.model.words import Words

_IDENTIFIER = r"^[a-z][a-z0-9_]*$"
Identifier = Field(pattern=_IDENTIFIER)
UNIT_KINDS = ("사무처", "사무국", "본부", "실", "국", "센터", "부", "과", "팀")
"""Kinds of units in the order in which they are counted, where the content names none."""
HEADQUARTERS, TEAM = "본부", "팀"


class Purpose(Content):
    """What the organization is for, and the article that says so."""

    filled: ClassVar[frozenset[str]] = frozenset({"text"})

    text: str
    basis: str


class Headquarters(Content):
    """A headquarters (본부)."""

    id: str = Identifier
    name: str


class Team(Content):
    """A team and its duties; without a headquarters it stands by itself in the chart."""

    id: str = Identifier
    name: str
    headquarters: str | None = None
    duties: tuple[Block, ...] = ()


class UnitPlace(StrEnum):
    """Where a unit stands in the chart."""

    BELOW = "below"
    """below the unit that it belongs to, or the head"""
    BESIDE = "beside"
    """at the side of the line from the head"""
    APART = "apart"
    """at the foot, on no line"""


PLACE_WORDS = Words(
    {
        UnitPlace.BELOW: ("아래", "하위"),
        UnitPlace.BESIDE: ("옆", "기관장 옆"),
        UnitPlace.APART: ("따로", "별도"),
    }
)


class OrganizationUnit(Content):
    """A unit of any kind (사무처, 본부, 실, 센터, 팀), with those that belong to it."""

    id: str | None = Field(
        None, pattern=_IDENTIFIER, description="by which people name it in contacts.yaml"
    )
    name: str
    kind: str | None = Field(
        None, description="one of unit_kinds; that with which the name ends if not given"
    )
    place: Annotated[UnitPlace, PLACE_WORDS] = Field(
        UnitPlace.BELOW, description="only of units below the head"
    )
    duties: tuple[Block, ...] = ()
    units: tuple[OrganizationUnit, ...] = ()


class Grade(Content):
    """Posts and people of one grade (직급).

    ``annual_cost`` is what one person costs a year (1인당 연간 인건비), in thousands of won.
    """

    name: str
    quota: int = Field(ge=0, le=MOST_COUNT)
    actual: int = Field(ge=0, le=MOST_COUNT)
    annual_cost: int | None = Field(
        None,
        ge=0,
        le=MOST_COUNT,
        description="인건비 of one person a year, in whole thousands of won",
    )


class OtherStaff(Content):
    """People who are in no grade, such as 공무직 or 파견."""

    name: str
    count: int = Field(ge=0, le=MOST_COUNT)


class Staffing(Content):
    """Quota (정원) and actual (현원) by grade; ``others`` are counted beside them."""

    filled: ClassVar[frozenset[str]] = frozenset({"notes"})

    contract: int = Field(0, ge=0, le=MOST_COUNT, description="계약직")
    others: tuple[OtherStaff, ...] = Field((), description="공무직, 파견 … beside the grades")
    grades: tuple[Grade, ...] = Field(min_length=1)
    notes: tuple[str, ...] = ()


class Organization(Content):
    """Who reports."""

    filled: ClassVar[frozenset[str]] = frozenset({"functions"})

    name: str
    head: str
    purpose: Purpose
    functions: tuple[str, ...]
    unit_kinds: tuple[str, ...] = Field(
        UNIT_KINDS, min_length=1, description="kinds of units, in the order of the summary"
    )
    units: tuple[OrganizationUnit, ...] = Field(
        (), description="the units below the head, with those below them; or headquarters and teams"
    )
    headquarters: tuple[Headquarters, ...] = ()
    teams: tuple[Team, ...] = ()
    staffing: Staffing

    @model_validator(mode="after")
    def _one_form(self) -> Organization:
        if self.units and (self.headquarters or self.teams):
            raise PydanticCustomError("two_organizations", "units and headquarters")
        return self

    @cached_property
    def tree(self) -> tuple[OrganizationUnit, ...]:
        """The units below the head, whichever form the content has."""
        return self.units or tuple(self._read_two_levels())

    def _read_two_levels(self) -> Iterator[OrganizationUnit]:
        for unit in self.headquarters:
            teams = (team for team in self.teams if team.headquarters == unit.id)
            yield OrganizationUnit(
                id=unit.id,
                name=unit.name,
                kind=HEADQUARTERS,
                units=tuple(map(_make_unit, teams)),
                source=unit.source,
            )
        known = {unit.id for unit in self.headquarters}
        for team in self.teams:
            if team.headquarters not in known:
                yield _make_unit(team).model_copy(update={"place": UnitPlace.APART})

    def walk(self) -> Iterator[OrganizationUnit]:
        """Every unit, before those that belong to it."""
        waiting = list(reversed(self.tree))
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += reversed(unit.units)

    def kind_of(self, unit: OrganizationUnit) -> str:
        """The kind of a unit; empty where neither it nor its name says one."""
        ends = (kind for kind in self.unit_kinds if unit.name.endswith(kind))
        return unit.kind or max(ends, key=len, default="")


def _make_unit(team: Team) -> OrganizationUnit:
    return OrganizationUnit(
        id=team.id, name=team.name, kind=TEAM, duties=team.duties, source=team.source
    )


class Contact(Content):
    """A person, once in the whole content."""

    id: str = Identifier
    name: str
    post: str
    unit: str
    extension: str


class Contacts(Content):
    """The registry of people."""

    contacts: tuple[Contact, ...]
