"""A command loads the libraries that it needs, and no others."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sample import PROJECT, write_folder

HEAVY = ("openpyxl", "numpy", "python_calamine")
_RUN = """
import sys
from reportgen.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    print("exit", end.code, file=sys.stderr)
print(*sys.modules, file=sys.stderr)
"""


def _run(code: str, *arguments: str) -> str:
    """What code in a new interpreter prints on stderr."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stderr


@pytest.mark.parametrize("command", ["--help", "check"])
def test_a_command_without_a_workbook_loads_no_library_for_workbooks(
    tmp_path: Path, command: str
) -> None:
    project = ["--project", str(write_folder(tmp_path))] if command == "check" else []
    end, loaded = _run(_RUN, command, *project).strip().split("\n")
    assert end == "exit 0"
    assert not {name.partition(".")[0] for name in loaded.split()}.intersection(HEAVY)


def test_a_folder_is_read_without_the_template_engine(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom reportgen.reading import read_folder\n"
        "read_folder(Path(sys.argv[1]))\nprint(*sys.modules, file=sys.stderr)"
    )
    loaded = {name.partition(".")[0] for name in _run(code, str(write_folder(tmp_path))).split()}
    assert "yaml" in loaded
    assert not loaded.intersection(("jinja2", "lxml", *HEAVY))
