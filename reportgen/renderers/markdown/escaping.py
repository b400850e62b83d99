"""Text that no Markdown parser takes for markup (CommonMark 0.31, GFM 0.29)."""

from __future__ import annotations

import re
from html import escape

from reportgen.renderers.markdown.nodes import Inline, Run

_MARKS = re.compile(r"[\\`*_\[\]<|$]|~(?!\s)|(?<=\S)~|&(?=#?\w+;)|(?<!\S)#")
"""What means something wherever it stands; ``#`` also ends a heading, behind a blank."""
_STARTS = frozenset("-+=:>")
_NUMBER = re.compile(r"[0-9]{1,9}(?=[.)](?:\s|$))")
"""What means something at the beginning of a line: bullets, rules, quotes, numbers."""


def escape_marks(text: str) -> str:
    r"""The text with a backslash before every sign of markup.

    >>> escape_marks("[가] 1*2 | R&D &amp; a_b")
    '\\[가\\] 1\\*2 \\| R&D \\&amp; a\\_b'
    """
    return _MARKS.sub(r"\\\g<0>", text)


def escape_start(line: str) -> str:
    r"""The line, of which nothing is taken for the beginning of a list, a rule or a quote.

    >>> escape_start("2026. 6. 30."), escape_start("- 3%"), escape_start("3.5배")
    ('2026\\. 6. 30.', '\\- 3%', '3.5배')
    """
    if line[:1] in _STARTS:
        return f"\\{line}"
    number = _NUMBER.match(line)
    return f"{number[0]}\\{line[number.end() :]}" if number else line


def spell_lines(inline: Inline) -> list[str]:
    """The lines of a text, without blanks around them; empty ones are left out."""
    return _split("".join(map(_spell_run, inline)))


def spell_paragraph(inline: Inline) -> list[str]:
    """The lines of a paragraph; each but the last ends with a hard break."""
    *lines, last = [escape_start(line) for line in spell_lines(inline)]
    return [*(f"{line}\\" for line in lines), last]


def spell_line(inline: Inline) -> str:
    """The text where only one line can stand: in a heading, in a cell."""
    return "<br>".join(spell_lines(inline))


def spell_html(inline: Inline) -> str:
    """The text in HTML."""
    return "<br>".join(_split("".join(map(_spell_html_run, inline))))


def _spell_run(run: Run) -> str:
    text = escape_marks(run.text)
    return _wrap(text, "**", "**") if run.strong else text


def _spell_html_run(run: Run) -> str:
    text = escape(run.text, quote=False)
    return _wrap(text, "<strong>", "</strong>") if run.strong else text


def _wrap(text: str, before: str, after: str) -> str:
    """The text between marks, which stand at its letters, not at blanks."""
    inside = text.strip()
    if not inside:
        return text
    start = text.index(inside)
    return f"{text[:start]}{before}{inside}{after}{text[start + len(inside) :]}"


def _split(text: str) -> list[str]:
    lines = (line.replace("\t", " ").strip() for line in text.splitlines())
    return [line for line in lines if line]
