"""Options that commands share, and how errors leave the program."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from reportgen.diagnostics import DataError, Diagnostic, Severity
from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.readers.ledger import parse_date


class Group(click.Group):
    """A group that ends with exit code 1 on bad data, each finding on standard error."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(context)
        except DataError as error:
            print_diagnostics(error.diagnostics)
        except ReportgenError as error:
            click.echo(str(error), err=True)
        return context.exit(1)


class Day(click.ParamType[date]):
    """A date as people write it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        day = value if isinstance(value, date) else parse_date(str(value))
        if day is None:
            self.fail(_("{found} is no date such as 2025-06-05", found=value), param, ctx)
        return day


project_option = click.option(
    "--project",
    "root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help=_("The folder with content and templates; the current one if not given."),
)
as_of_option = click.option(
    "--as-of", type=Day(), help=_("Base date, instead of the one in report.yaml.")
)
stage_option = click.option("--stage", help=_("The last budget stage that counts."))
json_option = click.option(
    "--json", "as_json", is_flag=True, help=_("Print one JSON document on standard output.")
)


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Every finding on standard error, then how many there are."""
    found = list(diagnostics)
    for diagnostic in found:
        click.echo(str(diagnostic), err=True)
    if found:
        errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
        others = len(found) - errors
        click.echo(
            _("{errors} errors, {others} other findings", errors=errors, others=others), err=True
        )


def on_terminal() -> bool:
    """Whether somebody watches standard error."""
    return sys.stderr.isatty()
