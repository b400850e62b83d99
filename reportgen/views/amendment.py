"""The amendment package (추경) as its templates see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.figures.amendments import AMENDED, find_amendment
from reportgen.figures.figure import whole
from reportgen.model.amendments import AmendmentNotes
from reportgen.model.budget import REVENUE
from reportgen.model.entries import Ledger
from reportgen.model.ledger import Approval, LedgerEntry
from reportgen.templating.printed import Place, Printed
from reportgen.views.amendment_tables import AmendmentTables
from reportgen.views.change_lines import UNITS
from reportgen.views.context import ViewContext
from reportgen.views.descriptions import view_description
from reportgen.views.names import (
    AmendmentNames,
    AmendmentTexts,
    AmendmentTitle,
    NumberedText,
    Section,
    Sections,
)
from reportgen.views.registers import view_carryover, view_staffing_effect, view_transfers
from reportgen.views.report import view_heading

SECTIONS = {
    "reasons": "편성 사유",
    "provisions": "예산총칙",
    "summary": "세입·세출예산 총괄",
    "comparison": "세출예산 신구대비표",
    "transfers": "이용·전용 등 명세",
    "carryover": "이월 명세",
    "staffing": "정원 변동",
}
"""The sections of the package in their order; those without content are left out."""

_NUMERALS = "ⅠⅡⅢⅣⅤⅥⅦ"


def view_amendment(
    context: ViewContext,
    entries: Sequence[LedgerEntry],
    stage: str | None = None,
    draft: bool = False,
) -> AmendmentNames | None:
    """Every name that the template of an amendment can print, or None without an amendment.

    :param stage: the stage that was asked for; the last amendment if none was.
    """
    notes = _find_notes(context, entries, stage)
    if notes is None:
        return None
    tables = AmendmentTables(context, entries, notes)
    revenue = tables.view_revenue(SECTIONS["summary"])
    expenditure = tables.view_expenditure(SECTIONS["summary"])
    comparison = tables.view_comparison(SECTIONS["comparison"])
    texts = _view_texts(context, notes)
    transfers = view_transfers(context, entries, SECTIONS["transfers"], footing=notes.footing)
    carryover = view_carryover(context, SECTIONS["carryover"], footing=notes.footing)
    staffing = view_staffing_effect(context, notes, SECTIONS["staffing"])
    content = {
        **texts,
        "summary": True,
        "comparison": comparison,
        "transfers": transfers,
        "carryover": carryover,
        "staffing": staffing,
    }
    return {
        "report": view_heading(context, draft),
        "amendment": _view_title(context, entries, notes),
        "sections": _number_sections(content),
        "reasons": texts["reasons"],
        "provisions": texts["provisions"],
        "summary": True,
        "comparison": comparison,
        "transfers": transfers,
        "carryover": carryover,
        "staffing": staffing,
        "sentence": _view_sentence(context, tables),
        "revenue": revenue,
        "expenditure": expenditure,
        "rows_note": tables.describe_rows(),
        "rounding_note": tables.describe_rounding(revenue, expenditure, comparison),
        "figures": context.figures.tree,
    }


def view_amendment_texts(
    context: ViewContext, entries: Sequence[LedgerEntry], stage: str | None = None
) -> AmendmentTexts | None:
    """The part of :func:`view_amendment` that is written in the content."""
    notes = _find_notes(context, entries, stage)
    if notes is None:
        return None
    view_description(context, notes)  # for the mistakes in it
    return _view_texts(context, notes)


def _find_notes(
    context: ViewContext, entries: Sequence[LedgerEntry], stage: str | None
) -> AmendmentNotes | None:
    """What the content says of the amendment, or None without an amendment."""
    report = context.folder.report
    amendment = find_amendment(entries, report.stages, report.year, stage)
    return None if amendment is None else context.folder.amendment_notes(amendment)


def _view_title(
    context: ViewContext, entries: Sequence[LedgerEntry], notes: AmendmentNotes
) -> AmendmentTitle:
    proposed = any(
        found.approval is Approval.PROPOSED and found.stage == notes.stage
        for found in Ledger.of(entries).classes.values()
    )
    title = notes.title or notes.stage
    described = view_description(context, notes)
    return {
        "stage": notes.stage,
        "title": f"{title}(안)" if proposed else title,
        "proposed": proposed,
        "summary": described.summary,
        "keywords": list(described.keywords),
    }


def _number_sections(content: Mapping[str, object]) -> Sections:
    """Numeral and title of every section; ``shown`` is false for one without content."""
    numerals = iter(_NUMERALS)

    def number(key: str) -> Section:
        shown = bool(content[key])
        return {
            "number": next(numerals) if shown else "",
            "title": SECTIONS[key],
            "anchor": f"section_{key}",
            "shown": shown,
        }

    return {
        "reasons": number("reasons"),
        "provisions": number("provisions"),
        "summary": number("summary"),
        "comparison": number("comparison"),
        "transfers": number("transfers"),
        "carryover": number("carryover"),
        "staffing": number("staffing"),
    }


def _view_texts(context: ViewContext, notes: AmendmentNotes) -> AmendmentTexts:
    return {
        "reasons": _view_articles(context, notes, "reasons"),
        "provisions": _view_articles(context, notes, "provisions"),
    }


def _view_articles(context: ViewContext, notes: AmendmentNotes, key: str) -> list[NumberedText]:
    source = notes.source.of(key)
    place = Place(SECTIONS[key])
    return [
        {"number": number, "text": context.text(text, source, place)}
        for number, text in enumerate(getattr(notes, key), 1)
    ]


def _view_sentence(context: ViewContext, tables: AmendmentTables) -> Printed:
    """What the amendment does to the totals, in one sentence."""
    word = UNITS[tables.notes.unit][1]
    total, shown = tables.show_total()
    amounts = (shown.amended, shown.present, abs(shown.change))
    after, before, change = (f"{context.formatter.number(amount)}{word}" for amount in amounts)
    text = f"세입·세출예산 총액은 각각 {after}으로, 기정액 {before}"
    pairs = [(total.amended, after), (total.present, before)]
    pairs.append((context.figures[f"{AMENDED}.{REVENUE}"], after))
    if not total.change.value:
        text += "과 같음"
    else:
        change = change if shown.change else f"1{word} 미만"
        rate = context.change_rate(total.rate, total.change, Place())
        text += f"보다 {change}({rate}) {'증가' if whole(total.change) > 0 else '감소'}"
        pairs += [(total.change, change), (total.rate, str(rate))]
    return Printed(text, (), Place(SECTIONS["summary"], paragraph=text), tuple(pairs))
