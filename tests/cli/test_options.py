"""Dates on the command line, and errors in one place."""

from datetime import date

import click
import pytest
from click.testing import CliRunner

from reportgen.cli.options import Day, Group, Meaning
from reportgen.diagnostics import DataError, Diagnostic, Severity, SourceRef
from reportgen.errors import ReportgenError
from reportgen.model.ledger import KINDS


@click.group(cls=Group)
def group() -> None:
    """A group that fails in every way."""


@group.command("data")
def fail_with_data() -> None:
    raise DataError(
        (
            Diagnostic("one", SourceRef("a.yaml", 1), "first"),
            Diagnostic("two", SourceRef("b.yaml"), "second", severity=Severity.NOTE),
        )
    )


@group.command("operation")
def fail_with_operation() -> None:
    raise ReportgenError("it could not be done")


@group.command("day")
@click.option("--as-of", type=Day())
def print_day(as_of: date) -> None:
    click.echo(as_of.isoformat())


@group.command("kind")
@click.option("--kind", type=Meaning(KINDS))
def print_kind(kind: str) -> None:
    click.echo(kind)


def test_findings_are_printed_with_their_number() -> None:
    result = CliRunner().invoke(group, ["data"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "a.yaml:1: error [one] first\nb.yaml: note [two] second\n1 errors, 1 other findings\n"
    )


def test_an_operation_that_failed_ends_with_1() -> None:
    result = CliRunner().invoke(group, ["operation"])
    assert (result.exit_code, result.stderr) == (1, "it could not be done\n")


@pytest.mark.parametrize("typed", ["2026-06-05", "2026. 6. 5.", "2026/6/5"])
def test_a_day_is_taken_as_people_write_it(typed: str) -> None:
    assert CliRunner().invoke(group, ["day", "--as-of", typed]).stdout == "2026-06-05\n"


@pytest.mark.parametrize("typed", ["2026-02-30", "내일"])
def test_what_is_no_day_is_wrong_usage(typed: str) -> None:
    result = CliRunner().invoke(group, ["day", "--as-of", typed])
    assert result.exit_code == 2
    assert f"{typed} is no date such as 2025-06-05" in result.stderr


@pytest.mark.parametrize("typed", ["disbursement", "지출", "지출 액"])
def test_a_word_stands_for_its_value(typed: str) -> None:
    assert CliRunner().invoke(group, ["kind", "--kind", typed]).stdout == "disbursement\n"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("집행", "집행: it may be commitment or disbursement; write the one that is meant"),
        ("빌림", "'빌림' is not one of"),
    ],
)
def test_a_word_of_no_value_or_several_is_wrong_usage(typed: str, problem: str) -> None:
    result = CliRunner().invoke(group, ["kind", "--kind", typed])
    assert result.exit_code == 2
    assert problem in result.stderr


def test_why_a_day_is_none_is_told() -> None:
    result = CliRunner().invoke(group, ["day", "--as-of", "5.6.2026"])
    problem = "5.6.2026 is no date such as 2025-06-05; it may be 2026-05-06 or 2026-06-05"
    assert problem in result.stderr
