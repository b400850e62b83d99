"""Options that commands share, and how errors leave the program."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.diagnostics import DataError, Diagnostic, Severity
from reportgen.errors import ReportgenError
from reportgen.i18n import translate as _
from reportgen.language.date_readings import DateError
from reportgen.language.dates import read_day
from reportgen.letters import tidy_name

if TYPE_CHECKING:
    from reportgen.model.words import Words


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
        except (MemoryError, RecursionError):
            click.echo(
                _("This is too large or too deep for the memory of this computer."), err=True
            )
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            place = f"{error.filename}: " if error.filename else ""
            click.echo(place + (error.strerror or str(error)), err=True)
        return context.exit(1)


class Day(click.ParamType[date]):
    """A date as people write it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value).strip())
        except DateError as error:
            problem = _("{found} is no date such as 2025-06-05", found=value)
            self.fail("; ".join(filter(None, (problem, error.cause))), param, ctx)


class Name(click.ParamType[str]):
    """A name as it stands in content or ledger, however its letters are put together."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name."""
        return tidy_name(str(value))


class Word(click.Choice[str]):
    """One of several words, however its letters are put together."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word."""
        return super().convert(tidy_name(str(value)), param, ctx)


class Meaning(click.Choice[str]):
    """One of the values of a key, or a word that means it."""

    def __init__(self, words: Words) -> None:
        super().__init__([choice.value for choice in words.choices])
        self._words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value."""
        from reportgen.readers.ledger_words import explain_word

        typed = str(value)
        if cause := explain_word(self._words, typed):
            self.fail(f"{typed}: {cause}", param, ctx)
        found = self._words.find(typed)
        return super().convert(found[0].value if found else typed, param, ctx)


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
stage_option = click.option("--stage", type=Name(), help=_("The last budget stage that counts."))
json_option = click.option(
    "--json", "as_json", is_flag=True, help=_("Print one JSON document on standard output.")
)


def print_json(document: Mapping[str, Any]) -> None:
    """One document on standard output, in ASCII alone, which no console and no pipe changes."""
    click.echo(json.dumps(document, ensure_ascii=True, indent=2))


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
