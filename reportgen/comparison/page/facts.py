"""The entries and the lines of the content that only one state has, as tables of a page."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.comparison.facts import ContentLine, FactChange
from reportgen.comparison.page.markup import Html, join, tag, write_table
from reportgen.comparison.wording import Speller, name_kind, name_side
from reportgen.figures import Unit
from reportgen.model.ledger import LedgerEntry

_HEADS = ("번호", "구분", "일자", "단계", "종류", "계정", "금액(천원)", "근거", "비고", "위치")
_LINE_HEADS = ("번호", "구분", "내용", "위치")


def write_facts(
    facts: Mapping[FactChange, int], accounts: Mapping[str, str], speller: Speller
) -> Html:
    """Both tables, the facts under their numbers.

    :param accounts: official name by id.
    """
    entries: list[Html] = []
    lines: list[Html] = []
    for change, number in facts.items():
        if isinstance(change.fact, ContentLine):
            cells = [tag("td", change.fact.text)]
            lines.append(_write_row(change, number, cells))
        else:
            entries.append(_write_row(change, number, _spell(change.fact, accounts, speller)))
    tables = (("원장 기록", _HEADS, entries), ("내용 파일의 줄", _LINE_HEADS, lines))
    return join(*(write_table(*table) for table in tables if table[2]))


def _write_row(change: FactChange, number: int, cells: list[Html]) -> Html:
    places = ", ".join(map(str, change.sources))
    return tag(
        "tr",
        tag("th", str(number), scope="row", id=f"fact-{number}"),
        tag("td", name_side(change), class_="kind"),
        *cells,
        tag("td", places, class_="quiet"),
    )


def _spell(entry: LedgerEntry, accounts: Mapping[str, str], speller: Speller) -> list[Html]:
    words = (
        entry.date.isoformat(),
        entry.stage,
        name_kind(entry.kind),
        accounts.get(entry.account, entry.account),
    )
    amount = tag("td", speller.spell(entry.amount, Unit.WON), class_="number")
    rest = (entry.reference, entry.note)
    return [
        *(tag("td", word, class_="word") for word in words),
        amount,
        *(tag("td", word) for word in rest),
    ]
