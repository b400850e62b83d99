"""What the words of headers mean."""

import pytest

from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.words import Meaning, Role, find_meaning, parse_meaning


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("예 산 현 액", EntryKind.OPENING),
        ("예산현액(A)", EntryKind.OPENING),
        ("2025년 예산액", Role.BUDGET),
        ("’25 본예산", EntryKind.ORIGINAL),
        ("원인행위액 (천원)", EntryKind.COMMITMENT),
        ("지출", EntryKind.DISBURSEMENT),
        ("수납액", EntryKind.COLLECTION),
        ("집행액", Role.SPENT),
        ("제1회 추경", Role.ROUND),
        ("2회추경예산(안)", Role.ROUND),
        ("추가경정예산", Role.ROUND),
        ("증(△)감", Role.CHANGE),
        ("명시이월액", EntryKind.EXPLICIT_CARRYOVER),
        ("예비비 사용액", EntryKind.RESERVE_USE),
        ("이용", EntryKind.INTER_PROGRAMME_TRANSFER),
        ("세부사업명", Role.PROGRAMME),
        ("구  분", Role.NAME),
        ("비고", Role.NOTE),
        ("No.", Role.IGNORE),
        ("집행률(%)", Role.IGNORE),
    ],
)
def test_a_header_is_understood(label: str, meaning: Meaning) -> None:
    assert find_meaning(label) is meaning


@pytest.mark.parametrize("label", ["정원", "2025", "150,000", "", "(A)", "예산현액 대비"])
def test_what_is_no_header_of_ours_means_nothing(label: str) -> None:
    assert find_meaning(label) is None


def test_a_profile_names_roles_and_kinds() -> None:
    assert parse_meaning("commitment") is EntryKind.COMMITMENT
    assert parse_meaning("programme") is Role.PROGRAMME
    assert parse_meaning("programmes") is None
