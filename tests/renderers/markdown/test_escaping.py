"""Which signs get a backslash, and which need none."""

from __future__ import annotations

import pytest

from reportgen.renderers.markdown.escaping import spell_html, spell_line, spell_paragraph
from reportgen.renderers.markdown.nodes import Run, make_inline


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("예산 1,000천원(5.0%)", "예산 1,000천원(5.0%)"),
        ("’26. 7. ~ 11.", "’26. 7. ~ 11."),
        ("7월~11월", "7월\\~11월"),
        ("R&D 사업 - 2단계", "R&D 사업 - 2단계"),
        ("C# 과정, #1", "C# 과정, \\#1"),
        ("3.5배", "3.5배"),
        ("2026. 6. 30.", "2026\\. 6. 30."),
        ("1) 가", "1\\) 가"),
        ("-", "\\-"),
        ("> 가", "\\> 가"),
        ("a_b*c`d", "a\\_b\\*c\\`d"),
        ("<표> [1] | $2", "\\<표> \\[1\\] \\| \\$2"),
        ("&lt; &#60; & ;", "\\&lt; \\&#60; & ;"),
    ],
)
def test_a_paragraph(text: str, written: str) -> None:
    assert spell_paragraph(make_inline(text)) == [written]


def test_lines_of_a_paragraph_end_in_hard_breaks() -> None:
    assert spell_paragraph(make_inline(" 가\t나 \n\n - 다\n")) == ["가 나\\", "\\- 다"]


def test_one_line_has_breaks_of_html() -> None:
    assert spell_line(make_inline("- 가\n1. 나")) == "- 가<br>1. 나"


def test_html() -> None:
    inline = (Run("(가 & <나>) ", strong=True), Run("다*\n라"))
    assert spell_html(inline) == "<strong>(가 &amp; &lt;나&gt;)</strong> 다*<br>라"
