"""What the process that reads an XLS answers."""

import json
import subprocess
import sys
from io import BytesIO

import pytest
from openpyxl import Workbook


def answer(data: bytes) -> object:
    command = [sys.executable, "-m", "reportgen.readers.finance.xls_process"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("data", [b"", b"?", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_workbook_is_a_problem(data: bytes) -> None:
    found = answer(data)
    assert isinstance(found, dict)
    assert list(found) == ["problem"]


def test_cells_are_told_with_their_kinds() -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["정원", 1.5, None, True])
    buffer = BytesIO()
    workbook.save(buffer)
    cells = [[1, "text", "정원"], [2, "number", "1.5"], [4, "bool", True]]
    assert answer(buffer.getvalue()) == {
        "sheets": [
            {"name": "Sheet", "hidden": False, "merges": [], "rows": [[1, cells]], "looks": []}
        ]
    }
