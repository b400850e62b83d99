"""The ledger: what kinds of entries there are, and what each of them counts for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportgen.diagnostics import SourceRef
from reportgen.model.words import Words
from reportgen.money import Won


class EntryKind(StrEnum):
    """What a ledger entry records."""

    OPENING = "opening"
    """the balance at a day, where the history before it is not known"""
    ORIGINAL = "original"
    """본예산"""
    AMENDMENT = "amendment"
    """추가경정예산 (지방재정법 제45조), as a difference"""
    EXPLICIT_CARRYOVER = "explicit_carryover"
    """명시이월 (지방재정법 제50조제1항)"""
    INCIDENTAL_CARRYOVER = "incidental_carryover"
    """사고이월 (지방재정법 제50조제2항)"""
    CONTINUING_CARRYOVER = "continuing_carryover"
    """계속비이월 (지방재정법 제42조)"""
    RESERVE_USE = "reserve_use"
    """예비비 사용 (지방재정법 제43조): taken from the reserve, given to a programme"""
    INTER_PROGRAMME_TRANSFER = "inter_programme_transfer"
    """이용 (지방재정법 제47조의2)"""
    INTRA_PROGRAMME_TRANSFER = "intra_programme_transfer"
    """전용 (지방재정법 제49조)"""
    ADJUSTMENT = "adjustment"
    """변경사용, below the level of a transfer"""
    PRE_APPROVAL = "pre_approval"
    """추경 성립 전 사용 (지방재정법 제45조 단서), until an amendment takes it up"""
    COMMITMENT = "commitment"
    """원인행위액"""
    DISBURSEMENT = "disbursement"
    """지출액"""
    COLLECTION = "collection"
    """수납액"""


class Measure(StrEnum):
    """What the amounts of some kinds add up to."""

    BUDGET = "budget"
    """예산액: what was voted"""
    CARRYOVER = "carryover"
    """전년도 이월"""
    RESERVE = "reserve_use"
    """예비비 사용"""
    TRANSFER = "transfer"
    """이용, 전용, 변경"""
    PRE_APPROVAL = "pre_approval"
    """성립전 사용"""
    COMMITMENT = "commitment"
    DISBURSEMENT = "disbursement"
    COLLECTION = "collection"


TRANSFERS = (
    EntryKind.INTER_PROGRAMME_TRANSFER,
    EntryKind.INTRA_PROGRAMME_TRANSFER,
    EntryKind.ADJUSTMENT,
)
"""The kinds that move money between programmes."""

MOVING = (*TRANSFERS, EntryKind.RESERVE_USE)
"""The same, and out of the reserve."""

CARRYOVERS = (
    EntryKind.EXPLICIT_CARRYOVER,
    EntryKind.INCIDENTAL_CARRYOVER,
    EntryKind.CONTINUING_CARRYOVER,
)
"""The kinds that bring money over from the year before."""

KINDS_OF: dict[Measure, tuple[EntryKind, ...]] = {
    Measure.BUDGET: (EntryKind.OPENING, EntryKind.ORIGINAL, EntryKind.AMENDMENT),
    Measure.CARRYOVER: CARRYOVERS,
    Measure.RESERVE: (EntryKind.RESERVE_USE,),
    Measure.TRANSFER: TRANSFERS,
    Measure.PRE_APPROVAL: (EntryKind.PRE_APPROVAL,),
    Measure.COMMITMENT: (EntryKind.COMMITMENT,),
    Measure.DISBURSEMENT: (EntryKind.DISBURSEMENT,),
    Measure.COLLECTION: (EntryKind.COLLECTION,),
}
"""Every kind stands in exactly one measure."""

APPROPRIATION_MEASURES = (
    Measure.BUDGET,
    Measure.CARRYOVER,
    Measure.RESERVE,
    Measure.TRANSFER,
    Measure.PRE_APPROVAL,
)
"""예산현액 = 예산액 + 전년도 이월 + 예비비 사용 ± 이용 ± 전용 ± 변경 (+ 성립전 사용)."""

APPROPRIATION_KINDS = frozenset(
    kind for measure in APPROPRIATION_MEASURES for kind in KINDS_OF[measure]
)
"""The kinds that change what may be spent."""


KIND_WORDS: dict[EntryKind, tuple[str, ...]] = {
    EntryKind.OPENING: ("예산현액", "개시"),
    EntryKind.ORIGINAL: ("본예산",),
    EntryKind.AMENDMENT: ("추경", "추가경정"),
    EntryKind.EXPLICIT_CARRYOVER: ("명시이월",),
    EntryKind.INCIDENTAL_CARRYOVER: ("사고이월",),
    EntryKind.CONTINUING_CARRYOVER: ("계속비이월", "계속비"),
    EntryKind.RESERVE_USE: ("예비비 사용", "예비비"),
    EntryKind.INTER_PROGRAMME_TRANSFER: ("이용",),
    EntryKind.INTRA_PROGRAMME_TRANSFER: ("전용",),
    EntryKind.ADJUSTMENT: ("변경", "변경사용"),
    EntryKind.PRE_APPROVAL: ("성립전", "성립전 사용"),
    EntryKind.COMMITMENT: ("원인행위액", "원인행위"),
    EntryKind.DISBURSEMENT: ("지출액", "지출"),
    EntryKind.COLLECTION: ("수납액", "수납"),
}
"""The words of finance for each kind, the one that is printed first."""

_SPENT = ("집행", "집행액")
_CARRIED = ("이월", "이월액")
_MOVED = ("이·전용",)
_VOTED = ("예산", "예산액")
_OTHER_WORDS: dict[EntryKind, tuple[str, ...]] = {
    EntryKind.OPENING: ("현액", *_VOTED),
    EntryKind.ORIGINAL: ("본예산액", "당초예산", "당초예산액", "당초", *_VOTED),
    EntryKind.AMENDMENT: ("추경예산", "추가경정예산"),
    EntryKind.EXPLICIT_CARRYOVER: ("명시이월액", *_CARRIED),
    EntryKind.INCIDENTAL_CARRYOVER: ("사고이월액", *_CARRIED),
    EntryKind.CONTINUING_CARRYOVER: ("계속비이월액", *_CARRIED),
    EntryKind.RESERVE_USE: ("예비비 사용액",),
    EntryKind.INTER_PROGRAMME_TRANSFER: ("이용액", *_MOVED),
    EntryKind.INTRA_PROGRAMME_TRANSFER: ("전용액", *_MOVED),
    EntryKind.ADJUSTMENT: ("변경액", "변경사용액"),
    EntryKind.PRE_APPROVAL: ("성립전예산", "성립전 사용액"),
    EntryKind.COMMITMENT: ("지출원인행위", "지출원인행위액", *_SPENT),
    EntryKind.DISBURSEMENT: _SPENT,
    EntryKind.COLLECTION: ("수납금액",),
}
"""What else is typed as a kind; above a column of amounts some of it means something else."""

KINDS = Words({kind: (*words, *_OTHER_WORDS[kind]) for kind, words in KIND_WORDS.items()})


class Approval(StrEnum):
    """Whether an entry is in force."""

    PROPOSED = "proposed"
    """안: it counts only where its stage is asked for by name"""
    PASSED = "passed"
    """의결"""


APPROVALS = Words(
    {
        Approval.PROPOSED: ("안", "(안)", "제안", "제출", "미의결"),
        Approval.PASSED: ("의결", "승인", "가결", "원안 가결", "수정 가결", "확정", ""),
    }
)
"""An empty cell means that the entry is in force."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One row of the ledger.

    :ivar date: the day from which it is in force.
    :ivar amount: in won; a budget kind adds to what is there.
    :ivar funding: id of the revenue account that pays for it, if the row says so.
    :ivar present: the budget that the row says it began from (기정액), in won.
    :ivar account_name: the name that the row gives the account beside its id.
    """

    date: date
    stage: str
    kind: EntryKind
    account: str
    amount: Won
    reference: str
    note: str
    source: SourceRef
    approval: Approval = Approval.PASSED
    funding: str = ""
    present: Won | None = None
    account_name: str = ""
