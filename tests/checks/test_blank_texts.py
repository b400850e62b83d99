"""Texts of which nothing is to be seen are told."""

from pathlib import Path

import pytest

from tests.sample import find_mistakes, write_folder

PAGE = "content/projects/01-garden.yaml"


@pytest.mark.parametrize("typed", ['detail: ""', 'detail: "  "', 'numbered: [하나, ""]'])
def test_a_text_that_shows_nothing_is_an_error(tmp_path: Path, typed: str) -> None:
    root = write_folder(tmp_path, {PAGE: ("detail: 정원 3곳", typed)})
    assert find_mistakes(root) == [
        f"{PAGE}:8: error [blank-text] the text is blank\n"
        "  hint: write something, or take the line away"
    ]


@pytest.mark.parametrize("typed", ["numbered: []", "schedule: []", "detail:"])
def test_a_block_without_anything_is_an_error(tmp_path: Path, typed: str) -> None:
    root = write_folder(tmp_path, {PAGE: ("detail: 정원 3곳", typed)})
    (finding,) = find_mistakes(root)
    assert finding.startswith(f"{PAGE}:8: error [wrong-type] ")


def test_a_cell_of_a_table_may_be_blank(tmp_path: Path) -> None:
    table = """table:
      columns: [{name: "", width: 1}, {name: 곳, width: 1}]
      rows:
        - ["", 봄]
        - [정원, ""]"""
    root = write_folder(tmp_path, {PAGE: ("detail: 정원 3곳", table)})
    assert find_mistakes(root) == []


@pytest.mark.parametrize("letters", ["\\u200b", "\\u3164", "\\ufeff\\u00ad", "\\u00a0\\u3000"])
def test_letters_that_nobody_sees_are_blank(tmp_path: Path, letters: str) -> None:
    root = write_folder(tmp_path, {PAGE: ("detail: 정원 3곳", f'detail: "{letters}"')})
    (finding,) = find_mistakes(root)
    assert "[blank-text]" in finding
