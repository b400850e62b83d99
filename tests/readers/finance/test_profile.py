"""Profiles, read and written."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.profile import (
    Amounts,
    Hidden,
    ImportProfile,
    name_profile,
    read_profile,
    spell_profile,
)
from reportgen.readers.finance.words import Role

FILLED = ImportProfile(
    sheets=("집행",),
    unit="백만원",
    amounts=Amounts.ENTRIES,
    stage="2026 본예산",
    kind=EntryKind.DISBURSEMENT,
    rounded=True,
    columns={'쓴 "돈": 모두': "disbursement", "동네": "name"},
    accounts={"# 정원": "garden"},
    ignore=("- 참고",),
)


def read(tmp_path: Path, text: str) -> tuple[ImportProfile | None, list[str]]:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    diagnostics: list[Diagnostic] = []
    profile = read_profile(tmp_path / "a.yaml", "a.yaml", diagnostics)
    return profile, [str(diagnostic) for diagnostic in diagnostics]


@pytest.mark.parametrize("profile", [FILLED, ImportProfile()])
def test_a_profile_that_is_written_reads_the_same(tmp_path: Path, profile: ImportProfile) -> None:
    text = spell_profile(profile, "집행현황.xlsx\n둘째 줄")
    assert text.startswith("# 집행현황.xlsx\n# 둘째 줄\n")
    read_again, findings = read(tmp_path, text)
    assert findings == []
    assert read_again is not None
    assert read_again.model_dump() == profile.model_dump()


def test_headers_are_found_whatever_their_blanks() -> None:
    assert ImportProfile(columns={"쓴  돈": "spent"}).meanings() == {"쓴돈": Role.SPENT}


def test_a_profile_is_written_in_korean(tmp_path: Path) -> None:
    text = (
        "amounts: 건별\nkind: 지출\nhidden: 제외\nrounded: 예\n"
        "columns: {쓴 돈: 지출액, 메모: 비고, 참고: 무시, 동네: name}\n"
    )
    profile, findings = read(tmp_path, text)
    assert findings == []
    assert profile is not None
    assert (profile.amounts, profile.kind) == (Amounts.ENTRIES, EntryKind.DISBURSEMENT)
    assert (profile.hidden, profile.rounded) == (Hidden.IGNORE, True)
    assert list(profile.columns.values()) == [
        EntryKind.DISBURSEMENT,
        Role.NOTE,
        Role.IGNORE,
        Role.NAME,
    ]


def test_keys_without_a_value_say_nothing(tmp_path: Path) -> None:
    profile, findings = read(tmp_path, "unit: 천원\naccounts:\ncolumns:\n")
    assert findings == []
    assert profile is not None
    assert profile.model_dump() == ImportProfile(unit="천원").model_dump()


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "unit: 십원\n",
            "a.yaml:1: error [wrong-type] unit: found 십원\n"
            "  hint: expected one of 원, 천원, 만원, 백만원, 억원",
        ),
        (
            "columns:\n  동네: nam\n",
            "a.yaml:2: error [wrong-type] 동네: found nam\n"
            "  hint: expected one of " + ", ".join([*EntryKind, *Role]),
        ),
        (
            "unti: 천원\n",
            "a.yaml:1: error [unknown-key] unknown key unti\n  hint: did you mean unit?",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, finding: str) -> None:
    assert read(tmp_path, text) == (None, [finding])


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("집행현황_20260605.xlsx", "집행현황"),
        ("2026년 6월말 세출 집행현황(최종).csv", "세출-집행현황-최종"),
        ("2026년 제2회 추경 요구서.xlsx", "추경-요구서"),
        ("20260605.xlsx", "profile"),
        ("../../etc/2026.csv", "profile"),
    ],
)
def test_a_profile_is_named_after_its_file_without_dates(file: str, name: str) -> None:
    assert name_profile(file) == name
