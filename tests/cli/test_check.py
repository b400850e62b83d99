"""``reportgen check``: findings on standard error, or one JSON document."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.sample import Replace, write_folder

LEDGER = "content/budget/ledger.csv"
UNKNOWN: Replace = {LEDGER: ("disbursement,garden", "disbursement,gardn")}
WARNING: Replace = {"content/projects/03-river-watch.yaml": (", ma_ru", "")}
BROKEN: Replace = {"content/report.yaml": ("year: 2026\n", "year: 이천\n")}


def _run(root: Path, replace: Replace | None = None, *options: str) -> Result:
    write_folder(root, replace)
    return CliRunner().invoke(app, ["check", "--project", str(root), *options])


def _read_findings(result: Result) -> list[dict[str, Any]]:
    document = json.loads(result.stdout)
    assert list(document) == ["findings"]
    findings = document["findings"]
    assert isinstance(findings, list)
    return findings


def test_a_folder_without_findings_is_fine(tmp_path: Path) -> None:
    result = _run(tmp_path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Nothing to report.\n", "")


def test_an_error_ends_with_1(tmp_path: Path) -> None:
    result = _run(tmp_path, UNKNOWN)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{LEDGER}:26: error [unknown-account] gardn is not known\n"
        "  hint: did you mean garden?\n"
        "1 errors, 0 other findings\n"
    )


def test_a_warning_alone_is_fine(tmp_path: Path) -> None:
    result = _run(tmp_path, WARNING)
    assert result.exit_code == 0
    assert result.stderr.endswith("0 errors, 1 other findings\n")


def test_files_that_can_not_be_read_end_with_1(tmp_path: Path) -> None:
    result = _run(tmp_path, BROKEN)
    assert result.exit_code == 1
    assert result.stderr.startswith("content/report.yaml:2: error [wrong-type] year: found 이천\n")


@pytest.mark.parametrize(("replace", "code"), [(None, 0), (WARNING, 0), (UNKNOWN, 1), (BROKEN, 1)])
def test_json_is_one_document_and_nothing_else(
    tmp_path: Path, replace: Replace | None, code: int
) -> None:
    result = _run(tmp_path, replace, "--json")
    assert (result.exit_code, result.stderr) == (code, "")
    assert len(_read_findings(result)) == (0 if replace is None else 1)


@pytest.mark.parametrize("replace", [WARNING, UNKNOWN, BROKEN])
def test_a_finding_in_json_has_every_field(tmp_path: Path, replace: Replace) -> None:
    (finding,) = _read_findings(_run(tmp_path, replace, "--json"))
    assert list(finding) == [
        "rule",
        "severity",
        "location",
        "published",
        "computed",
        "message",
        "hint",
    ]


def test_both_readings_of_an_amount_stand_in_json(tmp_path: Path) -> None:
    replace: Replace = {LEDGER: ("commitment,garden,120000", "commitment,garden,200001")}
    (finding,) = _read_findings(_run(tmp_path, replace, "--json"))
    assert finding == {
        "rule": "spending-limit",
        "severity": "error",
        "location": f"{LEDGER}:19",
        "published": "200,001",
        "computed": "200,000",
        "message": "commitment.garden is above appropriation.garden: "
        "200,001 against 200,000 thousand won, difference 1",
        "hint": "correct the entries; «reportgen figures commitment.garden» lists them",
    }


def test_nothing_is_written(tmp_path: Path) -> None:
    _run(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content"]
