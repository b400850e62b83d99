"""What other libraries read of documents whose templates are hard to fill."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hwp_hwpx_parser import Reader
from lxml import etree

from reportgen.templating.formats.owpml import HP
from reportgen.templating.packages.package import write_package
from tests.extraction import load_rhwp
from tests.sample import PROJECT
from tests.templating.small_packages import (
    HANGUL,
    WORD,
    Kit,
    both,
    compile_parts,
    mistakes,
    read_parts,
)
from tests.templating.test_template import word_package

TEXT = """
{_{ no tag }_}
|A@4x1|h|
|^|{%tr for x in xs %}|
|^|{{ x }}|
|^|{%tr endfor %}|
|z|{%p if none %}¶a¶{%p endif %}|
{%p macro flow(a) %}
- {{ a }}
{%p endmacro %}
{{p flow(value) }}
{% set kept %}a & {{ value }}{% endset %}{{ kept | upper }}
end
"""
VALUES = {"xs": [1, 2, 3], "none": False, "value": 'R&D <x> "q"'}
LINES = ["{{ no tag }}", '- R&D <x> "q"', 'A & R&D <X> "Q"', "end"]
CELLS = ["A", "h", "1", "2", "3", "z", ""]


def hangul_package(text: str) -> dict[str, bytes]:
    """The parts of a template of the project with another text in its section."""
    parts = read_parts((PROJECT / "templates/hwpx/budget-amendment.hwpx").read_bytes())
    root = etree.fromstring(parts[HANGUL.part])
    first, *others = root
    for paragraph in others:
        root.remove(paragraph)
    for typed in list(first.iter(f"{HP}t")):
        typed.getparent().remove(typed)  # type: ignore[union-attr]
    root.extend(etree.fromstring(HANGUL.document(HANGUL.draw(text))))
    return {**parts, HANGUL.part: etree.tostring(root)}


def test_python_docx_reads_what_the_template_means() -> None:
    parts = compile_parts(WORD, word_package(TEXT)).render(VALUES).parts
    document = docx.Document(BytesIO(write_package(parts)))
    assert [paragraph.text for paragraph in document.paragraphs] == LINES
    (table,) = document.tables
    seen = dict.fromkeys((cell._tc, cell.text) for row in table.rows for cell in row.cells)
    assert [text for _cell, text in seen] == CELLS
    assert len({cell._tc for cell in table.columns[0].cells}) == 2


def test_readers_of_hwpx_read_what_the_template_means(tmp_path: Path) -> None:
    path = tmp_path / "a.hwpx"
    path.write_bytes(
        write_package(compile_parts(HANGUL, hangul_package(TEXT)).render(VALUES).parts)
    )
    with Reader(str(path)) as reader:
        text = reader.text
    assert [line for line in text.split("\n") if line and line[0] != "|"] == LINES
    blocks = json.loads(load_rhwp().parse(str(path)).to_ir_json())["body"]
    lines = [block["text"] for block in blocks if block["kind"] == "paragraph" and block["text"]]
    assert lines == LINES
    (table,) = (block for block in blocks if block["kind"] == "table")
    assert [cell["blocks"][0]["text"] if cell["blocks"] else "" for cell in table["cells"]] == CELLS
    assert [cell["row_span"] for cell in table["cells"]] == [4, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    "typed", ["{%tr inf }o %", "{%tr fo x in xs %}", "{%tr for x in xs }", "{%tr fo$ x in xs %}"]
)
@both
def test_a_faulty_tag_for_rows_is_told_whatever_follows(kit: Kit, typed: str) -> None:
    text = f"|a|b|\n|{typed}||\n|c|d|\n|{{%tr else %}}||\n|e|f|\n|{{%tr endif %}}||"
    assert any("[template-syntax]" in message for message in mistakes(kit, text, xs=[1]))
