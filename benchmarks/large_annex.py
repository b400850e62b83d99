"""A large annex: the invented ledger written by several libraries, and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks import annex_rivals as rivals
from benchmarks.annex_files import read_ledger, write_ledger
from benchmarks.annex_rows import ROWS, TEMPLATE, WRITTEN, invent_ledger, spell_ledger
from benchmarks.annex_template import draw_ledger_template
from benchmarks.bounds import make_row_bound
from benchmarks.measuring import Fresh, Task, measure_fresh, measure_seconds
from benchmarks.results import MEGABYTE, Line, Target

WRITERS = {
    "annex": "reportgen",
    "annex-xlsxwriter": "XlsxWriter",
    "annex-xlsxwriter-constant": "XlsxWriter, constant memory",
    "annex-openpyxl": "openpyxl",
    "annex-openpyxl-only": "openpyxl, write-only",
}
READERS = {
    "annex-read": "reportgen",
    "annex-read-openpyxl": "openpyxl, read-only",
    "annex-read-calamine": "python-calamine",
}
_MOST_ROUNDS = 3


class UnequalWorkbooksError(Exception):
    """Two workbooks that should hold the same, and don't."""


def measure_large(folder: Path, rounds: int) -> tuple[list[Line], list[Line]]:
    """The lines for writing and for reading; the files are made in the folder."""
    rounds = min(rounds, _MOST_ROUNDS)
    (folder / TEMPLATE).write_bytes(draw_ledger_template())
    seconds = measure_seconds(_make_tasks(folder), rounds, uncounted=0)
    fresh = measure_fresh((*WRITERS, *READERS), folder, 1, uncounted=0)
    return list(_list_writing(seconds, fresh)), list(_list_reading(seconds, fresh))


def _make_tasks(folder: Path) -> dict[str, Task]:
    """What runs within one process; the data are ready before."""
    records = list(invent_ledger())
    rows = list(spell_ledger(records))
    written = write_ledger(folder / TEMPLATE, lambda: records)
    (folder / WRITTEN).write_bytes(written)
    _check_equal(folder, rivals.write_xlsxwriter(rows))
    return {
        "bound": make_row_bound(written),
        "annex": lambda: write_ledger(folder / TEMPLATE, lambda: records),
        "annex-xlsxwriter": partial(rivals.write_xlsxwriter, rows),
        "annex-xlsxwriter-constant": partial(rivals.write_xlsxwriter, rows, constant_memory=True),
        "annex-openpyxl": partial(rivals.write_openpyxl, rows),
        "annex-openpyxl-only": partial(rivals.write_openpyxl, rows, write_only=True),
        "annex-read": partial(read_ledger, folder / WRITTEN),
        "annex-read-openpyxl": partial(rivals.read_openpyxl, folder / WRITTEN),
        "annex-read-calamine": partial(rivals.read_calamine, folder / WRITTEN),
    }


def _check_equal(folder: Path, other: bytes) -> None:
    """The workbook holds what XlsxWriter's holds, values of formulas too.

    :raises UnequalWorkbooksError: when it doesn't.
    """
    path = folder / "other.xlsx"
    path.write_bytes(other)
    ours, theirs = rivals.read_calamine(folder / WRITTEN), rivals.read_calamine(path)
    if len(ours) != ROWS + 1 or ours != theirs:
        raise UnequalWorkbooksError("the workbook of reportgen and that of XlsxWriter")


def _list_writing(seconds: Mapping[str, float], fresh: Mapping[str, Fresh]) -> Iterator[Line]:
    bound, rival = seconds["bound"], seconds["annex-xlsxwriter"]
    yield Line("raw bound", bound, 1)
    to_bound, to_rival = seconds["annex"] / bound, seconds["annex"] / rival
    targets = {
        "annex": Target("at most 4 x bound", 4, to_bound),
        "annex-xlsxwriter": Target("slower than reportgen", 1, to_rival),
    }
    for name, what in WRITERS.items():
        took = seconds[name]
        yield Line(what, took, took / bound, took / rival, target=targets.get(name))
    for name, what in WRITERS.items():
        peak = fresh[name].peak / MEGABYTE
        target = Target("below 150 MB", 150, peak) if name == "annex" else None
        yield Line(f"{what}: peak memory", megabytes=peak, target=target)


def _list_reading(seconds: Mapping[str, float], fresh: Mapping[str, Fresh]) -> Iterator[Line]:
    for name, what in READERS.items():
        yield Line(what, seconds[name], rival=seconds[name] / seconds["annex-read-calamine"])
    for name, what in READERS.items():
        yield Line(f"{what}: peak memory", megabytes=fresh[name].peak / MEGABYTE)
