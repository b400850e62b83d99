"""Names of accounts and headers, without what typists do to them."""

from __future__ import annotations

import re
import unicodedata

_DOTS = str.maketrans(dict.fromkeys("・ㆍ•∙‧⋅・", "·"))
_MARKER = re.compile(
    r"^(?:[□■◇◆○●◎ㅇ◦▷▶▸※└ㄴ·*-]+|\(?\d{1,2}[.)](?!\d)|\(?[가-하][.)]|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[.)])\s*"
)
_ROMAN = re.compile(r"^(?:VIII|VII|III|IV|IX|VI|II|I|V|X)[.)]\s*")
_TOTAL = re.compile(
    r"(?:총|합|소|누|월|중|세입|세출|예산)*[총합소누월]?계|총합계|총액|총예산|총괄|(?:세입|세출)총?액"
)
_FOREIGN_TOTAL = re.compile(r"(?:grand|sub)?-?totals?|sum", re.IGNORECASE)
_PART_TOTAL = re.compile(r"(?P<name>.+?)(?:소계|합계|총계|누계)")
_COUNTED = re.compile(r"(?P<name>.+?)\s+(?:계|total)", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:\s*(?:\(?\s*(?:주|註|각주)?\s*\d{1,2}\s*\)|\(\s*주\s*\)|[*＊※†‡§]+|[¹²³⁴-⁹⁰]+\)?))+$"
)
"""A mark that leads to a note: 1), 주1), (주2), *, ※ or a raised number."""

_STATE_WORDS = (
    "신규 계속 완료 종료 변경 조정 중단 중지 폐지 일몰 확대 축소 통합 분리 이관 "
    "순증 순감 증액 감액 new"
)
_STATE = re.compile(
    rf"\s*[(\[〔<【]\s*(?:{'|'.join(_STATE_WORDS.split())})\s*(?:사업)?\s*[)\]〕>】]$",
    re.IGNORECASE,
)
"""A word in brackets that says what is new about an account, such as (신규)."""
_BRACKETS = re.compile(r"[(\[〔][^()\[\]〔〕]*[)\]〕]")
_RUNNING = re.compile(r"누계")


def squeeze(text: str) -> str:
    """The name without blanks, in one form of its letters, brackets and middle dots.

    >>> squeeze("예 산  현 액 "), squeeze("교류ㆍ확산") == squeeze("교류・확산")
    ('예산현액', True)
    """
    return "".join(unicodedata.normalize("NFKC", text.translate(_DOTS)).translate(_DOTS).split())


def strip_marker(text: str) -> str:
    """The name without a bullet or number before it.

    >>> strip_marker("1. 정원"), strip_marker("  - 정원"), strip_marker("3.1절 기념")
    ('정원', '정원', '3.1절 기념')
    """
    plain = " ".join(text.split())
    stripped = _MARKER.sub("", plain)
    return _ROMAN.sub("", stripped) or plain


def strip_note(text: str) -> str:
    """The name without what is put behind it for this table alone: 1), 주1), *, (신규).

    >>> strip_note("정원 1)"), strip_note("정원주2)"), strip_note("정원**")
    ('정원', '정원', '정원')
    >>> strip_note("정원 (신규)1)"), strip_note("정원(2단계)")
    ('정원', '정원(2단계)')
    """
    plain = " ".join(text.split())
    while (shorter := _STATE.sub("", _NOTE.sub("", plain)).strip()) and shorter != plain:
        plain = shorter
    return plain


def without_brackets(text: str) -> str:
    """The squeezed name without what stands in brackets.

    >>> without_brackets("예산현액 (A, 천원)")
    '예산현액'
    """
    return _BRACKETS.sub("", squeeze(text)) or squeeze(text)


def is_total(text: str) -> bool:
    """Whether a row of this label is a sum of others.

    >>> [is_total(text) for text in ("합 계", "총계(A)", "소계", "세출 총계", "TOTAL")]
    [True, True, True, True, True]
    >>> [is_total(text) for text in ("회계", "통계 조사")]
    [False, False]
    """
    plain = without_brackets(strip_note(strip_marker(text)))
    return bool(_TOTAL.fullmatch(plain) or _FOREIGN_TOTAL.fullmatch(plain))


def is_running_total(text: str) -> bool:
    """Whether the label says that everything above is added up (누계)."""
    return bool(_RUNNING.search(squeeze(text)))


def find_summed(text: str) -> str:
    """The name whose sum a label announces; empty where it announces none.

    >>> find_summed("마을정원 조성 소계"), find_summed("사업비 계"), find_summed("소계")
    ('마을정원조성', '사업비', '')
    """
    plain = strip_note(strip_marker(text))
    match = _PART_TOTAL.fullmatch(without_brackets(plain)) or _COUNTED.fullmatch(plain)
    return squeeze(match["name"]) if match and not is_total(text) else ""


def measure_indent(text: str) -> int:
    """How many blanks stand before a name; a wide one counts twice.

    >>> measure_indent("  가"), measure_indent("　가")
    (2, 2)
    """
    blanks = text[: len(text) - len(text.lstrip())]
    return sum(2 if mark == "　" else 1 for mark in blanks if mark not in "\r\n")
