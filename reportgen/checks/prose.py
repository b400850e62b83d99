"""An amount or a count typed in prose against the figure that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.blocks import TEXT_KINDS, Block
from reportgen.money import HUNDRED_MILLION, MILLION, THOUSAND, parse_amount, round_half_up
from reportgen.templating.tags import split_tags

_UNITS = {
    "원": 1,
    "천원": THOUSAND,
    "만원": 10_000,
    "백만원": MILLION,
    "천만원": 10 * MILLION,
    "억원": HUNDRED_MILLION,
}
"""Won in each unit that an amount is typed in."""

_MOST_DECIMALS = 8
"""Of an amount in 억원 that is exact to the won; others have fewer."""

_FILTERS = {"원": "won", "백만원": "million_won"}
"""The filters that print these units; for others there is only that of thousands."""

_BUDGET = re.compile(
    r"사업예산\)?\s*(?::\s*)?(?P<number>[\d,]+(?:\.\d+)?)\s*"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_AMOUNT = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?")
_ROWS = re.compile(r"총\s*(?P<number>\d+)\s*건")
_COUNTS = (
    (re.compile(r"(?<!\d)(?P<number>\d+)개\s*정책사업"), "count.policy_programmes"),
    (re.compile(r"(?<!\d)(?P<number>\d+)개\s*단위사업"), "count.unit_programmes"),
    (re.compile(r"(?<!\d)(?P<number>\d+)개\s*세부사업"), "count.programmes"),
    (re.compile(r"(?<!\d)(?P<number>\d+)본부\s*\d+팀"), "count.headquarters"),
    (re.compile(r"(?<!\d)\d+본부\s*(?P<number>\d+)팀"), "count.teams"),
    (re.compile(r"정원\s*(?::\s*)?(?P<number>\d+)명"), "staffing.quota.total"),
    (re.compile(r"현원\s*(?::\s*)?(?P<number>\d+)명"), "staffing.actual.total"),
)


def check_prose(subject: Subject) -> Iterator[Diagnostic]:
    """A typed number that contradicts the ledger or the content."""
    for account, blocks in subject.pages():
        for number, block in enumerate(blocks):
            if block.kind not in TEXT_KINDS:
                continue
            text, place = _typed(block.value), block.source.of(block.kind)
            yield from _compare_amount(subject, text, place, f"appropriation.{account}")
            if table := _following_table(blocks, number):
                yield from _compare(subject, text, place, _ROWS, f"count.{table}.total")
            for pattern, name in _COUNTS:
                yield from _compare(subject, text, place, pattern, name)
    for note in subject.folder.organization.staffing.notes:
        place = subject.folder.organization.staffing.source.of("notes")
        for pattern, name in _COUNTS:
            yield from _compare(subject, _typed(note), place, pattern, name)


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
    match = _BUDGET.search(text)
    figure = subject.figures.get(name)
    if match is None or figure is None or not isinstance(figure.value, int):
        return
    amount, unit = _AMOUNT.fullmatch(match["number"]), match["unit"]
    decimals = min(len(amount["decimals"] or ""), _MOST_DECIMALS) if amount else 0
    expected = f"{round_half_up(Decimal(figure.value) / _UNITS[unit], decimals):,}"
    if amount and Decimal(match["number"].replace(",", "")) == Decimal(expected.replace(",", "")):
        return
    word = "" if unit == "천원" else unit
    yield _contradict(
        place,
        name,
        f"{match['number']}{word}",
        f"{expected}{word}",
        f" | {_FILTERS.get(unit, 'thousand_won')}",
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
