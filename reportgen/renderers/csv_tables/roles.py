"""What a row of a grid is, in a word by which a system leaves out sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.views.grid import Row

_SUBTOTAL, _BODY = "subtotal", "body"

ROLES = {
    "total": "합계",
    _SUBTOTAL: "소계",
    _BODY: "명세",
    "policy_programme": "정책사업",
    "unit_programme": "단위사업",
    "rest": "변경 없음",
    "budget": "예산",
    "difference": "차액",
    "revenue": "세입 과목",
    "category": "성질별 과목",
    "programme": "세부사업",
    "kind": "종류",
    "stage": "단계",
}
"""The words for the roles of rows."""


def spell_roles(rows: Sequence[Row]) -> Iterator[str]:
    """The word for every row; a role without a word is written itself.

    A subtotal of nothing is no sum but an item, such as a category that is not divided into
    programmes: whoever leaves out the subtotals still has every amount once.
    """
    step = 1 if _begins_with_sums(rows) else -1
    for at, row in enumerate(rows):
        role = row.role
        if role == _SUBTOTAL and not _is_deeper(rows, at + step, row.level):
            role = _BODY
        yield ROLES.get(role, role)


def _begins_with_sums(rows: Sequence[Row]) -> bool:
    """Whether a subtotal stands above its parts, not below them."""
    return next((row.role == _SUBTOTAL for row in rows if row.role in (_SUBTOTAL, _BODY)), True)


def _is_deeper(rows: Sequence[Row], at: int, level: int) -> bool:
    return 0 <= at < len(rows) and rows[at].level > level
