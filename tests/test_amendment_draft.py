"""A new amendment begins from the budget as it is, and never overwrites anything."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.amendment_draft import NewAmendment, write_amendment
from reportgen.diagnostics import DataError, Severity
from reportgen.state import check_state, load_state, read_folder
from tests.amended import HISTORY, write_amended
from tests.figures.ledgers import LEAVES, REVENUE
from tests.sample import MORE_COLUMNS, MORE_FILE, REPORT, write_folder

SECOND = "2026 제2회 추경"
ASKED = NewAmendment(SECOND, date(2026, 7, 15), "제2회 추경예산안")
LISTED = {"content/report.yaml": REPORT.replace("제1회 추경]", f"제1회 추경, {SECOND}]")}


def _write(root: Path, asked: NewAmendment = ASKED) -> list[dict[str, str]]:
    path = root / "content/budget/second.csv"
    write_amendment(read_folder(root), asked, path, replace=False)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_account_stands_there_with_its_present_budget(tmp_path: Path) -> None:
    rows = _write(write_amended(tmp_path, LISTED))
    assert {row["계정"]: row["기정액(천원)"] for row in rows} == {
        "city_grant": "900000",
        "service_fee": "30000",
        "carryover": "50000",
        "garden": "200000",
        "tree_map": "100000",
        "river_watch": "150000",
        "book_bus": "20000",
        "personnel_operation": "350000",
        "basic_expense": "140000",
        "general_reserve": "20000",
    }
    assert rows[0]["계정명"] == "가온시 출연금"
    assert {(row["일자"], row["종류"], row["증감(천원)"], row["의결"]) for row in rows} == {
        ("2026-07-15", "추경", "", "안")
    }


def test_unfilled_it_changes_nothing(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    before = load_state(root).context.figures["appropriation.expenditure"].value
    _write(root)
    state = load_state(root, stage=SECOND)
    assert state.diagnostics == ()
    assert state.context.figures["appropriation.expenditure"].value == before


def test_won_that_are_no_whole_thousands_are_headed_so(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    path = root / "content/budget/rest.csv"
    path.write_text(
        "date,stage,kind,account,amount_won\n"
        "2026-05-01,2026 제1회 추경,amendment,garden,500\n"
        "2026-05-01,2026 제1회 추경,amendment,city_grant,500\n",
        encoding="utf-8",
    )
    rows = _write(root)
    assert {row["계정"]: row["기정액(원)"] for row in rows}["garden"] == "200000500"
    assert {row["증감(원)"] for row in rows} == {""}
    assert load_state(root, stage=SECOND).diagnostics == ()


def test_filled_in_it_can_be_shown_and_is_a_proposal(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    _write(root)
    path = root / "content/budget/second.csv"
    text = path.read_text(encoding="utf-8-sig")
    for account, present in (("city_grant", 900_000), ("garden", 200_000)):
        name = {"city_grant": "가온시 출연금", "garden": "마을정원 가꾸기"}[account]
        old = f"{account},{name},{present},,"
        assert old in text
        text = text.replace(old, f"{account},{name},{present},5000,")
    path.write_text(text, encoding="utf-8")
    named, unnamed = load_state(root, stage=SECOND), load_state(root)
    assert named.context.figures["amending.garden"].value == 5_000_000
    assert [finding.rule for finding in unnamed.diagnostics] == ["proposed-entry"]


def test_what_was_spent_ahead_is_taken_up(tmp_path: Path) -> None:
    ahead = (
        "2026-06-01,2026 제1회 추경,pre_approval,service_fee,4000,통지,\n"
        "2026-06-01,2026 제1회 추경,pre_approval,garden,4000,통지,\n"
    )
    root = write_amended(tmp_path, {**LISTED, "content/budget/ledger.csv": HISTORY + ahead})
    rows = [row for row in _write(root) if row["계정"] == "garden"]
    assert [(row["종류"], row["기정액(천원)"], row["증감(천원)"]) for row in rows] == [
        ("추경", "200000", "4000"),
        ("성립전", "", "-4000"),
    ]
    state = load_state(root, stage=SECOND)
    assert state.diagnostics == ()
    assert state.context.figures["appropriation.garden"].value == 209_000_000


def test_a_stage_that_is_not_listed_is_explained(tmp_path: Path) -> None:
    root = write_amended(tmp_path)
    with pytest.raises(DataError) as caught:
        _write(root)
    assert str(caught.value) == (
        f"content/report.yaml:7: error [unknown-stage] there is no stage {SECOND}\n"
        "  hint: add it to «stages» in report.yaml, after the stage that it amends"
    )


def test_the_first_stage_amends_nothing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="2025 최종예산 is the first stage and amends nothing"):
        _write(write_amended(tmp_path), NewAmendment("2025 최종예산", date(2026, 1, 1)))


def test_a_stage_with_entries_and_a_file_that_exists_are_told_together(tmp_path: Path) -> None:
    root = write_amended(tmp_path)
    path = root / "content/budget/second.csv"
    path.write_bytes(b"date,stage,kind,account,amount\n2026-06-01,,,,\n")
    folder = read_folder(write_amended(tmp_path / "other"))
    asked = NewAmendment("2026 제1회 추경", date(2026, 5, 1))
    with pytest.raises(DataError) as caught:
        write_amendment(folder, asked, path, replace=False)
    assert [finding.rule for finding in caught.value.diagnostics] == [
        "output-file",
        "repeated-entry",
    ]
    assert path.read_bytes().startswith(b"date,stage")


def _explain(root: Path, asked: NewAmendment) -> list[str]:
    """Why no amendment was written."""
    with pytest.raises(DataError) as caught:
        _write(root, asked)
    return [str(finding) for finding in caught.value.diagnostics]


@pytest.mark.parametrize("day", [date(2025, 7, 15), date(2062, 7, 15), date(2206, 7, 15)])
def test_a_day_of_another_year_is_refused(tmp_path: Path, day: date) -> None:
    assert _explain(write_amended(tmp_path, LISTED), NewAmendment(SECOND, day)) == [
        f"--date: error [stage-order] {day.isoformat()} is not in 2026\n"
        "  hint: name a day of the year that is reported"
    ]


def test_a_day_before_the_stage_that_is_amended_is_refused(tmp_path: Path) -> None:
    asked = NewAmendment(SECOND, date(2026, 4, 30))
    assert _explain(write_amended(tmp_path, LISTED), asked) == [
        f"content/budget/amendment-1.csv:2: error [stage-order] {SECOND} would be of 2026-04-30, "
        "but 2026 제1회 추경 is entered on 2026-05-01\n"
        "  hint: name another --date, or correct the date or the stage of the entry"
    ]


def test_a_day_after_a_later_stage_began_is_refused(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files={"content/budget/ledger.csv": HISTORY})
    (found,) = _explain(root, NewAmendment("2026 본예산", date(2026, 5, 2)))[1:]
    assert "2026 본예산 would be of 2026-05-02, but 2026 제1회 추경 is entered on" in found


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    path = root / "content/budget/second.xlsx"
    with pytest.raises(DataError, match=r"second\.xlsx: error \[output-file\] the amendment is"):
        write_amendment(read_folder(root), ASKED, path, replace=False)
    assert not path.exists()


def test_replacing_a_file_keeps_no_other_amendment_of_the_stage(tmp_path: Path) -> None:
    rows = f"2026-07-15,{SECOND},추경,garden,1000\n"
    root = write_amended(tmp_path, {**LISTED, MORE_FILE: MORE_COLUMNS + rows})
    path = root / "content/budget/second.csv"
    with pytest.raises(DataError, match=rf"{MORE_FILE}:2: error \[repeated-entry\]"):
        write_amendment(read_folder(root), ASKED, path, replace=True)
    assert write_amendment(read_folder(root), ASKED, root / MORE_FILE, replace=True) == 10


@pytest.mark.parametrize("kind", ["지출", "원인행위", "전용"])
def test_payments_may_stand_in_the_stage_already(tmp_path: Path, kind: str) -> None:
    rows = f"2026-07-20,{SECOND},{kind},garden,1000\n"
    root = write_amended(tmp_path, {**LISTED, MORE_FILE: MORE_COLUMNS + rows})
    assert len(_write(root)) == 10


@pytest.mark.parametrize(
    ("won", "present", "unit"),
    [
        (548_000_500, "548000500", "원"),
        (-1, "-1", "원"),
        (10**22 + 1, f"{10**22 + 1}", "원"),
        (10**22, f"{10**19}", "천원"),
        (-3_000, "-3", "천원"),
    ],
)
def test_amounts_are_whole_in_the_unit_that_the_header_says(
    tmp_path: Path, won: int, present: str, unit: str
) -> None:
    ledger = f"date,stage,kind,account,amount_won\n2026-01-02,2026 본예산,original,garden,{won}\n"
    root = write_folder(tmp_path, files={**LISTED, "content/budget/ledger.csv": ledger})
    (row,) = [row for row in _write(root) if row["계정"] == "garden"]
    assert (row[f"기정액({unit})"], row[f"증감({unit})"]) == (present, "")


AMOUNTS = st.one_of(st.integers(-(10**10), 10**12), st.integers(-(10**18), 10**18))
STAGES = ("2026 본예산", "2026 제1회 추경", SECOND)
VOTED = st.tuples(
    st.sampled_from(("original", "amendment")), st.sampled_from((*REVENUE, *LEAVES)), AMOUNTS
)
AHEAD = st.tuples(
    st.sampled_from(REVENUE), st.sampled_from(LEAVES), st.integers(1, 10**12), st.booleans()
)
SPENT = st.tuples(
    st.sampled_from(("commitment", "disbursement")),
    st.sampled_from(STAGES),
    st.sampled_from(LEAVES),
    AMOUNTS,
)
OF_THE_LEDGER = ("negative-amount", "spending-limit", "budget-history", "revenue-expenditure")
"""What a random ledger has wrong before anything is amended, told where its last entry is."""

FILLED = {True: 7, False: 3}
"""What every account of revenue and of expenditure gets: 3 times 7, and 7 times 3."""


def _list_lines(
    voted: list[tuple[str, str, int]],
    ahead: list[tuple[str, str, int, bool]],
    spent: list[tuple[str, str, str, int]],
) -> Iterator[str]:
    yield "date,stage,kind,account,amount_won,reference"
    yield "2025-12-31,2025 최종예산,opening,garden,1,"
    for number, (kind, account, won) in enumerate(voted):
        day, stage = ("01-02", STAGES[0]) if kind == "original" else ("05-01", STAGES[1])
        yield f"2026-{day},{stage},{kind},{account},{won},{number}"
    for number, (revenue, leaf, won, is_late) in enumerate(ahead):
        stage = STAGES[1 + is_late]
        for account in (revenue, leaf):
            yield f"2026-06-{10 + number},{stage},pre_approval,{account},{won},{number}"
    for number, (kind, stage, leaf, won) in enumerate(spent):
        yield f"2026-06-20,{stage},{kind},{leaf},{won},{number}"


def _fill_in(path: Path) -> None:
    """A change for every account, so that both sides agree."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    change = next(at for at, name in enumerate(header) if name.startswith("증감"))
    for row in rows:
        if row[2] == "추경":
            row[change] = str(int(row[change] or 0) + FILLED[row[3] in REVENUE])
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(VOTED, max_size=8),
    st.lists(AHEAD, max_size=3),
    st.lists(SPENT, max_size=3),
    st.booleans(),
)
def test_what_is_written_is_accepted_whatever_the_ledger(
    voted: list[tuple[str, str, int]],
    ahead: list[tuple[str, str, int, bool]],
    spent: list[tuple[str, str, str, int]],
    is_filled: bool,
) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        text = "\n".join(_list_lines(voted, ahead, spent))
        write_folder(root, files={**LISTED, "content/budget/ledger.csv": text})
        _write(root)
        if is_filled:
            _fill_in(root / "content/budget/second.csv")
        found = check_state(root, stage=SECOND).diagnostics
    assert [
        str(finding)
        for finding in found
        if finding.location.file == "content/budget/second.csv"
        and finding.severity is Severity.ERROR
        and finding.rule not in OF_THE_LEDGER
    ] == []


def test_a_ledger_is_not_overwritten_by_an_amendment(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    path = root / "content/budget/ledger.csv"
    before = path.read_bytes()
    with pytest.raises(DataError, match="which would be lost"):
        write_amendment(read_folder(root), ASKED, path, replace=True)
    assert path.read_bytes() == before
