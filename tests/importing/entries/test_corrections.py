"""The notes of corrections say again what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.importing.entries.corrections import Correction, parse_correction

AMOUNTS = st.integers(-(10**15), 10**15)


@given(before=AMOUNTS, after=AMOUNTS, row=st.text("가나 (1)|", max_size=9))
def test_a_note_comes_back(before: int, after: int, row: str) -> None:
    correction = Correction(before, after, row)
    assert parse_correction(correction.spell()) == correction
    assert parse_correction(correction.spell_cancelled()) == Correction(before, 0, row)


@pytest.mark.parametrize("note", ["", "정정", "정정: 많음", "누계 5원", "삭제된 기록의 취소: 원"])
def test_another_note_is_no_correction(note: str) -> None:
    assert parse_correction(note) is None
