"""What is said of an amendment belongs to a stage and to grades that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.checks.amendment_notes import check_amendment_notes
from tests.amended import NOTES, write_amended
from tests.sample import REPORT, find_mistakes, make_subject, read_folder

FILE = "content/amendments/1.yaml"


def _findings(tmp_path: Path, notes: str, more: str = "") -> list[str]:
    write_amended(tmp_path)
    (tmp_path / FILE).write_text(notes, encoding="utf-8")
    if more:
        (tmp_path / "content/amendments/2.yaml").write_text(more, encoding="utf-8")
    return [str(found) for found in check_amendment_notes(make_subject(read_folder(tmp_path)))]


def test_notes_of_a_stage_and_grades_that_exist_are_fine(tmp_path: Path) -> None:
    assert _findings(tmp_path, NOTES) == []


@pytest.mark.parametrize(
    ("stage", "hint"),
    [
        ("2026 제1회추경", "did you mean 2026 제1회 추경? Only blanks, width or case differ"),
        ("2026 제3회 추경", "did you mean 2026 제1회 추경?"),
        ("결산", "use one of 2025 최종예산, 2026 본예산, 2026 제1회 추경"),
    ],
)
def test_an_unknown_stage_is_an_error(tmp_path: Path, stage: str, hint: str) -> None:
    assert _findings(tmp_path, f"stage: {stage}\n") == [
        f"{FILE}:1: error [unknown-stage] {stage} is not known\n  hint: {hint}"
    ]


def test_an_unknown_grade_is_an_error(tmp_path: Path) -> None:
    notes = "stage: 2026 제1회 추경\nstaffing:\n  - {grade: 5급, quota: 1}\n"
    assert _findings(tmp_path, notes) == [
        f"{FILE}:3: error [unknown-grade] 5급 is not known\n"
        "  hint: use one of 대표이사, 1급, 2급, 3급"
    ]


def test_a_grade_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    notes = "stage: 2026 제1회 추경\nstaffing:\n" + "  - {grade: 2급, quota: 1}\n" * 2
    assert _findings(tmp_path, notes) == [
        f"{FILE}:4: error [duplicate-id] 2급 stands already at {FILE}:3\n  hint: join the two lines"
    ]


def test_two_files_of_one_stage_are_an_error(tmp_path: Path) -> None:
    again = "stage: 2026 제1회 추경\n"
    assert _findings(tmp_path, NOTES, again) == [
        "content/amendments/2.yaml:1: error [duplicate-id] "
        f"2026 제1회 추경 stands already at {FILE}:1\n  hint: join the two files"
    ]


def test_notes_of_a_stage_without_an_amendment_are_a_warning(tmp_path: Path) -> None:
    assert _findings(tmp_path, "stage: 2026 본예산\n") == [
        f"{FILE}:1: warning [unused-amendment] "
        "the ledger has no amendment of 2026 본예산; this is not printed\n"
        "  hint: correct the stage, or enter the amendment"
    ]


def test_an_unknown_stage_is_told_by_the_whole_check(tmp_path: Path) -> None:
    write_amended(tmp_path)
    (tmp_path / FILE).write_text("stage: 2026 제1회추경\n", encoding="utf-8")
    assert any("[unknown-stage] 2026 제1회추경" in found for found in find_mistakes(tmp_path))


@pytest.mark.parametrize(
    ("quota", "applied", "problem"),
    [
        (-99, "false", "2급: -99 leads from {quota} posts to {less}"),
        (99, "true", "2급: +99 leads from {less} posts to {quota}"),
    ],
)
def test_posts_that_are_not_there_are_not_removed(
    tmp_path: Path, quota: int, applied: str, problem: str
) -> None:
    notes = f"stage: 2026 제1회 추경\napplied: {applied}\nstaffing:\n"
    (finding,) = _findings(tmp_path, f"{notes}  - {{grade: 2급, quota: {quota}}}\n")
    grades = read_folder(tmp_path).organization.staffing.grades
    has = next(grade.quota for grade in grades if grade.name == "2급")
    assert finding.startswith(
        f"{FILE}:4: error [negative-quota] " + problem.format(quota=has, less=has - 99)
    )


SECOND = "2026 제2회 추경"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((-2, False), (-2, False), ["-2 leads from 1 posts to -1"]),
        ((1, False), (-4, False), []),
        ((5, True), (-3, True), []),
        ((4, True), (0, True), ["+4 leads from -1 posts to 3"]),
        ((1, False), (1, True), [f"the posts of {SECOND} are applied, those of"]),
    ],
)
def test_amendments_of_one_grade_follow_each_other(
    tmp_path: Path, first: tuple[int, bool], second: tuple[int, bool], found: list[str]
) -> None:
    texts = [
        f"stage: {stage}\napplied: {str(applied).lower()}\n"
        f"staffing:\n  - {{grade: 2급, quota: {quota}}}\n"
        for stage, (quota, applied) in (("2026 제1회 추경", first), (SECOND, second))
    ]
    listed = REPORT.replace("제1회 추경]", f"제1회 추경, {SECOND}]")
    write_amended(tmp_path, {"content/report.yaml": listed})
    for number, text in enumerate(texts, 1):
        (tmp_path / f"content/amendments/{number}.yaml").write_text(text, encoding="utf-8")
    findings = check_amendment_notes(make_subject(read_folder(tmp_path)))
    told = [one.message for one in findings if one.rule == "negative-quota"]
    assert [part for part in found if any(part in one for one in told)] == found
    assert len(told) == len(found)
