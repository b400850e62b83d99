"""One task in an interpreter of its own: ``python -m benchmarks.fresh TASK FOLDER``.

Prints the most memory that the process ever held, in bytes. Modules are imported inside the
tasks, so that each process loads what it needs and no more.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
from pathlib import Path

from benchmarks.constants import DOCX, SAMPLE, TEXTS


def write_docx(folder: Path) -> None:
    """The DOCX, from plain texts."""
    from benchmarks.documents import compile_docx, make_docx

    context = json.loads((folder / TEXTS).read_bytes())
    (folder / "made.docx").write_bytes(make_docx(compile_docx(folder), context))


def write_all(folder: Path) -> None:
    """All four formats."""
    from benchmarks.documents import compile_docx, compile_hwpx
    from benchmarks.formats import make_all

    sample = pickle.loads((folder / SAMPLE).read_bytes())
    made = make_all(compile_docx(folder), compile_hwpx(folder), folder, sample)
    for ending, data in made.items():
        (folder / f"made.{ending}").write_bytes(data)


def write_rival(folder: Path) -> None:
    """The DOCX by docxtpl, from plain texts."""
    from benchmarks.rival import fill_template, open_template

    context = json.loads((folder / TEXTS).read_bytes())
    data = fill_template(open_template(folder / DOCX), context)
    (folder / "made.docx").write_bytes(data)


def build_report(folder: Path) -> None:
    """``reportgen build`` of the folder above this one."""
    from reportgen.cli import main

    sys.argv = ["reportgen", "build", "--output", str(folder)]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise


TASKS = {
    "docx": write_docx,
    "all": write_all,
    "docxtpl": write_rival,
    "build": build_report,
}


def read_peak() -> int:
    """The most memory that this process ever held, in bytes.

    On Linux ``getrusage`` would count in the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists() and (match := re.search(r"VmHWM:\s+(\d+) kB", status.read_text())):
        return int(match[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    TASKS[sys.argv[1]](Path(sys.argv[2]))
    print(read_peak())
