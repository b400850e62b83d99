"""``reportgen build``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from reportgen.build import BuildOptions, BuildResult, BuiltFile, build
from reportgen.cli.columns import align_columns
from reportgen.cli.options import (
    as_of_option,
    on_terminal,
    print_diagnostics,
    project_option,
    stage_option,
)
from reportgen.formats import DEFAULT_FORMATS, Format
from reportgen.i18n import translate as _
from reportgen.rendering import Progress as Report


@click.command(
    "build",
    help=_("Write the report and the annexes. Nothing is written while a check finds an error."),
    epilog=_("Example: reportgen build --only hwpx --as-of 2025-06-05 --output output"),
)
@project_option
@click.option(
    "--only",
    type=click.Choice([form.value for form in Format]),
    multiple=True,
    help=_(
        "Build this format only; can be repeated. CSV and Markdown (md) are built only "
        "when asked for."
    ),
)
@as_of_option
@stage_option
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help=_("A project whose templates are used instead of the folder's own."),
)
@click.option("--draft", is_flag=True, help=_("Build in spite of errors, and mark every file."))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help=_("Where to write; the folder «output» of the project if not given."),
)
def build_command(
    root: Path,
    only: tuple[str, ...],
    as_of: date | None,
    stage: str | None,
    templates: Path | None,
    draft: bool,
    output: Path | None,
) -> None:
    """Build what was asked for and say what was written."""
    _refuse_file_name(output)
    formats = tuple(Format(value) for value in only) or DEFAULT_FORMATS
    options = BuildOptions(root, output or root / "output", formats, as_of, stage, draft, templates)
    with _progress() as report:
        result = build(options, report)
    print_diagnostics(result.diagnostics)
    _print_files(result)


def _refuse_file_name(output: Path | None) -> None:
    """A folder is asked for; one that is called like a file would surprise who meant a file."""
    suffixes = [f".{form.value}" for form in Format]
    if output and output.suffix.lower() in suffixes and not output.exists():
        raise click.BadParameter(
            _("{found} looks like a file; name the folder to write to", found=output.as_posix()),
            param_hint="--output",
        )


@contextmanager
def _progress() -> Iterator[Report]:
    """A line that names the step under way, on a terminal only."""
    if not on_terminal():
        yield lambda _step: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda step: bar.update(task, description=step)


def _print_files(result: BuildResult) -> None:
    rows = [(_("file"), _("pages, sheets or rows"), _("size"), _("seconds"))]
    for file in result.files:
        size = f"{file.size / 1024:,.0f} KB"
        rows.append((file.path.as_posix(), _tell_extent(file), size, f"{file.seconds:.2f}"))
    for line in align_columns(rows):
        click.echo(line)


def _tell_extent(file: BuiltFile) -> str:
    if file.rows is not None:
        return f"{file.rows:,}"
    if not file.sheets and not file.pages:
        return ""
    # Only an office program knows all pages; its own breaks begin at least so many.
    return str(file.sheets) if file.sheets else f"≥ {file.pages}"
