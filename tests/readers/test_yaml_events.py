"""YAML that would take the memory of the machine is refused where it begins to."""

from pathlib import Path

import pytest

from reportgen.readers.yaml_nodes import YamlDocument, read_yaml

LEVELS = "more than 100 levels stand inside each other"
VALUES = "more than 300,000 values or 8,388,608 characters, what aliases repeat included"


def _read(tmp_path: Path, text: str) -> YamlDocument:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    return read_yaml(tmp_path / "a.yaml", "a.yaml")


def _repeat(times: int) -> str:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, times)]
    return "\n".join(lines)


def test_aliases_that_repeat_aliases_are_refused(tmp_path: Path) -> None:
    (finding,) = _read(tmp_path, _repeat(30)).diagnostics
    assert (finding.rule, finding.message) == ("content-limit", VALUES)
    assert finding.location.line == 1


def test_aliases_that_repeat_little_are_read(tmp_path: Path) -> None:
    document = _read(tmp_path, _repeat(3))
    assert (len(document.data["a2"]), document.diagnostics) == (10, [])


def test_an_alias_of_a_long_text_counts_its_length(tmp_path: Path) -> None:
    aliases = ", ".join(["*a"] * 100)
    (finding,) = _read(tmp_path, f"a: &a {'x' * 100_000}\nb: [{aliases}]").diagnostics
    assert finding.message == VALUES


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_values_too_deep_inside_each_other_are_refused(tmp_path: Path, opening: str) -> None:
    (finding,) = _read(tmp_path, opening * 100_000).diagnostics
    assert (str(finding.location), finding.message) == ("a.yaml:1", LEVELS)


def test_blocks_too_deep_inside_each_other_name_their_line(tmp_path: Path) -> None:
    text = "".join(" " * depth + "a:\n" for depth in range(2000))
    (finding,) = _read(tmp_path, text).diagnostics
    assert (str(finding.location), finding.message) == ("a.yaml:101", LEVELS)


def test_too_many_values_are_refused(tmp_path: Path) -> None:
    (finding,) = _read(tmp_path, "[" + "a," * 400_000 + "]").diagnostics
    assert finding.message == VALUES


def test_a_part_that_contains_itself_is_still_a_cycle(tmp_path: Path) -> None:
    (finding,) = _read(tmp_path, "a: &a [*a]").diagnostics
    assert finding.rule == "cycle"
