"""``reportgen figures``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reportgen.cli.options import (
    Name,
    json_option,
    print_diagnostics,
    print_json,
    project_option,
)
from reportgen.i18n import translate as _
from reportgen.lineage import FoundFigure, find_figures
from reportgen.manifest import find_altered, find_changes, read_manifest


@click.command(
    "figures",
    help=_(
        "Say where figures come from and where the last build printed them. NAME is a name, "
        "a pattern such as commitment.*, or an amount as it is printed."
    ),
    epilog=_("Example: reportgen figures 4,419,500"),
)
@click.argument("name", type=Name(), required=False)
@project_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help=_("Where the build was written; the folder «output» of the project if not given."),
)
@json_option
def figures_command(name: str | None, root: Path, output: Path | None, as_json: bool) -> None:
    """Print the figures that the name finds; exit 1 when it finds none."""
    folder = output or root / "output"
    manifest = read_manifest(folder)
    found = find_figures(manifest, name)
    changes = (*find_changes(manifest, root, folder), *find_altered(manifest, folder))
    print_diagnostics(changes)
    if as_json:
        document: dict[str, Any] = {
            "figures": [{"name": figure.name, **figure.facts} for figure in found]
        }
        if changes:
            document["findings"] = [finding.as_json() for finding in changes]
        print_json(document)
    else:
        for figure in found:
            _print_figure(figure, whole=name is not None)
    if not found:
        click.echo(_("No figure is named {name} or printed so.", name=name), err=True)
        click.get_current_context().exit(1)


def _print_figure(figure: FoundFigure, whole: bool) -> None:
    facts = figure.facts
    click.echo(f"{figure.name} = {figure.value}")
    if not whole:
        return
    click.echo(f"  {_('formula')}: {facts['formula']}")
    for source in facts["sources"]:
        click.echo(f"  {_('source')}: {source}")
    for place in facts["places"]:
        click.echo(f"  {_('printed')}: {_describe(place)}")


def _describe(place: dict[str, Any]) -> str:
    keys = (
        "file",
        "chapter",
        "sheet",
        "cell",
        "line",
        "heading",
        "table",
        "row",
        "column",
        "paragraph",
    )
    return " | ".join(str(place[key]) for key in keys if place.get(key)) + f" «{place['text']}»"
