"""Where the blocks of chapters stand, and what is told of chapters without any."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportgen.diagnostics import DataError
from reportgen.model.outline import DocumentFile
from reportgen.readers.standard_chapters import read_package
from reportgen.reading import read_folder
from tests.sample import PROJECT, REPORT, write_folder

HEAD = REPORT[: REPORT.index("chapters:")]
ISSUES = "blocks:\n  - item: 정원 이전\n"


def read(tmp_path: Path, chapters: str, **files: str) -> list[str]:
    """The titles of the chapters, or the first line of every message and its hint."""
    more = {f"content/{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    root = write_folder(tmp_path, files={"content/report.yaml": f"{HEAD}{chapters}", **more})
    try:
        return [chapter.title for chapter in read_folder(root).chapters]
    except DataError as error:
        return [str(one).replace("\n  hint: ", " | ") for one in error.diagnostics]


def test_the_chapters_of_the_first_format_have_what_they_had(tmp_path: Path) -> None:
    folder = read_folder(write_folder(tmp_path))
    counts = {chapter.id: len(chapter.blocks or ()) for chapter in folder.chapters}
    assert counts == {"general": 17, "strategy": 1, "projects": 1, "budget": 4, "audit": 5}


def test_a_chapter_without_an_id_has_one_from_its_place(tmp_path: Path) -> None:
    root = write_folder(
        tmp_path,
        files={"content/report.yaml": f"{HEAD}chapters: [{{title: 가, blocks: [{{item: 나}}]}}]\n"},
    )
    assert [chapter.id for chapter in read_folder(root).chapters] == ["chapter1"]


@pytest.mark.parametrize(
    ("chapters", "files", "problem"),
    [
        (
            "chapters: [{title: 현안, file: chapters/issue.yaml}]\n",
            {"chapters__issues": ISSUES},
            [
                "content/report.yaml:9: error [missing-file] there is no "
                "content/chapters/issue.yaml | did you mean chapters/issues.yaml?",
                "content/chapters/issues.yaml:1: error [unused-chapter] no chapter names "
                "content/chapters/issues.yaml | add «file: chapters/issues.yaml» to a chapter in "
                "content/report.yaml",
            ],
        ),
        (
            "chapters: [{title: 현안}]\n",
            {},
            [
                "content/report.yaml:9: error [empty-chapter] the chapter «현안» has nothing in "
                "it | write blocks: below it, or file: chapters/NAME.yaml"
            ],
        ),
        (
            "chapters: [{title: 현안, file: chapters/issues.yaml, blocks: [{item: 가}]}]\n",
            {"chapters__issues": ISSUES},
            [
                "content/report.yaml:9: error [wrong-type] chapters: found a mapping with title, "
                "file, blocks | expected either blocks or file"
            ],
        ),
        (
            REPORT[REPORT.index("chapters:") :],
            {"documents__budget-annexes": "title: 가\nchapters: [{title: 나, id: budget}]\n"},
            [
                "content/documents/budget-annexes.yaml:1: error [document-name] a document can't "
                "be named budget-annexes | name the file in small letters, digits and -, such as "
                "board-report.yaml"
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_chapter_is_told(
    tmp_path: Path, chapters: str, files: dict[str, str], problem: list[str]
) -> None:
    assert read(tmp_path, chapters, **files) == problem


def test_the_page_of_the_docs_has_the_outline_of_the_amendment_package() -> None:
    page = (PROJECT / "docs/outline.md").read_text(encoding="utf-8")
    section = page[page.index("## The amendment package") :]
    typed = section.split("```yaml\n")[1].split("```")[0]
    shown = DocumentFile.model_validate(yaml.load(typed, yaml.CBaseLoader))
    assert shown == read_package()
