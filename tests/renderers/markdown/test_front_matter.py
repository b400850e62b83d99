"""The front matter is YAML, whatever its texts are."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.renderers.markdown.front_matter import FrontMatter
from reportgen.renderers.markdown.lines import place_lines
from reportgen.renderers.metadata import Metadata
from reportgen.templating.printed import Printed
from reportgen.views.descriptions import Description
from tests.renderers.markdown.hostile import TEXTS

FIGURE = Figure("budget.garden", 5, Unit.WON, Formula(Operation.INPUT))
DAY = date(2026, 6, 30)
SEEN = TEXTS.filter(bool)


def make(title: str, author: str, summary: Printed, *words: Printed, **more: str) -> FrontMatter:
    metadata = Metadata(f"[예시] {title}", author, DAY, described=Description(summary, words))
    return FrontMatter(metadata, title, "천원", **more)


def read(front_matter: FrontMatter) -> Any:
    first, *lines, last = [line.text for line in front_matter.list_lines()]
    assert (first, last) == ("---", "---")
    assert "---" not in lines
    return yaml.safe_load("\n".join(lines))


@given(SEEN, SEEN, SEEN, st.lists(SEEN, min_size=1, max_size=3))
def test_yaml_gives_every_text_back(
    title: str, author: str, summary: str, words: list[str]
) -> None:
    assert read(make(title, author, Printed(summary), *map(Printed, words))) == {
        "title": title,
        "organization": author,
        "base_date": DAY,
        "unit": "천원",
        "summary": summary,
        "keywords": words,
        "language": "ko-KR",
    }


def test_what_is_known_stands_there_in_order() -> None:
    said = make("보고", "재단", Printed("요지"), mark="초안", committee="위원회", session="제1회")
    assert [line.text for line in said.list_lines()] == [
        "---",
        "title: 보고",
        "mark: 초안",
        "organization: 재단",
        "committee: 위원회",
        "session: 제1회",
        "base_date: 2026-06-30",
        "unit: 천원",
        "summary: 요지",
        "language: ko-KR",
        "---",
    ]


def test_figures_of_the_summary_and_the_keywords_know_their_line() -> None:
    summary, word = Printed("5원", (FIGURE,)), Printed("예산 5원", (FIGURE,))
    lines = list(make("보고", "재단", summary, Printed("예산"), word).list_lines())
    assert list(place_lines(lines)) == [(summary, 6), (word, 7)]
    assert [lines[5].text, lines[6].text] == ["summary: 5원", "keywords:"]
