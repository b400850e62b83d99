"""The chapters that the content lists are those that the templates print."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from tests.sample import write_folder

REPORT = "content/report.yaml"
STRATEGY = "  - {id: strategy, title: 정책목표 및 추진전략}\n"


def _run(command: str, tmp_path: Path, new: str, templates: bool = True) -> str:
    root = write_folder(tmp_path / "a", {REPORT: (STRATEGY, new)}, templates=templates)
    result = CliRunner().invoke(app, [command, "--project", str(root)])
    assert result.exit_code == 1
    assert not (root / "output").exists()
    return result.output


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_chapter_that_a_template_prints_has_to_be_listed(tmp_path: Path, command: str) -> None:
    assert (
        f"{REPORT}:9: error [unknown-chapter] "
        "templates/hwpx/council-report.hwpx prints the chapter strategy, which isn't listed\n"
        "  hint: add a chapter with the id strategy to content/report.yaml\n"
    ) in _run(command, tmp_path, "")


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_chapter_that_no_template_prints_is_an_error(tmp_path: Path, command: str) -> None:
    assert (
        f"{REPORT}:11: error [unknown-chapter] no template prints the chapter strategie\n"
        "  hint: did you mean strategy?\n"
    ) in _run(command, tmp_path, STRATEGY.replace("strategy", "strategie"))


def test_a_chapter_beside_the_usual_ones_needs_a_template_that_prints_it(tmp_path: Path) -> None:
    more = STRATEGY + "  - {id: plans, title: 계획}\n"
    found = _run("check", tmp_path, more, templates=False)
    assert f"{REPORT}:12: error [unknown-chapter] no template prints the chapter plans" in found
    assert "use one of general, strategy, projects, budget, audit" in found
