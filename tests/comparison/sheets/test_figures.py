"""The lists show what the page of the same comparison prints."""

from __future__ import annotations

from pathlib import Path

from reportgen.comparison import compare_versions
from reportgen.comparison.sheets import write_workbook
from reportgen.comparison.wording import Speller
from tests.comparison.versions import load
from tests.in_won import write_in_won
from tests.renderers.test_xlsx_zero_formats import show


def test_libreoffice_shows_what_the_page_prints(tmp_path: Path) -> None:
    root = write_in_won(tmp_path / "folder", 5)
    comparison = compare_versions(load(root, "2026 본예산"), load(root, "2026 제1회 추경"))
    sheets = show(write_workbook(comparison), tmp_path / "office")
    speller = Speller(comparison.new)
    expected, shown = {}, {}
    for number, change in enumerate(comparison.ranked, 2):
        values = {"E": change.old, "F": change.new}
        texts = {at: speller.spell(value, change.unit) for at, value in values.items()}
        texts |= {"G": speller.spell_difference(change)}
        expected |= {f"{at}{number}": text for at, text in texts.items() if text != "-"}
    shown = {at: sheets[1][at] for at in expected}
    assert len(expected) > 100
    assert shown == expected
