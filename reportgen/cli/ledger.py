"""``reportgen ledger``: finance's tables in, the ledger out."""

from __future__ import annotations

import sys
from datetime import date
from itertools import islice
from pathlib import Path

import click

from reportgen.cli.options import (
    Day,
    Group,
    Meaning,
    Name,
    Word,
    as_of_option,
    print_diagnostics,
    project_option,
    stage_option,
)
from reportgen.diagnostics import has_errors, raise_errors
from reportgen.formats import Format
from reportgen.i18n import shorten
from reportgen.i18n import translate as _
from reportgen.importing.basis.options import ImportOptions
from reportgen.importing.exports.ledger_export import SUFFIXES, export_ledger
from reportgen.importing.imports import (
    Build,
    ImportPlan,
    plan_import,
    write_begun_profile,
    write_import,
)
from reportgen.importing.mapping_report import describe_import
from reportgen.letters import normalize
from reportgen.limits import MOST_FINDINGS
from reportgen.model.ledger import APPROVALS, KINDS, Approval, EntryKind
from reportgen.output import check_output, keeping_out_empty, write_outputs
from reportgen.readers.finance.profile import AMOUNTS_WORDS, HIDDEN_WORDS, Amounts, Hidden
from reportgen.readers.finance.units import UNITS
from reportgen.rendering import TemplateSet, render_formats
from reportgen.state import load_state, read_folder


class FileName(click.ParamType[str]):
    """The name of a file without a folder."""

    name = "name"

    def __init__(self, suffix: str = "") -> None:
        self._suffix = suffix

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The name."""
        text = normalize(str(value))
        if set(text) & set('/\\:*?"<>|') or text.startswith(".") or not text.strip():
            self.fail(_("{found} is no name of a file", found=text), param, ctx)
        if not text.lower().endswith(self._suffix):
            self.fail(_("{found} does not end in {suffix}", found=text, suffix=self._suffix))
        return text


@click.group(
    "ledger",
    cls=Group,
    help=_("Take finance's tables into the ledger, or give the ledger to finance."),
    epilog=_("Example: reportgen ledger import 집행현황.xlsx"),
)
def ledger_group() -> None:
    """The commands of the ledger."""


@ledger_group.command(
    "import",
    help=_(
        "Say how FILE (.xlsx, .xls, .csv) is understood, and write what it adds to the ledger "
        "as one new file: all of it, or nothing when any row has a mistake."
    ),
    epilog=_("Example: reportgen ledger import 집행현황.xlsx --dry-run"),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@project_option
@click.option(
    "--sheet",
    "sheets",
    type=Name(),
    multiple=True,
    help=_("Read this sheet only; can be repeated."),
)
@click.option("--unit", type=Word(list(UNITS)), help=_("Unit of amounts, if the sheet says none."))
@click.option("--date", "day", type=Day(), help=_("The day as of which the amounts stand."))
@click.option(
    "--stage", type=Name(), default="", help=_("The budget stage that the entries belong to.")
)
@click.option(
    "--kind",
    type=Meaning(KINDS),
    help=_("The kind of those amounts whose header names none, such as 집행액 or 증감."),
)
@click.option(
    "--amounts",
    type=Meaning(AMOUNTS_WORDS),
    help=_("Running totals, or amounts that are entries themselves."),
)
@click.option(
    "--approval",
    type=Meaning(APPROVALS),
    default=Approval.PASSED.value,
    help=_("Whether the entries are in force, if the sheet says nothing."),
)
@click.option(
    "--hidden",
    type=Meaning(HIDDEN_WORDS),
    help=_("Whether hidden and filtered rows and hidden columns are read or left out."),
)
@click.option(
    "--profile",
    type=FileName(),
    default=None,
    help=_("The mapping in content/budget/import; named after the file if not given."),
)
@click.option(
    "--into",
    type=FileName(".csv"),
    default=None,
    help=_("The file to write in content/budget; named after the source if not given."),
)
@click.option("--replace", is_flag=True, help=_("Overwrite the file, if it is there."))
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help=_("A project whose templates the annexes were built with."),
)
@click.option(
    "--write-profile",
    is_flag=True,
    help=_("Write only the mapping as far as it is understood, with what is open as comments."),
)
@click.option("--dry-run", is_flag=True, help=_("Say everything and write nothing."))
@click.option("--yes", is_flag=True, help=_("Write without asking on the terminal."))
def import_command(
    file: Path,
    root: Path,
    sheets: tuple[str, ...],
    unit: str | None,
    day: date | None,
    stage: str,
    kind: str | None,
    amounts: str | None,
    approval: str,
    hidden: str | None,
    profile: str | None,
    into: str | None,
    replace: bool,
    templates: Path | None,
    write_profile: bool,
    dry_run: bool,
    yes: bool,
) -> None:
    """Print the mapping, then the mistakes; write only when there is none."""
    options = ImportOptions(
        root,
        file,
        sheets,
        unit or "",
        day,
        stage,
        EntryKind(kind) if kind else None,
        Amounts(amounts) if amounts else None,
        Approval(approval),
        profile or "",
        into or "",
        replace,
        Hidden(hidden) if hidden else None,
    )
    plan = plan_import(options, make_build(root, templates))
    if write_profile:
        _begin_profile(root, plan)
        return
    _print_plan(plan)
    if dry_run or not plan.entries:
        click.echo(_("Nothing was written."))
        return
    if is_interactive() and not yes:
        click.confirm(_("Write these entries?"), abort=True)
    for name in write_import(root, plan):
        click.echo(_("Written: {file}", file=name))


def _begin_profile(root: Path, plan: ImportPlan) -> None:
    """The mapping and the mistakes, and a profile in which they can be settled."""
    for line in describe_import(plan):
        click.echo(line)
    print_diagnostics(plan.diagnostics)
    click.echo(_("Written: {file}", file=write_begun_profile(root, plan)))
    click.echo(_("Finish it, and import the file again; the ledger is as it was."))


def _print_plan(plan: ImportPlan) -> None:
    """The mapping and the mistakes; exit 1 when one of them is an error."""
    lines = iter(describe_import(plan))
    for line in islice(lines, MOST_FINDINGS):
        click.echo(shorten(line))
    if next(lines, None) is not None:
        click.echo(_("… and more lines"))
    if has_errors(plan.diagnostics) and plan.begun_profile:
        click.echo(_("The profile of this file is {file}.", file=plan.profile))
    print_diagnostics(plan.diagnostics)
    if has_errors(plan.diagnostics):
        click.echo(_("Nothing was written."), err=True)
        click.get_current_context().exit(1)


@ledger_group.command(
    "export",
    help=_("Write the ledger as one table that finance can edit; «ledger import» takes it back."),
    epilog=_("Example: reportgen ledger export --output output/ledger.xlsx"),
)
@project_option
@as_of_option
@stage_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file, .xlsx or .csv; output/ledger.xlsx in the project if not given."),
)
def export_command(root: Path, as_of: date | None, stage: str | None, output: Path | None) -> None:
    """Write the file and say what is in it."""
    path = output or root / "output/ledger.xlsx"
    if path.suffix.lower() not in SUFFIXES:
        raise click.BadParameter(
            _("{found} does not end in {suffix}", found=path.name, suffix=" / ".join(SUFFIXES)),
            param_hint="--output",
        )
    exported = export_ledger(read_folder(root), path.suffix.lower(), as_of, stage)
    with keeping_out_empty(path.parent):
        raise_errors(check_output(path.parent, (path.name,)))
        write_outputs(path.parent, {path.name: exported.data})
    click.echo(
        _(
            "{file}: {count} entries up to {day}",
            file=path.as_posix(),
            count=exported.count,
            day=exported.as_of.isoformat(),
        )
    )


def is_interactive() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def make_build(root: Path, templates: Path | None) -> Build:
    """What builds the annexes in memory, to hold edited formulas against them."""

    def build(as_of: date, stage: str | None) -> bytes:
        state = load_state(root, as_of, stage)
        wanted = (Format.XLSX,)
        found = TemplateSet(templates or root, wanted, state.context.formatter)
        raise_errors(found.diagnostics)
        return render_formats(wanted, found, state, lambda _step: None).files[Format.XLSX.file_name]

    return build
