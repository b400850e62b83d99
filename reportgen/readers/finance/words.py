"""The words of finance in headers, and what each of them means here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from reportgen.model.ledger import KIND_WORDS, EntryKind
from reportgen.money import MINUS_SIGNS
from reportgen.readers.finance.names import squeeze, strip_note, without_brackets


class Role(StrEnum):
    """What a column holds, where that is no amount of one kind of entry."""

    POLICY = "policy"
    UNIT = "unit"
    PROGRAMME = "programme"
    ITEM = "item"
    """편성목, 통계목: parts of a programme"""
    NAME = "name"
    """names of any level"""
    ACCOUNT = "account"
    """ids of accounts"""
    DATE = "date"
    STAGE = "stage"
    KIND = "kind"
    APPROVAL = "approval"
    FUNDING = "funding"
    REFERENCE = "reference"
    NOTE = "note"
    SOURCE = "source"
    """where in the ledger an exported row comes from"""
    AMOUNT = "amount"
    """an amount whose kind stands elsewhere"""
    BUDGET = "budget"
    """예산액: what was voted, original budget and amendments together"""
    PRESENT = "present"
    """기정액"""
    AMENDED = "amended"
    """경정액"""
    CHANGE = "change"
    """증감액"""
    SPENT = "spent"
    """집행액, which may be 원인행위액 or 지출액"""
    CARRIED = "carried"
    """이월액 of any kind"""
    MOVED = "moved"
    """이용 and 전용 together"""
    ROUND = "round"
    """N회 추경, which may be the change or the budget after it"""
    IGNORE = "ignore"
    """nothing for the ledger; what follows from other columns has to agree with them"""
    UNCHECKED = "unchecked"
    """nothing for the ledger, and not held against other columns"""


class Derived(StrEnum):
    """What a column holds that never becomes entries, but has to agree with what does."""

    TOTAL = "total"
    """계 of other columns"""
    BALANCE = "balance"
    """집행잔액: what is left of a budget"""
    LEVY = "levy"
    """징수결정액"""
    UNCOLLECTED = "uncollected"
    """미수납액"""
    RATE = "rate"
    """one column in per cent of another"""
    NEXT_YEAR = "next_year"
    """what is carried over into the next year"""


Meaning = Role | EntryKind

LEVELS = (Role.POLICY, Role.UNIT, Role.PROGRAMME)
"""The levels of expenditure, from above."""

NAMING = frozenset({*LEVELS, Role.NAME, Role.ACCOUNT})

UNCLEAR: dict[Role, tuple[Meaning, ...]] = {
    Role.SPENT: (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT),
    Role.CARRIED: (
        EntryKind.EXPLICIT_CARRYOVER,
        EntryKind.INCIDENTAL_CARRYOVER,
        EntryKind.CONTINUING_CARRYOVER,
    ),
    Role.MOVED: (EntryKind.INTER_PROGRAMME_TRANSFER, EntryKind.INTRA_PROGRAMME_TRANSFER),
    Role.ROUND: (EntryKind.AMENDMENT, Role.AMENDED),
    Role.AMOUNT: tuple(EntryKind),
}
"""Headers that don't say which kind of entry they mean, and what they may mean."""

AMOUNTS = frozenset[Meaning](
    {*EntryKind, *UNCLEAR, Role.BUDGET, Role.PRESENT, Role.AMENDED, Role.CHANGE}
)
"""What may become entries."""

HALVED = frozenset[Meaning](
    {
        EntryKind.INTER_PROGRAMME_TRANSFER,
        EntryKind.INTRA_PROGRAMME_TRANSFER,
        EntryKind.ADJUSTMENT,
        EntryKind.AMENDMENT,
        Role.CHANGE,
        Role.MOVED,
        Role.ROUND,
    }
)
"""What sheets show in two columns, one of increases and one of decreases."""

_WORDS: dict[Meaning, str] = {
    Role.POLICY: "정책사업 정책사업명 정책",
    Role.UNIT: "단위사업 단위사업명 단위",
    Role.PROGRAMME: "세부사업 세부사업명",
    Role.ITEM: "편성목 통계목 세목 세세목 비목 예산목 부기명",
    Role.NAME: "사업명 과목 과목명 예산과목 세입과목 세출과목 구분 항목 계정명 "
    "계정과목 사업 사업구분 예산구분 관 항 장 목 account_name",
    Role.ACCOUNT: "계정 account",
    Role.DATE: "일자 날짜 지출일자 지출일 원인행위일자 원인행위일 결의일자 결의일 "
    "집행일자 집행일 수납일자 수납일 처리일자 회계일자 시행일 기준일 기준일자 date",
    Role.STAGE: "단계 예산단계 stage",
    Role.KIND: "종류 kind",
    Role.APPROVAL: "의결 승인 approval",
    Role.FUNDING: "재원 funding",
    Role.REFERENCE: "문서번호 근거 결의번호 지출결의번호 전표번호 관련문서 reference",
    Role.NOTE: "비고 적요 내용 지출내용 집행내용 집행내역 사유 산출근거 산출기초 note",
    Role.SOURCE: "출처 source",
    Role.AMOUNT: "금액 amount amount_won",
    Role.BUDGET: "예산액 예산 세출예산 세입예산 예산금액 예산총액 총예산 총예산액 세입예산액 "
    "세출예산액 "
    "최종예산 최종예산액 현예산 현예산액",
    Role.PRESENT: "기정 기정액 기정예산 기정예산액 변경전예산 변경전예산액 변경전 추경전예산 "
    "추경전예산액",
    Role.AMENDED: "경정 경정액 경정예산 경정예산액 추경후예산 추경후예산액 추경후 변경후예산 "
    "변경후예산액 변경후 변경예산 변경예산액 조정후예산 조정후예산액",
    Role.CHANGE: "증감 증감액 비교증감 비교증감액 추경증감 추경증감액 증△감 증·감",
    Role.SPENT: "집행 집행액 집행금액 집행실적 집행누계 집행누계액 집행액누계 집행총액",
    Role.CARRIED: "이월 이월액 전년도이월 전년도이월액 전년이월액 이월예산 이월예산액",
    Role.MOVED: "이전용 이·전용 이용전용 이용·전용 전용등 이전용액 이용전용액",
    Role.IGNORE: "연번 번호 순번 순 no no. 일련번호 코드 사업코드 과목코드 부서 담당부서 "
    "부서명 담당부서명 소관 소관부서 담당자 회계 회계명 회계구분 회계연도 연도 year 사업기간 기간",
    EntryKind.OPENING: "현액 예산현액계 opening",
    EntryKind.ORIGINAL: "본예산액 당초예산 당초예산액 당초",
    EntryKind.EXPLICIT_CARRYOVER: "명시이월액 전년도명시이월액",
    EntryKind.INCIDENTAL_CARRYOVER: "사고이월액 전년도사고이월액",
    EntryKind.CONTINUING_CARRYOVER: "계속비이월액",
    EntryKind.RESERVE_USE: "예비비사용액 예비비지출",
    EntryKind.INTER_PROGRAMME_TRANSFER: "이용액",
    EntryKind.INTRA_PROGRAMME_TRANSFER: "전용액",
    EntryKind.ADJUSTMENT: "변경액 변경사용액",
    EntryKind.PRE_APPROVAL: "성립전사용액 성립전예산",
    EntryKind.COMMITMENT: "원인행위누계 원인행위누계액 원인행위액누계 원인행위금액 "
    "지출원인행위액 commitment",
    EntryKind.DISBURSEMENT: "지출누계 지출누계액 지출총액 지출금액 지출액누계 실지출액 "
    "disbursement",
    EntryKind.COLLECTION: "실수납액 수납누계 수납누계액 수납액누계 수납금액 collection",
}

_DERIVED: dict[Derived, str] = {
    Derived.TOTAL: "계 합계 총계 소계 총액 누계 total",
    Derived.BALANCE: "잔액 집행잔액 예산잔액 미집행액 불용액 잔여예산 지출잔액",
    Derived.LEVY: "징수결정 징수결정액",
    Derived.UNCOLLECTED: "미수납 미수납액",
    Derived.RATE: "집행률 집행율 원인행위율 원인행위률 지출률 지출율 증감률 증감율 비율 구성비 "
    "진도율 수납률 수납율 징수율 징수률 % 율 률",
    Derived.NEXT_YEAR: "이월예정액 이월예정",
}

_ROUND = re.compile(
    r"(?:제?[0-9일이삼사][회차]|정리|마무리)?추(?:경|가경정)(?:예산)?(?:\(?안\)?)?액?"
)
_NEXT_YEAR = re.compile(r"(?:다음|차|익|명|후)(?:회계)?(?:연도|년도|년|해|기)(?:로|에)?의?이월.*")
_LAST_YEAR = re.compile(r"^(?:전년도?(?:에서|로부터)?|전기)(?=(?:명시|사고|계속비)이월)")
_SIGNED = re.compile(rf"(?P<base>.+)\((?:(?P<more>증액?|증가|\+)|감액?|감소|[{MINUS_SIGNS}])\)")
"""A header with its sign in brackets behind it."""

_HALF = re.compile(r"(?P<base>.*?)(?:(?P<more>증액?|증가액?)|(?P<less>감액?|감소액?))")
_YEAR = re.compile(r"(?:\d{4}|['’‘]?\d{2})(?:년도?|회계연도|\.)?")
RUNNING = frozenset({"누계", "누계액", "누적", "합계", "계", "소계", "총계", "금액", "액"})
"""Sub-headers that say: the amount named above, all of it."""

PARTIAL = frozenset({"당월", "금월", "금회", "전월", "전월까지", "전월누계", "당일", "전회"})
"""Sub-headers of a part of the amount named above."""

TOTALS = frozenset({"누계", "합계", "계", "소계", "총계", "총액", "total"})
"""Sub-headers that say: the sum of the columns beside this one."""


def _index() -> Iterator[tuple[str, Meaning]]:
    for kind, words in KIND_WORDS.items():
        yield from ((squeeze(word), kind) for word in words)
    for meaning, words_ in _WORDS.items():
        yield from ((word, meaning) for word in words_.split())


_MEANINGS: dict[str, Meaning] = dict(_index())
_MEANINGS["추경"] = Role.ROUND
_LEFT_OUT: dict[str, Meaning] = {
    "무시": Role.IGNORE,
    "제외": Role.IGNORE,
    "미확인": Role.UNCHECKED,
}
"""Words of profiles that no header is."""

_DERIVED_WORDS = {word: derived for derived, words_ in _DERIVED.items() for word in words_.split()}


def find_meaning(label: str) -> Meaning | None:
    """What one header word means, or None when it is none of ours.

    >>> find_meaning("예 산 현 액(A)"), find_meaning("’25년 예산액"), find_meaning("제1회 추경(안)")
    (<EntryKind.OPENING: 'opening'>, <Role.BUDGET: 'budget'>, <Role.ROUND: 'round'>)
    """
    for word in _list_words(label):
        if word in _MEANINGS:
            return _MEANINGS[word]
        if _ROUND.fullmatch(word):
            return Role.ROUND
        derived = find_derived(word)
        if derived:
            return None if derived is Derived.TOTAL else Role.IGNORE
        if _LAST_YEAR.match(word):
            return _MEANINGS.get(_LAST_YEAR.sub("", word))
    return None


def find_derived(label: str) -> Derived | None:
    """What follows from other columns that a header names, or None.

    >>> find_derived("집행잔액(A-B)"), find_derived("차년도 이월액"), find_derived("집행액")
    (<Derived.BALANCE: 'balance'>, <Derived.NEXT_YEAR: 'next_year'>, None)
    """
    for word in _list_words(label):
        if word in _DERIVED_WORDS:
            return _DERIVED_WORDS[word]
        if _NEXT_YEAR.fullmatch(word):
            return Derived.NEXT_YEAR
    return None


def _list_words(label: str) -> tuple[str, ...]:
    """The header without what is put around its word, and without a year before it."""
    plain = strip_note(without_brackets(label).lower().strip("*※:："))
    return (plain, _YEAR.sub("", plain, count=1)) if _YEAR.match(plain) else (plain,)


def split_half(label: str) -> tuple[str, int]:
    """What a header says that changes, and whether it shows the increases (1) or decreases (-1).

    >>> split_half("전용증액"), split_half("감"), split_half("증감액"), split_half("전용액")
    (('전용', 1), ('', -1), ('증감액', 0), ('전용액', 0))
    >>> split_half("전용(+)"), split_half("전용(△)")
    (('전용', 1), ('전용', -1))
    """
    plain = without_brackets(label).lower()
    inside = _SIGNED.fullmatch(squeeze(label))
    if inside:
        return inside["base"].lower(), 1 if inside["more"] else -1
    match = _HALF.fullmatch(plain)
    if match is None or plain in _MEANINGS or match["base"].endswith(("증", "절", "차")):
        return plain, 0
    return match["base"], 1 if match["more"] else -1


def parse_meaning(text: str) -> Meaning | None:
    """The role or kind of entry of that name, or of a header that means it, as a profile says it.

    >>> parse_meaning("지출액"), parse_meaning("무시")
    (<EntryKind.DISBURSEMENT: 'disbursement'>, <Role.IGNORE: 'ignore'>)
    """
    word = squeeze(text).lower()
    choices: Iterable[type[Role] | type[EntryKind]] = (EntryKind, Role)
    for choice in choices:
        if word in set(choice):
            return choice(word)
    return _LEFT_OUT.get(word) or _MEANINGS.get(word)
