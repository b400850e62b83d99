"""What a command takes from its start to its end, over what its libraries take to load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.many_programmes import write_many
from benchmarks.measuring import ROOT
from benchmarks.results import Line, Target
from reportgen.cache import VARIABLE

BARE = "import of jinja2, lxml.etree and click"
_REAL, _MANY = "reportgen build", "reportgen build, 300 programmes"
_ANEW = ", nothing kept"
"""Templates are checked and compiled anew."""

_LIMITS = {"reportgen --version": 2, "reportgen check": 5, _REAL: 7}


def measure_starting(folder: Path, rounds: int) -> list[Line]:
    """The lines; each command runs in an interpreter of its own.

    What templates were compiled to is kept in the folder, so that all runs but the first find it.
    """
    many = folder / "many"
    write_many(many)
    output = ["--output", str(folder / "started")]
    run = [sys.executable, "-m", "reportgen"]
    commands = {
        BARE: [sys.executable, "-c", "import jinja2, lxml.etree, click"],
        "reportgen --version": [*run, "--version"],
        "reportgen check": [*run, "check"],
        "reportgen build --only docx": [*run, "build", "--only", "docx", *output],
        _REAL: [*run, "build", *output],
        _MANY: [*run, "build", "--project", str(many), "--templates", ".", *output],
    }
    commands |= {f"{name}{_ANEW}": commands[name] for name in ("reportgen check", _REAL)}
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(rounds):
        for name, command in commands.items():
            kept = "off" if name.endswith(_ANEW) else str(folder / "kept")
            environ = {**os.environ, VARIABLE: kept}
            started = perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environ)
            seconds[name].append(perf_counter() - started)
    return _list_lines({name: median(runs) for name, runs in seconds.items()})


def _list_lines(took: dict[str, float]) -> list[Line]:
    ratios = {name: seconds / took[BARE] for name, seconds in took.items()}
    targets = {
        name: Target(f"at most {limit} x", limit, ratios[name]) for name, limit in _LIMITS.items()
    }
    targets[_MANY] = Target(f"at most 3 x {_REAL}", 3, took[_MANY] / took[_REAL])
    return [
        Line(name, seconds, rival=ratios[name], target=targets.get(name))
        for name, seconds in took.items()
    ]
