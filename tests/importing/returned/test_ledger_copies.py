"""Rows of our own ledger as they come back."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.importing.basis.ledger_basis import LedgerBasis, read_surroundings
from reportgen.importing.returned.ledger_copies import read_copy
from reportgen.model.ledger import Approval, EntryKind
from reportgen.readers.finance.grid import Book
from tests.readers.finance.test_tables import make_sheet
from tests.sample import write_folder

HEADER = "일자|단계|종류|계정|계정명|금액(천원)|비고|재원|출처"


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> LedgerBasis:
    return read_surroundings(write_folder(tmp_path_factory.mktemp("folder")))


def test_a_row_becomes_an_entry(around: LedgerBasis) -> None:
    row = "6월 5일|2026본예산|지출|book_bus|책 버스 운영|△1.5|기름|city_grant|"
    book = Book("a.csv", (make_sheet(f"{HEADER}\n{row}\n|||||||a|\n"),))
    copy = read_copy(book, around, approval=Approval.PROPOSED)
    assert (copy.diagnostics, copy.as_of, copy.is_annex) == ((), None, False)
    (entry,) = copy.entries
    assert (entry.date, entry.stage, entry.kind) == (
        date(2026, 6, 5),
        "2026 본예산",
        EntryKind.DISBURSEMENT,
    )
    assert (entry.account, entry.amount, entry.funding) == ("book_bus", -1500, "city_grant")
    assert (entry.approval, str(entry.place)) == (Approval.PROPOSED, "a.xlsx!표!F2")


def test_a_level_is_no_account_unless_its_id_is_typed(around: LedgerBasis, tmp_path: Path) -> None:
    row = "2026-06-05|2026 본예산|지출||마을정원 조성|1|||"
    copy = read_copy(Book("a.csv", (make_sheet(f"{HEADER}\n{row}\n"),)), around)
    assert [str(finding).split("\n")[0] for finding in copy.diagnostics] == [
        "a.xlsx!표!D2: error [import-account] account: found 마을정원 조성"
    ]
