"""``reportgen migrate``: the same documents from a folder whose chapters are written out."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli.app import app
from tests.sample import PROJECT, REPORT, write_folder

PATH = "content/report.yaml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def build(root: Path, output: Path) -> dict[str, bytes]:
    """The files of a build; the manifest has the digest of report.yaml, which changes."""
    result = run("build", "--project", root, "--output", output)
    assert result.exit_code == 0, result.output
    return {path.name: path.read_bytes() for path in output.iterdir() if path.suffix != ".json"}


def test_a_folder_builds_the_same_documents_before_and_after(tmp_path: Path) -> None:
    root = write_folder(tmp_path / "a", templates=True)
    before = build(root, tmp_path / "before")
    result = run("migrate", "--project", root)
    assert result.stdout == (
        f"{PATH}: blocks written for general, strategy, projects, budget, audit\n"
    )
    assert build(root, tmp_path / "after") == before
    assert run("migrate", "--project", root).stdout == "Nothing to carry over.\n"


def test_windows_line_ends_and_the_mark_of_utf_8_stay(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + REPORT.replace("\n", "\r\n").encode()
    root = write_folder(tmp_path / "a", files={PATH: data})
    assert run("migrate", "--project", root).exit_code == 0
    written = (root / PATH).read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(b"\r\n") > REPORT.count("\n")


@pytest.mark.parametrize("text", ["title: [", "title: 가\n"])
def test_a_folder_that_can_not_be_read_stays(tmp_path: Path, text: str) -> None:
    root = write_folder(tmp_path / "a", files={PATH: text})
    assert run("migrate", "--project", root).exit_code == 1
    assert (root / PATH).read_text(encoding="utf-8") == text


def test_the_projects_own_content_is_carried_over() -> None:
    assert "    blocks:" in (PROJECT / PATH).read_text(encoding="utf-8")
