"""``reportgen template``: what is wrong with templates, and what they may use."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.check import report_findings
from reportgen.cli.options import Group, Name, json_option, print_json, project_option
from reportgen.diagnostics import DataError, Diagnostic
from reportgen.formats import Document
from reportgen.i18n import shorten
from reportgen.i18n import translate as _
from reportgen.state import State, load_state
from reportgen.template_check import check_given, check_project
from reportgen.template_names import TemplateName, list_template_names

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
    type=click.Choice([document.value for document in Document.standard()]),
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


@template_group.command(
    "names",
    help=_(
        "List what templates may use, with what it is today. PATTERN is a name, or a pattern such "
        "as policy.*."
    ),
    epilog=_("Example: reportgen template names 'figures.commitment*'"),
)
@click.argument("pattern", type=Name(), required=False, default="*")
@project_option
@json_option
def names_command(pattern: str, root: Path, as_json: bool) -> None:
    """Print the names; exit 1 when the pattern finds none."""
    found = list_template_names(_load(root), pattern)
    if as_json:
        print_json({"names": [name.as_json() for name in found]})
    else:
        for name in found:
            click.echo(_spell_name(name))
    if not found:
        click.echo(
            _("No name that templates may use is like {pattern}.", pattern=pattern), err=True
        )
        click.get_current_context().exit(1)


def _spell_name(name: TemplateName) -> str:
    example = f" = {shorten(name.example)}" if name.example else ""
    lines = [f"{name.path} ({name.kind}){example}"]
    if len(name.documents) < len(Document.standard()):
        lines[0] += f" [{', '.join(name.documents)}]"
    return "\n".join([*lines, *([f"  {name.sentence}"] if name.sentence else [])])
