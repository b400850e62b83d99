"""A whole folder: all its files, their digests, and every mistake in all of them."""

import hashlib
from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.model.project_folder import ProjectFolder
from reportgen.readers.folder import FolderReader
from tests.sample import FILES, LEDGER, read_folder, read_mistakes, write_folder

LEDGER_FILE = "content/budget/ledger.csv"


def test_pages_stand_in_the_order_of_their_file_names(folder: ProjectFolder) -> None:
    accounts = [project.account for project in folder.projects]
    assert accounts == ["garden", "tree_map", "river_watch", "book_bus"]


def test_requests_of_every_audit_file_are_joined(tmp_path: Path) -> None:
    other = FILES["content/audit/2025.yaml"].replace("- id: ", "- id: later_")
    folder = read_folder(write_folder(tmp_path, files={"content/audit/2026.yaml": other}))
    assert len(folder.requests) == 6


def test_every_file_that_was_read_has_its_digest(tmp_path: Path) -> None:
    folder = read_folder(write_folder(tmp_path))
    assert folder.digests == {
        name: hashlib.sha256(text.encode()).hexdigest() for name, text in FILES.items()
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_ledger_in_any_usual_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    plain = read_folder(write_folder(tmp_path / "plain"))
    files = {LEDGER_FILE: LEDGER.encode(encoding)}
    assert read_folder(write_folder(tmp_path / "other", files=files)).ledger == plain.ledger


def test_a_ledger_in_a_workbook_reads_the_same(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files={LEDGER_FILE: None})
    workbook = Workbook()
    assert workbook.active is not None
    plain = read_folder(write_folder(tmp_path / "plain")).ledger
    workbook.active.append(["일자", "단계", "종류", "계정", "금액", "근거", "비고"])
    rows = [
        [e.date, e.stage, e.kind.value, e.account, e.amount // 1000, e.reference, e.note]
        for e in plain
    ]
    list(map(workbook.active.append, rows))
    workbook.save(root / "content/budget/ledger.xlsx")
    found = [
        (e.date, e.stage, e.kind, e.account, e.amount, e.reference, e.note)
        for e in read_folder(root).ledger
    ]
    assert found == [
        (e.date, e.stage, e.kind, e.account, e.amount, e.reference, e.note) for e in plain
    ]


def test_ledgers_beside_each_other_are_joined(tmp_path: Path) -> None:
    header, *rows = LEDGER.splitlines(keepends=True)
    files: dict[str, str | bytes | None] = {
        LEDGER_FILE: header + "".join(rows[:10]),
        "content/budget/more.csv": header + "".join(rows[10:]),
        "content/budget/~$lock.xlsx": b"the lock of a program that has a workbook open",
    }
    folder = read_folder(write_folder(tmp_path, files=files))
    assert len(folder.ledger) == len(rows)


@pytest.mark.parametrize("name", ["report", "organization", "contacts", "budget/accounts"])
def test_a_missing_file_is_reported(tmp_path: Path, name: str) -> None:
    file = f"content/{name}.yaml"
    assert read_mistakes(write_folder(tmp_path, files={file: None})) == [
        f"{file}: error [missing-file] there is no such file\n"
        "  hint: every project folder needs it; see docs/content-format.md"
    ]


def test_a_missing_ledger_is_reported(tmp_path: Path) -> None:
    assert read_mistakes(write_folder(tmp_path, files={LEDGER_FILE: None})) == [
        "content/budget: error [missing-file] there is no ledger\n"
        "  hint: put a .csv or .xlsx file with the entries there"
    ]


def test_an_empty_folder_is_missing_everything(tmp_path: Path) -> None:
    assert [mistake.partition(":")[0] for mistake in read_mistakes(tmp_path)] == [
        "content/report.yaml",
        "content/organization.yaml",
        "content/contacts.yaml",
        "content/budget/accounts.yaml",
        "content/budget",
    ]


def test_mistakes_of_many_files_are_all_reported_at_once(tmp_path: Path) -> None:
    replace = {
        "content/report.yaml": ("year: 2026\n", "year: 이천\n"),
        "content/organization.yaml": ("head: 대표이사", "haed: 대표이사"),
        "content/contacts.yaml": ("contacts:\n", "contacts: [\n"),
        "content/budget/accounts.yaml": ("expenditure:\n", "expenditure: &all\n  - *all\n"),
        LEDGER_FILE: ("disbursement,garden,80000", "disbursement,garden,80000.5"),
        "content/projects/02-tree-map.yaml": ("contacts: [nam_bora]\n", ""),
        "content/audit/2025.yaml": ("status: completed", "status: 끝"),
    }
    found = [
        mistake.partition("\n")[0] for mistake in read_mistakes(write_folder(tmp_path, replace))
    ]
    assert found == [
        "content/report.yaml:2: error [wrong-type] year: found 이천",
        "content/organization.yaml:1: error [missing-key] the key head is missing",
        "content/organization.yaml:2: error [unknown-key] unknown key haed",
        "content/contacts.yaml:2: error [yaml-syntax] this is not YAML: "
        "expected the node content, but found '-'",
        "content/budget/accounts.yaml:10: error [cycle] this part contains itself",
        f"{LEDGER_FILE}:26: error [ledger-amount] amount: found 80000.5",
        "content/projects/02-tree-map.yaml:1: error [missing-key] the key contacts is missing",
        "content/audit/2025.yaml:4: error [wrong-type] status: found 끝",
    ]


def test_the_sample_has_no_mistake(tmp_path: Path) -> None:
    reader = FolderReader(write_folder(tmp_path))
    assert reader.read() is not None
    assert reader.diagnostics == []


def test_a_folder_in_the_notation_of_its_office_reads_the_same(tmp_path: Path) -> None:
    replace = {
        "content/report.yaml": ("base_date: 2026-06-30", "base_date: '26. 6. 30.(화)"),
        "content/audit/2025.yaml": ("status: completed", "status: 추진 완료"),
        "content/projects/01-garden.yaml": ("period: 2026-07/2026-11", "period: ’26. 7. ~ 11."),
        "content/budget/accounts.yaml": ("reserve: true", "reserve: 예"),
        LEDGER_FILE: ("disbursement,garden", "지출,garden"),
    }
    english = FolderReader(write_folder(tmp_path / "english")).read()
    korean = FolderReader(write_folder(tmp_path / "korean", replace)).read()
    assert english is not None
    assert korean is not None
    assert korean.report == english.report
    assert korean.requests == english.requests
    assert korean.projects == english.projects
    assert korean.accounts == english.accounts
    assert list(korean.ledger) == list(english.ledger)
