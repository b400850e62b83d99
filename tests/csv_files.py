"""The CSVs of a folder, built and read with the csv module."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from reportgen.build import BuildOptions, BuildResult, build
from reportgen.formats import Format, name_table
from tests.sample import REPORT

Table = list[dict[str, str]]


def build_tables(root: Path, draft: bool = False) -> BuildResult:
    """Write the CSVs of a folder to its ``output``."""
    return build(BuildOptions(root, root / "output", (Format.CSV,), draft=draft))


def read_table(root: Path, sheet: str, encoding: str = "utf-8-sig") -> Table:
    """The rows of one sheet by heading."""
    text = (root / "output" / name_table(sheet)).read_bytes().decode(encoding)
    return list(csv.DictReader(text.splitlines(keepends=True)))


def with_profile(profile: str) -> Mapping[str, str]:
    """``report.yaml`` of the sample with the key ``csv``; its first line is ``PROFILE_LINE``."""
    return {"content/report.yaml": f"{REPORT}csv:\n{profile}"}


PROFILE_LINE = REPORT.count("\n") + 2
