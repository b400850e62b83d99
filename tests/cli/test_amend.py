"""``reportgen amend``: begin an amendment, check it, show it."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.amended import AMENDMENT, STAGE, write_amended
from tests.in_won import write_in_won
from tests.sample import REPORT

SECOND = "2026 제2회 추경"
LISTED = {"content/report.yaml": REPORT.replace("제1회 추경]", f"제1회 추경, {SECOND}]")}


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["amend", *arguments, "--project", str(root)])


def test_new_writes_a_file_and_says_what_comes_next(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    result = _run(root, "new", SECOND, "--date", "2026-07-15")
    path = root / "content/budget/2026-제2회-추경.csv"
    assert result.exit_code == 0, result.output
    assert path.is_file()
    assert result.stdout == (
        f"{path.as_posix()}: 10 accounts\n"
        f"Fill in the changes, then: reportgen amend show «{SECOND}»\n"
    )


def test_new_needs_a_date(tmp_path: Path) -> None:
    assert _run(write_amended(tmp_path, LISTED), "new", SECOND).exit_code == 2


def test_new_does_not_overwrite(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    path = root / "content/budget/2026-제2회-추경.csv"
    _run(root, "new", SECOND, "--date", "2026-07-15")
    before = path.read_bytes()
    result = _run(root, "new", SECOND, "--date", "2026-07-16")
    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert "error [output-file] the file is there already" in result.stderr
    assert _run(root, "new", SECOND, "--date", "2026-07-16", "--replace").exit_code == 0
    assert path.read_bytes() != before


def test_check_finds_what_is_wrong_with_the_stage(tmp_path: Path) -> None:
    rows = AMENDMENT.replace("general_reserve,10000", "general_reserve,11000")
    result = _run(write_amended(tmp_path, {"content/budget/amendment-1.csv": rows}), "check", STAGE)
    assert result.exit_code == 1
    assert "[amendment-balance]" in result.stderr


def test_check_of_a_good_amendment_says_so(tmp_path: Path) -> None:
    result = _run(write_amended(tmp_path), "check", STAGE)
    assert (result.exit_code, result.stdout) == (0, "Nothing to report.\n")


@pytest.mark.parametrize("stage", [(), (STAGE,)])
def test_show_prints_every_change(tmp_path: Path, stage: tuple[str, ...]) -> None:
    result = _run(write_amended(tmp_path), "show", *stage)
    lines = [line.split() for line in result.stdout.splitlines()]
    assert result.exit_code == 0, result.output
    assert ["대행사업수입", "50,000", "△20,000", "30,000", "△40.0%"] in lines
    assert not any("가로수" in line for line in lines)


def test_show_prints_every_account_if_asked(tmp_path: Path) -> None:
    assert "가로수 지도 제작" in _run(write_amended(tmp_path), "show", "--all").stdout


def test_show_as_json_is_in_won(tmp_path: Path) -> None:
    document = json.loads(_run(write_amended(tmp_path), "show", "--json").stdout)
    assert document["stage"] == STAGE
    assert document["accounts"][2] == {
        "account": "service_fee",
        "name": "대행사업수입",
        "level": 1,
        "present_won": 50_000_000,
        "change_won": -20_000_000,
        "amended_won": 30_000_000,
        "rate": "-0.4",
    }


def test_show_without_an_amendment_ends_with_1(tmp_path: Path) -> None:
    result = _run(write_amended(tmp_path), "show", "2026 본예산")
    assert result.exit_code == 1
    assert "[no-amendment]" in result.stderr


def test_show_prints_won_as_decimals_so_that_every_line_adds_up(tmp_path: Path) -> None:
    result = _run(write_in_won(tmp_path, 3), "show", "--all")
    assert result.exit_code == 0, result.output
    amounts = [
        [Decimal(text.replace(",", "").replace("△", "-")) for text in found]
        for line in result.stdout.splitlines()
        if len(found := re.findall(r"△?[\d,]+\.\d{3}\b", line)) == 3
    ]
    assert len(amounts) > 15
    assert all(present + change == amended for present, change, amended in amounts)


def test_new_writes_where_ledgers_are_read(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    asked = ("new", SECOND, "--date", "2026-07-15", "--into")
    elsewhere = tmp_path / "second.csv"
    result = _run(root, *asked, str(elsewhere))
    assert (result.exit_code, elsewhere.exists()) == (2, False)
    assert "a ledger is read from" in result.stderr
    assert _run(root, *asked, "second.csv").exit_code == 0
    assert (root / "content/budget/second.csv").is_file()
    third = root / "content/budget/third.csv"
    (root / "content/budget/second.csv").rename(third)
    assert _run(root, *asked, str(third), "--replace").exit_code == 0
