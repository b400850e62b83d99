"""The manifest: what was built from what, and where each figure stands."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import DataError
from reportgen.figures import Figure
from reportgen.manifest import MANIFEST, describe_build, read_manifest, spell_json
from reportgen.state import State
from reportgen.templating.printed import Place, Printed
from tests.templating.small_packages import quick


def _describe(state: State, *texts: tuple[Printed, dict[str, str]]) -> dict[str, Any]:
    data = describe_build(
        state.context.figures, {"council-report.docx": texts}, {"b": "2", "a": "1"}, {"stage": ""}
    )
    document = json.loads(data)
    assert isinstance(document, dict)
    return document


def _printed(state: State, name: str) -> Printed:
    place = Place("Ⅰ. 일반현황", "세출 총괄", "사업비", "증감률")
    return Printed("13.6%", (state.context.figures[name],), place)


def test_a_figure_has_its_value_formula_and_sources(state: State) -> None:
    figure = _describe(state)["figures"]["commitment.tree_map"]
    assert figure == {
        "value": 100_000_000,
        "unit": "won",
        "formula": "entries(account=tree_map, kind=commitment, year=2026)",
        "operands": [],
        "sources": ["content/budget/ledger.csv:20"],
        "places": [],
    }


def test_a_ratio_is_written_unrounded_as_text(state: State) -> None:
    figure = _describe(state)["figures"]["commitment_rate.garden"]
    assert (figure["value"], figure["operands"]) == (
        "0.6",
        ["commitment.garden", "appropriation.garden"],
    )


def test_a_figure_lists_every_place_where_it_is_printed(state: State) -> None:
    text = _printed(state, "change_rate.projects")
    document = _describe(state, (text, {}), (text, {"sheet": "세출", "cell": "E4"}), (text, {}))
    place = {
        "format": "docx",
        "file": "council-report.docx",
        "text": "13.6%",
        "chapter": "Ⅰ. 일반현황",
        "table": "세출 총괄",
        "row": "사업비",
        "column": "증감률",
    }
    assert document["figures"]["change_rate.projects"]["places"] == [
        place,
        {**place, "sheet": "세출", "cell": "E4"},
    ]


def test_a_figure_made_in_an_expression_is_described_too(state: State) -> None:
    figures = state.context.figures
    both: Figure = figures["commitment.garden"] + figures["commitment.tree_map"]
    document = _describe(state, (Printed("220,000천원", (both,)), {}))
    assert document["figures"]["commitment.garden + commitment.tree_map"]["value"] == 220_000_000


def test_inputs_and_figures_are_sorted_so_that_the_bytes_are_the_same(state: State) -> None:
    document = _describe(state)
    assert list(document["inputs"]) == ["a", "b"]
    assert list(document["figures"]) == sorted(document["figures"])


def test_the_manifest_is_read_back(tmp_path: Path, state: State) -> None:
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / MANIFEST).write_bytes(describe_build(state.context.figures, {}, {}, {}))
    assert read_manifest(folder)["state"] == {}


@pytest.mark.parametrize("damaged", [None, "{", "\xff"])
def test_a_manifest_that_is_missing_or_damaged_is_reported(
    tmp_path: Path, damaged: str | None
) -> None:
    if damaged is not None:
        (tmp_path / MANIFEST).write_bytes(damaged.encode("latin-1"))
    with pytest.raises(DataError) as caught:
        read_manifest(tmp_path)
    assert str(caught.value) == (
        f"{(tmp_path / MANIFEST).as_posix()}: error [missing-manifest] "
        "there is no manifest of a build\n"
        "  hint: run «reportgen build» first"
    )


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
)


@quick
@given(value=_VALUES)
def test_it_is_spelled_as_json(value: object) -> None:
    assert spell_json(value) == json.dumps(value, ensure_ascii=False, indent=1)
