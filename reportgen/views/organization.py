"""The organization's own chapter: purpose, chart, staffing, duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.figures import Figure
from reportgen.model.organization import (
    HEADQUARTERS,
    TEAM,
    Organization,
    OrganizationUnit,
    UnitPlace,
)
from reportgen.templating.printed import Place, Printed
from reportgen.views.blocks import view_blocks
from reportgen.views.chart import Node, draw_tree
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.names import Duty, OrganizationNames, Purpose, Staffing


def view_purpose(context: ViewContext) -> Purpose:
    """The purpose, its basis, and the numbered functions."""
    organization = context.folder.organization
    purpose = organization.purpose
    place = Place(context.chapter("general"))
    source = organization.source.of("functions")
    return {
        "text": context.text(purpose.text, purpose.source.of("text"), place),
        "basis": purpose.basis,
        "functions": [
            {"number": number, "text": context.text(text, source, place)}
            for number, text in enumerate(organization.functions, 1)
        ],
    }


def name_organization(context: ViewContext) -> Mapping[str, str]:
    """What the texts of the content can say of the organization."""
    organization = context.folder.organization
    purpose = view_purpose(context)
    text, basis = purpose["text"], purpose["basis"]
    return {
        "name": organization.name,
        "head": organization.head,
        "purpose": text.rewritten(f"{text} ({basis})" if basis else text),
        "summary": view_organization(context)["summary"],
    }


def view_organization(context: ViewContext) -> OrganizationNames:
    """How many units of each kind there are, and the chart of them."""
    parts = list(_count_kinds(context))
    text = " ".join(part for _figure, part in parts)
    place = Place(context.chapter("general"), paragraph=f"조직 : {text}")
    return {
        "summary": Printed(text, (), place, tuple(parts)),
        "chart": draw_organization(context.folder.organization),
    }


def _count_kinds(context: ViewContext) -> Iterator[tuple[Figure, str]]:
    """The figure and the words of each kind of unit that there is."""
    organization = context.folder.organization
    if not organization.units:
        for name, kind in (("headquarters", HEADQUARTERS), ("teams", TEAM)):
            yield context.figures[f"count.{name}"], context.figure_text(f"count.{name}", kind)
        return
    for kind in organization.unit_kinds:
        figure = context.figures[f"count.units.{kind}"]
        if figure.value:
            yield figure, context.figure_text(figure.name, kind)


def draw_organization(organization: Organization) -> Grid:
    """The head and all units, each where it belongs."""

    def list_names(place: UnitPlace) -> list[str]:
        return [unit.name for unit in organization.tree if unit.place is place]

    below = [unit for unit in organization.tree if unit.place is UnitPlace.BELOW]
    return draw_tree(
        "organization",
        organization.head,
        [_make_node(unit) for unit in below],
        list_names(UnitPlace.APART),
        list_names(UnitPlace.BESIDE),
    )


def _make_node(unit: OrganizationUnit) -> Node:
    return Node(unit.name, (), tuple(map(_make_node, unit.units)))


def view_duties(context: ViewContext, chapter: str = "") -> list[Duty]:
    """Every team with its duties, or every unit that has any.

    :param chapter: numeral and title of the one in which they stand.
    """
    chapter = chapter or context.chapter("general")
    organization = context.folder.organization
    units = [unit for unit in organization.walk() if unit.duties]
    return [
        {"team": unit.name, "blocks": view_blocks(context, unit.duties, chapter)}
        for unit in (units if organization.units else organization.teams)
    ]


def view_staffing(context: ViewContext) -> Staffing:
    """Quota, actual and their difference by grade."""
    staffing = context.folder.organization.staffing
    place = Place(context.chapter("general"))
    grid = staffing_grid(context)
    return {
        "title": _staffing_title(context, place),
        "unit_line": grid.unit_line,
        "widths": grid.widths,
        "header": grid.header,
        "rows": grid.rows,
        "notes": [
            context.text(note, staffing.source.of("notes"), place) for note in staffing.notes
        ],
    }


def _staffing_title(context: ViewContext, place: Place) -> Printed:
    headcount, contract = (
        (context.figures[f"staffing.{name}"], context.figure_text(f"staffing.{name}", "명"))
        for name in ("headcount", "contract")
    )
    text = f"{headcount[1]}(계약직 {contract[1]} 포함)"
    return Printed(
        text, (), Place(place.chapter, paragraph=f"인력 : {text}"), (headcount, contract)
    )


def staffing_grid(context: ViewContext, chapter: str = "") -> Grid:
    """One column a grade, one row each for quota, actual and difference.

    :param chapter: numeral and title of the one in which it stands; that of the id ``general``
        if not given.
    """
    place = Place(chapter or context.chapter("general"), "인력")
    grades = ["total", *(grade.name for grade in context.folder.organization.staffing.grades)]
    total = context.word("계")
    titles = {grade: total if grade == "total" else grade for grade in grades}
    titles = {"name": context.word("구  분"), **titles}
    header = make_header(titles)
    labels = context.words({"quota": "정  원", "actual": "현  원", "difference": "과부족"})
    rows = tuple(
        _staffing_row(context, measure, text, titles, place) for measure, text in labels.items()
    )
    unit_line = context.formatter.unit_line("명", context.base_date)
    widths = (4, *([3] * len(grades)))
    return Grid("staffing", "인력", unit_line, header, rows, widths)


def _staffing_row(
    context: ViewContext, measure: str, label: str, titles: dict[str, str], place: Place
) -> Row:
    signed = measure == "difference"
    write = context.formatter.signed_count if signed else context.formatter.count
    cells = {"name": Cell.make(label, align="center")}
    for grade, title in list(titles.items())[1:]:
        figure = context.figures[f"staffing.{measure}.{grade}"]
        at = Place(place.chapter, place.table, "".join(label.split()), title)
        cells[grade] = Cell.make(
            write(int(figure.value or 0)), figure=figure, place=at, align="right"
        )
    return Row("body", cells, 1)
