"""Texts that a parser would like to take for markup, and what is left of them."""

from __future__ import annotations

from hypothesis import strategies as st

SIGNS = (
    *"\\`*_{}[]()#+-.!|<>~=:;&$\"'^%/@",
    *("&amp;", "&#35;", "**", "__", "~~", "```", "~~~", "---", "***", "===", "# ", "> ", "- "),
    *(
        "1. ",
        "12) ",
        "2026. 6. 30.",
        "| a |",
        "|---|",
        ":---:",
        "<b>",
        "</table>",
        "<!--",
        "[x]: y",
    ),
    *(
        "![a](b)",
        "<http://a.kr>",
        "\\\n",
        "\n",
        "\n\n",
        "  ",
        "\t",
        "\u3000",
        "\xa0",
        "가",
        "△",
        "<br>",
    ),
)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"))
TEXTS = st.lists(st.one_of(st.sampled_from(SIGNS), LETTERS), max_size=12).map("".join)


def tidy(text: str) -> str:
    """The text as a reader gets it: without blanks around its lines, without empty lines."""
    lines = (line.replace("\t", " ").strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)
