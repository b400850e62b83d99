"""A file of finance, planned as ledger entries and then written, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef, explain_more, has_errors
from reportgen.i18n import translate as _
from reportgen.importing.copies import read_copy
from reportgen.importing.copy_layout import is_copy, lost_names
from reportgen.importing.differences import find_differences
from reportgen.importing.formulas import find_edited_formulas
from reportgen.importing.later import find_later
from reportgen.importing.ledger_file import spell_ledger
from reportgen.importing.levels import find_level_mistakes
from reportgen.importing.options import Decisions, ImportOptions
from reportgen.importing.planned import PlannedEntry
from reportgen.importing.remembered import make_profile
from reportgen.importing.returned import Returned, compare_copy
from reportgen.importing.sheets import choose_tables
from reportgen.importing.surroundings import LEDGER_FOLDER, Surroundings, read_surroundings
from reportgen.importing.table_plan import TablePlan, TablePlanner
from reportgen.limits import MOST_FINDINGS
from reportgen.model.ledger import LedgerEntry
from reportgen.output import write_outputs
from reportgen.readers.finance.book import read_book
from reportgen.readers.finance.grid import Book
from reportgen.readers.finance.profile import (
    FOLDER,
    ImportProfile,
    name_profile,
    read_profile,
    spell_profile,
)
from reportgen.readers.finance.xlsx import read_xlsx

Build = Callable[[date, str | None], bytes]
"""Builds the annexes of a day, and of a stage if one is named."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; nothing has been written yet.

    :ivar skipped: sheets that are left out, each with the reason.
    :ivar returned: what was edited, where the file is one of ours.
    :ivar known: how many amounts the ledger already holds.
    :ivar target: the ledger file that would be written.
    :ivar profile: the file of the profile; empty for a file of ours.
    :ivar new_profile: its text, if it has to be written.
    """

    file: str
    tables: tuple[TablePlan, ...]
    skipped: tuple[tuple[str, str], ...]
    returned: Returned | None
    entries: tuple[PlannedEntry, ...]
    known: int
    target: str
    profile: str
    new_profile: str
    diagnostics: tuple[Diagnostic, ...]


def plan_import(options: ImportOptions, build: Build) -> ImportPlan:
    """The plan, its diagnostics with everything that is wrong with the file.

    :raises DataError: when file, folder or profile can't be read at all.
    """
    book = read_book(options.file)
    if lost_names(book):
        raise DataError((_explain_lost_names(book),))
    around = read_surroundings(options.root, options.into if options.replace else "")
    if is_copy(book):
        return _plan_copy(book, options, around, build)
    return _plan_tables(book, options, around)


def write_import(root: Path, plan: ImportPlan) -> tuple[str, ...]:
    """Write the ledger file and the profile, both or none; nothing when there is no entry.

    :returns: the names of the files.
    :raises DataError: when a file can't be written.
    """
    if not plan.entries:
        return ()
    files = {plan.target: spell_ledger(planned.entry for planned in plan.entries)}
    if plan.new_profile:
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        files[plan.profile.removeprefix(f"{LEDGER_FOLDER}/")] = plan.new_profile.encode()
    write_outputs(root / LEDGER_FOLDER, files)
    return tuple(f"{LEDGER_FOLDER}/{name}" for name in files)


def _plan_tables(book: Book, options: ImportOptions, around: Surroundings) -> ImportPlan:
    profile_file = f"{FOLDER}/{options.profile or name_profile(book.file)}.yaml"
    profile = _read_profile(options.root, profile_file)
    decisions = Decisions(options, profile or ImportProfile())
    problems = tuple(_find_problems(decisions, profile_file, around))
    if problems:
        raise DataError(problems)
    planner = TablePlanner(book, decisions, around, profile_file)
    chosen = choose_tables(book, decisions, planner.index)
    plans = [plan for table in chosen.tables if (plan := planner.plan(table))]
    stated = [amount for plan in plans for amount in plan.stated]
    target = options.into or _name_target(book.file, [amount.date for amount in stated])
    ledger = _leave_out(around, target if options.replace else "")
    differences = find_differences(stated, ledger)
    diagnostics = (
        *chosen.diagnostics,
        *planner.diagnostics,
        *find_level_mistakes(plans),
        *differences.diagnostics,
        *find_later(differences.entries, ledger),
        *_find_existing(options, target, differences.entries),
    )
    remembered = make_profile(plans, decisions)
    comment = f"{book.file}\ncolumns: 머리글의 뜻, accounts: 표의 이름과 계정, ignore: 읽지 않을 줄"
    return ImportPlan(
        book.file,
        tuple(plans),
        chosen.skipped,
        None,
        differences.entries,
        differences.known,
        target,
        profile_file,
        "" if profile else spell_profile(remembered, comment),
        _order(diagnostics),
    )


def _plan_copy(
    book: Book, options: ImportOptions, around: Surroundings, build: Build
) -> ImportPlan:
    copy = read_copy(book, around, options.unit, options.approval)
    dates = [entry.date for entry in copy.entries]
    target = options.into or _name_target(book.file, dates)
    returned = compare_copy(copy, around, target if options.replace else "")
    diagnostics = [*copy.diagnostics, *returned.diagnostics]
    if copy.is_annex:
        built = read_xlsx(BytesIO(build(returned.as_of, returned.stage)), book.file)
        diagnostics += find_edited_formulas(book, built, exact=returned.is_same)
    diagnostics += _find_existing(options, target, returned.entries)
    return ImportPlan(
        book.file,
        (),
        (),
        returned,
        returned.entries,
        returned.known,
        target,
        "",
        "",
        tuple(diagnostics),
    )


def _read_profile(root: Path, name: str) -> ImportProfile | None:
    if not (root / name).is_file():
        return None
    diagnostics: list[Diagnostic] = []
    profile = read_profile(root / name, name, diagnostics)
    if profile is None:
        raise DataError(tuple(diagnostics))
    return profile


def _leave_out(around: Surroundings, target: str) -> list[LedgerEntry]:
    return [e for e in around.ledger if e.source.file != f"{LEDGER_FOLDER}/{target}"]


def _name_target(file: str, days: Sequence[date]) -> str:
    day = f"-{max(days).isoformat()}" if days else ""
    return f"{name_profile(file)}{day}.csv"


def _find_problems(
    decisions: Decisions, profile: str, around: Surroundings
) -> Iterator[Diagnostic]:
    stages = around.report.stages
    if decisions.stage and decisions.stage not in stages:
        asked = decisions.options
        yield Diagnostic(
            "import-stage",
            SourceRef(asked.file.name if asked.stage else profile),
            _("there is no stage {stage}", stage=decisions.stage),
            published=decisions.stage,
            hint=_("use one of {choices}", choices=", ".join(stages)),
        )


def _find_existing(
    options: ImportOptions, target: str, entries: Iterable[PlannedEntry]
) -> Iterator[Diagnostic]:
    path = options.root / LEDGER_FOLDER / target
    if any(True for _entry in entries) and path.exists() and not options.replace:
        yield Diagnostic(
            "import-exists",
            SourceRef(f"{LEDGER_FOLDER}/{target}"),
            _("the file is there already"),
            hint=_("name another with --into, or overwrite it with --replace"),
        )


def _explain_lost_names(book: Book) -> Diagnostic:
    return Diagnostic(
        "import-file",
        SourceRef(book.file),
        _("these are annexes or a ledger of ours, saved in a form that keeps no names"),
        hint=_("save them as .xlsx"),
    )


def _order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, errors first."""
    distinct = list(dict.fromkeys(diagnostics))
    found = sorted(distinct, key=lambda diagnostic: not has_errors((diagnostic,)))
    if len(found) <= MOST_FINDINGS:
        return tuple(found)
    more = explain_more(found[MOST_FINDINGS].location, found[MOST_FINDINGS].severity)
    return (*found[:MOST_FINDINGS], more)
