"""YAML as data with places: every scalar as typed, every mistake in syntax located."""

from pathlib import Path

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.model.base import SOURCE_KEY, SourceMap
from reportgen.readers.yaml_nodes import YamlDocument, read_yaml

SYNTAX = "check the indentation (spaces, no tabs), the colons, and that quotes are closed"
CYCLE = "remove the alias (*) that points at a part it stands in"
CONTROL = "type the line anew; such characters come in by copying"


def _read(tmp_path: Path, text: str | bytes) -> YamlDocument:
    path = tmp_path / "a.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml(path, "a.yaml")


def _mistakes(tmp_path: Path, text: str | bytes) -> list[str]:
    return [str(diagnostic) for diagnostic in _read(tmp_path, text).diagnostics]


@pytest.mark.parametrize("typed", ["4670", "010", "no", "1.10", "2026-06-30", "0x1F", "1_000"])
def test_a_scalar_stays_the_text_that_was_typed(tmp_path: Path, typed: str) -> None:
    assert _read(tmp_path, f"a: {typed}\n").data["a"] == typed


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_is_none(tmp_path: Path, typed: str) -> None:
    assert _read(tmp_path, f"a: {typed}\n").data["a"] is None


def test_a_quoted_word_is_text(tmp_path: Path) -> None:
    assert _read(tmp_path, 'a: "null"\n').data["a"] == "null"


def test_a_folded_text_ends_without_a_line_break(tmp_path: Path) -> None:
    assert _read(tmp_path, "a: >\n  하나\n  둘\n").data["a"] == "하나 둘"


def test_a_mapping_knows_its_line_and_those_of_its_keys(tmp_path: Path) -> None:
    data = _read(tmp_path, "list:\n  - a: 1\n    b: 2\n").data
    assert data["list"][0][SOURCE_KEY] == SourceMap("a.yaml", 2, {"a": 2, "b": 3})


def test_a_value_is_located_by_its_path(tmp_path: Path) -> None:
    document = _read(tmp_path, "list:\n  - a: 1\n  - a: 2\n")
    assert document.locate(("list", 1, "a")) == SourceRef("a.yaml", 3)


def test_what_is_absent_has_the_place_of_what_is_around_it(tmp_path: Path) -> None:
    document = _read(tmp_path, "list:\n  - a: 1\n  - a: 2\n")
    assert document.locate(("list", 1, "b", "c")) == SourceRef("a.yaml", 3)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "\ufeffa: 1\n".encode()).data["a"] == "1"


def test_an_alias_that_points_elsewhere_is_read(tmp_path: Path) -> None:
    data = _read(tmp_path, "a: &names [x, y]\nb: *names\n").data
    assert data["a"] == data["b"] == ("x", "y")


def test_what_is_not_yaml_is_explained(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, 'a: 1\nb: "x\nc: 2\n') == [
        'a.yaml:2: error [yaml-syntax] the quote " is never closed\n'
        "  hint: close it at the end of its text; a text that itself holds \" stands in '…'"
    ]


def test_what_no_explanation_fits_is_told_in_the_words_of_the_library(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, "%YAML 9.0\n---\na: 1\n") == [
        "a.yaml:1: error [yaml-syntax] this is not YAML: "
        f"found incompatible YAML document (version 1.* is required)\n  hint: {SYNTAX}"
    ]


def test_braces_where_a_text_is_wanted_are_told(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, "a: 1\nb: {{ figures.x }}\n") == [
        "a.yaml:2: error [yaml-syntax] a text begins with {, which means something to YAML\n"
        "  hint: put a text that begins with { in quotes"
    ]


def test_a_line_that_a_text_swallows_is_a_warning(tmp_path: Path) -> None:
    document = _read(tmp_path, "a:\n  - 하나\n    - 둘\n")
    assert document.diagnostics == []
    assert [str(warning) for warning in document.warnings] == [
        "a.yaml:3: warning [swallowed-line] "
        "«- 둘» is read as a part of the text that begins in line 2\n"
        "  hint: close the quote above it, or indent it like the entries it belongs to"
    ]


@pytest.mark.parametrize("text", ["a: >\n  - x\n  b: y\n", "a: 하나\n  둘\n", 'a: "하나\n  둘"\n'])
def test_a_text_of_several_lines_is_fine(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text).warnings == []


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: &x\n  b: *x\n", 1), ("a: 1\nb: &x\n  - c\n  - *x\n", 2), ("a: &x {b: {c: *x}}\n", 1)],
)
def test_a_part_that_contains_itself_is_reported(tmp_path: Path, text: str, line: int) -> None:
    assert _mistakes(tmp_path, text) == [
        f"a.yaml:{line}: error [cycle] this part contains itself\n  hint: {CYCLE}"
    ]


def test_a_key_that_stands_twice_is_reported(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, "a: 1\nb: 2\na: 3\n") == [
        "a.yaml:3: error [duplicate-key] the key a stands here twice (first in line 1)\n"
        "  hint: keep one of the two"
    ]


def test_a_control_character_is_reported(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, 'a: 1\nb: "x\\x0by"\n') == [
        f"a.yaml:2: error [control-character] the text holds a control character\n  hint: {CONTROL}"
    ]


@pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
def test_a_text_in_another_encoding_is_reported(tmp_path: Path, encoding: str) -> None:
    assert _mistakes(tmp_path, "가: 나\n".encode(encoding)) == [
        "a.yaml:1: error [encoding] the text is not UTF-8\n"
        "  hint: save the file as UTF-8 in the editor"
    ]


def test_the_line_of_the_first_byte_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    data = b"a: 1\nb: " + "가".encode("cp949")
    assert _read(tmp_path, data).diagnostics[0].location == SourceRef("a.yaml", 2)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    (diagnostic,) = read_yaml(tmp_path / "none.yaml", "none.yaml").diagnostics
    assert str(diagnostic) == (
        "none.yaml: error [missing-file] there is no such file\n"
        "  hint: every project folder needs it; see docs/content-format.md"
    )
