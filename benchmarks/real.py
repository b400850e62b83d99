"""The project's own report: content, templates, and the whole build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.bounds import make_bound
from benchmarks.measuring import ROOT, measure_fresh, measure_seconds
from benchmarks.results import MEGABYTE, Line
from reportgen.formats import DEFAULT_FORMATS
from reportgen.rendering import TemplateSet, render_formats
from reportgen.state import load_state


def measure_real(output: Path, rounds: int) -> list[Line]:
    """The lines for the report in this folder; it is built into ``output``."""
    return [*_measure_steps(rounds), *_measure_build(output, rounds)]


def _measure_steps(rounds: int) -> Iterator[Line]:
    formats = DEFAULT_FORMATS
    state = load_state(ROOT)
    formatter = state.context.formatter
    templates = TemplateSet(ROOT, formats, formatter)
    runs = [render_formats(formats, templates, state, lambda _step: None) for _ in range(rounds)]
    bounds = {form.value: make_bound(runs[0].files[form.file_name]) for form in formats}
    steps = {
        "load": lambda: load_state(ROOT),
        "compile": lambda: TemplateSet(ROOT, formats, formatter),
    }
    seconds = measure_seconds({**bounds, **steps}, rounds)
    yield Line("read, compute, check and view", seconds["load"])
    yield Line("compile both templates", seconds["compile"])
    for form in formats:
        took = median(run.seconds[form.file_name] for run in runs)
        yield Line(form.value.upper(), took, took / seconds[form.value])


def _measure_build(output: Path, rounds: int) -> Iterator[Line]:
    build = measure_fresh(("build",), output, rounds)["build"]
    yield Line("reportgen build, new process", build.seconds)
    yield Line("reportgen build, new process: peak memory", megabytes=build.peak / MEGABYTE)
