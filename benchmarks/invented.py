"""The invented report: this tool and docxtpl on the very same DOCX template."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks import documents, formats, rival
from benchmarks.amounts import ROWS
from benchmarks.bounds import make_bound
from benchmarks.constants import DOCX, SAMPLE, TEXTS
from benchmarks.drawings import Shape, draw_templates
from benchmarks.formats import FORMATS
from benchmarks.measuring import Fresh, Task, measure_fresh, measure_seconds
from benchmarks.results import MEGABYTE, Line, Target
from benchmarks.rust_rival import RustRival, find_version
from benchmarks.sample import CHAPTERS, TABLES, Sample, SampleMaker, make_plain
from benchmarks.texts import count_tables, read_body, read_edges
from benchmarks.xlsxwriter_cells import read_cells, write_cells
from reportgen.renderers.hwp import render_hwp

_FRESH = ("docx", "all", "docxtpl")


class UnequalDocumentsError(Exception):
    """Two documents that should say the same, and don't."""


def measure_invented(folder: Path, shape: Shape, rounds: int) -> list[Line]:
    """The lines for templates of one shape, which are drawn into the folder."""
    sample = SampleMaker().make()
    draw_templates(folder, shape)
    (folder / TEXTS).write_text(json.dumps(make_plain(sample.context)))
    (folder / SAMPLE).write_bytes(pickle.dumps(sample))
    rust = RustRival(folder / DOCX, folder / TEXTS) if find_version() else None
    seconds = measure_seconds(_make_tasks(folder, sample, rust), rounds)
    if rust is not None:
        rust.close()
    fresh = measure_fresh((*_FRESH, *(["rust-docxtpl"] if rust else [])), folder, rounds)
    return [*_list_bounds(seconds), *_list_times(seconds), *_list_fresh(fresh)]


def _make_tasks(folder: Path, sample: Sample, rust: RustRival | None) -> dict[str, Task]:
    """What runs within one process; a name is a format, and how warm it is."""
    docx, hwpx = documents.compile_docx(folder), documents.compile_hwpx(folder)
    xlsx, figures = formats.open_xlsx(folder), sample.figure_table
    opened = rival.open_template(folder / DOCX)
    context, plain = sample.context, make_plain(sample.context)
    made = formats.make_all(docx, hwpx, xlsx, sample, figures)
    _check_equal(made, rival.fill_template(opened, plain))
    others: dict[str, Task] = {}
    if rust is not None:
        rust.fill("warm", folder / "rust.docx")
        _check_equal(made, (folder / "rust.docx").read_bytes())
        others = {f"rust {state}": partial(rust.fill, state) for state in ("warm", "cold")}
    bounds = {f"{name} bound": make_bound(data) for name, data in made.items()}
    return {
        **bounds,
        "docx warm": lambda: documents.make_docx(docx, context),
        "docx cold": lambda: documents.make_docx(documents.compile_docx(folder), context),
        "docxtpl warm": lambda: rival.fill_template(opened, plain),
        "docxtpl cold": lambda: rival.fill_template(rival.open_template(folder / DOCX), plain),
        **others,
        "hwpx warm": lambda: documents.make_hwpx(hwpx, context),
        "hwpx cold": lambda: documents.make_hwpx(documents.compile_hwpx(folder), context),
        "hwp": partial(render_hwp, made["hwpx"]),
        "xlsx warm": lambda: formats.make_xlsx(xlsx, sample, figures),
        "xlsx cold": lambda: formats.make_xlsx(formats.open_xlsx(folder), sample, figures),
        "xlsxwriter": partial(write_cells, read_cells(made["xlsx"])),
        "all warm": lambda: formats.make_all(docx, hwpx, xlsx, sample, figures),
        "all cold": lambda: formats.make_all(
            documents.compile_docx(folder),
            documents.compile_hwpx(folder),
            formats.open_xlsx(folder),
            sample,
            figures,
        ),
    }


def _check_equal(made: dict[str, bytes], other: bytes) -> None:
    """Both DOCX and the HWPX say the same, in as many tables as the report has.

    :raises UnequalDocumentsError: when they don't.
    """
    docx, hwpx = made["docx"], made["hwpx"]
    tables = len(CHAPTERS) * TABLES
    if count_tables(docx) != (tables, tables * (ROWS + 1)):
        raise UnequalDocumentsError(f"tables and rows: {count_tables(docx)}")
    if (read_body(docx), read_edges(docx)) != (read_body(other), read_edges(other)):
        raise UnequalDocumentsError("the DOCX of reportgen and that of docxtpl")
    if read_body(docx) != read_body(hwpx):
        raise UnequalDocumentsError("the DOCX and the HWPX")


def _list_bounds(seconds: dict[str, float]) -> Iterator[Line]:
    for name in FORMATS:
        yield Line(f"{name.upper()}: raw bound", seconds[f"{name} bound"], 1)


def _list_times(seconds: dict[str, float]) -> Iterator[Line]:
    bounds = {name: seconds[f"{name} bound"] for name in FORMATS}
    bounds["all"] = sum(bounds.values())
    bounds["docxtpl"] = bounds["rust"] = bounds["docx"]
    bounds["xlsxwriter"] = bounds["xlsx"]
    names = {
        "all": "all four",
        "docxtpl": "docxtpl, DOCX",
        "rust": "rust-docxtpl, DOCX",
        "xlsxwriter": "XlsxWriter, the same cells",
    }
    for task, took in seconds.items():
        name, _, state = task.partition(" ")
        if state == "bound":
            continue
        to_bound, to_rival = took / bounds[name], took / seconds[f"docxtpl {state or 'warm'}"]
        targets = {
            "docx warm": Target("at most 1.6 x bound", 1.6, to_bound),
            "hwpx warm": Target("at most 2 x bound", 2, to_bound),
            "docx cold": Target("below docxtpl", 1, to_rival),
            "all warm": Target("below 2.5 x docxtpl", 2.5, to_rival),
            "all cold": Target("below 2.5 x docxtpl", 2.5, to_rival),
        }
        what = names.get(name, name.upper()) + (f", {state}" if state else "")
        yield Line(what, took, to_bound, to_rival, target=targets.get(task))


def _list_fresh(fresh: dict[str, Fresh]) -> Iterator[Line]:
    docx, everything, other = (fresh[name] for name in _FRESH)
    to_rival = {name: run.seconds / other.seconds for name, run in fresh.items()}
    yield Line(
        "DOCX, new process",
        docx.seconds,
        rival=to_rival["docx"],
        target=Target("below docxtpl", 1, to_rival["docx"]),
    )
    yield Line("docxtpl, DOCX, new process", other.seconds, rival=1)
    if rust := fresh.get("rust-docxtpl"):
        yield Line("rust-docxtpl, DOCX, new process", rust.seconds, rival=to_rival["rust-docxtpl"])
    yield Line(
        "all four, new process",
        everything.seconds,
        rival=to_rival["all"],
        target=Target("below 2.5 x docxtpl", 2.5, to_rival["all"]),
    )
    peak = everything.peak / MEGABYTE
    target = Target("below 200 MB", 200, peak)
    yield Line("all four, new process: peak memory", megabytes=peak, target=target)
    yield Line("docxtpl, DOCX, new process: peak memory", megabytes=other.peak / MEGABYTE)
