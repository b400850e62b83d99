"""What templates may use, told from the types of the views."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.formats import Document, Format
from reportgen.state import load_state
from reportgen.template_check import check_templates, list_names
from reportgen.templating.checks.shapes import UNKNOWN, Kind, Shape
from reportgen.views.names import AmendmentNames, ReportNames
from reportgen.views.shapes import shape_names
from tests.sample import PROJECT, write_folder


def find(path: str, view: type = ReportNames) -> Shape | None:
    """What stands behind a name; an item of a list behind ``0``."""
    first, *steps = path.split(".")
    shape: Shape | None = shape_names(view)[first]
    for step in steps:
        assert shape is not None
        shape = shape.item if step == "0" else shape.find(step)
    return shape


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("report.title", Kind.TEXT),
        ("report.year", Kind.NUMBER),
        ("report.draft", Kind.TRUTH),
        ("report.committee", Kind.TEXT),
        ("chapters.any.label", Kind.TEXT),
        ("policies.0.projects.0.blocks.0.grid.rows.0.cells.0", Kind.TEXT),
        ("policies.0.projects.0.blocks.0.grid.rows.0.anything.col_span", Kind.NUMBER),
        ("policies.0.projects.0.blocks.0.items.0.task", Kind.TEXT),
        ("execution.rows.0.commitment_rate.align", Kind.TEXT),
        ("execution.columns.commitment_rate.align", Kind.TEXT),
        ("execution.rows.0.columns.name", Kind.TEXT),
        ("staffing.rows.0.columns.anything", Kind.TEXT),
        ("programme_budget.rows.0.policy.row_span", Kind.NUMBER),
        ("staffing.rows.0.cells.0.lines.0", Kind.TEXT),
        ("figures.anything", Kind.UNKNOWN),
    ],
)
def test_the_types_of_the_views_tell_what_a_name_is(path: str, kind: Kind) -> None:
    shape = find(path)
    assert shape is not None
    assert shape.kind is kind


@pytest.mark.parametrize(
    "path",
    [
        "report.titel",
        "execution.rows.0.current",
        "execution.columns.current",
        "execution.rows.0.columns.current",
        "staffing.row",
        "policies.0.blocks",
    ],
)
def test_what_no_type_has_is_not_found(path: str) -> None:
    assert find(path) is None


def test_an_amendment_has_names_of_its_own() -> None:
    transfers = find("transfers.rows.0.taken", AmendmentNames)
    assert transfers is not None
    assert transfers.kind is Kind.TEXT
    assert "policies" not in shape_names(AmendmentNames)


def test_figures_are_known_once_there_is_a_state(tmp_path: Path) -> None:
    state = load_state(write_folder(tmp_path))
    figures = shape_names(ReportNames, state.context.figures)["figures"]
    measure = figures.find("appropriation")
    assert measure is not None
    garden = measure.find("garden")
    assert garden is not None
    assert garden.kind is Kind.FIGURE
    assert garden.find("value") is not None
    assert measure.find("gardn") is None
    assert figures.find("apropriation") is None
    assert figures.find("amended") is UNKNOWN


def test_the_templates_of_the_project_use_only_names_that_there_are() -> None:
    figures = load_state(PROJECT).context.figures
    assert list(check_templates(PROJECT, list_names(figures))) == []
    assert (PROJECT / Format.HWPX.name_template(Document.AMENDMENT)).is_file()
