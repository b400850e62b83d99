"""Template tags as they stand in the text of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from reportgen.diagnostics import SourceRef
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_EXPRESSION, MOST_UNCLOSED

OPEN_TOKEN = "\ufdd0"
CLOSE_TOKEN = "\ufdd1"
"""Two characters that XML allows and no text uses: they hold the place of a tag in the tree."""

_STRING = (
    r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
    r"|[“”„](?:[^“”„\"\\]|\\.)*[“”\"]|[‘’‚](?:[^‘’‚'\\]|\\.)*[‘’']"
)
_STRINGS = re.compile(_STRING, re.DOTALL)
_STARTS = re.compile(r"(?<!\{_)(?:\{\{(?![%#])|\{%|\{#)")
_PIECES = {
    "{{": re.compile(rf"{_STRING}|(?P<end>\}}\}})|[^\"'“”„‘’‚}}]+|.", re.DOTALL),
    "{%": re.compile(rf"{_STRING}|(?P<end>%\}})|[^\"'“”„‘’‚%]+|.", re.DOTALL),
    "{#": re.compile(r"(?P<end>#\})|[^#]+|.", re.DOTALL),
}
"""What a tag is read in, by its opening: strings whole, so that no end is found in them.

One regular expression for all of it would need possessive groups, which Python before 3.11.5
gets wrong.
"""
_OPENING = re.compile(r"\{\{|\{%|\{#")
_DOUBLE = "“”„"
_SINGLE = "‘’‚"
_STRUCTURE = re.compile(r"\{%(?P<level>p|tr|tc)(?=\s)(?P<body>.*)%\}", re.DOTALL)
_RUN = re.compile(r"\{%r\s+(?P<body>.*)%\}", re.DOTALL)
"""docxtpl's tag for a run, which takes no text along here."""

_PRINTED = re.compile(r"\{\{(?P<level>p|tr|tc)\s(?P<body>.*)\}\}", re.DOTALL)
_NOTE = re.compile(r"\{#(?P<level>p|tr|tc)\s.*#\}", re.DOTALL)
_RICH = re.compile(
    r"\{\{r\s+(?P<body>(?!(?:and|or|in|is|if|not)\b)[\w\"'“”„‘’‚(].*)\}\}", re.DOTALL
)
"""docxtpl's tag for values with a format of their own, which need no tag of their own here."""
_COMMAND = re.compile(
    r"\{%[-+]?\s*(?P<name>columns|span|anchor|chart|colspan|vm|hm|cellbg|restart)"
    r"(?=\s|-?%\})\s*(?P<body>.*?)\s*-?%\}",
    re.DOTALL,
)
_KEYWORD = re.compile(r"\{%[-+]?\s*(?P<keyword>\w+)(?P<rest>.*?)-?%\}", re.DOTALL)
_OWN_NAME = re.compile(
    r"(?<![\w.'\"])_(?:table|placed|anchor|filled|count|plain|code|address(?:_part)?|command"
    r"|fill_cell|number|chart|call\d+|[cfkmt]\d+)\b"
)
_BLOCKS = ("for", "if", "macro", "call", "with")
_UNSAFE_BLOCKS = ("filter", "block", "raw", "autoescape")
_UNSAFE = (*_UNSAFE_BLOCKS, "include", "import", "from", "extends")


class Level(StrEnum):
    """What a tag takes the place of."""

    TEXT = "text"
    PARAGRAPH = "p"
    ROW = "tr"
    CELL = "tc"
    FIELD = "field"
    """A field code, an attribute: text in which no element can stand."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag.

    :ivar code: what Jinja reads, without the level.
    :ivar command: ``columns``, ``span``, ``anchor``, ``chart``, ``colspan``, ``vm``, ``hm``,
        ``cellbg`` or ``restart``, whose argument is the code; else empty.
    :ivar typed: the tag as the author wrote it.
    :ivar only_if: an expression without which a command has no effect; none where it always has.
    """

    code: str
    level: Level
    command: str
    typed: str
    place: SourceRef
    only_if: str = ""

    @property
    def keyword(self) -> str:
        """``for``, ``endif`` …; empty for an expression, a comment or a command."""
        match = _KEYWORD.fullmatch(self.code) if not self.command else None
        return match["keyword"] if match else ""

    @property
    def condition(self) -> str:
        """The expression of ``if`` and ``elif``."""
        match = _KEYWORD.fullmatch(self.code) if self.keyword in ("if", "elif") else None
        return match["rest"].strip() if match else ""

    @property
    def opens_block(self) -> bool:
        """Whether an ``end…`` tag has to follow."""
        if self.keyword == "set":
            target, equals, _value = self.code.partition("=")
            return not equals or "|" in target
        return self.keyword in (*_BLOCKS, *_UNSAFE_BLOCKS)

    @property
    def uses_own_names(self) -> bool:
        """Whether a name stands in the tag that only the engine's own code may use."""
        return _OWN_NAME.search(self.code) is not None

    @property
    def is_unsafe(self) -> bool:
        """Whether Jinja knows the tag, but it would change XML or read other files."""
        return self.keyword in _UNSAFE


def split_tags(text: str) -> list[tuple[int, int, str]]:
    """Start, end and text of every tag.

    >>> split_tags("a {{ b }} c")
    [(2, 9, '{{ b }}')]
    """
    tags: list[tuple[int, int, str]] = []
    at = unclosed = 0
    while unclosed < MOST_UNCLOSED and (opening := _STARTS.search(text, at)):
        start, end = opening.start(), _find_end(text, opening)
        if end:
            tags.append((start, end, text[start:end]))
        else:
            unclosed += 1
        at = end or start + 1
    return tags


def _find_end(text: str, opening: re.Match[str]) -> int:
    """Where the tag that opens there ends; 0 when it doesn't."""
    pieces = _PIECES[opening[0]].finditer(text, opening.end(), opening.end() + MOST_EXPRESSION)
    return next((piece.end() for piece in pieces if piece["end"]), 0)


def find_excess(text: str) -> str:
    """Why a text is not searched for tags; empty where it is."""
    if len(text) <= 2 * MOST_UNCLOSED:
        return ""
    openings = len(_OPENING.findall(text))
    if openings and len(text) > MOST_EXPRESSION:
        return _("it holds a tag, and more than {limit} characters", limit=f"{MOST_EXPRESSION:,}")
    if openings >= MOST_UNCLOSED and openings - len(split_tags(text)) >= MOST_UNCLOSED:
        return _("{limit} tags or more are not closed", limit=MOST_UNCLOSED)
    return ""


def find_unclosed(text: str) -> str:
    """The opening of a tag that is not closed, or an empty string."""
    rest, at = [], 0
    for start, end, _tag in split_tags(text):
        rest.append(text[at:start])
        at = end
    match = _OPENING.search("".join(rest) + text[at:])
    return match[0] if match else ""


def parse_tag(typed: str, place: SourceRef) -> Tag:
    """The tag with its level and command; curled quotes around strings are straightened."""
    text = _STRINGS.sub(_straighten, normalize(typed))
    if match := _STRUCTURE.fullmatch(text):
        return Tag(f"{{%{match['body']}%}}", Level(match["level"]), "", typed, place)
    if match := _RUN.fullmatch(text):
        return Tag(f"{{% {match['body']}%}}", Level.TEXT, "", typed, place)
    if match := _PRINTED.fullmatch(text):
        return Tag(f"{{{{ {match['body']}}}}}", Level(match["level"]), "", typed, place)
    if match := _NOTE.fullmatch(text):
        return Tag("{##}", Level(match["level"]), "", typed, place)
    if match := _RICH.fullmatch(text):
        return Tag(f"{{{{ {match['body']}}}}}", Level.TEXT, "", typed, place)
    if match := _COMMAND.fullmatch(text):
        return Tag(match["body"], Level.TEXT, match["name"], typed, place)
    return Tag(text, Level.TEXT, "", typed, place)


def parse_expression(typed: str) -> str:
    """An expression without braces; curled quotes around strings are straightened."""
    return _STRINGS.sub(_straighten, normalize(typed)).strip()


def _straighten(match: re.Match[str]) -> str:
    text = match[0]
    if text[0] in _DOUBLE:
        return f'"{text[1:-1]}"'
    return f"'{text[1:-1]}'" if text[0] in _SINGLE else text


def number_lines(code: str) -> str:
    """The tag with a line break behind its opening, so that each tag has a line of its own."""
    at = 3 if code[2:3] in "-+" else 2
    return f"{code[:at]}\n{code[at:]}"
