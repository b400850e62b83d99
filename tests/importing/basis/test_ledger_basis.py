"""What an import is held against."""

from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.importing.basis.ledger_basis import list_ledgers, read_surroundings
from tests.sample import LEDGER, write_folder


def test_pages_may_have_mistakes(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/projects/01-garden.yaml": "account: [\n"})
    assert len(read_surroundings(tmp_path).ledger) == 29


def test_there_may_be_no_ledger_yet(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/budget/ledger.csv": None})
    assert read_surroundings(tmp_path).ledger == ()


def test_the_file_that_will_be_replaced_is_not_even_read(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/budget/more.csv": "?", "content/budget/~$a.xlsx": ""})
    assert [path.name for path in list_ledgers(tmp_path)] == ["ledger.csv", "more.csv"]
    assert len(read_surroundings(tmp_path, "more.csv").ledger) == LEDGER.count("\n") - 1


def test_a_mistake_in_the_ledger_is_told(tmp_path: Path) -> None:
    write_folder(tmp_path, {"content/budget/ledger.csv": ("garden,120000", "garden,12만")})
    with pytest.raises(DataError) as raised:
        read_surroundings(tmp_path)
    assert "content/budget/ledger.csv:19: error [ledger-amount]" in str(raised.value)
