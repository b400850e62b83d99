"""One task in an interpreter of its own: ``python -m benchmarks.fresh TASK FOLDER``.

Prints the most memory that the process ever held, in bytes. Modules are imported inside the
tasks, so that each process loads what it needs and no more.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections.abc import Callable
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
    from benchmarks.formats import make_all, open_xlsx

    sample = pickle.loads((folder / SAMPLE).read_bytes())
    templates = compile_docx(folder), compile_hwpx(folder), open_xlsx(folder)
    made = make_all(*templates, sample, sample.figure_table)
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


def write_annex(folder: Path) -> None:
    """The large annex."""
    from benchmarks.annex_files import write_ledger
    from benchmarks.annex_rows import TEMPLATE, WRITTEN, invent_ledger

    (folder / WRITTEN).write_bytes(write_ledger(folder / TEMPLATE, invent_ledger))


def write_annex_elsewhere(writer: str, **options: bool) -> Callable[[Path], None]:
    """The large annex by another library."""

    def write(folder: Path) -> None:
        from benchmarks import annex_rivals
        from benchmarks.annex_rows import invent_ledger, spell_ledger

        rows = spell_ledger(invent_ledger())
        (folder / "other.xlsx").write_bytes(getattr(annex_rivals, writer)(rows, **options))

    return write


def read_annex(folder: Path) -> None:
    """The large annex read back."""
    from benchmarks.annex_files import read_ledger
    from benchmarks.annex_rows import WRITTEN

    read_ledger(folder / WRITTEN)


def read_annex_elsewhere(reader: str) -> Callable[[Path], None]:
    """The large annex read by another library."""

    def read(folder: Path) -> None:
        from benchmarks import annex_rivals
        from benchmarks.annex_rows import WRITTEN

        getattr(annex_rivals, reader)(folder / WRITTEN)

    return read


def write_long(form: str) -> Callable[[Path], None]:
    """One table of many rows, from the plain texts of its rows."""

    def write(folder: Path) -> None:
        from benchmarks import documents

        context = json.loads((folder / TEXTS).read_bytes())
        template = getattr(documents, f"compile_{form}")(folder)
        data = getattr(documents, f"make_{form}")(template, context)
        (folder / f"made.{form}").write_bytes(data)

    return write


TASKS = {
    "long-docx": write_long("docx"),
    "long-hwpx": write_long("hwpx"),
    "docx": write_docx,
    "all": write_all,
    "docxtpl": write_rival,
    "build": build_report,
    "annex": write_annex,
    "annex-xlsxwriter": write_annex_elsewhere("write_xlsxwriter"),
    "annex-xlsxwriter-constant": write_annex_elsewhere("write_xlsxwriter", constant_memory=True),
    "annex-openpyxl": write_annex_elsewhere("write_openpyxl"),
    "annex-openpyxl-only": write_annex_elsewhere("write_openpyxl", write_only=True),
    "annex-read": read_annex,
    "annex-read-openpyxl": read_annex_elsewhere("read_openpyxl"),
    "annex-read-calamine": read_annex_elsewhere("read_calamine"),
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
