"""Next year's folder from this year's: what stays is kept, what is over is closed."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from reportgen.diagnostics import raise_errors
from reportgen.figures import Figure
from reportgen.i18n import translate as _
from reportgen.model.budget import Named
from reportgen.model.projects import RequestStatus
from reportgen.money import THOUSAND
from reportgen.readers.yaml_edits import comment_out, keep_entries, replace_values
from reportgen.starter.files import read_schemas, write_folder
from reportgen.state import CheckedState, check_state

_AS_THEY_ARE = (
    "content/organization.yaml",
    "content/contacts.yaml",
    "content/budget/accounts.yaml",
)
_PAGES = ("content/projects", "content/chapters")
_COPIED = ("content/images", "content/budget/import", "templates")
_DOCUMENTS = "content/documents"
_AUDIT = "content/audit"
_REPORT = "content/report.yaml"


def write_next_year(root: Path, source: Path) -> Iterator[str]:
    """Write the folder, and say what was done, line by line.

    The ledger is closed into last year's final budget, schedules become comments, and requests
    that are completed are left out.

    :raises DataError: when this year's folder has errors, or the new one has anything in it.
    """
    year = check_state(source).folder.report.year
    state = check_state(source, as_of=date(year, 12, 31))
    raise_errors(one for one in state.diagnostics if one.rule not in _BEYOND)
    made = {name: (source / name).read_bytes() for name in _AS_THEY_ARE}
    made[_REPORT] = _change(source / _REPORT, lambda text: _begin_year(text, state))
    for folder in (*_PAGES, _DOCUMENTS, _AUDIT):
        for path in sorted((source / folder).glob("*.yaml")):
            made[f"{folder}/{path.name}"] = _change(path, _CHANGES.get(folder, _empty_schedules))
    for folder in _COPIED:
        for path in sorted((source / folder).rglob("*")):
            if path.is_file() and not path.name.startswith((".", "~$")):
                made[path.relative_to(source).as_posix()] = path.read_bytes()
    made["content/budget/ledger.csv"] = _close_ledger(state)
    write_folder(root, {**made, **read_schemas()})
    return _describe(state)


_BEYOND = frozenset({"later-entries", "base-date"})
"""What is said of the last day of the year, which is only asked for here."""


def _change(path: Path, change: Callable[[str], str]) -> bytes:
    data = path.read_bytes()
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    return change(text).encode()


def _begin_year(text: str, state: CheckedState) -> str:
    report = state.folder.report
    year = report.year + 1
    day = report.base_date
    leap = day.month == 2 and day.day == 29
    values: dict[str, str | Sequence[str]] = {
        "year": str(year),
        "base_date": day.replace(year=year, day=28 if leap else day.day).isoformat(),
        "stages": (f"{year - 1} 최종예산", f"{year} 본예산"),
        "council": "{}",
    }
    if report.audit_year:
        values["audit_year"] = str(report.audit_year + 1)
    return replace_values(text, values)


def _empty_schedules(text: str) -> str:
    return comment_out(text, "schedule")


def _keep_open(text: str) -> str:
    return keep_entries(
        text, "requests", lambda entry: entry.get("status") != RequestStatus.COMPLETED
    )


def _begin_document(text: str) -> str:
    return replace_values(_empty_schedules(text), {"council": "{}"})


_CHANGES = {_AUDIT: _keep_open, _DOCUMENTS: _begin_document}


def _close_ledger(state: CheckedState) -> bytes:
    """The final budget of every revenue account and category, as the year before sees it."""
    year = state.folder.report.year
    rows = [(one, state.context.figures[f"appropriation.{one.id}"]) for one in _list(state)]
    in_won = any(_won(figure) % THOUSAND for _account, figure in rows)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    amount = "amount_won" if in_won else "amount"
    writer.writerow(("date", "stage", "kind", "account", amount, "reference", "note"))
    for account, figure in rows:
        shown = _won(figure) if in_won else _won(figure) // THOUSAND
        reference = _("closed from the ledger of {year}", year=year)
        writer.writerow(
            (f"{year}-12-31", f"{year} 최종예산", "opening", account.id, shown, reference, "")
        )
    return text.getvalue().encode()


def _list(state: CheckedState) -> tuple[Named, ...]:
    accounts = state.folder.accounts
    return (*accounts.revenue, *accounts.categories)


def _won(figure: Figure) -> int:
    return int(figure.value or 0)


def _describe(state: CheckedState) -> Iterator[str]:
    year, folder = state.folder.report.year, state.folder
    open_ones = sum(one.status is not RequestStatus.COMPLETED for one in folder.requests)
    yield _("the budget of {year} is last year's final budget", year=year)
    yield _("schedules stand as comments; write those of {year}", year=year + 1)
    yield _(
        "{count} of {all} requests of the council are carried over",
        count=open_ones,
        all=len(folder.requests),
    )
    yield _("enter the budget of {year} as «{stage}»", year=year + 1, stage=f"{year + 1} 본예산")
