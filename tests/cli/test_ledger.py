"""``reportgen ledger``: the mapping is seen before anything is written."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli import ledger
from reportgen.cli.app import app
from tests.importing.finance import UNIT, write_csv
from tests.sample import write_folder

TABLE = f"{UNIT}\n세부사업|지출액\n마을정원 가꾸기|81,000\n"
WRONG = f"{UNIT}\n세부사업|지출액\n마을정원 가꾸기|81,000\n없는 사업|1\n"
WRITTEN = "content/budget/집행-2026-06-30.csv"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "project")


def run(root: Path, table: str, *options: str, answer: str | None = None) -> Result:
    file = write_csv(root.parent / "집행.csv", table)
    arguments = ["ledger", "import", str(file), "--project", str(root), *options]
    return CliRunner().invoke(app, arguments, input=answer)


def list_ledgers(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "content/budget").rglob("*.*"))


def test_the_mapping_comes_before_what_was_written(root: Path) -> None:
    result = run(root, TABLE)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines.index("    3  마을정원 가꾸기 -> garden") < lines.index(f"Written: {WRITTEN}")
    assert lines[-1] == "Written: content/budget/import/집행.yaml"
    assert (root / WRITTEN).is_file()


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = list_ledgers(root)
    result = run(root, TABLE, "--dry-run")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "Nothing was written.")
    assert list_ledgers(root) == before


def test_a_mistake_in_one_row_writes_nothing_and_ends_with_1(root: Path) -> None:
    before = list_ledgers(root)
    result = run(root, WRONG)
    assert result.exit_code == 1
    assert "집행.csv:4: error [import-account] no account is named 없는 사업\n" in result.stderr
    assert result.stderr.endswith("1 errors, 0 other findings\nNothing was written.\n")
    assert list_ledgers(root) == before


def test_a_second_import_says_that_there_is_nothing_to_write(root: Path) -> None:
    run(root, TABLE)
    result = run(root, TABLE)
    assert result.stdout.endswith(
        "no entries to write: the ledger holds all of it\nNothing was written.\n"
    )
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("answer", "options", "written"),
    [("y\n", (), True), ("n\n", (), False), ("", ("--yes",), True)],
)
def test_on_a_terminal_it_asks_first(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    options: tuple[str, ...],
    written: bool,
) -> None:
    monkeypatch.setattr(ledger, "is_interactive", lambda: True)
    result = run(root, TABLE, *options, answer=answer)
    assert (root / WRITTEN).is_file() is written
    assert ("Write these entries?" in result.stdout) is not bool(options)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--into", "../a.csv"), "../a.csv is no name of a file"),
        (("--into", "a.txt"), "a.txt does not end in .csv"),
        (("--profile", "..\\a"), "..\\a is no name of a file"),
        (("--unit", "십원"), "is not one of"),
        (("--kind", "rent"), "is not one of"),
    ],
)
def test_wrong_usage_ends_with_2(root: Path, options: tuple[str, ...], problem: str) -> None:
    result = run(root, TABLE, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in result.stderr


def test_options_reach_the_import(root: Path) -> None:
    table = "세부사업|집행액\n마을정원 가꾸기|82,000\n"
    options = ("--unit", "천원", "--date", "2026-07-31", "--kind", "disbursement")
    result = run(root, table, *options, "--stage", "2026 본예산", "--into", "내.csv")
    assert result.exit_code == 0
    text = (root / "content/budget/내.csv").read_text(encoding="utf-8-sig")
    assert "2026-07-31,2026 본예산,disbursement,garden,2000," in text


def export(root: Path, *options: str) -> Result:
    return CliRunner().invoke(app, ["ledger", "export", "--project", str(root), *options])


def test_the_ledger_is_exported(root: Path) -> None:
    result = export(root)
    path = root / "output/ledger.xlsx"
    expected = f"{path.as_posix()}: 29 entries up to 2026-06-30\n"
    assert (result.exit_code, result.stdout) == (0, expected)
    assert path.is_file()


def test_a_state_is_exported_as_a_csv(root: Path) -> None:
    path = root / "a.csv"
    result = export(root, "--output", str(path), "--as-of", "2026-01-31")
    assert result.exit_code == 0
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 18


def test_another_kind_of_file_is_wrong_usage(root: Path) -> None:
    result = export(root, "--output", str(root / "a.pdf"))
    assert result.exit_code == 2
    assert "a.pdf does not end in .xlsx / .csv" in result.stderr
