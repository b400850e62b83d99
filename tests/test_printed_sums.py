"""Printed amounts add up, or the table says that they don't; read from the finished files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document
from docx.table import Table

from reportgen.cli.app import app
from tests.extraction import extract_docx, extract_hangul, fold
from tests.in_won import write_in_won
from tests.sample import PROJECT

NOTE = "천원 미만은 반올림하여 합계가 맞지 않을 수 있음"
FOOTED = "천원 미만은 합계에 맞추어 조정함(최대잔여법)"
SEEDS = range(6)
TRIED = [pytest.param(seed, marks=pytest.mark.slow if seed > 2 else ()) for seed in SEEDS]


def build(root: Path, *options: str) -> Path:
    output = root / "output"
    arguments = ["build", "--project", str(root), "--templates", str(PROJECT), "--draft"]
    result = CliRunner().invoke(app, [*arguments, "--output", str(output), *options])
    assert result.exit_code == 0, result.output
    return output


def read_tables(path: Path) -> Iterator[tuple[list[list[str]], str]]:
    """Every table of a DOCX with the paragraphs that follow it."""
    found: list[tuple[list[list[str]], list[str]]] = []
    document = Document(str(path))
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            rows = [[cell.text.strip() for cell in row.cells] for row in part.rows]
            found.append((rows, []))
        elif found:
            found[-1][1].append(part.text)
    return ((rows, " ".join(texts)) for rows, texts in found)


def read_amount(text: str) -> int:
    digits = int(re.sub(r"[^\d]", "", text))
    return -digits if text.startswith("△") else digits


def read_changes(path: Path) -> Iterator[tuple[list[list[int]], str]]:
    """The tables of two budgets and their difference, the total first, with what follows."""
    for rows, after in read_tables(path):
        if any("증감" in "".join(row[3:4]) for row in rows[:2]):
            lines = [row for row in rows if re.fullmatch(r"△?[\d,]+", row[1])]
            yield [[read_amount(cell) for cell in row[1:4]] for row in lines], after


@pytest.mark.parametrize("seed", TRIED)
@pytest.mark.parametrize("footing", ["", "footing: true\n"])
def test_documents_add_up_or_say_that_they_do_not(seed: int, footing: str, tmp_path: Path) -> None:
    output = build(write_in_won(tmp_path, seed, footing), "--only", "docx")
    report = [*read_changes(output / "council-report.docx")]
    package = [*read_changes(output / "budget-amendment.docx")][:2]
    assert (len(report), len(package)) == (3, 2)
    assert all(line[2] == line[0] - line[1] for table, _after in report for line in table)
    assert all(line[2] == line[1] - line[0] for table, _after in package for line in table)
    for table, after in (*report, *package):
        total, *parts = table
        adds_up = all(total[at] == sum(part[at] for part in parts) for at in range(3))
        assert adds_up != (NOTE in after)
    if footing:
        assert not any(NOTE in after for _table, after in package)


def test_some_of_these_do_not_add_up(tmp_path: Path) -> None:
    outputs = [build(write_in_won(tmp_path / str(s), s), "--only", "docx") for s in SEEDS]
    tables = [*(read_changes(output / "budget-amendment.docx") for output in outputs)]
    noted = {NOTE in after for found in tables for _table, after in [*found][:2]}
    assert noted == {True, False}


@pytest.mark.parametrize(("notes", "note"), [("", NOTE), ("footing: true\n", FOOTED)])
def test_every_format_says_it(notes: str, note: str, tmp_path: Path) -> None:
    output = build(write_in_won(tmp_path, 1, notes + "rows: all\n"))
    counts = {}
    for name in ("council-report", "budget-amendment"):
        found = {extract_docx(output / f"{name}.docx").paragraphs}
        found |= {extract_hangul(output / f"{name}.{form}").paragraphs for form in ("hwpx", "hwp")}
        counts[name] = {sum(fold(note) in text for text in paragraphs) for paragraphs in found}
    assert all(len(numbers) == 1 for numbers in counts.values())
    assert counts["budget-amendment"] != {0}


def show(cell: object) -> int:
    """What a cell shows of a number: whole thousands, halves away from zero."""
    assert isinstance(cell, (int, float))
    return int(Decimal(repr(cell)).quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize("seed", TRIED)
def test_sheets_show_sums_or_say_that_they_do_not(seed: int, tmp_path: Path) -> None:
    output = build(write_in_won(tmp_path, seed), "--only", "xlsx")
    book = openpyxl.load_workbook(output / "budget-annexes.xlsx", data_only=True)
    (told,) = [
        *(row[1] for row in book["표지"].iter_rows(values_only=True) if row[0] == "단수 처리"),
        "",
    ][:1]
    for name, sign in (("세입", 1), ("세출", 1), ("추경 세입", -1)):
        rows = [row for row in book[name].iter_rows(min_row=4, values_only=True) if row[0]]
        total, *parts = ([show(cell) for cell in row[1:4]] for row in rows)
        differs = all(line[2] == sign * (line[0] - line[1]) for line in (total, *parts))
        adds_up = all(total[at] == sum(part[at] for part in parts) for at in range(3))
        said = str(book[name]["A2"].value)
        assert (adds_up and differs) != (NOTE in said)
        assert (NOTE in said) == bool(re.search(rf"[(,]\s?{name}[,)]", str(told)))


def test_a_sound_budget_in_thousands_says_nothing(tmp_path: Path) -> None:
    output = build(PROJECT / "examples/amendment/foundation", "--output", str(tmp_path))
    del output
    text = " ".join(extract_docx(tmp_path / "budget-amendment.docx").paragraphs)
    assert "반올림" not in text
    book = openpyxl.load_workbook(tmp_path / "budget-annexes.xlsx", data_only=True)
    assert not any("반올림" in str(cell.value) for sheet in book for row in sheet for cell in row)


def test_a_template_without_the_note_is_warned_of(tmp_path: Path) -> None:
    root = write_in_won(tmp_path, 1, templates=True)
    path = root / "templates/docx/budget-amendment.docx"
    document = Document(str(path))
    for paragraph in document.paragraphs:
        if "rounding_note" in paragraph.text or paragraph.text.strip() == "{%p endif %}":
            paragraph.text = paragraph.text.replace("rounding_note", "unit_line")
    document.save(str(path))
    command = ["build", "--project", str(root), "--draft", "--only", "docx"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    assert (
        "templates/docx/budget-amendment.docx: warning [rounding-note] amounts of comparison, "
        "revenue, expenditure do not add up as they are printed, and the template prints no note"
    ) in result.stderr
    assert "council-report.docx: warning" not in result.stderr
