"""What a figure is called in Korean: its measure and its account."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.model.budget import EXPENDITURE, REVENUE
from reportgen.model.ledger import KIND_WORDS, Measure
from reportgen.model.project_folder import ProjectFolder
from reportgen.views.audit import KINDS, STATUSES

MEASURES: Mapping[str, str] = {
    **{kind.value: words[0] for kind, words in KIND_WORDS.items()},
    "appropriation": "예산현액",
    "prior_final": "전년도 최종예산",
    "change": "전년 대비 증감액",
    "change_rate": "전년 대비 증감률",
    "commitment_rate": "집행률(원인행위)",
    "disbursement_rate": "집행률(지출)",
    "balance": "집행잔액",
    "present": "기정액",
    "amending": "비교증감",
    "amended": "경정액",
    "amending_rate": "비교증감률",
    Measure.BUDGET.value: "예산액",
    Measure.CARRYOVER.value: "전년도 이월",
    Measure.TRANSFER.value: "이용·전용·변경",
}
_STAFFING = {"quota": "정원", "actual": "현원", "difference": "과부족"}
_PEOPLE = {"staffing.contract": "계약직", "staffing.headcount": "인력 총원"}
_COUNTS = {
    "headquarters": "본부 수",
    "teams": "팀 수",
    "functions": "목적사업 수",
    "policy_programmes": "정책사업 수",
    "unit_programmes": "단위사업 수",
    "programmes": "세부사업 수",
}
_REQUESTS = {
    **{kind.value: words for kind, words in KINDS.items()},
    **{status.value: words[0] for status, words in STATUSES.items()},
}
_PARTS = {"unchanged": "변경 없음"}
_TOTAL = "계"


class Labeller:
    """The names of one project's figures."""

    def __init__(self, folder: ProjectFolder) -> None:
        totals = {REVENUE: "세입 합계", EXPENDITURE: "세출 합계"}
        self._accounts = {**folder.accounts.names(), **totals}

    def label(self, name: str) -> str:
        """The name in words; as it is where there are none, such as for an expression."""
        measure, _, rest = name.partition(".")
        account, _, part = rest.partition(".")
        if measure in MEASURES and account in self._accounts:
            words = MEASURES[measure], self._accounts[account], _PARTS.get(part, part)
            return " · ".join(word for word in words if word)
        return _label_count(name, measure, rest)


def _label_count(name: str, measure: str, rest: str) -> str:
    first, _, last = rest.partition(".")
    if measure == "staffing" and first in _STAFFING:
        return f"{_STAFFING[first]} · {_TOTAL if last == 'total' else last}"
    if measure == "audit":
        words = (_REQUESTS.get(word, _TOTAL) for word in (first, last))
        return " · ".join(("행정사무감사", *words))
    if measure == "count":
        return _COUNTS.get(rest, f"{first} 건수 · {_TOTAL if last == 'total' else last}")
    return _PEOPLE.get(name, name)
