"""``content/projects/*.yaml`` and ``content/audit/*.yaml``: one page, one request."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from reportgen.model.base import Content
from reportgen.model.blocks import Block
from reportgen.model.organization import Identifier


class Project(Content):
    """The page of one programme (세부사업); its title and number follow its account."""

    filled: ClassVar[frozenset[str]] = frozenset({"goal"})

    account: str
    contacts: tuple[str, ...] = Field(min_length=1)
    goal: str
    blocks: tuple[Block, ...] = Field(min_length=1)


class RequestKind(StrEnum):
    """What sort of request the council made."""

    CORRECTION = "correction"
    SUGGESTION = "suggestion"
    OTHER = "other"


class RequestStatus(StrEnum):
    """How far the answer to a request has come."""

    COMPLETED = "completed"
    IN_PROGRESS = "in_progress"
    UNDER_REVIEW = "under_review"
    NOT_REFLECTED = "not_reflected"


class AuditRequest(Content):
    """One request of the administrative audit (행정사무감사) and what was done."""

    filled: ClassVar[frozenset[str]] = frozenset({"request"})

    id: str = Identifier
    kind: RequestKind
    status: RequestStatus
    request: str
    addressee: str
    result: tuple[Block, ...] = Field(min_length=1)


class Audit(Content):
    """The requests of one audit."""

    requests: tuple[AuditRequest, ...]
