"""The views of programmes: the strategy chart, the list, dividers and pages."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.view_kinds import ProgrammesView, StrategyView
from reportgen.templating.printed import Printed
from reportgen.views.blocks import BlockView
from reportgen.views.names import Policy, ProjectPage
from reportgen.views.placed.placing import Placing
from reportgen.views.programmes import draw_strategy, view_policies


def place_strategy(placing: Placing, _view: StrategyView) -> list[BlockView]:
    """The chart."""
    return [BlockView("chart", grid=draw_strategy(placing.context))]


def place_programmes(placing: Placing, view: ProgrammesView) -> list[BlockView]:
    """The list of all, then for each policy a divider and the pages of its programmes."""
    policies = view_policies(placing.context, placing.chapter)
    blocks = list(_list_all(policies)) if "list" in view.parts else []
    for policy in policies:
        if "dividers" in view.parts:
            blocks += _divide(policy)
        if "pages" in view.parts:
            blocks += (block for page in policy["projects"] for block in _lay_page(page))
    return blocks


def _list_all(policies: list[Policy]) -> Iterator[BlockView]:
    for policy in policies:
        yield BlockView("list_policy", number=policy["number"], text=policy["name"])
        for page in policy["projects"]:
            yield BlockView("list_programme", number=page["number"], text=page["title"])


def _divide(policy: Policy) -> Iterator[BlockView]:
    number, name = policy["number"], policy["name"]
    yield BlockView("divider", number=number, text=name, anchor=policy["anchor"], level=2)
    for page in policy["projects"]:
        yield BlockView("divider_entry", number=page["number"], text=page["title"])


def _lay_page(page: ProjectPage) -> Iterator[BlockView]:
    number, title = page["number"], page["title"]
    yield BlockView("page", number=number, text=title, anchor=page["anchor"], level=3)
    yield BlockView("contact", text=Printed(page["contact_line"]))
    yield BlockView("goal", text=page["goal"])
    yield from page["blocks"]
