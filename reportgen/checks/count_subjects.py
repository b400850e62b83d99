"""Whose count a text says: the foundation's, or that of a room, a course or another body."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportgen.diagnostics import Severity

_CLAUSE = re.compile(r"[.;\n。]\s|[다음임함됨][.;]|※|\n")
_COUNT = re.compile(
    r"(?:정원|현원)?\s*:?\s*\d[\d,]*\s*"
    r"(?:개\s*\S{2}사업|(?:개\s*(?:의\s*)?)?(?:본부|팀|명|실|국|과))"
)
_TOKEN = re.compile(r"[\w·ㆍ\0]+")
_PARTICLE = re.compile(r"(?<=\w\w)(?:에서는|에서|에는|으로|은|는|이|가|의|을|를|에|과|와|도|로)$")

_OWN = re.compile(
    r"재단|우리|본원|당사|(?:우리|본|당)(?:재단|기관|원)|조직\w{0,3}|기구\w{0,2}|직제\w{0,3}|"
    r"인력\w{0,3}|임직원|직원|정현원|현원|정원"
)
_NEUTRAL = re.compile(
    r"총|전체|모두|합계|계|현재|올해|금년|금년도|현행|현황|운영|체제|규모|인원|및|등|또는|기준|"
    r"\d+\w{0,2}|\0+"
)
_BODY = re.compile(
    r"타|다른|각|이웃|협력|기존|종전|당초|이전|작년|전년|지난해|국내|국외|해외|"
    r"\w+(?:[시도군구청국급직]|재단|공단|공사)|\w*(?:기관|협회|학회|센터|대학교?|학교|위원회|기업|업체|법인|"
    r"단체|조합|은행|병원|연구원|진흥원|연구소|강의실|교육실|회의실|교육장|체험관|도서관|시설|차량|"
    r"버스|숙소|교육|과정|강좌|강의|교실|캠프|프로그램|학급|수강생?|교육생|참가자?|참여자|학생|"
    r"대상|사업|지자체|본부|팀)"
)
_CHANGE = re.compile(
    r"\s*(?:으로|을|를|의|이|인)?\s*(?:→|⇒|->|증|감|추가|확대|축소|모집|수강|교육|참가|참여|신청|선발|"
    r"강의실|강좌|과정|교실|버스|차량|시설|이내|내외|미만|초과|이하|이상)"
)
_PART = re.compile(r"\s*(?:중|가운데|에서|의|외)(?:\s|$|에)")

_AROUND = 400
"""Characters before and behind a count that may say whose it is."""


class Count(NamedTuple):
    """A count in a text.

    :ivar is_staff: whether it counts people, whose room or course may be meant as well.
    """

    text: str
    start: int
    end: int
    is_staff: bool


def judge_count(count: Count, organization: str, year: int, is_own: bool) -> Severity | None:
    """How bad it is that the count isn't the foundation's; None where another is its subject.

    :param organization: the foundation's name.
    :param is_own: whether the text stands where only the foundation is spoken of.
    """
    clause = _CLAUSE.split(count.text[max(0, count.start - _AROUND) : count.start])[-1]
    behind = count.text[count.end : count.end + _AROUND]
    tokens = _list_words(clause, organization, year)
    owner = next((token for token in reversed(tokens) if token != "?"), "")
    if owner == "other" or _CHANGE.match(behind):
        return None
    is_named = owner == "own" or (count.is_staff and "현원" in f"{clause}{behind[:12]}")
    nearest = tokens[-1] if tokens else ""
    if is_own or (is_named and not (count.is_staff and nearest == "?")):
        return Severity.ERROR
    says_more = count.is_staff and _TOKEN.search(_COUNT.sub("", behind))
    if not tokens and not says_more and not _PART.match(behind):
        return Severity.ERROR
    is_foreign = count.is_staff and nearest == "?" and not is_named
    return None if is_foreign else Severity.WARNING


def _list_words(clause: str, organization: str, year: int) -> list[str]:
    """Of every word before the count that says anything: ``own``, ``other``, or ``?``."""
    joined = _COUNT.sub(" \0 ", clause).replace(organization, " 재단 ")
    joined = re.sub(r"(?<!\w)(우리|본|당)\s+(?=재단|기관)", r"\1", joined)
    kinds: list[str] = []
    for match in _TOKEN.finditer(joined):
        word = _PARTICLE.sub("", match[0])
        is_short = len(word) > len("재단") and organization.endswith(word)
        kind = "own" if is_short else _classify(word, year)
        is_foreign = match[0].startswith("재단") and kinds[-1:] == ["other"]
        kinds.append("other" if is_foreign else kind)
    return [kind for kind in kinds if kind]


def _classify(word: str, year: int) -> str:
    """What a word says of the subject: ``own``, ``other``, ``?`` or nothing."""
    if re.fullmatch(r"(?:19|20)\d\d(?:년도?)?", word):
        return "" if int(word[:4]) == year else "other"
    if _OWN.fullmatch(word):
        return "own"
    if _BODY.fullmatch(word):
        return "other"
    return "" if _NEUTRAL.fullmatch(word) else "?"
