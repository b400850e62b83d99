"""The amendment package (추경) as its templates see it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.ledger import LedgerEntry
from reportgen.model.outline import DocumentFile
from reportgen.views.amendment_tables import AmendmentTables
from reportgen.views.amendment_texts import (
    name_amendment,
    view_articles,
    view_reasons,
    view_sentence,
)
from reportgen.views.context import ViewContext
from reportgen.views.descriptions import view_description
from reportgen.views.names import AmendmentNames, OutlineChapter, Section, Sections
from reportgen.views.outline import list_contents, view_outline
from reportgen.views.registers import view_carryover, view_staffing_effect, view_transfers
from reportgen.views.report import view_heading


def view_amendment(
    context: ViewContext, entries: Sequence[LedgerEntry], draft: bool = False
) -> AmendmentNames | None:
    """Every name that the template of an amendment can print, or None without an amendment."""
    notes, package = context.amendment, context.folder.package
    if notes is None or package is None:
        return None
    outline = view_outline(context, entries, package.chapters)
    sections = _view_sections(package, outline)
    tables = AmendmentTables(context, entries, notes)
    revenue = tables.view_revenue(_label(sections["summary"]))
    expenditure = tables.view_expenditure(_label(sections["summary"]))
    comparison = tables.view_comparison(_label(sections["comparison"]))
    described = view_description(context, notes)
    return {
        "report": view_heading(context, draft),
        "amendment": {
            **name_amendment(entries, notes),
            "title": context.text(package.title, package.source.of("title")),
            "summary": described.summary,
            "keywords": list(described.keywords),
        },
        "outline": outline,
        "contents": list_contents(outline),
        "sections": sections,
        "reasons": view_reasons(context, notes, _label(sections["reasons"])),
        "provisions": view_articles(context, notes, _label(sections["provisions"])),
        "summary": True,
        "comparison": comparison,
        "transfers": view_transfers(context, entries, _label(sections["transfers"]), notes.footing),
        "carryover": view_carryover(context, _label(sections["carryover"]), footing=notes.footing),
        "staffing": view_staffing_effect(context, notes, _label(sections["staffing"])),
        "sentence": view_sentence(context, tables, _label(sections["summary"])),
        "revenue": revenue,
        "expenditure": expenditure,
        "rows_note": tables.describe_rows(),
        "rounding_note": tables.describe_rounding(revenue, expenditure, comparison),
        "figures": context.figures.tree,
    }


def _view_sections(package: DocumentFile, outline: Sequence[OutlineChapter]) -> Sections:
    """The chapters by the ids that the standard outline gives them."""
    pairs = zip(package.chapters, outline, strict=True)
    found = {chapter.id: _view_section(shown) for chapter, shown in pairs}
    absent: Section = {"number": "", "title": "", "anchor": "", "shown": False}
    return {
        "reasons": found.get("reasons", absent),
        "provisions": found.get("provisions", absent),
        "summary": found.get("summary", absent),
        "comparison": found.get("comparison", absent),
        "transfers": found.get("transfers", absent),
        "carryover": found.get("carryover", absent),
        "staffing": found.get("staffing", absent),
    }


def _view_section(chapter: OutlineChapter) -> Section:
    number, title, anchor = chapter.number, chapter.title, chapter.anchor
    return {"number": number, "title": title, "anchor": anchor, "shown": True}


def _label(section: Section) -> str:
    """Number and title, as places name it."""
    return f"{section['number']}. {section['title']}" if section["shown"] else ""
