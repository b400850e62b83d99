"""One long table, as DOCX and as HWPX: warm against the raw bound, and in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import documents, rival
from benchmarks.bounds import make_bound
from benchmarks.constants import DOCX, TEXTS
from benchmarks.long_rows import draw_long, invent_rows
from benchmarks.measuring import Fresh, Task, measure_fresh, measure_seconds
from benchmarks.results import MEGABYTE, Line, Target
from benchmarks.rust_rival import RustRival, find_version
from benchmarks.texts import read_body

WIDE = 10_000, 9
"""Rows and columns of a table that a report could have."""
LONG = 100_000, 1
"""Of the longest: with more cells a HWPX would print more than the limit."""
_SLOW_ROUNDS = 3
_RIVALS = {"docxtpl": "docxtpl, DOCX", "rust": "rust-docxtpl, DOCX"}
_FRESH = {
    "long-docx": "DOCX",
    "long-hwpx": "HWPX",
    "docxtpl": "docxtpl, DOCX",
    "rust-docxtpl": "rust-docxtpl, DOCX",
}


class UnequalTablesError(Exception):
    """Two documents that should say the same, and don't."""


def measure_wide(folder: Path, rounds: int) -> list[Line]:
    """The lines for a table of many cells, within one process."""
    context = _prepare(folder, *WIDE)
    docx, hwpx = documents.compile_docx(folder), documents.compile_hwpx(folder)
    made = documents.make_docx(docx, context), documents.make_hwpx(hwpx, context)
    rust = RustRival(folder / DOCX, folder / TEXTS) if find_version() else None
    opened = rival.open_template(folder / DOCX)
    others: dict[str, Task] = {"docxtpl": lambda: rival.fill_template(opened, context)}
    finished = [*made, rival.fill_template(opened, context)]
    if rust is not None:
        rust.fill("warm", folder / "rust.docx")
        finished.append((folder / "rust.docx").read_bytes())
        others["rust"] = partial(rust.fill, "warm")
    _check_equal(finished)
    tasks: dict[str, Task] = {
        "DOCX bound": make_bound(made[0]),
        "HWPX bound": make_bound(made[1]),
        "DOCX": lambda: documents.make_docx(docx, context),
        "HWPX": lambda: documents.make_hwpx(hwpx, context),
    }
    seconds = measure_seconds(tasks, rounds)
    seconds |= measure_seconds(others, min(rounds, _SLOW_ROUNDS), uncounted=0)
    if rust is not None:
        rust.close()
    return list(_list_wide(seconds))


def measure_long(folder: Path, rounds: int) -> list[Line]:
    """The lines for the longest table: warm, a tenth of it, and in processes of their own."""
    tenth = _measure_warm(folder, LONG[0] // 10, rounds)
    whole = _measure_warm(folder, LONG[0], min(rounds, _SLOW_ROUNDS))
    names = tuple(name for name in _FRESH if name != "rust-docxtpl" or find_version())
    fresh = measure_fresh(names, folder, min(rounds, _SLOW_ROUNDS), uncounted=0)
    return [*_list_long(tenth, whole), *_list_fresh(fresh)]


def _prepare(folder: Path, rows: int, columns: int) -> dict[str, Any]:
    """Draw both templates, and write what fills them."""
    draw_long(folder, columns)
    context = invent_rows(rows, columns)
    (folder / TEXTS).write_text(json.dumps(context))
    return context


def _measure_warm(folder: Path, rows: int, rounds: int) -> dict[str, float]:
    context = _prepare(folder, rows, LONG[1])
    docx, hwpx = documents.compile_docx(folder), documents.compile_hwpx(folder)
    tasks: dict[str, Task] = {
        "DOCX bound": make_bound(documents.make_docx(docx, context)),
        "HWPX bound": make_bound(documents.make_hwpx(hwpx, context)),
        "DOCX": lambda: documents.make_docx(docx, context),
        "HWPX": lambda: documents.make_hwpx(hwpx, context),
    }
    return measure_seconds(tasks, rounds)


def _check_equal(made: list[bytes]) -> None:
    first, *others = map(read_body, made)
    if any(other != first for other in others):
        raise UnequalTablesError("the texts of the same table")


def _list_wide(seconds: dict[str, float]) -> Iterator[Line]:
    rows = f"{WIDE[0]:,} rows of {WIDE[1]} cells"
    limits = {"DOCX": 1.5}
    slow = seconds["docxtpl"]
    for name in ("DOCX", "HWPX"):
        bound = seconds[f"{name} bound"]
        ratio = seconds[name] / bound
        limit = limits.get(name)
        target = Target(f"at most {limit} x bound", limit, ratio) if limit else None
        yield Line(f"{name}, {rows}: raw bound", bound, 1)
        yield Line(
            f"{name}, {rows}, warm", seconds[name], ratio, seconds[name] / slow, None, target
        )
    for name, what in _RIVALS.items():
        if name in seconds:
            took = seconds[name]
            yield Line(f"{what}, {rows}, warm", took, took / seconds["DOCX bound"], took / slow)


def _list_long(tenth: dict[str, float], whole: dict[str, float]) -> Iterator[Line]:
    for rows, seconds in ((LONG[0] // 10, tenth), (LONG[0], whole)):
        for name in ("DOCX", "HWPX"):
            bound = seconds[f"{name} bound"]
            yield Line(
                f"{name}, {rows:,} rows of a cell, warm", seconds[name], seconds[name] / bound
            )
    growth = whole["HWPX"] / tenth["HWPX"]
    target = Target("linear: at most 11 x", 11, growth)
    what = f"HWPX, warm: {growth:.1f} x a tenth of the rows"
    yield Line(what, whole["HWPX"], target=target)
    yield Line(f"HWPX, warm: {whole['HWPX'] / whole['DOCX']:.1f} x the DOCX", whole["HWPX"])


def _list_fresh(fresh: dict[str, Fresh]) -> Iterator[Line]:
    limits = {"long-docx": 300, "long-hwpx": 400}
    rows = f"{LONG[0]:,} rows of a cell"
    over = fresh["long-hwpx"].seconds / fresh["long-docx"].seconds
    times = {"long-hwpx": Target(f"{over:.2f}: at most 2 x DOCX", 2, over)}
    for name, run in fresh.items():
        ratio, what = run.seconds / fresh["docxtpl"].seconds, f"{_FRESH[name]}, {rows}, new process"
        yield Line(what, run.seconds, rival=ratio, target=times.get(name))
    for name, run in fresh.items():
        peak, limit = run.peak / MEGABYTE, limits.get(name)
        target = Target(f"below {limit} MB", limit, peak) if limit else None
        yield Line(f"{_FRESH[name]}, {rows}: peak memory", megabytes=peak, target=target)
