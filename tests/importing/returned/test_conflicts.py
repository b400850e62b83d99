"""Two people edit the same table that was sent to both; their files come back one by one."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from reportgen.importing.exports.ledger_export import export_ledger
from reportgen.importing.imports import ImportPlan, write_import
from reportgen.model.ledger import EntryKind
from tests.importing.annexes import edit, find_row, plan_returned, put, write_annexes
from tests.importing.finance import list_entries, list_findings, make_plan
from tests.sample import read_folder, write_folder

Change = Callable[[Workbook], object]

TWO_PAYMENTS = """\
date,stage,kind,account,amount,reference,note
2026-06-30,2026 제1회 추경,disbursement,book_bus,5000,결의 1,기름
2026-06-30,2026 제1회 추경,disbursement,book_bus,5000,결의 2,수리
2026-06-30,2026 제1회 추경,disbursement,book_bus,2000,결의 3,세차
"""


def set_cells(cells: dict[str, object], **row: object) -> Change:
    """Types cells into the row of the ledger that holds these values."""

    def change(workbook: Workbook) -> None:
        sheet = workbook["원장"]
        put(sheet, find_row(sheet, **row), cells)

    return change


def delete(**row: object) -> Change:
    def change(workbook: Workbook) -> None:
        sheet = workbook["원장"]
        sheet.delete_rows(find_row(sheet, **row))

    return change


def add(cells: dict[str, object]) -> Change:
    def change(workbook: Workbook) -> None:
        sheet = workbook["원장"]
        put(sheet, sheet.max_row + 1, cells)

    return change


GARDEN = {"account": "garden", "kind": "원인행위액"}
PAID = {"account": "tree_map", "kind": "지출액"}


def send_both(root: Path, first: Change, second: Change) -> ImportPlan:
    """The second import, after the first was written."""
    if not (root / "content").exists():
        write_folder(root)
    exported = export_ledger(read_folder(root), ".xlsx").data
    files = []
    for name, change in (("한별.xlsx", first), ("보라.xlsx", second)):
        (root / name).write_bytes(exported)
        files.append(edit(root / name, change))
    one = make_plan(root, files[0])
    assert [finding for finding in list_findings(one) if "error" in finding] == []
    write_import(root, one)
    return make_plan(root, files[1])


def rules(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity.value) for finding in plan.diagnostics]


def test_the_second_edit_of_a_row_is_told_and_not_added(tmp_path: Path) -> None:
    plan = send_both(
        tmp_path, set_cells({"amount": 125000}, **GARDEN), set_cells({"amount": 130000}, **GARDEN)
    )
    assert plan.entries == ()
    assert list_findings(plan) == [
        "보라.xlsx!원장!F21: error [import-conflict] commitment of garden: two edits of one row of "
        "120,000,000 won: to 125,000,000 in content/budget/한별-2026-06-30.csv:2 (한별.xlsx "
        "원장!F21), to 130,000,000 here\n"
        "  hint: agree on one of them; for this one, remove the other entry from the ledger and "
        "import again, or edit a table that was exported since"
    ]


def test_the_same_edit_by_both_is_one_edit(tmp_path: Path) -> None:
    same = set_cells({"amount": 125000}, **GARDEN)
    plan = send_both(tmp_path, same, same)
    assert (plan.entries, plan.known, list_findings(plan)) == ((), 1, [])


def test_edits_of_different_rows_are_both_taken(tmp_path: Path) -> None:
    plan = send_both(
        tmp_path, set_cells({"amount": 125000}, **GARDEN), set_cells({"amount": 40000}, **PAID)
    )
    assert list_entries(plan) == ["2026-06-30 disbursement tree_map -10,000,000"]
    assert list_findings(plan) == []


DAY = {"date": "2026-06-15"}
OTHER_DAY = {"date": "2026-06-20"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (set_cells({"amount": 40000}, **PAID), delete(**PAID)),
        (delete(**PAID), set_cells({"amount": 40000}, **PAID)),
        (set_cells({"amount": 40000}, **PAID), set_cells({"amount": 0}, **PAID)),
        (set_cells({"amount": 40000}, **PAID), set_cells(DAY, **PAID)),
        (set_cells(DAY, **PAID), set_cells({"amount": 40000}, **PAID)),
        (set_cells(DAY, **PAID), set_cells(OTHER_DAY, **PAID)),
        (delete(**PAID), set_cells(DAY, **PAID)),
        (set_cells({"account": "garden"}, **PAID), set_cells({"kind": "원인행위액"}, **PAID)),
    ],
)
def test_whatever_two_people_do_to_one_row_is_told(
    tmp_path: Path, first: Change, second: Change
) -> None:
    assert ("import-conflict", "error") in rules(send_both(tmp_path, first, second))


def test_deleting_and_setting_to_zero_are_the_same(tmp_path: Path) -> None:
    plan = send_both(tmp_path, delete(**PAID), set_cells({"amount": 0}, **PAID))
    assert (plan.entries, plan.known, list_findings(plan)) == ((), 1, [])


def test_a_row_that_both_move_to_one_day_is_moved_once(tmp_path: Path) -> None:
    plan = send_both(tmp_path, set_cells(DAY, **PAID), set_cells(DAY, **PAID))
    assert (plan.entries, plan.known, list_findings(plan)) == ((), 2, [])


@pytest.fixture
def paid(tmp_path: Path) -> Path:
    """A folder in which an account has several payments of one day, two of one amount."""
    return write_folder(tmp_path, files={"content/budget/more.csv": TWO_PAYMENTS})


@pytest.mark.parametrize(
    ("first", "second", "entries"),
    [
        ("결의 1", "결의 2", ["2026-06-30 disbursement book_bus 1,000,000"]),
        ("결의 1", "결의 3", ["2026-06-30 disbursement book_bus 4,000,000"]),
        ("결의 3", "결의 2", ["2026-06-30 disbursement book_bus 1,000,000"]),
    ],
)
def test_rows_of_one_day_and_account_are_different_rows(
    paid: Path, first: str, second: str, entries: list[str]
) -> None:
    plan = send_both(
        paid,
        set_cells({"amount": 6000}, reference=first),
        set_cells({"amount": 6000}, reference=second),
    )
    assert (list_entries(plan), list_findings(plan)) == (entries, [])


def test_one_of_several_rows_that_two_edit_is_told(paid: Path) -> None:
    plan = send_both(
        paid,
        set_cells({"amount": 6000}, reference="결의 2"),
        set_cells({"amount": 7000}, reference="결의 2"),
    )
    assert rules(plan) == [("import-conflict", "error")]


PAYMENT = {
    "date": "2026-06-15",
    "stage": "2026 제1회 추경",
    "kind": "지출액",
    "account": "book_bus",
    "amount": 1500,
}


@pytest.mark.parametrize(
    ("first", "second", "entries", "findings"),
    [
        ({"reference": "결의 9"}, {"reference": "결의 9"}, 0, []),
        ({"reference": "결의 9"}, {"reference": "결의 10"}, 1, []),
        ({"reference": "결의 9"}, {}, 0, [("import-conflict", "warning")]),
        ({}, {"reference": "결의 9"}, 1, []),
        ({"note": "기름"}, {"note": "세차"}, 1, []),
    ],
)
def test_rows_that_both_add(
    tmp_path: Path,
    first: dict[str, object],
    second: dict[str, object],
    entries: int,
    findings: list[tuple[str, str]],
) -> None:
    plan = send_both(tmp_path, add({**PAYMENT, **first}), add({**PAYMENT, **second}))
    assert (len(plan.entries), rules(plan)) == (entries, findings)


def test_a_correction_that_was_put_into_the_ledger_file_counts_all_the_same(
    tmp_path: Path,
) -> None:
    plan = send_both(
        tmp_path, set_cells({"amount": 125000}, **GARDEN), set_cells({"amount": 130000}, **GARDEN)
    )
    budget = tmp_path / "content/budget"
    text = (budget / "한별-2026-06-30.csv").read_text(encoding="utf-8-sig")
    (row,) = list(csv.reader(StringIO(text)))[1:]
    with (budget / "ledger.csv").open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerow(row)
    (budget / "한별-2026-06-30.csv").unlink()
    assert ("import-conflict", "error") in rules(make_plan(tmp_path, tmp_path / "보라.xlsx"))
    assert plan.entries == ()


def test_annexes_that_two_people_edited(tmp_path: Path) -> None:
    path = write_annexes(tmp_path)
    for name in ("한별.xlsx", "보라.xlsx"):
        (tmp_path / name).write_bytes(path.read_bytes())
    first = edit(tmp_path / "한별.xlsx", set_cells({"amount": 125000}, **GARDEN))
    second = edit(tmp_path / "보라.xlsx", set_cells({"amount": 130000}, **GARDEN))
    write_import(tmp_path, plan_returned(tmp_path, first))
    assert rules(plan_returned(tmp_path, second)) == [("import-conflict", "error")]


def edit_csv(text: str, account: str, kind: str, amount: str) -> str:
    """The exported CSV with another amount in one row."""
    rows = list(csv.reader(StringIO(text)))
    row = next(row for row in rows if (row[3], row[2]) == (account, kind))
    row[5] = amount
    stream = StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue()


def test_exported_csvs_that_two_people_edited(tmp_path: Path) -> None:
    write_folder(tmp_path)
    text = export_ledger(read_folder(tmp_path), ".csv").data.decode("utf-8-sig")
    first, second, third = (tmp_path / name for name in ("한별.csv", "보라.csv", "하늘.csv"))
    first.write_text(edit_csv(text, "garden", "원인행위액", "125000"), encoding="utf-8")
    second.write_text(edit_csv(text, "garden", "원인행위액", "130000"), encoding="utf-8")
    third.write_text(edit_csv(text, "tree_map", "지출액", "40000"), encoding="utf-8")
    write_import(tmp_path, make_plan(tmp_path, first))
    assert rules(make_plan(tmp_path, second)) == [("import-conflict", "error")]
    plan = make_plan(tmp_path, third)
    assert list_entries(plan) == ["2026-06-30 disbursement tree_map -10,000,000"]
    assert list_findings(plan) == []


ROWS = (
    ("garden", EntryKind.COMMITMENT, 120_000),
    ("tree_map", EntryKind.COMMITMENT, 100_000),
    ("garden", EntryKind.DISBURSEMENT, 80_000),
    ("tree_map", EntryKind.DISBURSEMENT, 50_000),
)
WORDS = {EntryKind.COMMITMENT: "원인행위액", EntryKind.DISBURSEMENT: "지출액"}
EDITS = st.lists(st.sampled_from([None, 61_000, 62_000]), min_size=4, max_size=4)


def set_rows(edits: Sequence[int | None]) -> Change:
    def change(workbook: Workbook) -> None:
        sheet = workbook["원장"]
        for (account, kind, _amount), new in zip(ROWS, edits, strict=True):
            if new is not None:
                row = find_row(sheet, account=account, kind=WORDS[kind])
                put(sheet, row, {"amount": new})

    return change


@settings(deadline=None, max_examples=25)
@given(first=EDITS, second=EDITS)
def test_the_ledger_is_what_both_said_or_the_second_is_refused(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[int | None],
    second: list[int | None],
) -> None:
    root = tmp_path_factory.mktemp("both")
    plan = send_both(root, set_rows(first), set_rows(second))
    disagree = any(one and other and one != other for one, other in zip(first, second, strict=True))
    assert (("import-conflict", "error") in rules(plan)) is disagree
    if disagree:
        return
    write_import(root, plan)
    sums = {(account, kind): 0 for account, kind, _amount in ROWS}
    for entry in read_folder(root).ledger:
        if (entry.account, entry.kind) in sums and entry.date.year == 2026:
            sums[entry.account, entry.kind] += entry.amount // 1000
    merged = zip(ROWS, first, second, strict=True)
    assert sums == {(a, kind): one or two or amount for (a, kind, amount), one, two in merged}
