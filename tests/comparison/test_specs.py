"""What the words for a state mean, and what is said when they mean nothing, or too much."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from reportgen.comparison.specs import Spec, parse_spec
from reportgen.diagnostics import DataError
from tests.comparison.repositories import commit, make_repository
from tests.sample import write_folder

STAGE = "2026 본예산"
DAY = date(2026, 4, 30)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "project")


def _message(text: str, root: Path) -> str:
    with pytest.raises(DataError) as caught:
        parse_spec(text, root)
    return str(caught.value)


def test_a_folder_is_that_folder(root: Path, tmp_path: Path) -> None:
    other = write_folder(tmp_path / "other")
    assert parse_spec(str(other), root) == Spec(str(other), other)


@pytest.mark.parametrize("text", ["2026-04-30", "2026. 4. 30."])
def test_a_day_is_the_project_as_of_it(root: Path, text: str) -> None:
    assert parse_spec(text, root) == Spec(text, root, day=DAY)


def test_a_stage_is_the_project_up_to_it(root: Path) -> None:
    assert parse_spec(STAGE, root) == Spec(STAGE, root, stage=STAGE)


@pytest.mark.parametrize(
    ("text", "day", "stage"),
    [
        ("@2026-04-30", DAY, None),
        (f"@{STAGE}", None, STAGE),
        (f"{STAGE}@2026-04-30", DAY, STAGE),
        (f"@{STAGE}@2026-04-30", DAY, STAGE),
    ],
)
def test_a_day_and_a_stage_can_stand_together(
    root: Path, text: str, day: date | None, stage: str | None
) -> None:
    assert parse_spec(text, root) == Spec(text, root, day=day, stage=stage)


def test_a_folder_can_have_a_stage(root: Path) -> None:
    text = f"{root}@{STAGE}"
    assert parse_spec(text, Path()) == Spec(text, root, stage=STAGE)


def test_a_revision_is_a_commit(tmp_path: Path) -> None:
    root = make_repository(tmp_path)
    first = commit(root, "first")
    assert parse_spec("HEAD", root) == Spec("HEAD", root, first)
    assert parse_spec("main@2026-04-30", root) == Spec("main@2026-04-30", root, first, DAY)


def test_a_name_of_git_with_an_at_sign_is_understood(tmp_path: Path) -> None:
    root = make_repository(tmp_path)
    first = commit(root, "first")
    assert parse_spec("HEAD@{0}", root).commit == first


def test_a_word_that_means_nothing_is_reported_with_what_it_could_be(root: Path) -> None:
    assert _message("2026 제9회 추경", root).startswith(
        "2026 제9회 추경: error [unknown-version] "
        "this is no project folder, no day, no stage and no revision\n"
        "  hint: stages: 2025 최종예산, 2026 본예산, 2026 제1회 추경; revisions: "
    )


def test_a_stage_that_only_looks_different_is_suggested(root: Path) -> None:
    assert _message("2026본예산", root).endswith(
        "hint: did you mean 2026 본예산? Only blanks, width or case differ"
    )


def test_a_folder_without_a_project_is_reported(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "[unknown-version]" in _message(str(tmp_path / "empty"), root)


def test_a_missing_git_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert _message("HEAD", root).endswith("revisions: git is not installed")


def test_in_no_repository_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_repository(tmp_path)
    subprocess.run(["git", "-C", str(root), "config", "core.bare", "maybe"], check=True)
    assert "revisions: fatal: " in _message("HEAD", root)


def test_a_word_that_means_several_things_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository(tmp_path)
    commit(root, "first")
    subprocess.run(["git", "-C", str(root), "tag", "before"], check=True)
    write_folder(root / "before")
    monkeypatch.chdir(root)
    assert _message("before", Path()) == (
        "before: error [ambiguous-version] this can mean several things: folder, revision\n"
        "  hint: write ./NAME for a folder, @NAME for a day or a stage, heads/NAME for a branch"
    )
    assert parse_spec("./before", Path()).commit == ""
    assert parse_spec("tags/before", Path()).commit
