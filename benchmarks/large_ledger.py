"""A ledger of a million entries: a state from the files, and its table alone by other libraries."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.ledger_folder import LEDGER, write_folder
from benchmarks.ledger_rows import STAGES
from benchmarks.measuring import ROOT, Fresh
from benchmarks.results import MEGABYTE, Line, Target

SIZES = (100_000, 300_000, 1_000_000)
SECONDS, PEAK = 3.0, 300
_MOST_ROUNDS = 3
_LAST, _MIDDLE = STAGES[-1], STAGES[20]
_RIVALS = {
    "reportgen": None,
    "csv and dict": None,
    "sqlite3": None,
    "polars": "polars",
    "duckdb": "duckdb",
}
"""What reads and sums the table alone, and the package that it needs."""


class UnequalSumsError(Exception):
    """Two libraries that should come to the same sums, and don't."""


def measure_ledger(folder: Path, rounds: int) -> tuple[list[Line], list[Line]]:
    """The lines of states, and those of the table alone."""
    rounds = min(rounds, _MOST_ROUNDS)
    roots = {rows: folder / f"ledger-{rows}" for rows in SIZES}
    for rows, root in roots.items():
        write_folder(root, rows)
    return [*_list_states(roots, rounds)], [*_list_rivals(roots[SIZES[-1]] / LEDGER, rounds)]


def _list_states(roots: dict[int, Path], rounds: int) -> Iterator[Line]:
    """Three sizes at the last stage and checked; of the largest two more stages."""
    for rows, root in roots.items():
        largest = rows == SIZES[-1]
        for stage in (STAGES[0], _MIDDLE, _LAST) if largest else (_LAST,):
            run, _output = _measure("benchmarks.ledger_state", (str(root), stage), rounds)
            yield from _list_run(f"{rows:,} entries, {stage}", run, largest)
        run, _count = _measure("benchmarks.ledger_check", (str(root),), rounds)
        yield from _list_run(f"{rows:,} entries, reportgen check", run, aimed=False)


def _list_run(what: str, run: Fresh, aimed: bool) -> Iterator[Line]:
    peak = run.peak / MEGABYTE
    time = Target(f"below {SECONDS:g} s", SECONDS, run.seconds)
    memory = Target(f"below {PEAK} MB", PEAK, peak)
    yield Line(what, run.seconds, target=time if aimed else None)
    yield Line(f"{what}: peak memory", megabytes=peak, target=memory if aimed else None)


def _list_rivals(ledger: Path, rounds: int) -> Iterator[Line]:
    """Each library that is installed: read the file, keep its entries, sum up to a stage."""
    sums: dict[str, str] = {}
    own = 0.0
    for name, package in _RIVALS.items():
        if package and not find_spec(package):
            continue
        arguments = (name, str(ledger), _MIDDLE)
        run, sums[name] = _measure("benchmarks.ledger_rivals", arguments, rounds)
        own = own or run.seconds
        yield Line(name, run.seconds, rival=run.seconds / own)
        yield Line(f"{name}: peak memory", megabytes=run.peak / MEGABYTE)
    if len(set(sums.values())) > 1:
        raise UnequalSumsError(str(sums))


def _measure(module: str, arguments: Sequence[str], rounds: int) -> tuple[Fresh, str]:
    """The median of a module in a new process; it prints a result, and its peak of memory."""
    runs: list[Fresh] = []
    result = ""
    for _ in range(rounds):
        command = [sys.executable, "-m", module, *arguments]
        started = perf_counter()
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        seconds = perf_counter() - started
        result, peak = done.stdout.split()
        runs.append(Fresh(seconds, int(peak)))
    return Fresh(median(run.seconds for run in runs), max(run.peak for run in runs)), result
