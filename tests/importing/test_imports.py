"""Whole imports: what is in the ledger afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import DataError
from reportgen.importing.basis.options import ImportOptions
from reportgen.importing.imports import plan_import, write_import
from reportgen.importing.mapping_report import describe_import
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.units import UNITS
from tests.importing.finance import (
    UNIT,
    import_all,
    list_entries,
    list_findings,
    make_plan,
    plan_table,
    write_csv,
    write_workbook,
)
from tests.office import convert
from tests.sample import find_mistakes, read_folder, write_folder

TABLE = f"{UNIT}\n세부사업|지출액\n마을정원 가꾸기|81,000\n책 버스 운영|5,000\n"


def total(root: Path, account: str, kind: EntryKind) -> int:
    """What the ledger of a folder comes to."""
    ledger = read_folder(root).ledger
    return sum(e.amount for e in ledger if (e.account, e.kind) == (account, kind))


def test_an_import_brings_the_ledger_to_what_the_sheet_says(tmp_path: Path) -> None:
    import_all(tmp_path, write_csv(tmp_path / "a.csv", TABLE))
    assert total(tmp_path, "garden", EntryKind.DISBURSEMENT) == 81_000_000
    assert total(tmp_path, "book_bus", EntryKind.DISBURSEMENT) == 5_000_000
    ledger = tmp_path / "content/budget/a-2026-06-30.csv"
    assert ledger.read_text(encoding="utf-8-sig") == (
        "date,stage,kind,account,amount,reference,note\n"
        '2026-06-30,2026 제1회 추경,disbursement,garden,1000,a.csv:3,"누계 81,000,000원"\n'
        '2026-06-30,2026 제1회 추경,disbursement,book_bus,5000,a.csv:4,"누계 5,000,000원"\n'
    ).replace('"', '"')


def test_the_same_sheet_a_second_time_makes_no_entry_and_says_so(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", TABLE)
    import_all(tmp_path, file)
    again = make_plan(tmp_path, file)
    assert (again.entries, again.known, list_findings(again)) == ((), 2, [])
    assert "no entries to write: the ledger holds all of it" in list(describe_import(again))
    assert write_import(tmp_path, again) == ()


def test_the_same_list_a_second_time_makes_no_entry(tmp_path: Path) -> None:
    table = "일자|세부사업|지출액(원)|적요\n2026-07-03|책 버스 운영|5|=기름\n"
    file = write_csv(tmp_path / "a.csv", table)
    import_all(tmp_path, file)
    assert make_plan(tmp_path, file).entries == ()


def test_nothing_is_planned_to_be_written_over(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", TABLE)
    import_all(tmp_path, file)
    more = write_csv(tmp_path / "a.csv", TABLE.replace("5,000", "6,000"))
    assert list_findings(make_plan(tmp_path, more)) == [
        "content/budget/a-2026-06-30.csv: error [import-exists] the file is there already\n"
        "  hint: name another with --into, or overwrite it with --replace"
    ]


def test_a_file_that_is_replaced_counts_no_longer(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", TABLE)
    import_all(tmp_path, file)
    more = write_csv(tmp_path / "a.csv", TABLE.replace("5,000", "6,000"))
    import_all(tmp_path, more, replace=True)
    assert total(tmp_path, "book_bus", EntryKind.DISBURSEMENT) == 6_000_000
    assert total(tmp_path, "garden", EntryKind.DISBURSEMENT) == 81_000_000


def test_a_name_can_be_given(tmp_path: Path) -> None:
    import_all(tmp_path, write_csv(tmp_path / "a.csv", TABLE), into="6월.csv", profile="내 것")
    assert (tmp_path / "content/budget/6월.csv").is_file()
    assert (tmp_path / "content/budget/import/내 것.yaml").is_file()


def test_all_mistakes_are_told_at_once_and_nothing_is_planned_twice(tmp_path: Path) -> None:
    table = (
        f"{UNIT}\n세부사업|지출액\n없는 사업|1\n책 버스 운영|많음\n마을정원 가꾸기|90,000\n계|9\n"
    )
    table = table.replace("계|9", "하천 지킴이 운영|15,003\n하천 지킴이 운영|15,004")
    rules = [
        line.split("[")[1].split("]")[0] for line in list_findings(plan_table(tmp_path, table))
    ]
    assert rules == ["import-account", "import-amount", "import-twice"]


def test_the_finished_ledger_passes_the_checks(tmp_path: Path) -> None:
    import_all(tmp_path, write_csv(tmp_path / "a.csv", TABLE.replace("책 버스 운영|5,000\n", "")))
    assert find_mistakes(tmp_path) == []


def test_a_first_ledger_can_be_imported(tmp_path: Path) -> None:
    write_folder(tmp_path, files={"content/budget/ledger.csv": None})
    table = "(2026. 1. 2. 기준, 단위: 천원)\n과목|본예산\n가온시 출연금|5,000\n책 버스 운영|5,000\n"
    plan = plan_table(tmp_path, table, stage="2026 본예산")
    assert list_entries(plan) == [
        "2026-01-02 original city_grant 5,000,000",
        "2026-01-02 original book_bus 5,000,000",
    ]


@pytest.mark.parametrize(
    ("options", "files", "finding"),
    [
        (
            {"stage": "3차"},
            {},
            "a.csv: error [import-stage] there is no stage 3차\n"
            "  hint: use one of 2025 최종예산, 2026 본예산, 2026 제1회 추경",
        ),
        (
            {},
            {"content/budget/import/a.yaml": "stage: 3차\n"},
            "content/budget/import/a.yaml: error [import-stage] there is no stage 3차\n",
        ),
        (
            {},
            {"content/budget/import/a.yaml": "unit: 십원\n"},
            "content/budget/import/a.yaml:1: error [wrong-type] unit: found 십원\n"
            "  hint: expected one of 원, 천원, 만원, 백만원, 억원",
        ),
        (
            {},
            {"content/budget/ledger.csv": "date\n"},
            "content/budget/ledger.csv:1: error [ledger-header] the column stage is missing\n",
        ),
    ],
)
def test_what_makes_an_import_impossible_is_told(
    tmp_path: Path, options: dict[str, str], files: Mapping[str, str], finding: str
) -> None:
    write_folder(tmp_path, files=files)
    with pytest.raises(DataError) as raised:
        make_plan(tmp_path, write_csv(tmp_path / "a.csv", TABLE), **options)
    assert str(raised.value).startswith(finding)


@dataclass(frozen=True)
class Notation:
    """How a table is spelled."""

    unit: str
    negative: str
    grouped: bool
    spaced: bool

    def spell(self, won: int) -> str:
        """An amount."""
        value = Decimal(abs(won)) / UNITS[self.unit]
        text = f"{value:,f}" if self.grouped else f"{value:f}"
        return self.negative.format(text) if won < 0 else text

    def head(self, word: str) -> str:
        """A header."""
        return " ".join(word) if self.spaced else word


NOTATIONS = st.builds(
    Notation,
    unit=st.sampled_from(list(UNITS)),
    negative=st.sampled_from(["△{}", "▲ {}", "-{}", "({})", "−{}"]),
    grouped=st.booleans(),
    spaced=st.booleans(),
)
DAYS = st.dates(date(2026, 7, 1), date(2026, 12, 31))
ACCOUNTS = ("마을정원 가꾸기", "가로수 지도 제작", "하천 지킴이 운영", "책 버스 운영", "인력운영비")
IDS = ("garden", "tree_map", "river_watch", "book_bus", "personnel_operation")
DATE_FORMS = ("{0:%Y-%m-%d}", "{0.year}. {0.month}. {0.day}.", "’26. {0.month}. {0.day}.")
DATE_FORMS += ("{0:%Y%m%d}", "{0.month}월 {0.day}일", "{0.year}/{0.month}/{0.day}")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, into which nothing is written."""
    return write_folder(tmp_path_factory.mktemp("project"))


@settings(deadline=None, max_examples=60)
@given(
    amounts=st.lists(st.integers(-(10**12), 10**12), min_size=5, max_size=5),
    notation=NOTATIONS,
    day=DAYS,
)
def test_running_totals_come_back_from_any_notation(
    project: Path, amounts: list[int], notation: Notation, day: date
) -> None:
    lines = [f"({day.year}. {day.month}. {day.day}. 현재, 단위 : {notation.unit})"]
    lines.append(f"{notation.head('세부사업')}|{notation.head('수납액')}")
    lines += [f"{name}|{notation.spell(won)}" for name, won in zip(ACCOUNTS, amounts, strict=True)]
    lines.append(f"합 계|{notation.spell(sum(amounts))}")
    plan = plan_table(project, "\n".join(lines))
    assert list_findings(plan) == []
    found = {p.entry.account: (p.entry.date, p.entry.amount) for p in plan.entries}
    expected = zip(IDS, amounts, strict=True)
    assert found == {account: (day, won) for account, won in expected if won}


@settings(deadline=None, max_examples=60)
@given(
    entries=st.lists(
        st.tuples(DAYS, st.sampled_from(range(5)), st.integers(-(10**9), 10**9).filter(bool)),
        min_size=1,
        max_size=6,
    ),
    notation=NOTATIONS,
    form=st.sampled_from(DATE_FORMS),
)
def test_entries_come_back_from_any_notation(
    project: Path, entries: list[tuple[date, int, int]], notation: Notation, form: str
) -> None:
    lines = [f"단위: {notation.unit}", "일자|사업명|지출액|적요"]
    lines += [
        f"{form.format(day)}|{ACCOUNTS[at]}|{notation.spell(won)}|제{number}호"
        for number, (day, at, won) in enumerate(entries)
    ]
    plan = plan_table(project, "\n".join(lines))
    assert list_findings(plan) == []
    found = [(p.entry.date, p.entry.account, p.entry.amount) for p in plan.entries]
    assert sorted(found) == sorted((day, IDS[at], won) for day, at, won in entries)


def write_report(folder: Path) -> Path:
    """A report of execution as finance sends it: titles, merged headers, indents by blanks."""
    rows = [
        ["2026년 집행현황"],
        [UNIT],
        ["사업명", "예산현액", "집행액", None, "집행률"],
        [None, None, "원인행위액", "지출액", None],
        ["총계", 350000, 151000, 96000, 0.27],
        ["  마을정원 가꾸기", 200000, 121000, 81000, 0.4],
        ["  하천 지킴이 운영", 150000, 30000, 15000, 0.1],
    ]
    merges = ("A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4")
    formats = {"B5": '#,##0;"△"#,##0'}
    return write_workbook(folder / "a.xlsx", {"집행": rows}, merges=merges, formats=formats)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "xls"])
def test_libreoffice_may_save_the_workbook(tmp_path: Path, suffix: str) -> None:
    plan = make_plan(tmp_path, convert(write_report(tmp_path), suffix, tmp_path))
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-06-30 commitment garden 1,000,000",
        "2026-06-30 disbursement garden 1,000,000",
    ]


def test_a_workbook_with_a_header_of_two_rows(tmp_path: Path) -> None:
    plan = make_plan(tmp_path, write_report(tmp_path))
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-06-30 commitment garden 1,000,000",
        "2026-06-30 disbursement garden 1,000,000",
    ]
    assert plan.entries[0].entry.reference == "a.xlsx 집행!C6"


def test_texts_that_a_spreadsheet_would_compute_are_harmless(tmp_path: Path) -> None:
    rows = [
        ["일자", "사업명", "적요", "지출액(원)"],
        [date(2026, 7, 3), "책 버스 운영", "placeholder", 5],
    ]
    file = write_workbook(tmp_path / "=a.xlsx", {"=1+1": rows})
    workbook = openpyxl.load_workbook(file)
    cell = workbook.worksheets[0]["C2"]
    cell.value, cell.data_type = '=HYPERLINK("http://x")', "s"
    workbook.save(file)
    (entry,) = [e for e in import_all(tmp_path, file) if e.date == date(2026, 7, 3)]
    assert entry.note == '\'=HYPERLINK("http://x")'
    assert entry.reference == "'=a.xlsx =1+1!D2"


def test_without_permission_nothing_is_half_written(tmp_path: Path) -> None:
    plan = make_plan(tmp_path, write_csv(tmp_path / "a.csv", TABLE))
    folder = tmp_path / "content/budget/import"
    folder.mkdir()
    (folder / "a.yaml").mkdir()
    before = sorted(path.name for path in (tmp_path / "content/budget").iterdir())
    with pytest.raises(DataError):
        write_import(tmp_path, plan)
    assert sorted(path.name for path in (tmp_path / "content/budget").iterdir()) == before


def test_a_plan_needs_no_build(tmp_path: Path) -> None:
    options = ImportOptions(write_folder(tmp_path), write_csv(tmp_path / "a.csv", TABLE))
    plan = plan_import(options, lambda _day, _stage: b"")
    assert plan.returned is None
