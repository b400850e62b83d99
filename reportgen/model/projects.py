"""``content/projects/*.yaml`` and ``content/audit/*.yaml``: one page, one request."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from reportgen.model.base import Content
from reportgen.model.blocks import Block
from reportgen.model.organization import Identifier
from reportgen.model.words import Words


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


REQUEST_KIND_WORDS = Words(
    {
        RequestKind.CORRECTION: ("시정·처리 요구", "시정·처리", "시정 요구", "처리 요구", "시정"),
        RequestKind.SUGGESTION: ("건의", "건의사항"),
        RequestKind.OTHER: ("기타",),
    }
)


class RequestStatus(StrEnum):
    """How far the answer to a request has come."""

    COMPLETED = "completed"
    IN_PROGRESS = "in_progress"
    UNDER_REVIEW = "under_review"
    NOT_REFLECTED = "not_reflected"


STATUS_WORDS = Words(
    {
        RequestStatus.COMPLETED: ("추진완료", "완료", "조치완료", "처리완료", "추진"),
        RequestStatus.IN_PROGRESS: ("추진중", "진행중", "처리중", "추진"),
        RequestStatus.UNDER_REVIEW: ("검토중", "검토"),
        RequestStatus.NOT_REFLECTED: ("미반영",),
    }
)


class AuditRequest(Content):
    """One request of the administrative audit (행정사무감사) and what was done."""

    filled: ClassVar[frozenset[str]] = frozenset({"request"})

    id: str = Identifier
    kind: Annotated[RequestKind, REQUEST_KIND_WORDS]
    status: Annotated[RequestStatus, STATUS_WORDS]
    request: str
    addressee: str
    result: tuple[Block, ...] = Field(min_length=1)


class Audit(Content):
    """The requests of one audit."""

    requests: tuple[AuditRequest, ...]
