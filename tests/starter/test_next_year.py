"""Next year's folder: this year's budget is closed, and what is over is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from reportgen.cli.check import find_mistakes
from reportgen.reading import read_folder
from reportgen.starter import write_next_year
from tests.sample import AUDIT, LEDGER, REPORT, write_folder


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder behind that of the sample."""
    source = write_folder(tmp_path_factory.mktemp("this"), templates=True)
    root = tmp_path_factory.mktemp("next") / "a"
    assert list(write_next_year(root, source)) == [
        "the budget of 2026 is last year's final budget",
        "schedules stand as comments; write those of 2027",
        "2 of 3 requests of the council are carried over",
        "enter the budget of 2027 as «2027 본예산»",
    ]
    return root


def test_the_year_begins(following: Path) -> None:
    report = read_folder(following).report
    assert (report.year, str(report.base_date), report.audit_year) == (2027, "2027-06-30", 2026)
    assert report.stages == ("2026 최종예산", "2027 본예산")
    assert report.council.committee is None


def test_a_document_goes_to_nobody_yet(tmp_path: Path) -> None:
    text = (
        "title: 이사회 보고\n"
        "council: {committee: 이사회, session: 제3차}\n"
        "chapters:\n  - {title: 가, blocks: [{heading: 나}]}\n"
    )
    source = write_folder(tmp_path / "this", files={"content/documents/board.yaml": text})
    list(write_next_year(tmp_path / "next", source))
    made = (tmp_path / "next/content/documents/board.yaml").read_text(encoding="utf-8")
    assert made == text.replace("{committee: 이사회, session: 제3차}", "{}")


def test_the_ledger_has_the_final_budget_of_this_year(following: Path) -> None:
    assert (
        (following / "content/budget/ledger.csv").read_text(encoding="utf-8")
        == """\
date,stage,kind,account,amount,reference,note
2026-12-31,2026 최종예산,opening,city_grant,900000,closed from the ledger of 2026,
2026-12-31,2026 최종예산,opening,service_fee,50000,closed from the ledger of 2026,
2026-12-31,2026 최종예산,opening,carryover,50000,closed from the ledger of 2026,
2026-12-31,2026 최종예산,opening,personnel,350000,closed from the ledger of 2026,
2026-12-31,2026 최종예산,opening,expense,140000,closed from the ledger of 2026,
2026-12-31,2026 최종예산,opening,projects,500000,closed from the ledger of 2026,
2026-12-31,2026 최종예산,opening,reserve,10000,closed from the ledger of 2026,
"""
    )


def test_only_the_budget_of_the_new_year_is_missing(following: Path) -> None:
    assert {found.rule for found in find_mistakes(following)} == {"lost-measure"}


def test_schedules_are_comments(following: Path) -> None:
    text = (following / "content/projects/01-garden.yaml").read_text(encoding="utf-8")
    assert text.endswith(
        "  - heading: 향후일정\n"
        "  # - schedule:\n"
        "  #     - {task: 2차 정원 조성, period: 2026-07/2026-11}\n"
        "  #     - {task: 정원 잔치, period: 2026-10-03, note: 솔숲 어린이공원}\n"
    )


def test_requests_that_are_completed_stay_behind(following: Path) -> None:
    requests = read_folder(following).requests
    assert [request.id for request in requests] == ["river_signs", "bus_route"]


def test_templates_come_along(following: Path) -> None:
    assert (following / "templates/docx/council-report.docx").is_file()


def test_the_new_year_builds_once_it_has_a_budget(following: Path, tmp_path: Path) -> None:
    ledger = following / "content/budget/2027.csv"
    rows = [line for line in LEDGER.splitlines() if ",2026 본예산,opening," in line]
    text = LEDGER.splitlines()[0] + "\n" + "\n".join(rows).replace("2026", "2027") + "\n"
    ledger.write_text(text, encoding="utf-8")
    try:
        result = CliRunner().invoke(
            app, ["build", "--project", str(following), "--output", str(tmp_path / "out")]
        )
        assert result.exit_code == 0, result.output
    finally:
        ledger.unlink()


def test_amounts_in_won_are_closed_in_won(tmp_path: Path) -> None:
    header, *lines = LEDGER.splitlines()
    rows = [line.split(",", 5) for line in lines]
    odd = ("2026 본예산,opening,city_grant", "2026 본예산,opening,garden")
    for row in rows:
        row[4] = str(int(row[4]) * 1000 + 7 * (",".join(row[1:4]) in odd))
    text = "\n".join([header.replace("amount", "amount_won"), *map(",".join, rows)])
    source = write_folder(tmp_path / "a", files={"content/budget/ledger.csv": f"{text}\n"})
    list(write_next_year(tmp_path / "b", source))
    written = (tmp_path / "b/content/budget/ledger.csv").read_text(encoding="utf-8")
    assert written.splitlines()[:2] == [
        "date,stage,kind,account,amount_won,reference,note",
        "2026-12-31,2026 최종예산,opening,city_grant,900000007,closed from the ledger of 2026,",
    ]


def test_a_folder_with_errors_is_not_closed(tmp_path: Path) -> None:
    source = write_folder(tmp_path / "a", {"content/report.yaml": ("year: 2026", "yaer: 2026")})
    result = CliRunner().invoke(app, ["init", str(tmp_path / "b"), "--from", str(source)])
    assert result.exit_code == 1
    assert "unknown key yaer" in result.output
    assert not (tmp_path / "b").exists()


def test_an_audit_that_is_all_completed_leaves_an_empty_list(tmp_path: Path) -> None:
    done = AUDIT.replace("in_progress", "completed").replace("under_review", "completed")
    source = write_folder(tmp_path / "a", files={"content/audit/2025.yaml": done})
    list(write_next_year(tmp_path / "b", source))
    assert read_folder(tmp_path / "b").requests == ()


def test_comments_of_the_report_stay(tmp_path: Path) -> None:
    typed = REPORT.replace("year: 2026\n", "year: 2026  # 회계연도\n# 아래는 기준일\n")
    source = write_folder(tmp_path / "a", files={"content/report.yaml": typed})
    list(write_next_year(tmp_path / "b", source))
    text = (tmp_path / "b/content/report.yaml").read_text(encoding="utf-8")
    assert "year: 2027  # 회계연도\n# 아래는 기준일\nbase_date: 2027-06-30\n" in text
