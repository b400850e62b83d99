"""``reportgen migrate``."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.options import project_option
from reportgen.i18n import translate as _
from reportgen.migration import migrate_folder


@click.command(
    "migrate",
    help=_("Carry a folder of the first format over: its chapters are written out."),
    epilog=_("Example: reportgen migrate --project 2025"),
)
@project_option
def migrate_command(root: Path) -> None:
    """Write the files anew and say which; comments and all else stay."""
    changed = migrate_folder(root)
    for name, chapters in changed.items():
        listed = ", ".join(chapters)
        click.echo(_("{file}: blocks written for {chapters}", file=name, chapters=listed))
    if not changed:
        click.echo(_("Nothing to carry over."))
