"""``reportgen compare``: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.amended import HISTORY
from tests.sample import GARDEN_PAGE, LEDGER, PROJECT, write_folder

STAGES = ("2026 본예산", "2026 제1회 추경")
LEDGER_FILE = "content/budget/ledger.csv"
GARDEN = "content/projects/01-garden.yaml"


def _run(root: Path, *arguments: str) -> Result:
    options = ("--project", str(root), "--templates", str(PROJECT))
    return CliRunner().invoke(app, ["compare", *arguments, *options])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("project"), files={LEDGER_FILE: HISTORY})


@pytest.fixture(scope="module")
def printed(root: Path) -> str:
    result = _run(root, *STAGES)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_both_states_are_named_first(printed: str) -> None:
    assert printed.splitlines()[:2] == [
        "old: 2026 본예산, as of 2026-04-30",
        "new: 2026 제1회 추경, as of 2026-06-30",
    ]


def test_totals_stand_first_among_the_figures(printed: str) -> None:
    figures = printed.partition("Figures: ")[2].splitlines()
    assert [" ".join(line.split()) for line in figures[2:4]] == [
        "~ 지출액 · 세출 합계 0 380,000 380,000 3-7 2",
        "~ 집행잔액 · 세출 합계 950,000 620,000 △330,000 2-7 1",
    ]


def test_entries_are_listed_under_their_numbers(printed: str) -> None:
    assert (
        "\n   2 + 2026-05-01 2026 제1회 추경 추경 마을정원 가꾸기 50,000 제1회 추경 "
        "출연금 증액, 정원  [content/budget/ledger.csv:25]\n"
    ) in printed


def test_a_changed_text_shows_its_words(printed: str) -> None:
    assert "□ 사업개요: ㅇ (사업예산) [-150,000-]{+200,000+}천원\n" in printed


def test_a_changed_row_shows_its_cells(printed: str) -> None:
    assert (
        "    ~ 푸른 도시 만들기 › 마을정원 조성 › 마을정원 가꾸기; 예산액: [-150,000-]{+200,000+}\n"
    ) in printed


def test_long_lists_are_folded_unless_all_is_asked_for(root: Path, printed: str) -> None:
    assert "more; --all prints them\n" in printed
    assert "opening.garden" not in printed
    everything = _run(root, *STAGES, "--all").stdout
    assert "--all prints them" not in everything
    assert "Ⅰ. 일반현황 › 2026년 사업 및 예산 › 마을정원 가꾸기 › 예산액" in " ".join(
        everything.split()
    )


def test_json_is_one_document(root: Path) -> None:
    result = _run(root, *STAGES, "--json")
    document = json.loads(result.stdout)
    assert (document["old"]["stage"], document["new"]["stage"]) == STAGES
    figure = next(one for one in document["figures"] if one["name"] == "appropriation.garden")
    files = {name for pair in figure["places"] for name in pair["new"]["files"]}
    assert files == {
        "council-report.hwpx",
        "council-report.docx",
        "budget-annexes.xlsx!사업예산!D5",
        "budget-annexes.xlsx!집행!B8",
    }


def test_files_are_written_beside_what_is_printed(root: Path, tmp_path: Path) -> None:
    page, book = tmp_path / "a.html", tmp_path / "a.xlsx"
    result = _run(root, *STAGES, "--html", str(page), "--xlsx", str(book))
    assert (result.exit_code, result.stdout[:4]) == (0, "old:")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.xlsx"]
    assert result.stderr == f"Written: {page.as_posix()}\nWritten: {book.as_posix()}\n"


def test_a_document_that_a_state_lacks_is_told_and_nothing_is_written(
    root: Path, tmp_path: Path
) -> None:
    redline, page = tmp_path / "a.docx", tmp_path / "a.html"
    files = ("--redline", str(redline), "--html", str(page))
    result = _run(root, *STAGES, *files, "--document", "budget-amendment")
    assert result.exit_code == 1
    assert "error [missing-document] 2026 본예산 has no budget-amendment\n  hint: " in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_same_state_has_no_change(root: Path) -> None:
    result = _run(root, "@2026-06-30", STAGES[1])
    assert result.stdout.endswith("\nNothing changed.\n")


def test_a_moved_paragraph_says_where_it_was(tmp_path: Path) -> None:
    point, plans = "  - point: 시민 정원사가 돌봄\n", "  - heading: 향후일정\n"
    moved = GARDEN_PAGE.replace(point, "").replace(plans, point + plans)
    old, new = write_folder(tmp_path / "old"), write_folder(tmp_path / "new", files={GARDEN: moved})
    output = _run(old, str(old), str(new)).stdout
    assert (
        "\n> Ⅲ 주요 추진 업무 › 1. 푸른 도시 만들기 › 1-1. 마을정원 가꾸기 › □ 추진현황 (before: "
        in output
    )


def test_a_state_that_means_nothing_ends_with_1(root: Path) -> None:
    result = _run(root, "2026 제9회 추경", STAGES[1])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[unknown-version]" in result.stderr


def test_a_mistake_in_one_state_ends_with_1(root: Path, tmp_path: Path) -> None:
    other = write_folder(tmp_path, files={GARDEN: "account: [\n"})
    result = _run(root, str(other), str(root))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{other.as_posix()}/{GARDEN}:" in result.stderr


def test_a_state_in_which_the_checks_find_errors_is_compared(root: Path, tmp_path: Path) -> None:
    row = "2026-06-01,2026 제1회 추경,opening,garden,1000,한쪽만,\n"
    other = write_folder(tmp_path, files={LEDGER_FILE: LEDGER + row})
    result = _run(root, str(root), str(other))
    assert result.exit_code == 0
    assert result.stderr == (f"{other}: the checks find errors; see «reportgen check»\n")
