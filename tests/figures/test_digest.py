"""What a state rests on can be told apart from what came later."""

from datetime import date
from pathlib import Path

from reportgen.figures.digest import digest_entries, find_last_stage
from reportgen.figures.selection import select_entries
from tests.amended import write_amended
from tests.sample import LEDGER, read_folder, write_folder

DAY = date(2026, 4, 30)


def test_every_file_with_an_entry_has_a_digest(tmp_path: Path) -> None:
    entries = select_entries(read_folder(write_amended(tmp_path)), date(2026, 6, 30))
    found = digest_entries(entries)
    assert [(digest.file, digest.count) for digest in found] == [
        ("content/budget/amendment-1.csv", 9),
        ("content/budget/ledger.csv", 29),
    ]


def test_a_later_entry_of_the_file_changes_nothing(tmp_path: Path) -> None:
    later = LEDGER + "2026-12-01,2026 제1회 추경,disbursement,book_bus,1,하반기,\n"
    files = {"content/budget/ledger.csv": later}
    before = read_folder(write_folder(tmp_path / "a"))
    after = read_folder(write_folder(tmp_path / "b", files=files))
    assert digest_entries(select_entries(before, DAY)) == digest_entries(select_entries(after, DAY))


def test_another_amount_changes_the_digest(tmp_path: Path) -> None:
    replace = {
        "content/budget/ledger.csv": ("commitment,garden,120000", "commitment,garden,120001")
    }
    before = read_folder(write_folder(tmp_path / "a"))
    after = read_folder(write_folder(tmp_path / "b", replace))
    assert digest_entries(select_entries(before, DAY)) != digest_entries(select_entries(after, DAY))


def test_the_last_stage_is_the_latest_one_with_an_entry(tmp_path: Path) -> None:
    folder = read_folder(write_amended(tmp_path))
    stages = folder.report.stages
    assert find_last_stage(select_entries(folder, DAY), stages) == "2026 본예산"
    assert find_last_stage(folder.ledger, stages) == "2026 제1회 추경"
    assert find_last_stage((), stages) == ""
