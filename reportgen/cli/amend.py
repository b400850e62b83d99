"""``reportgen amend``: begin, check and show an amendment."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from reportgen.amendment_draft import NewAmendment, write_amendment
from reportgen.amendment_effect import AccountEffect, list_effects
from reportgen.cli.check import find_mistakes, report_findings
from reportgen.cli.options import (
    Day,
    Group,
    Name,
    as_of_option,
    json_option,
    on_terminal,
    print_json,
    project_option,
)
from reportgen.files import is_system_file
from reportgen.i18n import translate as _
from reportgen.money import THOUSAND
from reportgen.state import load_state, read_folder
from reportgen.views.formatting import Formatter


@click.group(
    "amend",
    cls=Group,
    help=_("Begin a budget amendment, check it, and show what it does."),
    epilog=_("Example: reportgen amend new «2026 제1회 추경» --date 2026-07-01"),
)
def amend_group() -> None:
    """The commands of an amendment."""


@amend_group.command(
    "new",
    help=_("Write a ledger file with every account and its present budget, to be filled in."),
    epilog=_("Example: reportgen amend new «2026 제1회 추경» --date 2026-07-01"),
)
@click.argument("stage", type=Name())
@project_option
@click.option("--date", "day", type=Day(), required=True, help=_("When it is to take effect."))
@click.option("--reference", type=Name(), default="", help=_("The document that it stands in."))
@click.option(
    "--into",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file to write; in content/budget, named after the stage, if not given."),
)
@click.option("--replace", is_flag=True, help=_("Overwrite the file, if it is there."))
def new_command(
    stage: str, root: Path, day: date, reference: str, into: Path | None, replace: bool
) -> None:
    """Write the file and say what comes next."""
    path = _choose_file(root, stage, into)
    asked = NewAmendment(stage, day, reference)
    count = write_amendment(read_folder(root), asked, path, replace)
    click.echo(_("{file}: {count} accounts", file=path.as_posix(), count=count))
    click.echo(_("Fill in the changes, then: reportgen amend show «{stage}»", stage=stage))


def _choose_file(root: Path, stage: str, into: Path | None) -> Path:
    """The file to write, in the folder that ledgers are read from.

    :raises click.BadParameter: when another folder is named, where nothing would read it.
    """
    folder = root / "content/budget"
    if into is None:
        name = re.sub(r'[\\/:*?"<>|\s]+', "-", stage).strip("-")
        return folder / f"{name}.csv"
    if is_system_file(into.name):
        raise click.BadParameter(
            _("{found} is no name of a file", found=into.name), param_hint="--into"
        )
    if into.name == str(into):
        return folder / into
    if into.parent.resolve() != folder.resolve():
        raise click.BadParameter(
            _("a ledger is read from {folder} only", folder=folder.as_posix()),
            param_hint="--into",
        )
    return into


@amend_group.command(
    "check",
    help=_("Check the budget with an amendment, proposed or passed."),
    epilog=_("Example: reportgen amend check «2026 제1회 추경»"),
)
@click.argument("stage", type=Name())
@project_option
@as_of_option
@json_option
def check_command(stage: str, root: Path, as_of: date | None, as_json: bool) -> None:
    """Print what the rules find; exit 1 when one finding is an error."""
    report_findings(find_mistakes(root, as_of, stage), as_json)


@amend_group.command(
    "show",
    help=_("Show what an amendment changes, account by account; the last one if none is named."),
    epilog=_("Example: reportgen amend show «2026 제1회 추경» --all"),
)
@click.argument("stage", type=Name(), required=False)
@project_option
@as_of_option
@click.option("--all", "every", is_flag=True, help=_("Also the accounts that do not change."))
@json_option
def show_command(
    stage: str | None, root: Path, as_of: date | None, every: bool, as_json: bool
) -> None:
    """Print the effect of the amendment."""
    state = load_state(root, as_of, stage)
    found, effects = list_effects(state, every)
    if as_json:
        document = {"stage": found, "accounts": [_as_json(effect) for effect in effects]}
        print_json(document)
        return
    click.echo(_("{stage}, in thousands of won", stage=found))
    _print_effects(effects, state.context.formatter)


def _as_json(effect: AccountEffect) -> dict[str, object]:
    return {
        "account": effect.account,
        "name": effect.name,
        "level": effect.level,
        "present_won": effect.present,
        "change_won": effect.change,
        "amended_won": effect.amended,
        "rate": None if effect.rate is None else str(effect.rate),
    }


def _print_effects(effects: tuple[AccountEffect, ...], formatter: Formatter) -> None:
    """The table in thousands, with decimals where an amount is not whole thousands."""
    everything = [(effect.present, effect.change, effect.amended) for effect in effects]
    decimals = 3 if any(won % THOUSAND for amounts in everything for won in amounts) else 0
    table = Table(box=None, pad_edge=False)
    table.add_column(_("account"), overflow="fold")
    for title in (_("present"), _("change"), _("amended"), _("rate")):
        table.add_column(title, justify="right", no_wrap=True)
    for effect, amounts in zip(effects, everything, strict=True):
        table.add_row(
            "  " * effect.level + effect.name,
            *(formatter.number(Decimal(won) / THOUSAND, decimals) for won in amounts),
            formatter.change_rate(effect.rate, effect.change),
            style="bold" if not effect.level else None,
        )
    Console(width=None if on_terminal() else 160).print(table)
