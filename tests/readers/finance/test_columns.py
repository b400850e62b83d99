"""What the headers above a column say together."""

import pytest

from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.columns import describe_column
from reportgen.readers.finance.words import Meaning, Role


@pytest.mark.parametrize(
    ("labels", "meaning"),
    [
        (("집행액", "원인행위액"), EntryKind.COMMITMENT),
        (("집행액",), Role.SPENT),
        (("예산현액", "계"), EntryKind.OPENING),
        (("예산현액", "국비"), None),
        (("예산현액", "예산액"), Role.BUDGET),
        (("원인행위액", "누계"), EntryKind.COMMITMENT),
        (("예산액", "2025"), Role.BUDGET),
        (("금액",), Role.AMOUNT),
        (("담당 동네",), None),
    ],
)
def test_the_lowest_header_that_says_something_counts(
    labels: tuple[str, ...], meaning: Meaning | None
) -> None:
    assert describe_column(3, labels).meaning is meaning


def test_a_column_knows_unit_year_and_letter() -> None:
    column = describe_column(28, ("’24년 예산", "금액(천원)"))
    assert (column.letter, column.unit, column.year) == ("AB", "천원", 2024)
    assert column.label == "’24년 예산 금액(천원)"


def test_a_part_of_the_amount_above_is_marked() -> None:
    column = describe_column(3, ("지출액", "당월"))
    assert (column.meaning, column.partial) == (EntryKind.DISBURSEMENT, True)


@pytest.mark.parametrize("header", ["집행액전체", "전체"])
def test_a_profile_outdoes_the_words(header: str) -> None:
    told = {header: EntryKind.DISBURSEMENT}
    assert describe_column(3, ("집행액", "전 체"), told).meaning is EntryKind.DISBURSEMENT
