"""The documents name everything that a user can type, and nothing leads nowhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import click
import pytest

from reportgen.cli.app import app
from reportgen.figures.table import FigureNode
from reportgen.language.date_readings import DateError
from reportgen.language.periods import read_period
from reportgen.model.ledger import APPROVALS, KINDS
from reportgen.model.outline_words import COLUMN_WORDS, VIEW_WORDS
from reportgen.model.printed_words import WORDS
from reportgen.model.report import Notation
from reportgen.model.words import Choice
from reportgen.readers.folder import CONTENT_FILES
from reportgen.readers.ledger_keys import COLUMNS, REQUIRED
from reportgen.readers.schemas import describe_content
from reportgen.state import load_state
from reportgen.views.chart import Chart
from reportgen.views.formatting import Formatter
from reportgen.views.grid import Grid
from tests.worded import list_unclear, list_worded, spell_rows

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.ko.md")
PAGES = (*READMES, "CHANGELOG.md", *(f"docs/{path.name}" for path in ROOT.glob("docs/*.md")))

RULE_ARGUMENT = {
    "Diagnostic": 0,
    "CellMistake": 0,
    "find_unknown": 0,
    "_report": 0,
    "_disagree": 1,
}
"""Where the functions that make findings take the rule."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def without_code(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def headings(text: str) -> list[str]:
    return re.findall(r"^(#+) ", without_code(text), re.MULTILINE)


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one."""
    match = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"there is no heading {heading!r}"
    return match[1]


def slug(heading: str) -> str:
    """The fragment by which a heading is linked."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def options(command: click.Command) -> list[str]:
    given = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    return [option for parameter in given for option in parameter.opts]


def find_rules() -> set[str]:
    """Every rule that the code gives to a finding."""
    return {rule for path in ROOT.glob("reportgen/**/*.py") for rule in rules_of(path)}


def rules_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        at = RULE_ARGUMENT.get(name)
        if at is not None and len(node.args) > at:
            yield from spelled_rules(node.args[at])


def spelled_rules(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.JoinedStr):
        # The one rule that is put together: that of a ledger cell, by its column.
        assert ast.unparse(argument) == "f'ledger-{column}'"
        yield from (f"ledger-{column}" for column in (*REQUIRED, "approval"))
    elif isinstance(argument, ast.IfExp):
        yield from spelled_rules(argument.body)
        yield from spelled_rules(argument.orelse)
    elif isinstance(argument, ast.Constant):
        yield str(argument.value)


def names_in(value: Any) -> Iterator[str]:
    """The names by which a template reaches what is inside a value."""
    if isinstance(value, FigureNode | str):
        return
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    elif is_dataclass(value):
        yield from (field.name for field in fields(value))
        value = [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, list | tuple):
        for item in value:
            yield from names_in(item)


def content_keys() -> set[str]:
    schemas = [describe_content(model) for model in CONTENT_FILES.values()]
    parts = [part for schema in schemas for part in (schema, *schema["$defs"].values())]
    return {key for part in parts for key in part.get("properties", {})}


def walk_commands(command: click.Command) -> Iterator[click.Command]:
    """The command and all below it."""
    yield command
    for child in command.commands.values() if isinstance(command, click.Group) else ():
        yield from walk_commands(child)


def options_below(command: click.Command) -> list[str]:
    """The options of a command and of those below it, once each."""
    return list(dict.fromkeys(opt for part in walk_commands(command) for opt in options(part)))


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("name", app.commands)
def test_readme_shows_each_command_with_an_example(readme: str, name: str) -> None:
    assert f"\nreportgen {name}" in section(read(readme), f"reportgen {name}")


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize(
    ("name", "option"),
    [(name, opt) for name, cmd in app.commands.items() for opt in options_below(cmd)],
)
def test_readme_names_each_option_of_a_command(readme: str, name: str, option: str) -> None:
    assert f"`{option}" in section(read(readme), f"reportgen {name}")


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("option", options(app))
def test_readme_names_each_option_of_the_program(readme: str, option: str) -> None:
    assert option in read(readme)


@pytest.mark.parametrize("readme", READMES)
def test_readme_names_no_option_that_does_not_exist(readme: str) -> None:
    known = {opt for command in walk_commands(app) for opt in options(command)}
    known.add("--help")
    typed = set(re.findall(r"`(--[a-z-]+)", section_of_commands(read(readme))))
    assert typed <= known


def section_of_commands(text: str) -> str:
    return text[text.index("### reportgen build") :]


def test_each_rule_is_explained() -> None:
    explained = set(re.findall(r"^### ([a-z-]+)$", read("docs/checks.md"), re.MULTILINE))
    assert explained == find_rules()


@pytest.mark.parametrize("name", Formatter(Notation()).filters())
def test_each_filter_is_explained(name: str) -> None:
    assert f"| `{name}` |" in section(read("docs/templates.md"), "Filters")


def test_each_name_of_a_template_is_explained() -> None:
    text = read("docs/templates.md")
    names = load_state(ROOT).report
    assert {name for name in names if not re.search(rf"`{name}[.`]", text)} == set()


def test_each_name_inside_a_template_value_is_explained() -> None:
    report = load_state(ROOT).report
    # Columns of a grid are its data; they are named with their table. What a chart draws is
    # offered to templates as the rows of its grid alone.
    drawn = {field.name for field in fields(Chart)} - {field.name for field in fields(Grid)}
    names = set(names_in(report)) - {"columns"} - drawn - {"children"}
    text = read("docs/templates.md")
    missing = {
        name
        for name in names
        if not re.search(rf"[`.]{re.escape(name)}[`.,]", text) and not names_a_grid_column(name)
    }
    assert missing == set()


def names_a_grid_column(name: str) -> bool:
    """Whether the name is one of data, such as a grade or the number of a chart's column."""
    return name.isdigit() or not name.isascii() or name[0].isdigit()


@pytest.mark.parametrize("key", sorted(content_keys()))
def test_each_key_of_a_content_file_is_explained(key: str) -> None:
    pages = read("docs/content-format.md") + read("docs/outline.md")
    assert re.search(rf"[`{{ ]{key}[`:]", pages)


@pytest.mark.parametrize("word", [word for words in COLUMNS.values() for word in words])
def test_each_ledger_header_is_explained(word: str) -> None:
    assert word in section(read("docs/content-format.md"), "The ledger")


@pytest.mark.parametrize("kind", KINDS.choices, ids=lambda kind: kind.value)
def test_each_kind_of_entry_is_explained_with_its_words(kind: Choice) -> None:
    typed = KINDS.list_typed()
    words = ", ".join(word for word in kind.words if word in typed)
    assert f"| `{kind.value}` | {words} |" in section(read("docs/content-format.md"), "The ledger")


@pytest.mark.parametrize("word", [word for word in APPROVALS.list_typed() if word])
def test_each_word_of_approval_is_explained(word: str) -> None:
    text = section(read("docs/content-format.md"), "The ledger")
    assert re.search(rf"(?<![^ (`]){re.escape(word)}(?![^,)`])", text)


TABLES = (
    *((key.name, key.words) for key in list_worded() if key.words and key.words is not KINDS),
    ("view", VIEW_WORDS),
    ("columns", COLUMN_WORDS),
)
"""The words of every key; those of the ledger stand in a table of their own."""


def read_pages_with_words() -> str:
    return "".join(
        map(read, ("docs/content-format.md", "docs/outline.md", "docs/ledger-import.md"))
    )


@pytest.mark.parametrize(
    "row", dict.fromkeys(row for key, words in TABLES for row in spell_rows(key, words))
)
def test_each_word_of_a_key_is_explained(row: str) -> None:
    assert row in read_pages_with_words()


@pytest.mark.parametrize(
    "word",
    dict.fromkeys(
        word for words in (*(w for _key, w in TABLES), KINDS) for word in list_unclear(words)
    ),
)
def test_each_word_of_several_meanings_is_told(word: str) -> None:
    assert f"`{word}`" in read_pages_with_words()


DATES = set(re.findall(r"`([^`]*\d[^`]*)`", section(read("docs/content-format.md"), "Dates")))
REFUSED = {"5.6.2026", "05/06/26", "12.5.31", "2025-06/11", "2025.6-11", "45813"}


@pytest.mark.parametrize("typed", sorted(DATES - REFUSED))
def test_each_date_that_the_documents_show_is_read(typed: str) -> None:
    assert read_period(typed)


@pytest.mark.parametrize("typed", sorted(REFUSED))
def test_each_date_that_the_documents_refuse_is_refused(typed: str) -> None:
    assert typed in DATES
    with pytest.raises(DateError, match="may be"):
        read_period(typed)


def test_readmes_have_the_same_headings() -> None:
    assert headings(read("README.md")) == headings(read("README.ko.md"))


def test_readmes_show_the_same_commands() -> None:
    blocks = [re.findall(r"```.*?```", read(readme), re.DOTALL) for readme in READMES]
    assert blocks[0] == blocks[1]


def test_readmes_link_the_same_pages() -> None:
    links = [set(re.findall(r"\]\(([^)#]+\.md)", read(readme))) for readme in READMES]
    assert links[0] - set(READMES) == links[1] - set(READMES)


@pytest.mark.parametrize("page", PAGES)
def test_no_link_leads_nowhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)]+)\)", without_code(read(page)))
    assert [target for target in targets if not leads_somewhere(page, target)] == []


def leads_somewhere(page: str, target: str) -> bool:
    name, _, fragment = target.partition("#")
    path = (ROOT / page).parent / name if name else ROOT / page
    if not path.exists():
        return False
    if not fragment:
        return True
    found = re.findall(r"^#+ (.+)$", without_code(path.read_text(encoding="utf-8")), re.MULTILINE)
    return fragment in {slug(heading) for heading in found}


@pytest.mark.parametrize("word", WORDS)
def test_each_word_of_the_views_is_listed(word: str) -> None:
    assert f"`{word}`" in section(read("docs/content-format.md"), "words")
