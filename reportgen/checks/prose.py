"""An amount or a count typed in prose against the figure that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.count_subjects import Count, judge_count
from reportgen.checks.subject import Subject
from reportgen.checks.typed_budgets import UNITS, TypedBudget, find_budget
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.blocks import TEXT_KINDS, Block
from reportgen.money import parse_amount, round_half_up
from reportgen.templating.tags.tags import split_tags

_FILTERS = {"원": "won", "백만원": "million_won"}
"""The filters that print these units; for others there is only that of thousands."""

_ROWS = re.compile(r"총\s*(?P<number>\d+)\s*건")
_NUMBER = r"(?P<number>\d+)"
_OF = r"\s*(?:개\s*(?:의\s*)?)?"
_AND = r"\s*(?:[,·ㆍ와과및]\s*)?"
_IS = r"[은이의]?\s*(?::\s*|총\s*|\(\s*)?"
_COUNTS = (
    (re.compile(r"(?<!\d)(?P<number>\d+)개\s*정책사업"), "count.policy_programmes"),
    (re.compile(r"(?<!\d)(?P<number>\d+)개\s*단위사업"), "count.unit_programmes"),
    (re.compile(r"(?<!\d)(?P<number>\d+)개\s*세부사업"), "count.programmes"),
    (re.compile(rf"(?<!\d){_NUMBER}{_OF}본부{_AND}\d+{_OF}팀"), "count.headquarters"),
    (re.compile(rf"(?<!\d)\d+{_OF}본부{_AND}{_NUMBER}{_OF}팀"), "count.teams"),
    (re.compile(rf"정원{_IS}{_NUMBER}\s*명"), "staffing.quota.total"),
    (re.compile(rf"현원{_IS}{_NUMBER}\s*명"), "staffing.actual.total"),
)


def check_prose(subject: Subject) -> Iterator[Diagnostic]:
    """A typed number that contradicts the ledger or the content."""
    for account, blocks in subject.folder.block_sequences():
        for number, block in enumerate(blocks):
            if block.kind not in TEXT_KINDS:
                continue
            text, place = _typed(block.value), block.source.of(block.kind)
            yield from _compare_amount(subject, text, place, f"appropriation.{account}")
            if table := _following_table(blocks, number):
                yield from _compare(subject, text, place, _ROWS, f"count.{table}.total")
            yield from _compare_counts(subject, text, place)
    for note in subject.folder.organization.staffing.notes:
        place = subject.folder.organization.staffing.source.of("notes")
        yield from _compare_counts(subject, _typed(note), place, is_own=True)


def _typed(text: str) -> str:
    """The text without its expressions, which can't contradict."""
    kept, at = [], 0
    for start, end, _tag in split_tags(text):
        kept.append(text[at:start])
        at = end
    return "\0".join([*kept, text[at:]])


def _following_table(blocks: Sequence[Block], number: int) -> str:
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return (following.table.id or "") if following and following.table else ""


def _compare_amount(
    subject: Subject, text: str, place: SourceRef, name: str
) -> Iterator[Diagnostic]:
    """The budget of a page against what would be printed in the unit and decimals typed."""
    budget, figure = find_budget(text), subject.figures.get(name)
    if budget is None or figure is None or not isinstance(figure.value, int):
        return
    if budget.won is None and budget.unit not in UNITS:
        yield _explain_unread(place, name, budget.typed)
    elif budget.won is None or not budget.agrees(figure.value):
        severity = Severity.WARNING if budget.is_whole else Severity.ERROR
        yield replace(_contradict_budget(place, name, budget, figure.value), severity=severity)


def _contradict_budget(place: SourceRef, name: str, budget: TypedBudget, won: int) -> Diagnostic:
    """The budget in the unit and with the decimals that were typed, or in won."""
    unit = budget.unit if budget.unit in UNITS else "원"
    expected = budget.expect(won) / UNITS[unit]
    decimals = len(budget.number.partition(".")[2]) if budget.unit in UNITS else 0
    if budget.won is None:
        expected, decimals = round_half_up(Decimal(won) / UNITS[unit]), 0
    word = "" if unit == "천원" else unit
    typed = f"{budget.number}{word}" if budget.unit in UNITS else budget.typed
    filters = f" | {_FILTERS.get(unit, 'thousand_won')}"
    return _contradict(place, name, typed, f"{expected:,.{decimals}f}{word}", filters)


def _explain_unread(place: SourceRef, name: str, typed: str) -> Diagnostic:
    return Diagnostic(
        "prose-amount",
        place,
        _(
            "the budget «{typed}» can't be read, {name} is not held against it",
            typed=typed,
            name=name,
        ),
        typed,
        hint=_("write {expression}", expression=f"{{{{ figures.{name} | thousand_won }}}}"),
        severity=Severity.WARNING,
    )


def _compare(
    subject: Subject, text: str, place: SourceRef, pattern: re.Pattern[str], name: str
) -> Iterator[Diagnostic]:
    match = pattern.search(text)
    figure = subject.figures.get(name)
    if match is None or figure is None or not isinstance(figure.value, int):
        return
    if parse_amount(match["number"]) != figure.value:
        yield _contradict(place, name, match["number"], f"{figure.value:,}")


def _compare_counts(
    subject: Subject, text: str, place: SourceRef, is_own: bool = False
) -> Iterator[Diagnostic]:
    """Every count that may be the foundation's; what is another's contradicts nothing."""
    folder = subject.folder
    for pattern, name in _COUNTS:
        figure = subject.figures.get(name)
        for match in pattern.finditer(text):
            if figure is None or parse_amount(match["number"]) == figure.value:
                continue
            count = Count(text, match.start(), match.end(), name.startswith("staffing"))
            severity = judge_count(count, folder.organization.name, folder.report.year, is_own)
            if severity:
                finding = _contradict(place, name, match["number"], f"{figure.value:,}")
                yield replace(finding, severity=severity)


def _contradict(
    place: SourceRef, name: str, typed: str, expected: str, filters: str = ""
) -> Diagnostic:
    """:param filters: of an amount, what prints it in the unit that was typed."""
    return Diagnostic(
        "prose-amount" if filters else "prose-count",
        place,
        _(
            "the text says {typed}, {name} is {expected}",
            typed=typed,
            name=name,
            expected=expected,
        ),
        typed,
        expected,
        _("write {expression}", expression=f"{{{{ figures.{name}{filters} }}}}"),
    )
