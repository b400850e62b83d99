"""A block has exactly one kind; periods are ISO 8601 and exist."""

from typing import Any

import pytest
from pydantic import ValidationError

from reportgen.model.blocks import Block, ScheduleItem, Table


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"heading": "가"}, "heading"),
        ({"numbered": ("가", "나")}, "numbered"),
        ({"box": {"title": "가", "lines": ("나",)}}, "box"),
    ],
)
def test_the_key_says_the_kind(data: dict[str, Any], kind: str) -> None:
    block = Block.model_validate(data)
    assert (block.kind, block.value) == (kind, getattr(block, kind))


@pytest.mark.parametrize("data", [{}, {"heading": "가", "item": "나"}])
def test_a_block_of_no_kind_or_two_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Block.model_validate(data)


@pytest.mark.parametrize(
    "period", ["2026-07", "2026-07-31", "2026-06/2026-11", "2026-09-30/2026-10-02", "2028-02-29"]
)
def test_a_period_is_a_month_a_day_or_a_range(period: str) -> None:
    assert ScheduleItem(task="가", period=period).period == period


def test_a_period_is_kept_as_iso_8601_has_it() -> None:
    assert ScheduleItem(task="가", period="’26. 6. ~ 11.").period == "2026-06/2026-11"


@pytest.mark.parametrize(
    "period",
    [
        "7월",
        "2026",
        "2026-13",
        "2026-00",
        "2026-02-30",
        "2026-11/2026-07",
        "2026-06/2026-07/2026-08",
        "2026-06/",
        "2026-W01",
        "2026-W01-1",
    ],
)
def test_a_period_that_is_none_or_does_not_exist_is_refused(period: str) -> None:
    with pytest.raises(ValidationError):
        ScheduleItem(task="가", period=period)


def test_serial_columns_have_no_typed_cells() -> None:
    table = Table.model_validate(
        {"columns": ({"name": "연번", "serial": True}, {"name": "이름"}), "rows": (("가",),)}
    )
    assert [column.name for column in table.typed_columns] == ["이름"]
