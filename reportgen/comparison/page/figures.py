"""The figures that changed, and the entries that changed them, as tables of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.comparison.facts import FactChange
from reportgen.comparison.figures import FigureChange
from reportgen.comparison.page.markup import Html, join, tag, write_change, write_table
from reportgen.comparison.places import PrintedChange
from reportgen.comparison.texts import ChangeKind
from reportgen.comparison.wording import KINDS, UNITS, Speller, describe_spot, join_names

Numbers = Mapping[FactChange, int]
"""The number under which each entry is listed."""

_FIGURE_HEADS = ("구분", "수치", "단위", "이전", "이후", "증감", "원인", "인쇄 위치")
_MOST = 30
"""So many causes of a figure are listed; the table of entries has all."""


def group_figures(
    changes: Sequence[FigureChange],
) -> tuple[tuple[str, list[FigureChange]], ...]:
    """What is printed, under its title: figures that changed, and those of one state alone."""
    printed = [change for change in changes if change.places]
    return (
        ("값이 바뀐 수치", [one for one in printed if one.kind is ChangeKind.CHANGED]),
        ("이후에만 있는 수치", [one for one in printed if one.kind is ChangeKind.ADDED]),
        ("이전에만 있는 수치", [one for one in printed if one.kind is ChangeKind.REMOVED]),
    )


def write_figures(
    title: str, changes: Sequence[FigureChange], facts: Numbers, speller: Speller
) -> Html:
    """A table of figures, one a row; nothing without figures."""
    rows = [_write_figure(change, facts, speller) for change in changes]
    return write_table(title, _FIGURE_HEADS, rows) if rows else Html()


def _write_figure(change: FigureChange, facts: Numbers, speller: Speller) -> Html:
    values = (
        speller.spell(change.old, change.unit),
        speller.spell(change.new, change.unit),
        speller.spell_difference(change),
    )
    name = tag("div", change.name, class_="name") if change.name != change.label else Html()
    return tag(
        "tr",
        tag("td", KINDS[change.kind], class_="kind"),
        tag("th", change.label, name, scope="row", class_="figure"),
        tag("td", UNITS[change.unit], class_="unit"),
        *(tag("td", value, class_="number") for value in values),
        tag("td", *_link_causes(change, facts, speller), class_="causes"),
        tag("td", _list_places(change.places), class_="places"),
        class_="total" if change.is_total else "",
    )


def _link_causes(change: FigureChange, facts: Numbers, speller: Speller) -> Iterator[Html]:
    """The numbers of the causes, each with what it adds where it is not alone."""
    causes = change.causes
    if len(causes) > _MOST:
        order = sorted(range(len(causes)), key=lambda at: -abs(causes[at].effect or 0))
        causes = tuple(causes[at] for at in sorted(order[:_MOST]))
    for at, cause in enumerate(causes):
        number = str(facts[cause.change])
        alone = cause.effect is None or len(change.causes) == 1
        words = "" if alone else f" ({speller.spell(cause.effect, change.unit)})"
        link = tag("a", number, href=f"#fact-{number}")
        yield join(", " if at else "", tag("span", link, words, class_="cause"))
    if len(causes) < len(change.causes):
        yield join(f" 외 {len(change.causes) - len(causes)}건")


def _list_places(places: Sequence[PrintedChange]) -> Html:
    return tag("ul", *(tag("li", *_describe_place(pair)) for pair in places)) if places else Html()


def _describe_place(pair: PrintedChange) -> Iterator[Html]:
    """Where it stands, what is printed there, and in which files."""
    yield join(describe_spot(pair.spot), ": ")
    yield write_change(pair.old.text if pair.old else "", pair.new.text if pair.new else "")
    yield tag("span", f" [{join_names(pair.spot.files)}]", class_="quiet")
