"""The group of commands, and the one place that turns errors into exit codes."""

from __future__ import annotations

import click

from reportgen import __version__
from reportgen.cli.lazy_commands import LazyCommands
from reportgen.cli.options import Group
from reportgen.i18n import LANGUAGES
from reportgen.i18n import translate as _

_COMMANDS = {
    "amend": "reportgen.cli.amend:amend_group",
    "build": "reportgen.cli.build:build_command",
    "check": "reportgen.cli.check:check_command",
    "compare": "reportgen.cli.compare:compare_command",
    "figures": "reportgen.cli.figures:figures_command",
    "init": "reportgen.cli.init:init_command",
    "ledger": "reportgen.cli.ledger:ledger_group",
    "migrate": "reportgen.cli.migrate:migrate_command",
    "template": "reportgen.cli.template:template_group",
}


@click.group(
    cls=Group,
    commands=LazyCommands(_COMMANDS),
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Write the council report (HWPX, HWP, DOCX) and the budget annexes (XLSX) "
        "from a folder of content and a ledger."
    ),
    epilog=_("Begin with: reportgen check, then reportgen build"),
)
@click.version_option(__version__, help=_("Show the version and exit."))
@click.option(
    "--lang", type=click.Choice(LANGUAGES), expose_value=False, help=_("Language of messages.")
)
def app() -> None:
    """The whole command line."""
