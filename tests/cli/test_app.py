"""Every command explains itself; errors leave with their exit codes."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from reportgen import __version__
from reportgen.cli import main
from reportgen.cli.app import app


def _walk(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command and those below it, by the words that are typed."""
    yield name, command
    for child, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _walk(f"{name} {child}", below)


COMMANDS = [pair for name, top in sorted(app.commands.items()) for pair in _walk(name, top)]


def _explain_poor_help(command: click.Command) -> str:
    """What is missing from the help of a command, if anything."""
    if not (command.help or "").strip().endswith("."):
        return "no sentence"
    if "reportgen " not in (command.epilog or ""):
        return "no example"
    options = (param for param in command.params if isinstance(param, click.Option))
    poor = [option.name for option in options if not (option.help or "").endswith(".")]
    return f"options without a sentence: {poor}" if poor else ""


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_a_command_has_a_sentence_and_an_example(name: str, command: click.Command) -> None:
    assert _explain_poor_help(command) == ""


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_help_prints_them(name: str, command: click.Command) -> None:
    result = CliRunner().invoke(app, [*name.split(), "--help"], prog_name="reportgen")
    assert result.exit_code == 0
    assert "Example: reportgen " in result.stdout


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_the_example_runs_the_command_with_options_that_it_has(
    name: str, command: click.Command
) -> None:
    example = (command.epilog or "").partition("reportgen ")[2].split()
    assert " ".join(example).startswith(name)
    known = {
        option
        for _path, part in _walk(name, command)
        for param in part.params
        for option in param.opts
    }
    assert {word for word in example if word.startswith("--")} <= known


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        (click.Command("a"), "no sentence"),
        (click.Command("a", help="Does it."), "no example"),
        (
            click.Command(
                "a",
                help="Does it.",
                epilog="Example: reportgen a",
                params=[click.Option(["--b"])],
            ),
            "options without a sentence: ['b']",
        ),
    ],
)
def test_a_command_without_help_is_found(command: click.Command, problem: str) -> None:
    assert _explain_poor_help(command) == problem


def test_the_group_says_what_it_does() -> None:
    result = CliRunner().invoke(app, ["--help"], prog_name="reportgen")
    assert result.exit_code == 0
    assert "council report (HWPX, HWP, DOCX)" in result.stdout


def test_the_version_is_printed() -> None:
    result = CliRunner().invoke(app, ["--version"], prog_name="reportgen")
    assert result.stdout.strip().endswith(__version__)


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown"],
        ["check", "--unknown"],
        ["check", "--project", "/none"],
        ["--lang", "fr", "check"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [["--lang", "en", "--version"], ["--lang=en", "--version"]])
def test_the_program_ends_with_the_exit_code(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert (ended.value.code, __version__ in capsys.readouterr().out) == (0, True)
