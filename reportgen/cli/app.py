"""The group of commands, and the one place that turns errors into exit codes."""

from __future__ import annotations

import click

from reportgen import __version__
from reportgen.cli.amend import amend_group
from reportgen.cli.build import build_command
from reportgen.cli.check import check_command
from reportgen.cli.compare import compare_command
from reportgen.cli.figures import figures_command
from reportgen.cli.ledger import ledger_group
from reportgen.cli.options import Group
from reportgen.cli.template import template_group
from reportgen.i18n import LANGUAGES
from reportgen.i18n import translate as _


@click.group(
    cls=Group,
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


app.add_command(amend_group)
app.add_command(build_command)
app.add_command(check_command)
app.add_command(compare_command)
app.add_command(figures_command)
app.add_command(ledger_group)
app.add_command(template_group)
