"""A date may begin with an apostrophe as it is typed, though YAML takes it for a quote."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.readers.folder import FolderReader
from reportgen.readers.written_chapters import carry_over
from reportgen.readers.yaml_dates import free_dates
from tests.sample import FILES, read_mistakes, write_folder

REPORT = "content/report.yaml"
PAGE = "content/projects/01-garden.yaml"


@pytest.mark.parametrize(
    ("typed", "freed"),
    [
        ("base_date: '26. 6. 30.", "base_date: ’26. 6. 30."),
        ("base_date: `26. 6. 30.", "base_date: ’26. 6. 30."),
        ("base_date: '26. 6. 30.   # 기준일", "base_date: ’26. 6. 30.   # 기준일"),
        ("period: '26. 7. ~ '26. 11.", "period: ’26. 7. ~ ’26. 11."),
        ("{period: '26. 7. ~ 11., note: 가}", "{period: ’26. 7. ~ 11., note: 가}"),
        ("base_date: '26. 2. 30.", "base_date: ’26. 2. 30."),
        ("base_date: '26. 6. 30.'", "base_date: '26. 6. 30.'"),
        ("title: '26. 6. 30.", "title: '26. 6. 30."),
        ("period: '여름", "period: '여름"),
    ],
)
def test_only_the_apostrophes_of_dates_are_freed(typed: str, freed: str) -> None:
    assert free_dates(typed) == freed


@pytest.mark.parametrize("typed", ["'26. 6. 30.", "`26.6.30", "'26.6.30'", "'26.6.30  # 기준일"])
def test_a_base_date_with_an_apostrophe_is_read(tmp_path: Path, typed: str) -> None:
    reader = FolderReader(write_folder(tmp_path, {REPORT: ("2026-06-30", typed)}))
    folder = reader.read()
    assert reader.diagnostics == []
    assert folder is not None
    assert folder.report.base_date == date(2026, 6, 30)


def test_another_mistake_of_the_file_keeps_its_line(tmp_path: Path) -> None:
    text = FILES[REPORT].replace("2026-06-30", "'26. 6. 31.")
    text = text.replace("year: 2026\n", "year: 올해\n")
    mistakes = read_mistakes(write_folder(tmp_path, files={REPORT: text}))
    assert [mistake.partition("\n")[0] for mistake in mistakes] == [
        f"{REPORT}:2: error [wrong-type] year: found 올해",
        f"{REPORT}:3: error [wrong-type] base_date: found ’26. 6. 31.",
    ]


def test_a_quote_that_is_open_elsewhere_is_still_told(tmp_path: Path) -> None:
    (mistake,) = read_mistakes(write_folder(tmp_path, {PAGE: ("goal: ", "goal: '")}))
    assert mistake.startswith(f"{PAGE}:")
    assert "[yaml-syntax]" in mistake


def test_a_folder_with_such_a_date_is_carried_over() -> None:
    text = "base_date: '26. 6. 30.\nchapters:\n  - {id: strategy, title: 전략}\n"
    carried, chapters = carry_over(text)
    assert chapters == ("strategy",)
    assert carried.startswith("base_date: '26. 6. 30.\n")
