"""Words of the Korean outputs."""

from datetime import date
from decimal import Decimal

import pytest

from reportgen.comparison.facts import ContentLine, FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.version import Label
from reportgen.comparison.wording import Speller, join_names, name_side
from reportgen.figures import Unit

DAY = date(2026, 4, 30)


def _label(asked: str, commit: str = "", stage: str | None = None) -> Label:
    return Label(asked, "보고", commit, stage, DAY)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (_label("2026 본예산", stage="2026 본예산"), "2026 본예산 (’26. 4. 30. 기준)"),
        (_label(""), "보고 (’26. 4. 30. 기준)"),
        (_label("HEAD", "0123456789abcdef"), "HEAD · 0123456789ab (’26. 4. 30. 기준)"),
        (_label("0123456", "0123456789abcdef"), "0123456 (’26. 4. 30. 기준)"),
        (
            _label("HEAD@추경", "0123456789abcdef", "추경"),
            "HEAD@추경 · 0123456789ab (’26. 4. 30. 기준)",
        ),
    ],
)
def test_a_state_is_named_by_what_was_asked_and_what_was_found(label: Label, words: str) -> None:
    assert Speller(label).describe_label(label) == words


@pytest.mark.parametrize(
    ("old", "new", "unit", "words"),
    [
        (1_000_000, 500_000, Unit.WON, "△500"),
        (1_000_000, 1_000_500, Unit.WON, "0.500"),
        (3, 5, Unit.PEOPLE, "2"),
        (None, 5, Unit.PEOPLE, "-"),
    ],
)
def test_a_difference_is_spelled_in_its_unit(
    old: int | None, new: int, unit: Unit, words: str
) -> None:
    change = FigureChange("a", unit, old, new, ("", ""), (0, 0))
    assert Speller(_label("")).spell_difference(change) == words


def test_the_difference_of_a_rate_is_in_points() -> None:
    change = FigureChange("a", Unit.RATIO, Decimal("0.5"), Decimal("0.25"), ("", ""), (0, 0))
    assert Speller(_label("")).spell_difference(change) == "△25.0%p"


@pytest.mark.parametrize(
    ("is_new", "is_shared", "words"),
    [
        (True, False, "이후에만"),
        (False, False, "이전에만"),
        (True, True, "집계 추가"),
        (False, True, "집계 제외"),
    ],
)
def test_a_fact_is_named_by_the_state_that_has_it(
    is_new: bool, is_shared: bool, words: str
) -> None:
    fact = ContentLine("a.yaml", "- id: a", 1)
    assert name_side(FactChange(fact, is_new, (), is_shared)) == words


def test_files_that_differ_in_their_format_alone_are_joined() -> None:
    assert join_names(["a.hwpx", "a.docx", "b.xlsx!세출!B4"]) == "a.hwpx·docx, b.xlsx!세출!B4"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("0.4504", "0.4516", "0.2%p"),
        ("0.4504", "0.4496", "0.0%p"),
        ("0.0004", "-0.0004", "0.0%p"),
        ("0.0006", "-0.0006", "△0.2%p"),
    ],
)
def test_the_difference_of_rates_is_that_of_the_printed_ones(
    old: str, new: str, words: str
) -> None:
    change = FigureChange("a", Unit.RATIO, Decimal(old), Decimal(new), ("", ""), (0, 0))
    assert Speller(_label("")).spell_difference(change) == words
