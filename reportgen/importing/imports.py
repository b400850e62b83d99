"""A file of finance, planned as ledger entries and then written, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from reportgen.choices import list_choices
from reportgen.diagnostics import (
    DataError,
    Diagnostic,
    SourceRef,
    explain_more,
    has_errors,
    raise_errors,
)
from reportgen.i18n import translate as _
from reportgen.importing.basis.ledger_basis import LEDGER_FOLDER, LedgerBasis, read_surroundings
from reportgen.importing.basis.options import Decisions, ImportOptions
from reportgen.importing.entries.differences import find_differences
from reportgen.importing.entries.implausible_amounts import find_leaps
from reportgen.importing.entries.ledger_file import spell_ledger
from reportgen.importing.entries.ledger_sums import Holdings
from reportgen.importing.entries.overtaken_totals import find_later
from reportgen.importing.entries.planned_entries import PlannedEntry
from reportgen.importing.entries.replaced_files import find_lost
from reportgen.importing.entries.resulting_budget import find_contradictions, find_mixed_history
from reportgen.importing.entries.rounded_amounts import find_rounded
from reportgen.importing.profiles.begun_profile import spell_begun_profile
from reportgen.importing.profiles.profile_mistakes import (
    find_idle_headers,
    find_idle_rows,
    find_unknown_ids,
)
from reportgen.importing.profiles.saved_profile import make_profile
from reportgen.importing.returned.copy_layout import is_copy, lost_names
from reportgen.importing.returned.edited_formulas import find_edited_formulas
from reportgen.importing.returned.ledger_copies import read_copy
from reportgen.importing.returned.returned_ledger import Returned, compare_copy
from reportgen.importing.rows.account_index import AccountIndex
from reportgen.importing.tables.absent_programmes import find_level_mistakes
from reportgen.importing.tables.impossible_amounts import find_falls
from reportgen.importing.tables.sheets import choose_tables
from reportgen.importing.tables.table_plan import TablePlan, TablePlanner
from reportgen.importing.units.scale import find_copy_scale, find_scales
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
    :ivar rounded: how many of these the sheet has rounded.
    :ivar target: the ledger file that would be written.
    :ivar profile: the file of the profile; empty for a file of ours.
    :ivar new_profile: its text, if it has to be written.
    :ivar begun_profile: the text of one to be finished by hand.
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
    rounded: int = 0
    begun_profile: str = ""


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


def write_begun_profile(root: Path, plan: ImportPlan) -> str:
    """Write the profile that is begun for a file, and nothing else.

    :returns: its name.
    :raises DataError: when there is one already, the file is one of ours, or it can't be written.
    """
    if not plan.begun_profile:
        raise DataError((_explain_profile(plan.file, _("an annex or ledger of ours needs none")),))
    if (root / plan.profile).exists():
        raise DataError((_explain_profile(plan.profile, _("the file is there already")),))
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    name = plan.profile.removeprefix(f"{LEDGER_FOLDER}/")
    write_outputs(root / LEDGER_FOLDER, {name: plan.begun_profile.encode()})
    return plan.profile


def _explain_profile(file: str, problem: str) -> Diagnostic:
    return Diagnostic(
        "import-exists",
        SourceRef(file),
        problem,
        hint=_("edit the profile that is there, or name another with --profile"),
    )


def _plan_tables(book: Book, options: ImportOptions, around: LedgerBasis) -> ImportPlan:
    profile_file = f"{FOLDER}/{options.profile or name_profile(book.file)}.yaml"
    decisions, is_known = _decide(options, profile_file, around)
    planner = TablePlanner(book, decisions, around, profile_file)
    index = planner.index
    chosen = choose_tables(book, decisions, index)
    plans = [plan for table in chosen.tables if (plan := planner.plan(table))]
    stated = [amount for plan in plans for amount in plan.stated]
    target = options.into or _name_target(book.file, [amount.date for amount in stated])
    ledger = _leave_out(around, target if options.replace else "")
    holdings = _hold(ledger, around)
    scales = find_scales(plans, holdings, planner.diagnostics)
    differences = find_differences(stated, ledger)
    believed = tuple(scales.leave_out(plans, differences.entries))
    diagnostics = (
        *chosen.diagnostics,
        *planner.diagnostics,
        *find_idle_headers(decisions, profile_file, chosen.tables),
        *find_idle_rows(decisions, profile_file, plans, index),
        *find_level_mistakes(plans),
        *scales.diagnostics,
        *differences.diagnostics,
        *find_later(differences.entries, ledger, stated),
        *find_rounded(believed, differences.rounded),
        *find_leaps(believed, holdings),
        *_find_existing(options, target, differences.entries),
    )
    if not has_errors(diagnostics):
        diagnostics += tuple(_find_outcome(plans, differences.entries, ledger, decisions))
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
        "" if is_known else spell_profile(remembered, comment),
        _order(diagnostics),
        len(differences.rounded),
        spell_begun_profile(remembered, comment, chosen.tables, plans, chosen.near, index),
    )


def _decide(
    options: ImportOptions, profile_file: str, around: LedgerBasis
) -> tuple[Decisions, bool]:
    """What options and profile say, and whether there is a profile.

    :raises DataError: when one of them names what doesn't exist, or the profile can't be read.
    """
    profile = _read_profile(options.root, profile_file)
    decisions = Decisions(options, profile or ImportProfile())
    raise_errors(
        (
            *_find_problems(decisions, profile_file, around),
            *find_unknown_ids(decisions.profile, profile_file, AccountIndex(around.accounts)),
        )
    )
    return decisions, profile is not None


def _find_outcome(
    plans: Sequence[TablePlan],
    entries: tuple[PlannedEntry, ...],
    ledger: Sequence[LedgerEntry],
    decisions: Decisions,
) -> Iterator[Diagnostic]:
    """What can't be meant of the accounts once the entries are in the ledger."""
    stated = [amount for plan in plans for amount in plan.stated]
    claimed = [claim for plan in plans for claim in plan.claimed]
    yield from find_contradictions(claimed, entries, ledger)
    yield from find_mixed_history(entries, ledger)
    yield from find_falls(entries, stated, is_decided=decisions.amounts is not None)


def _plan_copy(book: Book, options: ImportOptions, around: LedgerBasis, build: Build) -> ImportPlan:
    copy = read_copy(book, around, options.unit, options.approval)
    dates = [entry.date for entry in copy.entries]
    target = options.into or _name_target(book.file, dates)
    returned = compare_copy(copy, around, target if options.replace else "")
    diagnostics = [*copy.diagnostics, *returned.diagnostics]
    ledger = _leave_out(around, target if options.replace else "")
    decided = bool(options.unit)
    rows = len(copy.entries)
    scale = tuple(find_copy_scale(copy.unit, returned.entries, rows, is_decided=decided))
    diagnostics += scale or find_leaps(returned.entries, _hold(ledger, around))
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


def _leave_out(around: LedgerBasis, target: str) -> list[LedgerEntry]:
    return [e for e in around.ledger if e.source.file != f"{LEDGER_FOLDER}/{target}"]


def _hold(ledger: Iterable[LedgerEntry], around: LedgerBasis) -> Holdings:
    return Holdings(ledger, {account.id for account in around.accounts.revenue})


def _name_target(file: str, days: Sequence[date]) -> str:
    day = f"-{max(days).isoformat()}" if days else ""
    return f"{name_profile(file)}{day}.csv"


def _find_problems(decisions: Decisions, profile: str, around: LedgerBasis) -> Iterator[Diagnostic]:
    stages = around.report.stages
    if decisions.stage and decisions.stage not in stages:
        asked = decisions.options
        yield Diagnostic(
            "import-stage",
            SourceRef(asked.file.name if asked.stage else profile),
            _("there is no stage {stage}", stage=decisions.stage),
            published=decisions.stage,
            hint=list_choices(decisions.stage, stages),
        )


def _find_existing(
    options: ImportOptions, target: str, entries: Iterable[PlannedEntry]
) -> Iterator[Diagnostic]:
    path = options.root / LEDGER_FOLDER / target
    if options.replace:
        yield from find_lost(options.root, target, entries)
    elif any(True for _entry in entries) and path.exists():
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
