"""``reportgen template``: what is wrong with templates, and what they may use."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.check import report_findings
from reportgen.cli.options import Group, json_option, project_option
from reportgen.diagnostics import DataError, Diagnostic
from reportgen.formats import Document
from reportgen.i18n import translate as _
from reportgen.state import State, load_state
from reportgen.template_check import check_given, check_project

templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help=_("A project whose templates are used instead of the folder's own."),
)


@click.group(
    "template",
    cls=Group,
    help=_("Check templates, or list the names that they may use."),
    epilog=_("Example: reportgen template check"),
)
def template_group() -> None:
    """The commands of templates."""


@template_group.command(
    "check",
    help=_("Say every mistake in the project's templates, or in each FILE, without building."),
    epilog=_("Example: reportgen template check templates/docx/council-report.docx"),
)
@click.argument(
    "files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE…"
)
@project_option
@templates_option
@click.option(
    "--document",
    type=click.Choice([document.value for document in Document]),
    help=_("The document that each FILE is a template of, if its name doesn't say so."),
)
@json_option
def check_command(
    files: tuple[Path, ...],
    root: Path,
    templates: Path | None,
    document: str | None,
    as_json: bool,
) -> None:
    """Print the findings; exit 1 when one of them is an error."""
    state = _load(root)
    found: list[Diagnostic] = []
    if not files:
        found += check_project(templates or root, state)
    for file in files:
        found += check_given(file, state, Document(document) if document else None)
    report_findings(tuple(found), as_json)


def _load(root: Path) -> State | None:
    """What the content says, so that figures are known; None where it can't be read."""
    try:
        return load_state(root)
    except DataError:
        message = _("The content can't be read, so names of figures and the workbook wait for it.")
        click.echo(message, err=True)
        return None
