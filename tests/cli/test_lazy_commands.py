"""A command is loaded when it is looked up, and not before."""

import subprocess
import sys

import click
import pytest

from reportgen.cli.lazy_commands import LazyCommands

PLACES = {"check": "reportgen.cli.check:check_command", "no": "reportgen.cli.lost:command"}


def _list_loaded(command: str) -> set[str]:
    """The names that a command has loaded once it is through."""
    code = (
        "import sys\nfrom reportgen.cli import main\n"
        f"try:\n    main({command.split()!r})\nexcept SystemExit:\n    pass\n"
        "print('\\n'.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_names_are_listed_without_loading_anything() -> None:
    commands = LazyCommands(PLACES)
    assert (list(commands), len(commands), "no" in commands) == (["check", "no"], 2, True)


def test_a_command_is_the_one_of_its_module() -> None:
    assert LazyCommands(PLACES)["check"].name == "check"


def test_a_name_that_none_has_is_no_command() -> None:
    assert LazyCommands(PLACES).get("build") is None


def test_a_command_can_be_put_in_and_taken_out() -> None:
    commands = LazyCommands({})
    commands["a"] = click.Command("a")
    assert commands["a"].name == "a"
    del commands["a"]
    assert list(commands) == []


@pytest.mark.parametrize(
    ("command", "unused"),
    [
        ("--version", ("pydantic", "jinja2", "lxml", "babel", "rich", "hwpx", "yaml")),
        ("check --help", ("hwpx", "openpyxl", "rich", "reportgen.importing")),
        ("check", ("hwpx", "openpyxl", "rich", "reportgen.importing", "reportgen.renderers")),
    ],
)
def test_a_command_loads_nothing_that_only_others_use(
    command: str, unused: tuple[str, ...]
) -> None:
    assert _list_loaded(command) & set(unused) == set()
