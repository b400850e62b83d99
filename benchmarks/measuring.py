"""Times as medians of alternating runs, so that noise of the machine meets all tasks alike."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
RUST = ROOT / ".venv/rust-docxtpl/bin/python"
"""The interpreter that has rust-docxtpl; ``make bench`` makes its environment."""

Task = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Fresh:
    """A task in an interpreter of its own: seconds from start to end, and bytes at its peak."""

    seconds: float
    peak: int


def measure_seconds(tasks: Mapping[str, Task], rounds: int, uncounted: int = 1) -> dict[str, float]:
    """The median time of each task.

    :param uncounted: rounds before those that count.
    """
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + uncounted):
        for name, task in tasks.items():
            gc.collect()
            started = perf_counter()
            task()
            if number >= uncounted:
                seconds[name].append(perf_counter() - started)
    return {name: median(values) for name, values in seconds.items()}


def measure_fresh(
    names: tuple[str, ...], folder: Path, rounds: int, uncounted: int = 1
) -> dict[str, Fresh]:
    """The median of each task of :mod:`benchmarks.fresh`; memory is the largest of all runs.

    :param names: with ``rust-`` before it, the interpreter runs it that has rust-docxtpl.
    :param uncounted: rounds before those that count.
    """
    runs: dict[str, list[Fresh]] = {name: [] for name in names}
    for number in range(rounds + uncounted):
        for name in names:
            run = _run_fresh(name, folder)
            if number >= uncounted:
                runs[name].append(run)
    return {
        name: Fresh(median(run.seconds for run in made), max(run.peak for run in made))
        for name, made in runs.items()
    }


def _run_fresh(name: str, folder: Path) -> Fresh:
    interpreter = str(RUST) if name.startswith("rust-") else sys.executable
    task = name.removeprefix("rust-")
    command = [interpreter, "-m", "benchmarks.fresh", task, str(folder)]
    started = perf_counter()
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return Fresh(perf_counter() - started, int(done.stdout.split()[-1]))
