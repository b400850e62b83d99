"""Chapter III: the list of programmes, a divider for each policy, a page for each programme."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.chapters import make_chapter_heading
from tools.draw_templates.elements import Element, insert, tag, text
from tools.draw_templates.flows import make_goal_box


def make_projects() -> Iterator[Element]:
    """Chapter III."""
    yield make_chapter_heading("chapters.projects")
    yield from _make_list()
    yield tag("for policy in policies")
    yield from _make_divider()
    yield tag("for project in policy.projects")
    yield from _make_page()
    yield tag("endfor")
    yield tag("endfor")


def _make_list() -> Iterator[Element]:
    yield tag("for policy in policies")
    yield text("list_policy", "{{ policy.number }}. {{ policy.name }}")
    yield tag("for project in policy.projects")
    yield text("list_project", "{{ project.number }}.\t{{ project.title }}")
    yield tag("endfor")
    yield tag("endfor")


def _make_divider() -> Iterator[Element]:
    yield text("divider_space")
    yield text("policy", "{% anchor policy.anchor %}{{ policy.number }}. {{ policy.name }}")
    yield tag("for project in policy.projects")
    yield text("divider_entry", "{{ project.number }}. {{ project.title }}")
    yield tag("endfor")


def _make_page() -> Iterator[Element]:
    yield text("project", "{% anchor project.anchor %}{{ project.number }}. {{ project.title }}")
    yield text("contact", "{{ project.contact_line }}")
    yield make_goal_box("{{ project.goal }}")
    yield insert("flow(project.blocks)")
