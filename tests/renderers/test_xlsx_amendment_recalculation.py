"""The sheets of an amendment show what other programs compute from their formulas."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from reportgen.build import BuildOptions, build
from reportgen.formats import Format
from tests.amended import write_amended
from tests.renderers.test_xlsx_recalculation import calculate, count_stale_values, read_values
from tests.sample import PROJECT


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root = write_amended(tmp_path_factory.mktemp("amended"))
    build(BuildOptions(root, root / "output", (Format.XLSX,), templates=PROJECT))
    return (root / "output" / Format.XLSX.file_name).read_bytes()


def test_libreoffice_computes_the_same_values(data: bytes, tmp_path: Path) -> None:
    shown = openpyxl.load_workbook(BytesIO(data), data_only=True)
    assert read_values(calculate(data, tmp_path)) == read_values(shown)


def test_formualizer_computes_the_same_values(data: bytes) -> None:
    assert count_stale_values(data) == 0
