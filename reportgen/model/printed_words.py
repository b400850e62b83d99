"""The words that the views print themselves, and what a folder wants to print instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from reportgen.model.base import SOURCE_KEY
from reportgen.model.words import fold_word

WORDS: Mapping[str, str] = {
    "구분": "the first column of tables",
    "계": "the row or column of a total",
    "소계": "the row of a part of the budget",
    "총예산": "the last row of the programmes' budget",
    "예산현액": "column",
    "최종예산": "column: last year's",
    "증감": "above two columns",
    "증감액": "column",
    "증감률": "column",
    "정책사업": "column",
    "단위사업": "column",
    "세부사업명": "column",
    "예산액": "column",
    "비고": "column",
    "집행액": "above two columns",
    "원인행위액": "column",
    "지출액": "column",
    "집행률(%)": "above two columns",
    "원인행위": "column: a rate",
    "지출": "column: a rate",
    "집행잔액": "column",
    "재원, 세부사업": "column of the sources",
    "세입 예산현액": "column of the sources",
    "세출 예산현액": "column of the sources",
    "구성비": "column of the sources",
    "차액 (세입 - 세출)": "column of the sources",
    "재원을 밝히지 않음": "row of the sources: amounts whose source nobody names",
    "부서명": "column of the duties",
    "업무내용": "column of the duties",
    "정원": "row of the staffing",
    "현원": "row of the staffing",
    "과부족": "row of the staffing",
    "시정·처리요구사항": "requests of the council: their group, and its row in the totals",
    "시정 및 처리 요구사항": "above these requests",
    "조치결과 및 향후추진계획": "above their answers",
    "건의사항": "suggestions of the council: group, row and heading",
    "기타(자료제출 등)": "other requests: their row in the totals",
    "기타": "the group of other requests",
    "요구사항": "above other requests",
    "조치결과": "above the answers to suggestions and other requests",
    "추진상황": "before the status of an answer",
    "완료": "column of the requests",
    "추진 중": "column of the requests, and status of an answer",
    "검토 중": "column of the requests, and status of an answer",
    "미반영": "column of the requests, and status of an answer",
    "추진완료": "status of an answer",
    "기정액": "column of an amendment",
    "경정액": "column of an amendment",
    "비교증감": "column of an amendment",
    "산출근거": "column of an amendment",
    "변경 없음": "row of an amendment, with how many programmes do not change",
    "직급": "column of the posts that an amendment changes",
    "현행 정원": "column of the posts that an amendment changes",
    "변경 정원": "column of the posts that an amendment changes",
    "사유": "column of the posts, and of transfers",
    "일자": "column of transfers",
    "근거": "column of transfers",
    "세부사업": "column of transfers and of carry-overs",
    "감액": "column of transfers",
    "증액": "column of transfers",
    "명시이월": "column of carry-overs",
    "사고이월": "column of carry-overs",
    "계속비이월": "column of carry-overs",
    "목차": "above the contents",
}
"""Each as it is named in a folder, with where it is printed; tables may print it wider spaced."""

_KNOWN = frozenset(map(fold_word, WORDS))


def _know_word(word: str) -> str:
    """The word, folded.

    :raises PydanticCustomError: for one that no view prints.
    """
    folded = fold_word(word)
    if folded not in _KNOWN:
        raise PydanticCustomError("unknown_printed_word", "no word of the views")
    return folded


def _read_words(given: Any) -> Any:
    """What was typed, without its position.

    :raises PydanticCustomError: where a word is given twice, spaced in two ways.
    """
    if not isinstance(given, dict):
        return given
    words = {word: instead for word, instead in given.items() if word != SOURCE_KEY}
    folded = Counter(fold_word(str(word)) for word in words)
    if repeated := [word for word in words if folded[fold_word(str(word))] > 1]:
        raise PydanticCustomError(
            "repeated_printed_word", "a word twice", {"words": ", ".join(map(str, repeated))}
        )
    return words


def _describe() -> dict[str, Any]:
    described = {
        word: {"type": "string", "description": f"instead of {word}: {where}"}
        for word, where in WORDS.items()
    }
    return {"type": "object", "properties": described, "additionalProperties": {"type": "string"}}


PrintedWords = Annotated[
    dict[Annotated[str, AfterValidator(_know_word)], str],
    BeforeValidator(_read_words),
    WithJsonSchema(_describe()),
    Field(description="what is printed instead of words of the views, such as 소계: 중간 합계"),
]
"""By the word that is replaced, folded."""
