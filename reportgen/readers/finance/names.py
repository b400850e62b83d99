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
_PART_TOTAL = re.compile(r"(?P<name>.+?)(?:소계|합계|총계|누계)")
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


def without_brackets(text: str) -> str:
    """The squeezed name without what stands in brackets.

    >>> without_brackets("예산현액 (A, 천원)")
    '예산현액'
    """
    return _BRACKETS.sub("", squeeze(text)) or squeeze(text)


def is_total(text: str) -> bool:
    """Whether a row of this label is a sum of others.

    >>> [is_total(text) for text in ("합 계", "총계(A)", "소계", "세출 총계", "회계", "통계 조사")]
    [True, True, True, True, False, False]
    """
    return bool(_TOTAL.fullmatch(without_brackets(strip_marker(text))))


def is_running_total(text: str) -> bool:
    """Whether the label says that everything above is added up (누계)."""
    return bool(_RUNNING.search(squeeze(text)))


def find_summed(text: str) -> str:
    """The name whose sum a label announces; empty where it announces none.

    >>> find_summed("마을정원 조성 소계"), find_summed("소계")
    ('마을정원조성', '')
    """
    match = _PART_TOTAL.fullmatch(without_brackets(strip_marker(text)))
    return match["name"] if match and not is_total(text) else ""


def measure_indent(text: str) -> int:
    """How many blanks stand before a name; a wide one counts twice.

    >>> measure_indent("  가"), measure_indent("　가")
    (2, 2)
    """
    blanks = text[: len(text) - len(text.lstrip())]
    return sum(2 if mark == "　" else 1 for mark in blanks if mark not in "\r\n")
