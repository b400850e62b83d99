"""A file in content that nothing is made of is said, and refused where it may be meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from reportgen.readers.folder_files import find_unread, list_inputs
from reportgen.state import check_state
from tests.sample import FILES, LEDGER, read_mistakes, write_folder

TABLE = "일자\t단계\t종류\t계정\t금액(천원)\n2026-06-01\t2026 본예산\t지출\tgarden\t10\n"


def _find(root: Path, *names: str, text: str = "x") -> list[str]:
    write_folder(root, files=dict.fromkeys(names, text))
    return [str(finding).replace("\n  hint", " | hint") for finding in find_unread(root)]


def test_the_sample_has_no_file_that_is_not_read(tmp_path: Path) -> None:
    assert _find(tmp_path) == []
    assert sorted(list_inputs(tmp_path)) == sorted(FILES)


@pytest.mark.parametrize("ending", ["xls", "xlsm", "xlsb", "ods", "tsv", "XLS", "numbers"])
def test_a_table_beside_the_ledger_is_an_error(tmp_path: Path, ending: str) -> None:
    name = f"content/budget/제1회 추경.{ending}"
    assert _find(tmp_path, name) == [
        f"{name}: error [unread-file] the file is not read | hint: save it as .xlsx or .csv, or "
        "take it in with «reportgen ledger import»"
    ]


@pytest.mark.parametrize("text", [TABLE, TABLE.replace("\t", ",")])
def test_a_text_with_the_headers_of_a_ledger_is_an_error(tmp_path: Path, text: str) -> None:
    (found,) = _find(tmp_path, "content/budget/ledger.txt", text=text)
    assert found.startswith("content/budget/ledger.txt: error [unread-file]")


@pytest.mark.parametrize(
    "name",
    [
        "content/budget/메모.txt",
        "content/budget/본예산서.pdf",
        "content/projects/사진.jpg",
        "content/audit/요구.hwp",
        "content/projects/표.xlsx",
    ],
)
def test_another_file_is_a_warning(tmp_path: Path, name: str) -> None:
    assert _find(tmp_path, name) == [
        f"{name}: warning [unread-file] the file is not read | hint: keep it outside of content"
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("content/projects/05-more.yml", "give it a name that ends in .yaml"),
        ("content/audit/2026.YAML", "give it a name that ends in .yaml"),
        ("content/amendments/1.yml", "give it a name that ends in .yaml"),
        ("content/report.yml", "name it report.yaml"),
        ("content/budget/accounts.yml", "name it accounts.yaml"),
        ("content/ledger.csv", "move it to where it is read, or out of content"),
        ("content/glossary.yaml", "move it to where it is read, or out of content"),
        ("content/budget/ledger.yaml", "move it to where it is read, or out of content"),
    ],
)
def test_a_page_that_is_not_read_is_an_error(tmp_path: Path, name: str, hint: str) -> None:
    assert _find(tmp_path, name) == [
        f"{name}: error [unread-file] the file is not read | hint: {hint}"
    ]


@pytest.mark.parametrize(
    ("folder", "files", "severity"),
    [
        ("content/budget/2026", ("a.csv", "b/c.xlsx"), "error"),
        ("content/projects/지난해", ("01.yaml",), "error"),
        ("content/audit/old", ("2024.yml", "a.pdf"), "error"),
        ("content/pages", ("strategy.yaml",), "error"),
        ("content/projects/사진", ("1.jpg", "2.jpg", "3.jpg", "4.jpg"), "warning"),
    ],
)
def test_a_folder_in_a_folder_is_told_once(
    tmp_path: Path, folder: str, files: tuple[str, ...], severity: str
) -> None:
    named = ", ".join(files[:3]) + (", …" if len(files) > 3 else "")
    assert _find(tmp_path, *(f"{folder}/{name}" for name in files)) == [
        f"{folder}: {severity} [unread-file] the folder is not read; it has {len(files)} files: "
        f"{named} | hint: move the files to where they are read, or the folder out of content"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "content/.DS_Store",
        "content/budget/~$ledger.xlsx",
        "content/budget/._ledger.csv",
        "content/projects/._01-garden.yaml",
        "content/projects/Thumbs.db",
        "content/budget/README.md",
        "content/.git/config",
        "content/budget/import/집행현황.yaml",
    ],
)
def test_what_programs_and_people_leave_is_not_told(tmp_path: Path, name: str) -> None:
    assert _find(tmp_path, name) == []


def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "content/projects/loop").symlink_to(tmp_path / "content")
    (found,) = find_unread(tmp_path)
    assert str(found).startswith("content/projects/loop: warning [unread-file]")


def test_a_folder_of_content_may_be_a_link(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/budget/more.ods": "x"})
    (tmp_path / "content/budget").rename(tmp_path / "shared")
    (tmp_path / "content/budget").symlink_to(tmp_path / "shared")
    (found,) = find_unread(tmp_path)
    assert str(found.location) == "content/budget/more.ods"


def test_the_findings_stand_among_those_of_the_checks(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files={"content/budget/more.xls": b"x"})
    assert [finding.rule for finding in check_state(root).diagnostics] == ["unread-file"]
    result = CliRunner().invoke(app, ["check", "--project", str(root)])
    assert result.exit_code == 1
    assert "content/budget/more.xls: error [unread-file]" in result.stderr


def test_they_are_told_beside_what_can_not_be_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "content/budget/ledger.csv": LEDGER.replace("garden,80000", "garden,많이"),
        "content/budget/more.ods": b"x",
    }
    root = write_folder(tmp_path, files=files)
    assert len(read_mistakes(root)) == 1
    result = CliRunner().invoke(app, ["check", "--project", str(root)])
    rules = re.findall(r"error \[([a-z-]+)\]", result.stderr)
    assert rules == ["ledger-amount", "unread-file"]
