"""Text that YAML leaves out or swallows without a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from yaml.nodes import ScalarNode

from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _

_MOST_SHOWN = 80

_COMMENT = re.compile(r"(?P<gap>\s*)(?P<comment>#.*)")
_SET_OFF = re.compile(r"#[#!]*(?:\s|$)")
_PLAIN_WORD = re.compile(r"[\w./:+-]*", re.ASCII)
_PROPERTY = re.compile(r"[&!]\S*")
_COMMENTED_ENTRY = re.compile(r"#+\s*(?:- |-$|[a-z_]+:(?:\s|$))")
_ALIAS = re.compile(r"\*([\w-]+)", re.ASCII)
_BLOCK_COMMENT = re.compile(r"[|>][\d+-]*\s+(?P<comment>#.*)")
_NEW_LINE = re.compile(r"\s*(?:- |-$|[a-z_]+:(?:\s|$))")


class LostText(NamedTuple):
    """A text and what was typed beside it, but is no part of it.

    :ivar is_before: whether it stood before the text.
    """

    kept: str
    lost: str
    line: int
    is_before: bool = False

    def explain(self, file: str) -> Diagnostic:
        """The warning, which tells both ways out."""
        whole = f"{self.lost} {self.kept}" if self.is_before else f"{self.kept} {self.lost}"
        quote = "'" if '"' in whole else '"'
        hint = _("put the text in quotes: {text}", text=f"{quote}{_shorten(whole)}{quote}")
        if not self.is_before:
            hint += _("; before a comment that is meant, write two blanks, and one behind the #")
        return Diagnostic(
            "cut-off-text",
            SourceRef(file, self.line),
            _(
                "«{lost}» is no part of the text «{kept}»",
                lost=_shorten(self.lost),
                kept=_shorten(self.kept),
            )
            if self.kept
            else _("«{lost}» is a comment, and no text stands before it", lost=_shorten(self.lost)),
            published=self.kept,
            computed=whole.strip(),
            hint=hint,
            severity=Severity.WARNING,
        )


def _shorten(text: str) -> str:
    """The text with its middle left out where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_SHOWN else f"{text[:20]} … {text[-40:]}"


def list_aliases(lines: Iterable[str]) -> frozenset[str]:
    """Every name that stands behind a ``*``."""
    return frozenset(name for line in lines for name in _ALIAS.findall(line))


def find_lost_text(
    node: ScalarNode, lines: Sequence[str], aliases: Collection[str]
) -> LostText | None:
    """What stands beside a text and may have been meant as a part of it.

    A comment is one for sure where it is set off by two blanks and has one behind its sign, or
    where it follows a word that is no text, such as an id or a number.

    :param lines: those of the file.
    :param aliases: the names that its aliases use.
    """
    first, end = node.start_mark, node.end_mark
    property_ = _PROPERTY.match(lines[first.line][first.column :])
    if property_ and not node.value.startswith(property_[0]) and not node.style:
        return _find_property(node, property_[0], aliases)
    if node.style in ("|", ">"):
        return _find_behind_block(node, lines)
    if end.line >= len(lines):
        return None
    rest = lines[end.line][end.column :]
    if not rest.strip():
        return _find_continuation(node, lines)
    match = _COMMENT.fullmatch(rest)
    if not match or _is_comment(node, match["gap"], match["comment"]):
        return None
    return LostText(node.value, match["comment"].rstrip(), end.line + 1)


def _find_continuation(node: ScalarNode, lines: Sequence[str]) -> LostText | None:
    """A line below a text that would be a part of it, if it did not begin with ``#``."""
    if node.style or not node.value:
        return None
    return _find_comment(node, lines, node.end_mark.line + 1)


def _find_behind_block(node: ScalarNode, lines: Sequence[str]) -> LostText | None:
    """What stands behind the sign of a block, or below it, less indented than its text."""
    first = node.start_mark
    match = _BLOCK_COMMENT.match(lines[first.line][first.column :])
    if match and not _SET_OFF.match(match["comment"]):
        return LostText(node.value.strip(), match["comment"].rstrip(), first.line + 1, True)
    number = first.line + 1
    inside = next((len(line) - len(line.lstrip()) for line in lines[number:] if line.strip()), 0)
    while number < len(lines) and (
        not lines[number].strip() or len(lines[number]) - len(lines[number].lstrip()) >= inside
    ):
        number += 1
    return _find_comment(node, lines, number) if node.value.strip() else None


def _find_comment(node: ScalarNode, lines: Sequence[str], number: int) -> LostText | None:
    """A comment from this line on that is indented as if it went on with the text."""
    while number < len(lines) and not lines[number].strip():
        number += 1
    if number >= len(lines):
        return None
    comment = lines[number].strip()
    if not comment.startswith("#") or _SET_OFF.match(comment) or _COMMENTED_ENTRY.match(comment):
        return None
    indent = lines[number].index("#")
    if indent <= _find_depth(lines[node.start_mark.line][: node.start_mark.column]):
        return None
    return LostText(node.value, comment, number + 1)


def _find_depth(before: str) -> int:
    """How deep the entry of a text lies, which its further lines have to go beyond.

    :param before: what stands before the text in its line.

    >>> [_find_depth(text) for text in ("  - item: ", "item: ", "  - ", "    ")]
    [4, 0, 2, 3]
    """
    begins = len(before) - len(before.lstrip(" -"))
    if begins < len(before):
        return begins
    return before.rindex("-") if "-" in before else len(before) - 1


def _is_comment(node: ScalarNode, gap: str, comment: str) -> bool:
    if not _SET_OFF.match(comment):
        return False
    return len(gap) > 1 or bool(node.style) or bool(_PLAIN_WORD.fullmatch(node.value))


def _find_property(node: ScalarNode, word: str, aliases: Collection[str]) -> LostText | None:
    """An anchor that no alias names, or a tag of nobody: the beginning of a text."""
    if word.startswith("!!") or (word[0] == "&" and word[1:].rstrip(",]}") in aliases):
        return None
    return LostText(node.value, word, node.start_mark.line + 1, is_before=True)


def find_swallowed(file: str, node: ScalarNode, lines: Sequence[str]) -> Diagnostic | None:
    """A line inside a text of several lines that looks like a new entry."""
    if node.style in ("|", ">"):
        return None
    for number in range(node.start_mark.line + 1, node.end_mark.line + 1):
        line = lines[number] if number < len(lines) else ""
        if _NEW_LINE.match(line):
            return Diagnostic(
                "swallowed-line",
                SourceRef(file, number + 1),
                _(
                    "«{text}» is read as a part of the text that begins in line {line}",
                    text=line.strip()[:40],
                    line=node.start_mark.line + 1,
                ),
                published=line.strip(),
                hint=_("close the quote above it, or indent it like the entries it belongs to"),
                severity=Severity.WARNING,
            )
    return None
