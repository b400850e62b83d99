"""What earlier builds left in the output folder is said, and whether it still holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.build import BuildOptions, build
from reportgen.cli.app import app
from reportgen.formats import Format
from tests.amended import write_amended

LEDGER = "content/budget/ledger.csv"
BEFORE = "2026 본예산"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An amended folder that was built as DOCX and CSV."""
    root = write_amended(tmp_path, templates=True)
    assert _build(root, Format.DOCX, Format.CSV) == []
    return root


def _build(
    root: Path, *formats: Format, stage: str | None = None, draft: bool = False
) -> list[str]:
    result = build(BuildOptions(root, root / "output", formats, stage=stage, draft=draft))
    return [
        str(found).replace(f"{root.as_posix()}/", "")
        for found in result.diagnostics
        if found.rule.endswith("left-over")
    ]


def _change(root: Path) -> None:
    text = (root / LEDGER).read_text(encoding="utf-8")
    (root / LEDGER).write_text(text.replace("2분기 집행", "2분기 지출"), encoding="utf-8")


def test_another_format_of_other_content_is_a_warning(root: Path) -> None:
    _change(root)
    found = _build(root, Format.CSV)
    assert found == [
        f"output/{name}.docx: warning [output-left-over] the file is from an earlier build; "
        "this one does not write it\n"
        "  hint: delete it, so that nobody hands it in, or build it, too"
        for name in ("budget-amendment", "council-report")
    ]


def test_tables_of_other_content_are_warnings_where_none_are_asked_for(root: Path) -> None:
    _change(root)
    found = _build(root, Format.DOCX)
    assert len(found) == len(list((root / "output").glob("*.csv")))
    assert found[0].startswith("output/budget-annexes.amendment_comparison.csv: warning [csv-left")


def test_an_amendment_that_this_state_does_not_have_is_a_warning(root: Path) -> None:
    found = _build(root, Format.DOCX, stage=BEFORE)
    assert found[0].startswith("output/budget-amendment.docx: warning [output-left-over]")


def test_a_build_that_is_no_draft_names_what_a_draft_left(root: Path) -> None:
    _build(root, Format.DOCX, draft=True)
    assert any(
        line.startswith("output/council-report.docx: warning") for line in _build(root, Format.CSV)
    )


@pytest.mark.parametrize("times", [1, 3])
def test_another_format_of_the_same_content_is_a_note(root: Path, times: int) -> None:
    for _time in range(times):
        found = _build(root, Format.CSV)
    assert found == [
        "output: note [output-left-over] from an earlier build of the same content: "
        "budget-amendment.docx, council-report.docx\n"
        "  hint: nothing to do; the next build of other content tells what is left of it"
    ]


def test_a_file_that_somebody_changed_is_a_warning(root: Path) -> None:
    with (root / "output/council-report.docx").open("ab") as stream:
        stream.write(b" ")
    assert [line.partition(":")[0] for line in _build(root, Format.CSV)] == [
        "output/council-report.docx",
        "output",
    ]


def test_other_files_in_the_folder_are_nobodys_business(root: Path) -> None:
    (root / "output/회의록.docx").write_bytes(b"x")
    assert _build(root, Format.DOCX, Format.CSV) == []


def _ask(root: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["figures", "budget.garden", *arguments])
    return result.exit_code, result.stdout, result.stderr.replace(f"{root.as_posix()}/", "")


def test_figures_say_when_the_content_has_changed_since_the_build(root: Path) -> None:
    assert _ask(root, "--project", str(root))[2] == ""
    _change(root)
    (root / "content/projects/03-river-watch.yaml").unlink()
    code, out, err = _ask(root, "--project", str(root))
    assert (code, out.partition("\n")[0]) == (0, "budget.garden = 200000000 won")
    assert err == (
        "output/manifest.json: warning [stale-manifest] the content has changed since the build: "
        f"{LEDGER}, content/projects/03-river-watch.yaml\n"
        "  hint: build again\n"
        "0 errors, 1 other findings\n"
    )


def test_a_ledger_that_came_later_makes_a_build_old(root: Path) -> None:
    (root / "content/budget/new.csv").write_text("date\n", encoding="utf-8")
    code, out, err = _ask(root, "--project", str(root), "--json")
    document = json.loads(out)
    assert (code, list(document)) == (0, ["figures", "findings"])
    assert document["findings"][0]["rule"] == "stale-manifest"
    assert "content/budget/new.csv" in err


def test_a_build_without_its_content_says_that_nobody_knows(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    output = str(root / "output")
    err = _ask(root, "--project", str(tmp_path / "empty"), "--output", output)[2]
    assert "warning [stale-manifest] the content of the build isn't here: content/amend" in err


@pytest.mark.parametrize("text", ['{"figures": {}}', '{"figures": {}, "inputs": [1]}'])
def test_a_manifest_without_inputs_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/manifest.json").write_text(text, encoding="utf-8")
    assert "stale-manifest" not in _ask(tmp_path, "--project", str(tmp_path))[2]
