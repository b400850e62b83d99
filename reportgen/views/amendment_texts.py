"""What an amendment says in words: its title, its texts, its totals in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.figures.amendments import AMENDED
from reportgen.figures.figure import whole
from reportgen.model.amendments import AmendmentNotes
from reportgen.model.budget import REVENUE
from reportgen.model.entries import Ledger
from reportgen.model.ledger import Approval, LedgerEntry
from reportgen.templating.printed import Place, Printed
from reportgen.views.amendment_tables import AmendmentTables
from reportgen.views.context import ViewContext
from reportgen.views.names import AmendmentTitle, NumberedText


def name_amendment(entries: Sequence[LedgerEntry], notes: AmendmentNotes) -> AmendmentTitle:
    """What the texts of the content can say of the amendment."""
    proposed = any(
        found.approval is Approval.PROPOSED and found.stage == notes.stage
        for found in Ledger.of(entries).classes.values()
    )
    title = notes.title or notes.stage
    return {
        "stage": notes.stage,
        "title": f"{title}(안)" if proposed else title,
        "proposed": proposed,
    }


def view_reasons(context: ViewContext, notes: AmendmentNotes, chapter: str) -> list[NumberedText]:
    """편성 사유, numbered."""
    return _number(context, notes.reasons, notes, "reasons", chapter)


def view_articles(context: ViewContext, notes: AmendmentNotes, chapter: str) -> list[NumberedText]:
    """예산총칙, numbered."""
    return _number(context, notes.provisions, notes, "provisions", chapter)


def _number(
    context: ViewContext, texts: Sequence[str], notes: AmendmentNotes, key: str, chapter: str
) -> list[NumberedText]:
    source, place = notes.source.of(key), Place(chapter)
    return [
        {"number": number, "text": context.text(text, source, place)}
        for number, text in enumerate(texts, 1)
    ]


def view_sentence(context: ViewContext, tables: AmendmentTables, chapter: str) -> Printed:
    """What the amendment does to the totals, in one sentence."""
    word = tables.unit
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
    return Printed(text, (), Place(chapter, paragraph=text), tuple(pairs))
