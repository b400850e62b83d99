"""Words of the views that a folder replaces by its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reportgen.model.printed_words import WORDS
from reportgen.model.words import fold_word
from reportgen.state import load_state
from reportgen.templating.printed import Place
from reportgen.views.blocks import BlockView
from reportgen.views.grid import Cell
from tests.sample import PROJECT, find_mistakes, line_of, read_mistakes, write_folder

EXAMPLE = PROJECT / "examples" / "amendment" / "foundation"
CHAPTERS = """\
chapters:
  - title: 모든 보기
    blocks:
      - view: staffing
      - view: duties
      - view: revenue
      - view: programme_budget
      - view: execution
        columns: [name, appropriation, commitment, disbursement, commitment_rate, balance]
      - view: execution
      - view: monthly_execution
      - view: funding
      - view: audit_totals
      - view: audit_requests
      - view: amendment_revenue
      - view: amendment_comparison
      - view: amendment_staffing
      - view: transfers
      - view: carryover
        columns: [name, explicit_carryover, incidental_carryover, continuing_carryover, total]
"""
REQUEST = """\
  - id: {0}_{1}
    kind: {0}
    status: {1}
    request: 쉼터를 살필 것
    addressee: 예시 재단
    result: [{{item: 살핌}}]
"""
REQUESTS = "requests:\n" + "".join(
    REQUEST.format(kind, status)
    for kind, status in (
        ("correction", "completed"),
        ("suggestion", "in_progress"),
        ("other", "under_review"),
        ("other", "not_reflected"),
    )
)


def write(folder: Path, words: str) -> Path:
    """The example with other words, every view, and an amount whose source nobody names."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    path = folder / "content" / "report.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("chapters:")] + words + CHAPTERS, encoding="utf-8")
    (folder / "content" / "audit" / "2025.yaml").write_text(REQUESTS, encoding="utf-8")
    accounts = folder / "content" / "budget" / "accounts.yaml"
    text = accounts.read_text(encoding="utf-8").replace("projects, funding: subsidy", "projects")
    accounts.write_text(text, encoding="utf-8")
    return folder


def read_cell(cell: Cell) -> list[str]:
    return [str(cell), *(text for block in cell.blocks for text in read_block(block))]


def read_block(block: BlockView) -> list[str]:
    """Every text of a block, and of the cells of its table."""
    found = [str(block.text)]
    if block.grid is not None:
        rows = [*block.grid.head_rows, block.grid.header, *(row.cells for row in block.grid.rows)]
        found += [text for row in rows for cell in row for text in read_cell(cell)]
    return found


def find_places(folder: Path) -> set[Place]:
    """Where the cells that show a figure say that they stand."""
    chapters = load_state(folder).report["outline"]
    cells = (cell for chapter in chapters for cell in walk_cells(chapter.blocks))
    return {cell.place for cell in cells if cell.figures}


def read_texts(folder: Path) -> list[str]:
    state = load_state(folder)
    blocks = [block for chapter in state.report["outline"] for block in chapter.blocks]
    texts = [text for block in blocks for text in read_block(block)]
    return [*texts, str(state.report["report"]["contents_title"])]


def walk_cells(blocks: Iterable[BlockView]) -> Iterator[Cell]:
    """Every cell of the tables, and of those inside."""
    for block in blocks:
        for row in block.grid.rows if block.grid else ():
            for cell in row.cells:
                yield cell
                yield from walk_cells(cell.blocks)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is printed where each word has another in its place."""
    words = "".join(f'  "{word}": "〈{fold_word(word)}〉"\n' for word in WORDS)
    return read_texts(write(tmp_path_factory.mktemp("words"), f"words:\n{words}"))


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_replaced_wherever_it_is_printed(texts: list[str], word: str) -> None:
    assert any(f"〈{fold_word(word)}〉" in text for text in texts)
    assert word not in {re.sub(r"\s+", "", text) for text in texts}
    assert not any(
        fold_word(line) == fold_word(word) for text in texts for line in text.split("\n")
    )


def test_a_word_may_be_spaced_as_it_is_printed(tmp_path: Path) -> None:
    folder = write(tmp_path, "words:\n  소 계: 중간 합계\n  추진중: 진행\n")
    texts = read_texts(folder)
    assert texts.count("중간 합계") == 4
    assert "소 계" not in texts


def test_a_heading_that_the_outline_gives_is_nobody_elses(tmp_path: Path) -> None:
    folder = write(tmp_path, "words: {예산액: 금액}\n")
    path = folder / "content" / "report.yaml"
    given = "programme_budget\n        columns: [{name: amount, heading: 예산액}]"
    text = path.read_text(encoding="utf-8").replace("programme_budget", given)
    path.write_text(text, encoding="utf-8")
    assert "예산액" in read_texts(folder)


def test_every_word_that_no_view_prints_is_told(tmp_path: Path) -> None:
    typed = "words:\n  재원을 밝히지 못함: 중간\n  바람: 물결\n"
    folder = write_folder(tmp_path, {"content/report.yaml": ("chapters:", f"{typed}chapters:")})
    text = (folder / "content/report.yaml").read_text(encoding="utf-8")
    first, second = (line_of(text, word) for word in ("재원을 밝히지 못함:", "바람:"))
    found = read_mistakes(folder)
    assert [one.split("\n")[0] for one in found] == [
        f"content/report.yaml:{line}: error [wrong-type] {word}: found {word}"
        for line, word in ((first, "재원을 밝히지 못함"), (second, "바람"))
    ]
    assert "did you mean 재원을 밝히지 않음?" in found[0]


def test_a_word_that_is_given_twice_is_told(tmp_path: Path) -> None:
    typed = "words: {소계: 가, 소 계: 나}\n"
    folder = write_folder(tmp_path, {"content/report.yaml": ("chapters:", f"{typed}chapters:")})
    (found,) = read_mistakes(folder)
    assert "each word once, but found 소계, 소 계" in found


def test_a_blank_word_is_told(tmp_path: Path) -> None:
    typed = 'words: {소계: " "}\n'
    folder = write_folder(tmp_path, {"content/report.yaml": ("chapters:", f"{typed}chapters:")})
    (found,) = find_mistakes(folder)
    assert found.startswith("content/report.yaml:9: error [blank-text] the text is blank")


def test_sheets_of_finance_keep_their_words(tmp_path: Path) -> None:
    state = load_state(write(tmp_path, "words: {계: 합계, 지출액: 지출}\n"))
    sheet = next(one for one in state.annexes.sheets if one.grid.name == "execution")
    labels = [str(row.columns["name"]) for row in sheet.grid.rows]
    assert labels[0] == "계"
    assert str(sheet.grid.columns["disbursement"]) == "지출액"


def test_a_comment_behind_a_word_is_told(tmp_path: Path) -> None:
    typed = "words:\n  소 계: 소계 #1\n"
    folder = write_folder(tmp_path, {"content/report.yaml": ("chapters:", f"{typed}chapters:")})
    (found,) = find_mistakes(folder)
    assert "[cut-off-text]" in found


def test_every_cell_of_a_view_says_in_which_chapter_it_stands(tmp_path: Path) -> None:
    places = find_places(write(tmp_path, ""))
    assert {place.chapter for place in places} == {"Ⅰ. 모든 보기"}


@pytest.mark.parametrize(
    "word", ["감액", "기정액", "경정액", "비교증감", "증감률", "현행 정원", "계"]
)
def test_places_name_rows_and_columns_as_they_are_printed(tmp_path: Path, word: str) -> None:
    before = find_places(write(tmp_path / "a", ""))
    after = find_places(write(tmp_path / "b", f"words: {{{word}: 바꾼 말}}\n"))
    assert any(word in (place.row, place.column) for place in before)
    assert any("바꾼 말" in (place.row, place.column) for place in after)
    assert not any(word in (place.row, place.column) for place in after)
