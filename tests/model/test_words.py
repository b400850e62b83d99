"""Every key with fixed values takes Korean words, and holds the value."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from reportgen.model.amendments import AmendmentNotes, RowChoice
from reportgen.model.blocks import TableColumn
from reportgen.model.budget import Category, TransferLevel, TransferRules
from reportgen.model.outline_blocks import OutlineBlock
from reportgen.model.outline_words import COLUMN_WORDS, VIEW_WORDS
from reportgen.model.projects import STATUS_WORDS, RequestStatus
from reportgen.model.report import Notation, Style
from reportgen.model.view_kinds import (
    VIEWS,
    ExecutionView,
    MonthlyView,
    ProgrammesView,
    RevenueView,
)
from reportgen.model.words import Choice, Flag, Words, fold_word
from reportgen.money import MoneyUnit
from tests.worded import Key, list_keys

COLOURS = Words({"light_red": ("연한 빨강", "빨강"), "red": ("빨강",)})


@pytest.mark.parametrize(
    "typed",
    [
        "light_red",
        "Light Red",
        "LIGHT-RED",
        "연한빨강",
        "연한 빨강",
        "연한·빨강",
        "ｌｉｇｈｔ　ｒｅｄ",
    ],
)
def test_case_blanks_and_joints_make_no_difference(typed: str) -> None:
    assert COLOURS.read(typed) == "light_red"


def test_a_word_of_two_values_means_both() -> None:
    assert [choice.value for choice in COLOURS.find("빨강")] == ["light_red", "red"]
    assert COLOURS.list_typed() == ["light_red", "red", "연한 빨강"]


@pytest.mark.parametrize(
    ("typed", "kind", "values"),
    [
        ("추진", "several_meanings", ["completed", "in_progress"]),
        ("끝", "unknown_word", list(RequestStatus)),
    ],
)
def test_what_means_no_value_or_several_is_refused(
    typed: str, kind: str, values: list[str]
) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[RequestStatus, STATUS_WORDS]).validate_python(typed)
    (error,) = caught.value.errors()
    assert (error["type"], [choice.value for choice in error["ctx"]["choices"]]) == (kind, values)


@pytest.mark.parametrize("key", list_keys(), ids=lambda key: f"{key.owner}.{key.name}")
def test_each_value_of_a_key_has_a_word(key: Key) -> None:
    assert key.words is not None
    assert all(choice.words for choice in key.words.choices)


@pytest.mark.parametrize("key", list_keys(), ids=lambda key: f"{key.owner}.{key.name}")
def test_no_word_is_listed_twice_for_a_value(key: Key) -> None:
    assert key.words is not None
    folded = [(one.value, fold_word(word)) for one in key.words.choices for word in one.words]
    assert len(folded) == len(set(folded))


@pytest.mark.parametrize("name", VIEWS)
def test_each_view_has_a_word(name: str) -> None:
    (choice,) = VIEW_WORDS.find(name)
    assert any(VIEW_WORDS.find(word) == (choice,) for word in choice.words)


@pytest.mark.parametrize(
    ("name", "key"),
    [(name, key) for name, view in VIEWS.items() for key in getattr(view, "keys", ())],
)
def test_each_column_of_a_view_has_a_word(name: str, key: str) -> None:
    words = COLUMN_WORDS.keep(VIEWS[name].keys)  # type: ignore[attr-defined]
    (choice,) = words.find(key)
    assert any(words.find(word) == (choice,) for word in choice.words)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("예", True), ("참", True), ("아니오", False), ("거짓", False), ("TRUE", True), ("no", False)],
)
def test_a_flag_is_read(typed: str, value: bool) -> None:
    assert TypeAdapter(Flag).validate_python(typed) is value


def test_the_models_hold_the_values() -> None:
    assert Notation.model_validate({"style": "공문"}).style is Style.OFFICIAL_LETTER
    assert TableColumn.model_validate({"name": "가", "align": "가운데"}).align == "center"
    assert TransferRules.model_validate({"adjustment": "과목"}).adjustment is TransferLevel.CATEGORY
    category = Category.model_validate({"id": "a", "name": "가", "reserve": "예"})
    assert category.reserve is True
    notes = AmendmentNotes.model_validate({"stage": "가", "unit": "백만 원", "rows": "전체"})
    assert (notes.unit, notes.rows) == (MoneyUnit.MILLION, RowChoice.ALL)


def test_an_outline_is_written_in_korean() -> None:
    revenue = _read_block(
        {
            "view": "세입",
            "unit": "천 원",
            "columns": ("구분", "예산현액", {"name": "증감", "width": "3"}),
        }
    )
    assert isinstance(revenue, RevenueView)
    assert (revenue.view, revenue.unit) == ("revenue", MoneyUnit.THOUSAND)
    assert revenue.columns is not None
    assert [column.name for column in revenue.columns] == ["name", "appropriation", "change"]
    execution = _read_block({"view": "집행 현황", "levels": "성질별"})
    assert isinstance(execution, ExecutionView)
    assert execution.levels == 2
    months = _read_block({"view": "월별집행", "kind": "원인행위"})
    assert isinstance(months, MonthlyView)
    assert months.kind == "commitment"
    programmes = _read_block({"view": "세부사업", "parts": ("목록", "pages")})
    assert isinstance(programmes, ProgrammesView)
    assert programmes.parts == ("list", "pages")


def _read_block(typed: dict[str, Any]) -> Any:
    return TypeAdapter(OutlineBlock).validate_python(typed)


def test_a_choice_without_words_is_called_by_its_value() -> None:
    assert Choice("a", ()).word == "a"
