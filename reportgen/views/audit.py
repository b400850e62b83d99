"""What came of the council's requests: the totals, and each request with its answer."""

from __future__ import annotations

from reportgen.model.projects import AuditRequest, RequestKind, RequestStatus
from reportgen.templating.printed import Place, Printed
from reportgen.views.blocks import view_blocks
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Row
from reportgen.views.names import Audit, RequestGroup, RequestView

KINDS = {
    RequestKind.CORRECTION: "시정·처리요구사항",
    RequestKind.SUGGESTION: "건의사항",
    RequestKind.OTHER: "기타(자료제출 등)",
}
GROUPS = {
    RequestKind.CORRECTION: (
        "시정․처리 요구사항",
        "시정 및 처리 요구사항",
        "조치결과 및 향후추진계획",
    ),
    RequestKind.SUGGESTION: ("건의사항", "건의사항", "조치결과"),
    RequestKind.OTHER: ("기타", "요구사항", "조치결과"),
}
"""Title of each group, and the headers of its two columns."""
STATUSES = {
    RequestStatus.COMPLETED: ("완료", "추진완료"),
    RequestStatus.IN_PROGRESS: ("추진 중", "추진중"),
    RequestStatus.UNDER_REVIEW: ("검토 중", "검토중"),
    RequestStatus.NOT_REFLECTED: ("미반영", "미반영"),
}
"""Header of each status in the totals, and its words in an answer."""


def view_audit(context: ViewContext, chapter: str = "") -> Audit:
    """Totals by kind and status, then the groups of requests that are not empty.

    :param chapter: numeral and title of the one in which it stands; that of the id ``audit``
        if not given.
    """
    chapter = chapter or context.chapter("audit")
    total = context.figures["audit.total.total"]
    place = Place(chapter, paragraph="수감결과 처리요구사항 등")
    return {
        "total": Printed(context.formatter.number(total.value), (total,), place),
        "totals": {"rows": _total_rows(context, chapter)},
        "groups": [
            _view_group(context, kind, requests, chapter)
            for kind in RequestKind
            if (requests := [r for r in context.folder.requests if r.kind is kind])
        ],
    }


def _total_rows(context: ViewContext, chapter: str) -> list[Row]:
    labels = {"total": "계", **{kind.value: label for kind, label in KINDS.items()}}
    return [
        _total_row(context, kind, label, chapter) for kind, label in context.words(labels).items()
    ]


def _total_row(context: ViewContext, kind: str, label: str, chapter: str) -> Row:
    statuses = {status.value: words[0] for status, words in STATUSES.items()}
    columns = context.words({"total": "계", **statuses})
    cells = {"name": Cell.make(label)}
    for key, header in columns.items():
        place = Place(chapter, "총괄", label, header)
        cells[key] = context.count(context.figures[f"audit.{kind}.{key}"], place)
    return Row("total" if kind == "total" else "body", cells, 0 if kind == "total" else 1)


def _view_group(
    context: ViewContext, kind: RequestKind, requests: list[AuditRequest], chapter: str
) -> RequestGroup:
    title, request_header, result_header = map(context.word, GROUPS[kind])
    return {
        "title": title,
        "request_header": request_header,
        "result_header": result_header,
        "requests": [_view_request(context, request, chapter) for request in requests],
    }


def _view_request(context: ViewContext, request: AuditRequest, chapter: str) -> RequestView:
    source = request.source.of("request")
    return {
        "request": context.text(request.request, source, Place(chapter)),
        "addressee": request.addressee,
        "status": context.word(STATUSES[request.status][1]),
        "blocks": view_blocks(context, request.result, chapter),
    }
