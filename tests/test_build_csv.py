"""``build --only csv``: every annex sheet as a table whose amounts are those of the figures."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from reportgen.diagnostics import DataError
from reportgen.formats import DEFAULT_FORMATS, Format, name_table
from reportgen.money import round_half_up
from reportgen.state import load_state
from tests.amended import write_amended
from tests.csv_files import PROFILE_LINE, Table, build_tables, read_table, with_profile
from tests.detailed import COSTED, FUNDED, write_detailed
from tests.programs import require_program
from tests.sample import ACCOUNTS, LEDGER, PROJECT, line_of, write_folder

SHEETS = (
    "revenue",
    "expenditure",
    "programme_budget",
    "execution",
    "amendment_revenue",
    "amendment_comparison",
    "provisions",
    "staffing_effect",
    "transfers",
    "carryover_statement",
    "checks",
    "ledger",
    "lists",
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_folder(tmp_path_factory.mktemp("plain"))
    build_tables(root)
    return root


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_amended(tmp_path_factory.mktemp("amended"))
    assert build_tables(root).diagnostics == ()
    return root


def add_up(table: Table, heading: str, role: str = "명세") -> int:
    """The sum of a column over the rows of one role."""
    return sum(int(row[heading] or 0) for row in table if row["행 구분"] == role)


def find_problems(root: Path, draft: bool = False) -> list[str]:
    """What keeps the CSVs from being built, by place and rule."""
    with pytest.raises(DataError) as caught:
        build_tables(root, draft)
    assert not any((root / "output").glob("*.csv"))
    return [f"{found.location} [{found.rule}]" for found in caught.value.diagnostics]


def test_each_sheet_is_a_file(amended: Path) -> None:
    written = {path.name for path in (amended / "output").iterdir()}
    assert written == {"manifest.json", *map(name_table, SHEETS)}


def test_csv_and_markdown_are_built_only_where_they_are_asked_for() -> None:
    assert set(Format) - set(DEFAULT_FORMATS) == {Format.CSV, Format.MD}


def test_a_sheet_that_is_absent_has_no_file(plain: Path) -> None:
    assert not (plain / "output" / name_table("transfers")).exists()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_file_is_rfc_4180_with_a_byte_order_mark(amended: Path, sheet: str) -> None:
    data = (amended / "output" / name_table(sheet)).read_bytes()
    lines = data.decode("utf-8-sig").split("\r\n")
    widths = {len(row) for row in csv.reader(lines[:-1])}
    assert data.startswith(b"\xef\xbb\xbf")
    assert (len(widths), lines[-1], "\n" in "".join(lines)) == (1, "", False)


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_amount_has_a_notation(amended: Path, sheet: str) -> None:
    amounts = [
        value
        for row in read_table(amended, sheet)
        for heading, value in row.items()
        if heading.endswith("(원)")
    ]
    assert [value for value in amounts if value and str(int(value)) != value] == []


@pytest.mark.parametrize(
    ("sheet", "heading", "figure"),
    [
        ("revenue", "2026 예산현액(원)", "appropriation.revenue"),
        ("revenue", "2025 최종예산(원)", "prior_final.revenue"),
        ("revenue", "증감액(원)", "change.revenue"),
        ("expenditure", "2026 예산현액(원)", "appropriation.expenditure"),
        ("programme_budget", "예산액(원)", "appropriation.expenditure"),
        ("execution", "예산현액(원)", "appropriation.expenditure"),
        ("execution", "원인행위액(원)", "commitment.expenditure"),
        ("execution", "지출액(원)", "disbursement.expenditure"),
    ],
)
@pytest.mark.parametrize("folder", ["plain", "amended"])
def test_the_items_add_up_to_the_figure(
    folder: str, sheet: str, heading: str, figure: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(folder)
    table = read_table(root, sheet)
    value = load_state(root).context.figures[figure].value
    assert (add_up(table, heading), add_up(table, heading, "합계")) == (value, value)


@pytest.mark.parametrize(
    ("sheet", "heading", "figure"),
    [
        ("amendment_revenue", "경정액(원)", "amended.revenue"),
        ("amendment_comparison", "비교증감(원)", "amending.expenditure"),
        ("carryover_statement", "명시이월(원)", "explicit_carryover.expenditure"),
    ],
)
def test_the_items_of_an_amendment_add_up(
    amended: Path, sheet: str, heading: str, figure: str
) -> None:
    value = load_state(amended).context.figures[figure].value
    assert add_up(read_table(amended, sheet), heading) == value


@pytest.mark.parametrize("folder", ["plain", "amended"])
def test_each_figure_stands_where_the_manifest_says(
    folder: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(folder)
    figures = json.loads((root / "output/manifest.json").read_text(encoding="utf-8"))["figures"]
    tables = {name_table(sheet): read_table(root, sheet) for sheet in SHEETS if exists(root, sheet)}
    shown = [
        (name, spell(figure), tables[place["file"]][int(place["line"]) - 2][place["heading"]])
        for name, figure in figures.items()
        for place in figure["places"]
        if figure["value"] is not None and "provisions" not in place["file"]
    ]
    assert len(shown) > 100
    assert [(name, value, text) for name, value, text in shown if value != text] == []


def exists(root: Path, sheet: str) -> bool:
    return (root / "output" / name_table(sheet)).exists()


def spell(figure: Mapping[str, str]) -> str:
    """The value of a figure of the manifest as a CSV holds it."""
    value = Decimal(figure["value"])
    return str(round_half_up(value, 6)) if figure["unit"] == "ratio" else str(value)


def test_the_ledger_has_every_entry_in_won(amended: Path) -> None:
    entries = load_state(amended).entries
    table = read_table(amended, "ledger")
    assert [(row["일자"], row["계정"], int(row["금액(원)"]), row["비고"]) for row in table] == [
        (entry.date.isoformat(), entry.account, entry.amount, entry.note) for entry in entries
    ]


def test_a_sentence_with_a_figure_stays_a_sentence(amended: Path) -> None:
    (row,) = read_table(amended, "provisions")
    assert (row["조"], row["내용"]) == ("제1조", "총액은 980,000천원으로 한다.")
    figures = json.loads((amended / "output/manifest.json").read_text(encoding="utf-8"))["figures"]
    places = figures["amended.expenditure"]["places"]
    file = name_table("provisions")
    assert [place["text"] for place in places if place["file"] == file] == ["980,000천원"]


def test_a_negative_amount_has_a_plain_minus(amended: Path) -> None:
    taken = [row["감액(원)"] for row in read_table(amended, "transfers")]
    assert taken == ["-5000000", "", "-3000000", "", "-8000000"]


def test_a_column_without_any_amount_has_the_heading_of_amounts_all_the_same(
    amended: Path,
) -> None:
    table = read_table(amended, "carryover_statement")
    assert {row["사고이월(원)"] for row in table} == {""}


def test_a_rate_that_has_no_base_is_empty(plain: Path) -> None:
    state = load_state(plain)
    names = {account.name: account.id for account in state.folder.accounts.revenue}
    rates = {row["구분"]: row["증감률"] for row in read_table(plain, "revenue")}
    figures = {name: state.context.figures[f"change_rate.{key}"] for name, key in names.items()}
    without = {name for name, figure in figures.items() if figure.value is None}
    assert without
    assert without == {name for name, rate in rates.items() if not rate}


def test_merged_texts_are_repeated(plain: Path) -> None:
    table = read_table(plain, "programme_budget")
    assert all(row["정책사업"] and row["단위사업"] for row in table)
    assert table[-1]["세부사업명"] == "총 예 산"


def test_texts_on_several_lines_stand_on_one(amended: Path) -> None:
    basis = [row["산출근거"] for row in read_table(amended, "amendment_revenue")]
    assert any(basis)
    assert not any("\n" in text for text in basis)


def test_the_same_folder_gives_the_same_bytes(plain: Path, tmp_path: Path) -> None:
    again = write_folder(tmp_path)
    build_tables(again)
    names = sorted(path.name for path in (plain / "output").glob("*.csv"))
    assert [(again / "output" / name).read_bytes() for name in names] == [
        (plain / "output" / name).read_bytes() for name in names
    ]


def test_the_command_lists_each_file_with_its_rows(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    result = CliRunner().invoke(app, ["build", "--only", "csv", "--project", str(root)])
    assert result.exit_code == 0, result.output
    (line,) = (line for line in result.stdout.splitlines() if "ledger.csv" in line)
    assert line.split()[1] == str(len(read_table(root, "ledger"))) == "29"


def test_a_file_of_an_earlier_build_is_named(tmp_path: Path) -> None:
    root = write_amended(tmp_path)
    build_tables(root)
    (root / "content/budget/amendment-1.csv").unlink()
    (root / "content/amendments/1.yaml").unlink()
    found = [str(finding.location) for finding in build_tables(root).diagnostics]
    assert (root / "output" / name_table("transfers")).as_posix() in found
    assert exists(root, "transfers")


def test_the_file_of_a_draft_says_so(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    names = [file.path.name for file in build_tables(root, draft=True).files]
    assert "budget-annexes.ledger.draft.csv" in names
    assert all(name.endswith(".draft.csv") for name in names)


def test_a_profile_chooses_sheets_columns_and_headings(tmp_path: Path) -> None:
    profile = """\
  encoding: cp949
  only_named: true
  sheets:
    - sheet: ledger
      columns:
        - {column: account, heading: 계정코드}
        - {column: amount}
        - {column: date, heading: 회계일자}
"""
    root = write_folder(tmp_path, files=with_profile(profile))
    names = [file.path.name for file in build_tables(root).files]
    first = read_table(root, "ledger", "cp949")[0]
    assert names == ["budget-annexes.ledger.csv"]
    assert list(first) == ["계정코드", "금액(원)", "회계일자"]


def test_mistakes_of_a_profile_are_told_together_with_their_lines(tmp_path: Path) -> None:
    profile = """\
  sheets:
    - sheet: ledgr
    - sheet: execution
      columns:
        - {column: nmae}
        - {column: name, heading: 이름}
        - {column: level, heading: 이름}
    - sheet: execution
"""
    root = write_folder(tmp_path, files=with_profile(profile))
    expected = [
        f"content/report.yaml:{PROFILE_LINE + 1} [csv-sheet]",
        f"content/report.yaml:{PROFILE_LINE + 4} [csv-column]",
        f"content/report.yaml:{PROFILE_LINE + 6} [csv-heading]",
        f"content/report.yaml:{PROFILE_LINE + 7} [csv-sheet]",
    ]
    assert find_problems(root) == expected
    assert find_problems(root, draft=True) == expected


EN_DASH = "\N{EN DASH}"


def test_every_character_that_cp949_lacks_is_told_with_its_origin(tmp_path: Path) -> None:
    row = "commitment,basic_expense,70000,1분기"
    root = write_folder(
        tmp_path,
        {
            "content/budget/accounts.yaml": ("name: 마을정원 가꾸기", "name: 마을정원 가꾸기 é"),
            "content/budget/ledger.csv": (row, f"{row}{EN_DASH}"),
        },
        with_profile("  encoding: cp949\n"),
    )
    with pytest.raises(DataError) as caught:
        build_tables(root)
    found = [str(finding).splitlines()[0] for finding in caught.value.diagnostics]
    name = f"content/budget/accounts.yaml:{line_of(ACCOUNTS, 'name: 마을정원 가꾸기')}"
    line = line_of(LEDGER, row)
    assert {
        f"{name}: error [csv-character] 사업예산, line 3, column 세부사업명: "
        "CP949 has no é (U+00E9), in «마을정원 가꾸기 é»",
        f"content/budget/ledger.csv:{line}: error [csv-character] 원장, line {line}, column 근거: "
        f"CP949 has no {EN_DASH} (U+2013), in «1분기{EN_DASH} 집행»",
    } <= set(found)
    assert {line.partition(":")[0] for line in found} == {
        "content/budget/accounts.yaml",
        "content/budget/ledger.csv",
    }
    assert not any((root / "output").glob("*.csv"))


def test_utf_8_has_them_all(tmp_path: Path) -> None:
    change = {"content/budget/accounts.yaml": ("name: 마을정원 가꾸기", "name: 마을정원 가꾸기 é")}
    root = write_folder(tmp_path, change)
    build_tables(root)
    assert "마을정원 가꾸기 é" in {row["구분"] for row in read_table(root, "execution")}


def test_the_real_folder_can_be_written_in_cp949(tmp_path: Path) -> None:
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    path = tmp_path / "content/report.yaml"
    path.write_text(
        f"{path.read_text(encoding='utf-8')}\ncsv: {{encoding: cp949}}\n", encoding="utf-8"
    )
    build_tables(tmp_path)
    assert read_table(tmp_path, "revenue", "cp949")[0]["구분"] == "계"


@pytest.mark.slow
@pytest.mark.parametrize("sheet", SHEETS)
def test_libreoffice_reads_the_same_values(amended: Path, sheet: str, tmp_path: Path) -> None:
    path = amended / "output" / name_table(sheet)
    book = openpyxl.load_workbook(open_csv(path, tmp_path))
    assert book.active is not None
    read = [[spell_office(value) for value in row] for row in book.active.values]
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert read == [[spell_plain(value) for value in row] for row in rows]


def open_csv(path: Path, folder: Path) -> Path:
    """The CSV as LibreOffice reads it: commas, quotes, UTF-8, from the first line."""
    command = [require_program("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx"]
    command += ["--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.xlsx"


def spell_office(value: object) -> str:
    """A cell of a workbook, numbers with up to six places."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else spell_plain(str(value))


def spell_plain(text: str) -> str:
    """The text; a number without trailing zeros."""
    try:
        return format(Decimal(text).normalize(), "f")
    except InvalidOperation:
        return text


@pytest.fixture(scope="module")
def detailed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A foundation whose ledger and content fill every sheet of details."""
    root = write_detailed(tmp_path_factory.mktemp("detailed"), FUNDED, COSTED)
    build_tables(root)
    return root


@pytest.mark.parametrize("sheet", ["monthly_commitment", "monthly_disbursement"])
def test_months_to_come_are_headed_as_the_others(detailed: Path, sheet: str) -> None:
    _role, _level, name, *months = read_table(detailed, sheet)[0]
    assert name == "구분"
    assert months == [*(f"{number}월(원)" for number in range(1, 13)), "계(원)"]


@pytest.mark.parametrize(
    ("sheet", "roles"),
    [
        ("monthly_disbursement", {"합계", "소계", "명세"}),
        ("funding_sources", {"합계", "소계", "명세"}),
        ("staffing_cost", {"합계", "명세", "예산", "차액"}),
    ],
)
def test_rows_of_details_have_words(detailed: Path, sheet: str, roles: set[str]) -> None:
    assert {row["행 구분"] for row in read_table(detailed, sheet)} == roles


def test_a_sheet_of_charts_is_no_table(detailed: Path) -> None:
    assert not (detailed / "output" / name_table("charts")).exists()
