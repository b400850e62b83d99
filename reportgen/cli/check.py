"""``reportgen check``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reportgen.cli.options import json_option, print_diagnostics, project_option
from reportgen.diagnostics import DataError, Diagnostic, has_errors
from reportgen.i18n import translate as _
from reportgen.state import load_state


@click.command(
    "check",
    help=_("Check the content and the ledger, and say everything that is wrong."),
    epilog=_("Example: reportgen check --json"),
)
@project_option
@json_option
def check_command(root: Path, as_json: bool) -> None:
    """Print the findings; exit 1 when one of them is an error."""
    findings = _find(root)
    if as_json:
        document = {"findings": [finding.as_json() for finding in findings]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print_diagnostics(findings)
        if not findings:
            click.echo(_("Nothing to report."))
    if has_errors(findings):
        click.get_current_context().exit(1)


def _find(root: Path) -> tuple[Diagnostic, ...]:
    try:
        return load_state(root).diagnostics
    except DataError as error:
        return error.diagnostics
