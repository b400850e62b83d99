"""``reportgen check``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from reportgen.cli.options import (
    as_of_option,
    json_option,
    print_diagnostics,
    print_json,
    project_option,
    stage_option,
)
from reportgen.diagnostics import DataError, Diagnostic, has_errors
from reportgen.i18n import translate as _
from reportgen.state import check_state, list_documents
from reportgen.template_chapters import find_chapter_mistakes
from reportgen.template_check import check_templates, list_names


@click.command(
    "check",
    help=_("Check content, ledger and templates, and say everything that is wrong."),
    epilog=_("Example: reportgen check --json"),
)
@project_option
@as_of_option
@stage_option
@json_option
def check_command(root: Path, as_of: date | None, stage: str | None, as_json: bool) -> None:
    """Print the findings; exit 1 when one of them is an error."""
    report_findings(find_mistakes(root, as_of, stage), as_json)


def report_findings(findings: tuple[Diagnostic, ...], as_json: bool) -> None:
    """Print findings as text or as JSON; exit 1 when one of them is an error."""
    if as_json:
        document = {"findings": [finding.as_json() for finding in findings]}
        print_json(document)
    else:
        print_diagnostics(findings)
        if not findings:
            click.echo(_("Nothing to report."))
    if has_errors(findings):
        click.get_current_context().exit(1)


def find_mistakes(
    root: Path, as_of: date | None = None, stage: str | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a folder in one state of its budget."""
    try:
        state = check_state(root, as_of, stage)
    except DataError as error:
        return (*error.diagnostics, *check_templates(root, list_names()))
    chapters = find_chapter_mistakes(state.folder.report, root)
    templates = check_templates(root, list_names(state.context.figures, list_documents(state)))
    return (*state.diagnostics, *state.remarks, *chapters, *templates)
