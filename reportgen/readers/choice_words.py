"""What the fixed words of the content mean, for those who read messages in Korean."""

from __future__ import annotations

from reportgen.i18n import language

_KOREAN = {
    "correction": "시정·처리 요구",
    "suggestion": "건의",
    "other": "기타",
    "completed": "추진완료",
    "in_progress": "추진중",
    "under_review": "검토중",
    "not_reflected": "미반영",
    "report": "보고서",
    "official-letter": "공문",
    "thousand": "천원",
    "million": "백만원",
    "hundred_million": "억원",
    "changed": "바뀐 사업만",
    "left": "왼쪽",
    "center": "가운데",
    "right": "오른쪽",
    "any": "제한 없음",
    "policy": "정책사업",
    "unit": "단위사업",
    "category": "성질별 과목",
    "cumulative": "누계",
    "entries": "건별",
}


def gloss_choice(choice: str) -> str:
    """The word in its quotes, in Korean messages with its meaning.

    >>> gloss_choice("'left'")
    "'left'"
    """
    meaning = _KOREAN.get(choice.strip("'"))
    return f"{choice}({meaning})" if meaning and language() == "ko" else choice
