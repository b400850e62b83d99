"""An amount or a count typed in prose against the figure that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.blocks import TEXT_KINDS, Block
from reportgen.money import THOUSAND, parse_amount
from reportgen.templating.tags import split_tags

_BUDGET = re.compile(r"사업예산\)?\s*:?\s*(?P<number>[\d,]+)\s*천원")
_ROWS = re.compile(r"총\s*(?P<number>\d+)\s*건")
_COUNTS = (
    (re.compile(r"(?P<number>\d+)개\s*정책사업"), "count.policy_programmes"),
    (re.compile(r"(?P<number>\d+)개\s*단위사업"), "count.unit_programmes"),
    (re.compile(r"(?P<number>\d+)개\s*세부사업"), "count.programmes"),
    (re.compile(r"(?P<number>\d+)본부\s*\d+팀"), "count.headquarters"),
    (re.compile(r"\d+본부\s*(?P<number>\d+)팀"), "count.teams"),
    (re.compile(r"정원\s*:?\s*(?P<number>\d+)명"), "staffing.quota.total"),
    (re.compile(r"현원\s*:?\s*(?P<number>\d+)명"), "staffing.actual.total"),
)


def check_prose(subject: Subject) -> Iterator[Diagnostic]:
    """A typed number that contradicts the ledger or the content."""
    for account, blocks in subject.pages():
        for number, block in enumerate(blocks):
            if block.kind not in TEXT_KINDS:
                continue
            text, place = _typed(block.value), block.source.of(block.kind)
            yield from _compare(subject, text, place, _BUDGET, f"appropriation.{account}")
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
    for start, end, _tag in reversed(split_tags(text)):
        text = f"{text[:start]}\0{text[end:]}"
    return text


def _following_table(blocks: Sequence[Block], number: int) -> str:
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return (following.table.id or "") if following and following.table else ""


def _compare(
    subject: Subject, text: str, place: SourceRef, pattern: re.Pattern[str], name: str
) -> Iterator[Diagnostic]:
    match = pattern.search(text)
    figure = subject.figures.get(name)
    if match is None or figure is None or not isinstance(figure.value, int):
        return
    typed = parse_amount(match["number"])
    is_amount = name.startswith("appropriation.")
    expected = figure.value // THOUSAND if is_amount else figure.value
    if typed == expected:
        return
    filters = " | thousand_won" if is_amount else ""
    yield Diagnostic(
        "prose-amount" if is_amount else "prose-count",
        place,
        _(
            "the text says {typed}, {name} is {expected}",
            typed=match["number"],
            name=name,
            expected=f"{expected:,}",
        ),
        match["number"],
        f"{expected:,}",
        _("write {expression}", expression=f"{{{{ figures.{name}{filters} }}}}"),
    )
