"""A folder that is begun builds at once, whatever the foundation is called."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from reportgen.cli.app import app
from reportgen.cli.check import find_mistakes
from reportgen.reading import read_folder

GIVEN = ("--name", "가온문화재단", "--year", "2026", "--month", "6")


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=typed)


def test_the_folder_builds_at_once(tmp_path: Path) -> None:
    root = tmp_path / "a"
    result = run("init", root, *GIVEN)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == f"Next: reportgen build --project {root.as_posix()}"
    assert find_mistakes(root) == ()
    built = run("build", "--project", root, "--output", tmp_path / "out")
    assert built.exit_code == 0, built.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "budget-annexes.xlsx",
        "council-report.docx",
        "council-report.hwp",
        "council-report.hwpx",
        "manifest.json",
    ]


@pytest.mark.parametrize("unit", ["원", "천원", "백만원", "억원"])
@pytest.mark.parametrize(
    ("year", "month", "day"), [(2024, 2, "2024-02-29"), (2027, 12, "2027-12-31")]
)
def test_year_month_and_unit_are_those_that_were_asked_for(
    tmp_path: Path, unit: str, year: int, month: int, day: str
) -> None:
    root = tmp_path / "a"
    run("init", root, "--name", "가", "--year", str(year), "--month", str(month), "--unit", unit)
    report = yaml.safe_load((root / "content/report.yaml").read_text(encoding="utf-8"))
    assert (report["year"], str(report["base_date"]), report["unit"]) == (year, day, unit)
    assert report["stages"] == [f"{year - 1} 최종예산", f"{year} 본예산"]
    assert find_mistakes(root) == ()


@pytest.mark.parametrize(
    "name", ["가: 나", "- 가", "(재)가온 '문화' \"재단\"", "#가", "a\\b", "{가}", "null"]
)
def test_any_name_stands_in_the_content_as_it_is(tmp_path: Path, name: str) -> None:
    root = tmp_path / "a"
    result = run("init", root, *GIVEN[2:], "--name", name, "--head", name)
    assert result.exit_code == 0, result.output
    text = (root / "content/organization.yaml").read_text(encoding="utf-8")
    organization = yaml.load(text, yaml.BaseLoader)
    assert (organization["name"], organization["head"]) == (name, name)
    assert organization["purpose"]["basis"] == f"{name} 정관 제2조"
    assert organization["staffing"]["grades"][0]["name"] == name
    assert read_folder(root).organization.name == name


def test_everything_that_is_invented_says_so(tmp_path: Path) -> None:
    root = tmp_path / "a"
    run("init", root, *GIVEN)
    for path in (root / "content").rglob("*"):
        if path.is_file() and path.name != "accounts.yaml":
            assert "예시" in path.read_text(encoding="utf-8"), path.name


def test_a_folder_with_anything_in_it_stays(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("가", encoding="utf-8")
    result = run("init", tmp_path, *GIVEN)
    assert result.exit_code == 1
    assert "error [folder-exists] the folder is there already" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "--name, --year, --month are needed"),
        (GIVEN[:4], "--month are needed"),
        ((*GIVEN[:4], "--month", "13"), "13 is not in the range"),
        (("--from", ".", "--year", "2026"), "--from takes name, year and month"),
    ],
)
def test_what_is_missing_is_asked_for_only_on_a_terminal(
    tmp_path: Path, arguments: tuple[str, ...], problem: str
) -> None:
    result = run("init", tmp_path / "a", *arguments)
    assert result.exit_code == 2
    assert problem in result.output
    assert not (tmp_path / "a").exists()


def test_answers_are_taken_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.init.on_terminal", lambda: True)
    result = run("init", tmp_path / "a", "--year", "2026", typed="누리재단\n7\n")
    assert result.exit_code == 0, result.output
    text = (tmp_path / "a/content/report.yaml").read_text(encoding="utf-8")
    assert "base_date: 2026-07-31" in text
