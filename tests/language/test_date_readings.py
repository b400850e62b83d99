"""Everything that a text may say, in the order in which it is likely."""

import pytest

from reportgen.language.date_readings import list_readings, tidy_date


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("26.5.31", ["2026-05-31"]),
        ("05/06/26", ["2005-06-26", "2026-05-06", "2026-06-05"]),
        ("5.6.2026", ["2026-05-06", "2026-06-05"]),
        ("05/31/26", ["2026-05-31"]),
        ("202605", ["2026-05"]),
        ("201205", ["2020-12-05", "2012-05"]),
        ("26.5", ["2026-05"]),
        ("05/2026", ["2026-05"]),
        ("05.6", []),
        ("5월", []),
    ],
)
def test_readings_are_listed(text: str, readings: list[str]) -> None:
    assert [reading.iso for reading in list_readings(text)] == readings


def test_signs_may_be_asked_to_be_alike() -> None:
    assert list_readings("2026.5-31", may_mix=False) == []
    assert [reading.iso for reading in list_readings("2026.5-31")] == ["2026-05-31"]


def test_signs_and_digits_become_western() -> None:
    assert tidy_date("’２６．５．３１．（日）∼") == "'26.5.31.(일)~"
