"""Tables that docxtpl fills, filled the same."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docxtpl import DocxTemplate

from reportgen.templating.packages.package import write_package
from tests.templating.offices import REPORT, wrap
from tests.templating.small_packages import WORD
from tests.templating.test_readers import fill_docx

COLUMNS = """
    |a|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|z|
    |b|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|y|
"""
DOWN = """
    |k|n|
    |{%tr for x in xs %}||
    |{% vm %}all|{{ x }}|
    |{%tr endfor %}||
"""
ACROSS = """
    |a|{%tc for x in xs %}|{% hm %}all|{%tc endfor %}|
    |b|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|
"""
WIDE = """
    |a|{% colspan xs|length %}wide|
    |b|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|
"""


def read_table(data: bytes) -> list[list[str]]:
    """The text of every column in every row; a merged cell stands in all that it covers."""
    (table,) = Document(BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def fill_by_docxtpl(body: str, **context: object) -> bytes:
    template = DocxTemplate(BytesIO(write_package(wrap(WORD, body))))
    template.render(context, autoescape=True)
    filled = BytesIO()
    template.save(filled)
    return filled.getvalue()


@pytest.mark.parametrize("text", [COLUMNS, DOWN, ACROSS, WIDE])
def test_a_table_is_filled_as_docxtpl_fills_it(text: str) -> None:
    body, context = WORD.draw(text), {"report": REPORT, "xs": [1, 2, 3]}
    theirs = read_table(fill_by_docxtpl(body, **context))
    assert read_table(fill_docx(body, **context)) == theirs
    assert len(theirs) > 1
