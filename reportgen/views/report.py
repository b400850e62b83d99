"""The council report as its templates see it."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.model.ledger import LedgerEntry
from reportgen.model.outline import DocumentFile
from reportgen.views.audit import view_audit
from reportgen.views.budget_tables import (
    expenditure_accounts,
    revenue_accounts,
    view_changes,
    view_execution,
    view_programme_budget,
)
from reportgen.views.context import ViewContext
from reportgen.views.descriptions import view_description
from reportgen.views.names import Heading, ReportNames
from reportgen.views.organization import (
    view_duties,
    view_organization,
    view_purpose,
    view_staffing,
)
from reportgen.views.outline import list_contents, view_outline
from reportgen.views.programmes import draw_strategy, programme_sentence, view_policies

DRAFT = "초안"


def view_report(
    context: ViewContext, entries: Sequence[LedgerEntry], draft: bool = False
) -> ReportNames:
    """Every name that a template can print; docs/templates.md lists them."""
    general, budget = context.chapter("general"), context.chapter("budget")
    revenue, expenditure = revenue_accounts(context), expenditure_accounts(context)
    programme_budget = view_programme_budget(context, general)
    policies = view_policies(context)
    outline = view_outline(context, entries, context.folder.chapters)
    return {
        "report": view_heading(context, draft),
        "chapters": dict(zip(_list_ids(context), outline, strict=True)),
        "outline": outline,
        "contents": list_contents(outline),
        "purpose": view_purpose(context),
        "organization": view_organization(context),
        "staffing": view_staffing(context),
        "duties": view_duties(context),
        "revenue_summary": view_changes(context, "revenue_summary", "세입 총괄", general, revenue),
        "expenditure_summary": view_changes(
            context, "expenditure_summary", "세출 총괄", general, expenditure
        ),
        "programme_budget": {
            "sentence": programme_sentence(context),
            "unit_line": programme_budget.unit_line,
            "rounding_note": programme_budget.rounding_note,
            "rows": programme_budget.rows,
        },
        "strategy": {"chart": draw_strategy(context)},
        "policies": policies,
        "revenue_detail": view_changes(context, "revenue_detail", "세입예산", budget, revenue),
        "execution": view_execution(context, budget),
        "audit": view_audit(context),
        "figures": context.figures.tree,
    }


def _list_ids(context: ViewContext) -> list[str]:
    return [chapter.id or "" for chapter in context.folder.chapters]


def view_document(
    context: ViewContext,
    entries: Sequence[LedgerEntry],
    report: ReportNames,
    document: DocumentFile,
    draft: bool,
) -> ReportNames:
    """Every name that the template of another document can print.

    :param report: those of the report, which are the same but for title, council and chapters.
    """
    outline = view_outline(context, entries, document.chapters)
    title = context.text(document.title, document.source.of("title"))
    described = view_description(context, document)
    return {
        **report,
        "report": {
            **view_heading(context, draft),
            "title": title,
            "summary": described.summary,
            "keywords": list(described.keywords),
            "committee": document.council.committee,
            "session": document.council.session,
        },
        "outline": outline,
        "contents": list_contents(outline),
    }


def view_heading(context: ViewContext, draft: bool) -> Heading:
    """What every document says of itself."""
    report = context.folder.report
    described = view_description(context, report)
    return {
        "title": report.title,
        "year": report.year,
        "audit_year": report.audit_year,
        "base_date": context.formatter.day(context.base_date),
        "committee": report.council.committee,
        "session": report.council.session,
        "organization": context.folder.organization.name,
        "contents_title": context.word("목   차"),
        "draft": draft,
        "mark": spell_mark(report.mark, draft),
        "summary": described.summary,
        "keywords": list(described.keywords),
    }


def spell_mark(mark: str | None, draft: bool) -> str:
    """The words that stand on every page: that it is a draft, and what the report says."""
    return " · ".join(word for word in (DRAFT if draft else "", mark or "") if word)
