"""``reportgen init``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from reportgen.cli.options import Name, on_terminal
from reportgen.i18n import translate as _
from reportgen.money import MoneyUnit
from reportgen.starter import FirstFolder, write_first_folder, write_next_year

_YEAR, _MONTH = click.IntRange(1900, 9998), click.IntRange(1, 12)


@click.command(
    "init",
    help=_("Begin a folder: with an invented example, or next year's from this year's."),
    epilog=_("Example: reportgen init 2026 --name 가온문화재단 --year 2026 --month 6"),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--name", type=Name(), help=_("The name of the foundation."))
@click.option("--year", type=_YEAR, help=_("The year that is reported."))
@click.option("--month", type=_MONTH, help=_("The month as of whose end it is reported."))
@click.option("--head", type=Name(), default="대표이사", help=_("The post of the head."))
@click.option(
    "--unit",
    type=click.Choice([unit.value for unit in MoneyUnit]),
    default=MoneyUnit.THOUSAND.value,
    help=_("The unit of amounts in tables."),
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help=_("This year's folder, from which next year's begins."),
)
def init_command(
    folder: Path,
    name: str | None,
    year: int | None,
    month: int | None,
    head: str,
    unit: str,
    source: Path | None,
) -> None:
    """Write the folder, and say what comes next."""
    if source is not None:
        _refuse_beside(name, year, month)
        for done in write_next_year(folder, source):
            click.echo(done)
    else:
        _require(name=name, year=year, month=month)
        today = date.today()
        name = name or click.prompt(_("Name of the foundation"), type=Name())
        year = year or click.prompt(_("Year that is reported"), type=_YEAR, default=today.year)
        question = _("Month as of whose end it is reported")
        month = month or click.prompt(question, type=_MONTH, default=today.month)
        asked = FirstFolder(name, year, month, head, MoneyUnit(unit))
        for file in write_first_folder(folder, asked):
            click.echo((folder / file).as_posix())
    click.echo(_("Next: reportgen build --project {folder}", folder=folder.as_posix()))


def _require(**given: object) -> None:
    """Ask nobody where nobody sits at the terminal."""
    missing = [f"--{option}" for option, value in given.items() if value is None]
    if missing and not on_terminal():
        raise click.UsageError(_("{options} are needed", options=", ".join(missing)))


def _refuse_beside(*given: object) -> None:
    if any(value is not None for value in given):
        raise click.UsageError(_("--from takes name, year and month from the folder"))
