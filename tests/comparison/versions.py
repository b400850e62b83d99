"""The sample in one state, rendered as DOCX alone, which is enough for text and tables."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.comparison import Comparison, Version, compare_versions, load_version, parse_spec
from reportgen.formats import Format
from tests.sample import PROJECT, Replace, write_folder

LEDGER_FILE = "content/budget/ledger.csv"
GARDEN = "content/projects/01-garden.yaml"


def load(root: Path, spec: str = "", formats: tuple[Format, ...] = (Format.DOCX,)) -> Version:
    """A folder in the state that a word names, with the templates of this project."""
    return load_version(parse_spec(spec, root), templates=PROJECT, formats=formats)


def load_sample(
    root: Path,
    replace: Replace | None = None,
    files: Mapping[str, str | bytes | None] | None = None,
    spec: str = "",
) -> Version:
    """The sample with some texts replaced."""
    return load(write_folder(root, replace, files), spec)


def compare_samples(
    root: Path,
    replace: Replace | None = None,
    files: Mapping[str, str | bytes | None] | None = None,
) -> Comparison:
    """What it changes to replace some texts of the sample."""
    return compare_versions(load_sample(root / "old"), load_sample(root / "new", replace, files))
