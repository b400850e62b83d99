"""Revisions of a project, read without touching the working tree."""

from pathlib import Path

import pytest

from reportgen.comparison.revisions import explain_git, find_commit, write_revision
from reportgen.diagnostics import DataError
from tests.comparison.repositories import commit, make_repository

GARDEN = Path("content/projects/01-garden.yaml")


def test_content_and_templates_are_written_as_they_were(tmp_path: Path) -> None:
    root = make_repository(tmp_path)
    (root / "templates").mkdir()
    (root / "templates" / "look.txt").write_text("old")
    (root / "output").mkdir()
    (root / "output" / "report.txt").write_text("built")
    text = (root / GARDEN).read_text(encoding="utf-8")
    first = commit(root, "first")
    (root / GARDEN).write_text("changed", encoding="utf-8")
    target = tmp_path / "target"
    write_revision(root, first, target)
    assert (target / GARDEN).read_text(encoding="utf-8") == text
    assert (target / "templates" / "look.txt").read_text() == "old"
    assert sorted(path.name for path in target.iterdir()) == ["content", "templates"]
    assert (root / GARDEN).read_text(encoding="utf-8") == "changed"


def test_a_revision_without_the_project_is_reported(tmp_path: Path) -> None:
    root = make_repository(tmp_path)
    content = root / "content"
    content.rename(root / "elsewhere")
    first = commit(root, "first")
    (root / "elsewhere").rename(content)
    with pytest.raises(DataError) as caught:
        write_revision(root, first, tmp_path / "target")
    assert str(caught.value) == (
        f"{first}: error [revision] the project is not in this revision\n"
        "  hint: name a revision in which the folder had content and templates"
    )


@pytest.mark.parametrize("name", ["", "nothing", "--help", "HEAD:보고"])
def test_what_names_no_commit_is_none(tmp_path: Path, name: str) -> None:
    root = make_repository(tmp_path)
    commit(root, "first")
    assert find_commit(root, name) is None


def test_a_repository_that_git_knows_needs_no_explanation(tmp_path: Path) -> None:
    assert explain_git(make_repository(tmp_path)) == ""


def test_without_git_no_commit_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_repository(tmp_path)
    first = commit(root, "first")
    monkeypatch.setenv("PATH", "")
    assert find_commit(root, "HEAD") is None
    with pytest.raises(DataError, match="git is not installed"):
        write_revision(root, first, tmp_path / "target")
