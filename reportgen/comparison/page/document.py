"""The frame of the page: what was compared, how much changed, and the sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.comparison.comparison import Comparison
from reportgen.comparison.facts import FactChange
from reportgen.comparison.page.changes import write_tables, write_texts
from reportgen.comparison.page.facts import write_facts
from reportgen.comparison.page.figures import group_figures, write_figures
from reportgen.comparison.page.markup import Html, join, tag
from reportgen.comparison.page.style import STYLE
from reportgen.comparison.wording import DOCUMENTS, Speller

_NOTHING = "바뀐 것이 없습니다."


def write_page(comparison: Comparison) -> bytes:
    """The page: all changes, in Korean, without scripts and without other files."""
    title = f"비교: {comparison.old.asked} → {comparison.new.asked}"
    head = tag(
        "head",
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", title),
        tag("style", Html(STYLE)),
    )
    body = tag("body", _write_header(comparison), tag("main", *_write_sections(comparison)))
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='ko')}\n".encode()


def _write_header(comparison: Comparison) -> Html:
    speller = Speller(comparison.new)
    labels = (("이전", comparison.old), ("이후", comparison.new))
    pairs = (
        join(tag("dt", word), tag("dd", speller.describe_label(label))) for word, label in labels
    )
    counts = (
        ("figures", "수치", len(comparison.figures)),
        ("facts", "원인", len(comparison.facts)),
        ("texts", "본문", len(comparison.texts) + len(comparison.documents)),
        ("tables", "표", len(comparison.tables)),
    )
    links = (
        tag("li", tag("a", f"{word} {count}건", href=f"#{name}"))
        for name, word, count in counts
        if count
    )
    return tag(
        "header",
        tag("h1", f"{comparison.new.organization} 보고서 비교"),
        tag("dl", *pairs),
        tag("nav", tag("ul", *links), aria_label="차례"),
    )


def _write_sections(comparison: Comparison) -> Iterator[Html]:
    if comparison.is_empty:
        yield tag("p", _NOTHING)
        return
    speller = Speller(comparison.new)
    numbers = {fact: number for number, fact in enumerate(comparison.facts, 1)}
    accounts = {**comparison.old.accounts, **comparison.new.accounts}
    tables = group_figures(comparison.ranked)
    figures = (write_figures(title, changes, numbers, speller) for title, changes in tables)
    yield _write_section("figures", "수치", *figures, _fold_unprinted(comparison, numbers))
    yield _write_section("facts", "원인", write_facts(numbers, accounts, speller))
    yield _write_section(
        "texts", "본문", *_write_documents(comparison), write_texts(comparison.texts)
    )
    yield _write_section("tables", "표", write_tables(comparison.tables))


def _fold_unprinted(comparison: Comparison, numbers: Mapping[FactChange, int]) -> Html:
    """The figures that no file prints, which a reader may open."""
    unprinted = [change for change in comparison.ranked if not change.places]
    if not unprinted:
        return Html()
    title = f"인쇄되지 않는 수치 {len(unprinted)}건"
    table = write_figures(title, unprinted, numbers, Speller(comparison.new))
    return tag("details", tag("summary", title), table)


def _write_documents(comparison: Comparison) -> Iterator[Html]:
    """The documents that only one state has."""
    for change in comparison.documents:
        word = "이후에만 있는 문서" if change.is_new else "이전에만 있는 문서"
        extent = f"문단 {change.paragraphs}개, 표 {change.tables}개"
        yield tag("p", f"{word}: {DOCUMENTS[change.document]} ({extent})")


def _write_section(name: str, title: str, *content: Html) -> Html:
    """A section with its heading; nothing where nothing changed."""
    if not any(content):
        return Html()
    return tag("section", tag("h2", title, id=name), *content, aria_labelledby=name)
