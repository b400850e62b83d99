"""The chapter of programmes: policies, their pages, contact lines, the strategy chart."""

from __future__ import annotations

from reportgen.model.budget import PolicyProgramme, Programme
from reportgen.model.organization import Contact
from reportgen.model.projects import Project
from reportgen.templating.printed import Place, Printed
from reportgen.views.blocks import view_blocks
from reportgen.views.chart import Node, draw_tree
from reportgen.views.context import ViewContext
from reportgen.views.grid import Grid
from reportgen.views.names import Policy, ProjectPage


def number_programmes(context: ViewContext) -> dict[str, str]:
    """``1-1`` … by account id: the policy's number, and the place within it."""
    counted = context.folder.accounts.counted()
    return {
        leaf.id: f"{policy_number}-{number}"
        for policy_number, policy in enumerate(context.folder.accounts.policies(), 1)
        for number, leaf in enumerate(_leaves(policy, counted), 1)
    }


def _leaves(policy: PolicyProgramme, counted: frozenset[str]) -> list[Programme]:
    return [leaf for unit in policy.children for leaf in unit.children if leaf.id in counted]


def view_policies(context: ViewContext, chapter: str = "") -> list[Policy]:
    """Every policy with the pages of its programmes, in the order of the accounts.

    :param chapter: numeral and title of the one in which they stand; that of the id
        ``projects`` if not given.
    """
    chapter = chapter or context.chapter("projects")
    counted = context.folder.accounts.counted()
    pages = {project.account: project for project in context.folder.projects}
    numbers = number_programmes(context)
    return [
        {
            "number": str(number),
            "name": policy.name,
            "anchor": f"policy_{policy.id}",
            "projects": [
                _view_project(context, leaf, pages[leaf.id], numbers[leaf.id], chapter)
                for leaf in _leaves(policy, counted)
                if leaf.id in pages
            ],
        }
        for number, policy in enumerate(context.folder.accounts.policies(), 1)
    ]


def _view_project(
    context: ViewContext, leaf: Programme, project: Project, number: str, chapter: str
) -> ProjectPage:
    chapter = f"{chapter} > {number}. {leaf.name}"
    return {
        "number": number,
        "title": leaf.name,
        "anchor": f"programme_{leaf.id}",
        "contact_line": _contact_line(context, project),
        "goal": context.text(project.goal, project.source.of("goal"), Place(chapter)),
        "blocks": view_blocks(context, project.blocks, chapter),
    }


def _contact_line(context: ViewContext, project: Project) -> str:
    people: dict[str, Contact] = {contact.id: contact for contact in context.folder.contacts}
    return "  ".join(
        f"{people[key].post} : {people[key].name} ☎{people[key].extension}"
        for key in project.contacts
        if key in people
    )


def programme_sentence(context: ViewContext) -> Printed:
    """How many policies, units and programmes there are."""
    units = {
        "policy_programmes": "개 정책사업",
        "unit_programmes": "개 단위사업",
        "programmes": "개 세부사업",
    }
    parts = tuple(
        (context.figures[f"count.{name}"], context.figure_text(f"count.{name}", unit))
        for name, unit in units.items()
    )
    text = ", ".join(part for _figure, part in parts) + "으로 구성"
    return Printed(text, (), Place(context.chapter("general"), paragraph=text), parts)


def draw_strategy(context: ViewContext) -> Grid:
    """The organization, its policies, their units, and the programmes of each."""
    counted = context.folder.accounts.counted()
    numbers = number_programmes(context)
    branches = [
        Node(
            policy.name,
            (),
            tuple(
                Node(
                    unit.name,
                    tuple(
                        f"{numbers[leaf.id]} {leaf.name}"
                        for leaf in unit.children
                        if leaf.id in counted
                    ),
                )
                for unit in policy.children
            ),
        )
        for policy in context.folder.accounts.policies()
    ]
    return draw_tree("strategy", context.folder.organization.name, branches)
