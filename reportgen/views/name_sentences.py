"""What each name means that a template may use, in a sentence."""

from __future__ import annotations

from reportgen.i18n import translate as _


def list_sentences() -> dict[str, str]:
    """The sentence of each name; one of a single document may begin with the document's."""
    parts = (_report(), _council(), _amendment(), _nouns(), _tables(), _columns())
    return {name: sentence for part in parts for name, sentence in part.items()}


def _report() -> dict[str, str]:
    """Names of every document."""
    return {
        "report": _("what every document says of itself"),
        "report.title": _("title of the report, from report.yaml"),
        "report.year": _("year that is reported"),
        "report.audit_year": _(
            "year of the council's audit whose requests are answered; may be missing"
        ),
        "report.base_date": _(
            "day as of which the report speaks; that of --as-of where it was given"
        ),
        "report.committee": _("committee of the council; may be missing"),
        "report.session": _("session of the council; may be missing"),
        "report.organization": _("name of the foundation"),
        "report.contents_title": _("what stands above the contents"),
        "report.draft": _("whether it was built with --draft"),
        "report.mark": _("초안 of a draft, and the mark of report.yaml; empty without either"),
        "report.summary": _("문서요지: what the document says, in short; may be empty"),
        "report.keywords": _("키워드: words by which it is looked for; may be none"),
        "outline": _("the chapters in their order, each with all that stands in it"),
        "contents": _("lines of the table of contents"),
        "figures": _("every figure by its name, as in content: figures.appropriation.ACCOUNT"),
    }


def _council() -> dict[str, str]:
    """Names of the council report."""
    return {
        "chapters.ID": _("a chapter of the report by its id in report.yaml"),
        "purpose": _("why the foundation exists"),
        "purpose.text": _("the purpose in a sentence"),
        "purpose.basis": _("the law or article it rests on"),
        "purpose.functions": _("the functions, numbered"),
        "organization": _("how the foundation is organised"),
        "organization.summary": _("how many headquarters and teams, such as 2본부 8팀"),
        "organization.chart": _(
            "the chart of headquarters and teams; roles of rows: boxes, lists, lines"
        ),
        "staffing": _("quota and actual staff"),
        "staffing.title": _("how many people, such as 59명(계약직 14명 포함)"),
        "staffing.unit_line": _("unit line above the table"),
        "staffing.widths": _("widths for {% columns staffing.widths %}"),
        "staffing.header": _("header cells, one for each grade"),
        "staffing.rows": _("quota, actual and difference"),
        "staffing.notes": _("notes below the table"),
        "duties": _("the teams with their duties"),
        "revenue_summary": _("revenue beside last year's; roles of rows: total, body"),
        "expenditure_summary": _(
            "expenditure by category beside last year's; roles of rows: total, body"
        ),
        "revenue_detail": _("the same as revenue_summary, for the chapter on the budget"),
        "programme_budget": _("the budget by programme; it has no caption"),
        "programme_budget.sentence": _("how many policies, units and programmes"),
        "programme_budget.unit_line": _("unit line above the table"),
        "programme_budget.rounding_note": _("that printed amounts don't add up; else empty"),
        "programme_budget.rows": _(
            "roles: subtotal, body, total; the first three cells may be "
            "merged: {% span row.policy %}"
        ),
        "strategy": _("the strategy"),
        "strategy.chart": _("the chart of policies, units and programmes"),
        "policies": _("the policy programmes with the pages of their programmes"),
        "execution": _("execution of the budget; roles of rows: total, subtotal, body"),
        "audit": _("what came of the council's requests"),
        "audit.total": _("how many requests"),
        "audit.totals": _("the requests by kind and status"),
        "audit.totals.rows": _("roles: total, body"),
        "audit.groups": _("kinds of requests; those without a request are left out"),
    }


def _amendment() -> dict[str, str]:
    """Names of an amendment."""
    return {
        "amendment": _("the amendment that is shown"),
        "amendment.title": _("its title; ends in (안) while an entry is only proposed"),
        "amendment.stage": _("its stage, such as 2026 제1회 추경"),
        "amendment.proposed": _("whether an entry is only proposed"),
        "amendment.summary": _("문서요지 of the amendment; may be empty"),
        "amendment.keywords": _("키워드 of the amendment; may be none"),
        "sections": _("the chapters of the outline that have these ids"),
        "sections.reasons": _("편성 사유: why it is made"),
        "sections.provisions": _("예산총칙: general provisions"),
        "sections.summary": _("세입·세출예산 총괄: totals"),
        "sections.comparison": _("신구대비표: before and after"),
        "sections.transfers": _("이용·전용 등 명세: money moved"),
        "sections.carryover": _("이월 명세: money carried over"),
        "sections.staffing": _("정원 변동: posts changed"),
        "reasons": _("the reasons, numbered"),
        "provisions": _("the general provisions, numbered"),
        "summary": _("always true: the totals are always shown"),
        "comparison": _(
            "before and after, by programme; roles of rows: total, "
            "policy_programme, unit_programme, body, and rest for what doesn't change"
        ),
        "transfers": _(
            "money moved between programmes; roles of rows: body, total; may be missing"
        ),
        "carryover": _(
            "money carried over; its columns are the sorts that there are; may be missing"
        ),
        "budget-amendment/staffing": _("posts changed; roles of rows: body, total; may be missing"),
        "sentence": _("what the amendment does to the totals, in a sentence"),
        "revenue": _("revenue before and after; roles of rows: total, body"),
        "expenditure": _("expenditure by category before and after; roles of rows: total, body"),
        "rows_note": _("which rows the comparison shows"),
        "rounding_note": _("how amounts are rounded, whether it shows or not"),
    }


def _nouns() -> dict[str, str]:
    """What a value has that stands in lists."""
    return {
        "chapter.number": _("Ⅰ, Ⅱ …"),
        "chapter.title": _("its title"),
        "chapter.anchor": _("name of its bookmark"),
        "chapter.label": _("number and title"),
        "chapter.blocks": _("what stands in it"),
        "chapter.new_page": _("whether it begins a page"),
        "entry.level": _("1 chapter, 2 policy programme, 3 programme"),
        "entry.number": _("its number"),
        "entry.title": _("its title"),
        "entry.anchor": _("name of the bookmark it leads to"),
        "item.number": _("1, 2, 3 …"),
        "item.text": _("the text"),
        "duty.team": _("name of the team"),
        "duty.blocks": _("what it does"),
        "policy.number": _("1, 2 …"),
        "policy.name": _("name of the policy programme"),
        "policy.anchor": _("name of its bookmark"),
        "policy.projects": _("the pages of its programmes"),
        "project.number": _("1-1, 1-2 …"),
        "project.title": _("name of the programme"),
        "project.anchor": _("name of its bookmark"),
        "project.contact_line": _("the people in charge, with their extensions"),
        "project.goal": _("its goal"),
        "project.blocks": _("everything else on its page"),
        "group.title": _("title of the kind of requests"),
        "group.request_header": _("header above the requests"),
        "group.result_header": _("header above what was done"),
        "group.requests": _("the requests"),
        "request.request": _("what the council asked for"),
        "request.addressee": _("to whom"),
        "request.status": _("추진완료, 추진중 …"),
        "request.blocks": _("what was done"),
        "section.number": _("Ⅰ, Ⅱ …; empty for one without content"),
        "section.title": _("its title"),
        "section.anchor": _("name of its bookmark"),
        "section.shown": _("whether it has content"),
        "step.task": _("what is done"),
        "step.period": _("when"),
        "step.note": _("a note; may be empty"),
        "block.kind": _(
            "heading, item, paragraph, detail, note, point, pointer, numbered, list, "
            "article, schedule, box, table, blocks_table, chart; list_policy, list_programme, "
            "divider, divider_entry, page, contact, goal, group_title"
        ),
        "block.marker": _("the marker of the kind; of numbered the number ① …"),
        "block.label": _("the leading (label) of an item; may be empty"),
        "block.text": _("the rest of the text"),
        "block.title": _("of a box: its title"),
        "block.lines": _("of a box: its lines"),
        "block.items": _("of a schedule: its steps"),
        "block.grid": _("of a table or chart: the grid"),
        "block.new_page": _("whether it begins a page"),
        "block.anchor": _("of a divider or page: name of its bookmark"),
        "block.level": _("of a divider or page: its level in the contents; else 0"),
        "block.number": _("of a divider, a page or a line of a list: its number"),
    }


def _tables() -> dict[str, str]:
    """What tables, rows, cells and figures have."""
    return {
        "grid.name": _("a name of its own; never printed"),
        "grid.caption": _("its title; may be empty"),
        "grid.unit_line": _("unit line above the table; may be empty"),
        "grid.rounding_note": _("that printed amounts don't add up; else empty"),
        "grid.widths": _("widths for {% columns grid.widths %}"),
        "grid.header": _("header cells from left to right; a chart has none"),
        "grid.heads": _("rows of header cells from the top; heads may be merged"),
        "grid.head_rows": _("the same where there is more than one row; else empty"),
        "grid.columns.ID": _("the same by column"),
        "grid.rows": _("its rows"),
        "row.role": _("total, subtotal, body …: how the row looks"),
        "row.level": _("how deep it stands, 0 for the total"),
        "row.cells": _("its cells from left to right"),
        "row.columns.ID": _("the same by column; row.ID is shorter"),
        "cell.value": _("the unrounded value: won, a count, a ratio, a day; may be missing"),
        "cell.align": _("left, center, right, or deeper: left and indented"),
        "cell.row_span": _("how many rows it covers"),
        "cell.col_span": _("how many columns it covers"),
        "cell.covered": _("left or above where another cell covers it; else empty"),
        "cell.role": _("header; in a chart top, box, list, gap, v, h or hv"),
        "cell.lines": _("its text as paragraphs"),
        "cell.blocks": _("blocks that stand in it instead of text; mostly none"),
        "cell.figure": _("the one figure that it shows; may be missing"),
        "figure.name": _("its name without figures"),
        "figure.value": _("its value, unrounded; may be missing"),
        "figure.unit": _("won, ratio, count or people"),
    }


def _columns() -> dict[str, str]:
    """The cells of rows by column."""
    return {
        "row.name": _("name of the line"),
        "row.current": _("this year's budget"),
        "row.prior": _("last year's final budget"),
        "row.change": _("the difference"),
        "row.change_rate": _("the difference in per cent"),
        "row.policy": _("policy programme; may be merged"),
        "row.unit": _("unit programme; may be merged"),
        "row.programme": _("programme; may be merged"),
        "row.amount": _("its budget"),
        "row.remark": _("a remark; may be empty"),
        "row.appropriation": _("예산현액"),
        "row.commitment": _("원인행위액"),
        "row.disbursement": _("지출액"),
        "row.commitment_rate": _("원인행위액 divided by 예산현액"),
        "row.disbursement_rate": _("지출액 divided by 예산현액"),
        "row.total": _("all requests"),
        "row.completed": _("done"),
        "row.in_progress": _("under way"),
        "row.under_review": _("under review"),
        "row.not_reflected": _("not reflected"),
        "row.present": _("before the amendment"),
        "row.amended": _("after the amendment"),
        "row.basis": _("basis of calculation; may be empty"),
        "row.date": _("the day"),
        "row.kind": _("전용, 이용, 변경 or 예비비 사용"),
        "row.reference": _("the document it rests on"),
        "row.taken": _("what was taken"),
        "row.given": _("what was given"),
        "row.note": _("why"),
    }
