"""``content/organization.yaml`` and ``content/contacts.yaml``: units and people."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.limits import MOST_COUNT
from reportgen.model.base import Content
from reportgen.model.blocks import Block

Identifier = Field(pattern=r"^[a-z][a-z0-9_]*$")


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


class Staffing(Content):
    """Quota (정원) and actual (현원) by grade; contract staff are counted beside them."""

    filled: ClassVar[frozenset[str]] = frozenset({"notes"})

    contract: int = Field(ge=0, le=MOST_COUNT)
    grades: tuple[Grade, ...] = Field(min_length=1)
    notes: tuple[str, ...] = ()


class Organization(Content):
    """Who reports."""

    filled: ClassVar[frozenset[str]] = frozenset({"functions"})

    name: str
    head: str
    purpose: Purpose
    functions: tuple[str, ...]
    headquarters: tuple[Headquarters, ...]
    teams: tuple[Team, ...]
    staffing: Staffing


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
