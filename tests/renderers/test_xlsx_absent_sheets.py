"""A sheet without data is left out, and nothing points to it any more."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from reportgen.build import BuildOptions, build
from reportgen.formats import Format
from tests.amended import write_amended
from tests.sample import PROJECT, write_folder

OPTIONAL = {"추경 세입", "추경 세출", "예산총칙", "정원 변동", "이용·전용", "이월"}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_folder(tmp_path_factory.mktemp("bare"))
    build(BuildOptions(root, root / "output", (Format.XLSX,), templates=PROJECT))
    return root / "output" / Format.XLSX.file_name


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_amended(tmp_path_factory.mktemp("full"))
    build(BuildOptions(root, root / "output", (Format.XLSX,), templates=PROJECT))
    return root / "output" / Format.XLSX.file_name


def test_a_sheet_without_data_is_not_there(bare: Path) -> None:
    assert set(openpyxl.load_workbook(bare).sheetnames) & OPTIONAL == set()


def test_a_sheet_with_data_is_there(full: Path) -> None:
    assert set(openpyxl.load_workbook(full).sheetnames) >= OPTIONAL


def test_the_cover_says_what_is_left_out(bare: Path) -> None:
    cover = openpyxl.load_workbook(bare)["표지"]
    lines = list(cover.iter_rows(values_only=True))
    first = next(number for number, line in enumerate(lines) if line[0] == "빠진 시트")
    assert lines[first : first + 6] == [
        ("빠진 시트", "월별 원인행위, 월별 지출 (원장에 월별 기록이 없음)"),
        (None, "재원별 세출 (재원을 밝힌 세부사업이나 원장 기록이 없음)"),
        (None, "인건비 명세 (직급별 1인당 연간 인건비가 조직(content/organization.yaml)에 없음)"),
        (None, "추경 세입, 추경 세출, 예산총칙, 정원 변동 (원장에 추경 기록이 없음)"),
        (None, "이용·전용 (원장에 이용·전용 기록이 없음)"),
        (None, "이월 (원장에 이월 기록이 없음)"),
    ]


def test_no_part_of_it_stays_in_the_package(bare: Path, full: Path) -> None:
    def count(path: Path) -> int:
        with zipfile.ZipFile(path) as archive:
            return sum(name.startswith("xl/worksheets/sheet") for name in archive.namelist())

    assert count(full) - count(bare) == len(OPTIONAL)


def test_print_titles_stay_with_their_sheets(bare: Path) -> None:
    workbook = openpyxl.load_workbook(bare)
    assert workbook["원장"].print_title_rows == "$1:$3"
    assert workbook["집행"].print_title_rows == "$1:$3"


def test_no_name_leads_to_it(bare: Path) -> None:
    workbook = openpyxl.load_workbook(bare)
    texts = [name.attr_text for name in workbook.defined_names.values()]
    assert not any("#REF!" in text or "추경" in text or "이월" in text for text in texts)
