"""``reportgen compare``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from reportgen.cli.comparison_text import print_comparison
from reportgen.cli.options import (
    as_of_option,
    json_option,
    print_diagnostics,
    print_json,
    project_option,
)
from reportgen.comparison import Version, compare_versions, load_version, parse_spec
from reportgen.comparison.exports import Export, write_exports
from reportgen.diagnostics import has_errors
from reportgen.formats import Document
from reportgen.i18n import translate as _

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "compare",
    help=_(
        "Show what changed between two states of the report: figures and why they changed, "
        "where they are printed, text and tables. OLD and NEW are budget stages, days, project "
        "folders or git revisions; @ puts a day or a stage behind any of them."
    ),
    epilog=_("Example: reportgen compare «2026 본예산» «2026 제1회 추경» --html changes.html"),
)
@click.argument("old")
@click.argument("new")
@project_option
@as_of_option
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help=_("A project whose templates are used instead of the folder's own."),
)
@click.option("--all", "every", is_flag=True, help=_("Print every change, and every place."))
@json_option
@click.option("--xlsx", type=_FILE, help=_("Also write lists for a spreadsheet to this file."))
@click.option("--html", type=_FILE, help=_("Also write one web page to this file."))
@click.option(
    "--redline", type=_FILE, help=_("Also write the new report as DOCX with tracked changes.")
)
@click.option(
    "--review", type=_FILE, help=_("Also write the new report as HWPX with coloured changes.")
)
@click.option(
    "--document",
    type=click.Choice([document.value for document in Document.standard()]),
    default=Document.REPORT.value,
    help=_("The document that --redline and --review write; the council report if not given."),
)
def compare_command(
    old: str,
    new: str,
    root: Path,
    as_of: date | None,
    templates: Path | None,
    every: bool,
    as_json: bool,
    document: str,
    **files: Path | None,
) -> None:
    """Print what changed and write the files that were asked for."""
    specs = [parse_spec(text, root) for text in (old, new)]
    before, after = (load_version(spec, as_of, templates) for spec in specs)
    for version in (before, after):
        _report_state(version)
    comparison = compare_versions(before, after)
    targets = {Export(name): path for name, path in files.items() if path is not None}
    write_exports(comparison, (before, after), Document(document), targets)
    if as_json:
        print_json(comparison.as_json())
    else:
        print_comparison(comparison, every)
    for path in targets.values():
        click.echo(_("Written: {file}", file=path.as_posix()), err=True)


def _report_state(version: Version) -> None:
    """What could not be rendered, and that the checks would refuse to build the state."""
    print_diagnostics(version.missing)
    if has_errors(version.state.diagnostics):
        message = _("{state}: the checks find errors; see «reportgen check»")
        click.echo(message.format(state=version.label.asked or "@"), err=True)
