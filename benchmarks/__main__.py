"""``python -m benchmarks``: print how long everything takes, as ratios within this run."""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks.drawings import Shape
from benchmarks.invented import measure_invented
from benchmarks.large_annex import measure_large
from benchmarks.large_ledger import measure_ledger
from benchmarks.long_table import measure_long, measure_wide
from benchmarks.real import measure_real
from benchmarks.results import print_lines
from benchmarks.rust_rival import find_version
from benchmarks.starting import measure_starting

_TITLES = {
    Shape.DRAWN: "Invented report, 40 tables of 15 rows, each table drawn in the template",
    Shape.LOOPED: "Invented report, 40 tables of 15 rows, one table a chapter drawn and repeated",
}


def main() -> None:
    """Measure and print; nothing fails because it is slow."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="runs of each task (default: 7)")
    rounds = parser.parse_args().rounds
    print(_describe_machine())
    with tempfile.TemporaryDirectory() as name:
        for shape, title in _TITLES.items():
            print_lines(title, measure_invented(Path(name), shape, rounds))
        print_lines("One table of many cells", measure_wide(Path(name), rounds))
        print_lines("The longest table", measure_long(Path(name), rounds))
        print_lines("The project's own report", measure_real(Path(name), rounds))
        print_lines("Commands, new process", measure_starting(Path(name), rounds), "import")
        states, tables = measure_ledger(Path(name), rounds)
        print_lines("A state of a large ledger, from its folder, new process", states)
        print_lines("Its table alone, 1,000,000 entries read and summed", tables, "reportgen")
        writing, reading = measure_large(Path(name), rounds)
        print_lines("Large annex, 100,000 rows of 12 columns: written", writing, "XlsxWriter")
        print_lines("The same annex: read", reading, "calamine")


def _describe_machine() -> str:
    packages = (
        "lxml",
        "jinja2",
        "python-hwpx",
        "docxtpl",
        "xlsxwriter",
        "openpyxl",
        "python-calamine",
    )
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    versions += f", rust-docxtpl {find_version()}" if find_version() else ""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {versions}"


if __name__ == "__main__":
    main()
