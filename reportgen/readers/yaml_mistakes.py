"""What is wrong with a text that is no YAML, said as the person who typed it sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.reader import ReaderError
from yaml.tokens import FlowMappingEndToken, FlowSequenceEndToken, ScalarToken, Token

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _

LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML ends a line."""

NO_BLANK = re.compile(r"\s*(?:- +)*(?P<key>\w+)(?P<colon>[:：])(?=[^\s/])")
"""A key whose colon has no blank behind it, or is not the colon of the keyboard."""

_NO_DASH = re.compile(r"\s*(?P<sign>-(?=[^\s-])|[–—−‐ㅡ·•])")
_COLON_BEFORE = re.compile(r"\s*(?:- +)*[^\s:#'\"\[{][^:#]*:\s")
_TAB_IN_FRONT = re.compile(r" *\t")
_MOST_SCANNED = 1_000_000
"""The characters that are looked through for the quote; more would take too long."""

_OPENERS = ("alias", "anchor", "tag", "block scalar", "directive")
"""What the library says it was reading, when a text begins with a sign of YAML."""

_NOT_ALLOWED = {"sequence entries": "-", "mapping keys": "?"}


class Mistake(NamedTuple):
    """What is wrong, in which line (from 0), and what to do."""

    line: int
    message: str
    hint: str


def explain_syntax(name: str, text: str, error: YAMLError) -> Diagnostic:
    """The finding for a file that can't be read as YAML.

    :param name: the path as diagnostics print it.
    """
    lines = LINE_END.split(text)
    found = next(_explain(text, lines, error), None) or _quote_library(error)
    return Diagnostic(
        "yaml-syntax", SourceRef(name, found.line + 1), found.message, hint=found.hint
    )


def _explain(text: str, lines: list[str], error: YAMLError) -> Iterator[Mistake]:
    """What is known of the mistake, the surest first."""
    if isinstance(error, ReaderError):
        line = len(LINE_END.findall(text[: error.position]))
        yield Mistake(
            line,
            _("the text holds a control character"),
            _("type the line anew; such characters come in by copying"),
        )
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return
    problem, context = error.problem or "", error.context or ""
    end, start = error.problem_mark, error.context_mark or error.problem_mark
    yield from _explain_quote(text, problem, context, start, end)
    if _TAB_IN_FRONT.match(_line(lines, end)) or "'\\t'" in problem:
        message = _("a tab stands where only blanks may stand")
        yield Mistake(end.line, message, _("indent with blanks; an editor can show tabs"))
    yield from _explain_sign(text, problem, context, start, end)
    if problem.startswith("could not find expected ':'"):
        yield _explain_no_colon(start.line, _line(lines, start))
    if problem.startswith("mapping values are not allowed"):
        yield _explain_second_colon(lines, end)
    yield from _explain_bracket(lines, problem, context, start, end)
    if "but found another document" in problem:
        message = _("a second document begins here")
        yield Mistake(end.line, message, _("remove the line «---»"))
    if problem.startswith("expected <block end>") or "expected key" in problem:
        if match := _NO_DASH.match(_line(lines, end)):
            message = _("{sign} is not read as the - of a list", sign=match["sign"])
            yield Mistake(end.line, message, _("write a - and a blank before the entry"))
        yield Mistake(
            end.line,
            _("the line stands at a depth where nothing can stand"),
            _("indent lines of one level by the same number of blanks; a list needs its own key"),
        )


def _quote_library(error: YAMLError) -> Mistake:
    """The words of the library, where nothing better is known."""
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    problem = error.problem if isinstance(error, MarkedYAMLError) else str(error)
    return Mistake(
        mark.line if mark else 0,
        _("this is not YAML: {problem}", problem=problem or ""),
        _("check the indentation (spaces, no tabs), the colons, and that quotes are closed"),
    )


def _line(lines: list[str], mark: Mark) -> str:
    return lines[mark.line] if mark.line < len(lines) else ""


def _explain_quote(
    text: str, problem: str, context: str, start: Mark, end: Mark
) -> Iterator[Mistake]:
    """A quote that is not closed, or closed by the one that was to open the next text."""
    if "escape" in problem or "escape" in context:
        yield Mistake(
            end.line,
            _("a backslash in double quotes has a meaning of its own"),
            _("put the text in single quotes, or write the backslash twice"),
        )
    elif context.startswith("while scanning a quoted scalar"):
        quote = text[start.index : start.index + 1]
        message = _("the quote {quote} is never closed", quote=quote)
        yield Mistake(start.line, message, _tell_to_close(quote))
    last = _find_last(text, end)
    if isinstance(last, (FlowSequenceEndToken, FlowMappingEndToken)):
        yield from _explain_text_behind(last, end)
    if not isinstance(last, ScalarToken) or last.style not in ("'", '"'):
        return
    opened, closed = last.start_mark.line, last.end_mark.line
    if opened < closed == end.line:
        message = _(
            "the quote {quote} is closed only in line {line}, where another should open",
            quote=last.style,
            line=closed + 1,
        )
        yield Mistake(opened, message, _tell_to_close(last.style))
    elif closed == end.line and "found '<scalar>'" in problem:
        message = _("text follows the quote {quote} that ends the text", quote=last.style)
        yield Mistake(closed, message, _tell_to_close(last.style))


def _tell_to_close(quote: str) -> str:
    other = '"…"' if quote == "'" else "'…'"
    return _(
        "close it at the end of its text; a text that itself holds {quote} stands in {other}",
        quote=quote,
        other=other,
    )


def _explain_text_behind(last: Token, end: Mark) -> Iterator[Mistake]:
    if last.end_mark.line == end.line and last.end_mark.index <= end.index:
        yield Mistake(end.line, _("text follows a closed bracket"), _tell_to_quote("[ { …"))


def _find_last(text: str, end: Mark) -> Token | None:
    """The last token before the mistake."""
    last: Token | None = None
    if len(text) > _MOST_SCANNED:
        return None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.end_mark.index > end.index:
                break
            if token.end_mark.index > token.start_mark.index:
                last = token
    except YAMLError:
        pass
    return last


def _explain_sign(
    text: str, problem: str, context: str, start: Mark, end: Mark
) -> Iterator[Mistake]:
    """A text that begins with a sign that means something to YAML."""
    match = re.match(r"found character '(.+)' that cannot start any token", problem)
    sign = match[1] if match else ""
    if context.endswith(_OPENERS) or problem.startswith("found undefined alias"):
        at = start if context else end
        sign, end = text[at.index : at.index + 1], at
    for what, opener in _NOT_ALLOWED.items():
        if problem.startswith(f"{what} are not allowed"):
            sign = opener
    if sign:
        message = _("a text begins with {sign}, which means something to YAML", sign=sign)
        yield Mistake(end.line, message, _tell_to_quote(sign))


def _tell_to_quote(sign: str) -> str:
    return _("put a text that begins with {sign} in quotes", sign=sign)


def _explain_no_colon(number: int, line: str) -> Mistake:
    if match := NO_BLANK.match(line):
        return Mistake(number, *explain_no_blank(match))
    return Mistake(
        number,
        _("a key without a colon: «{text}»", text=line.strip()[:40]),
        _("write «key: value»; a text of several lines stands indented below its key"),
    )


def explain_no_blank(match: re.Match[str]) -> tuple[str, str]:
    """Message and hint for a key that ``NO_BLANK`` found."""
    key = match["key"]
    if match["colon"] == "：":
        message = _("the colon behind {key} is full-width (：)", key=key)
    else:
        message = _("no blank stands behind the colon of {key}", key=key)
    return message, _("write «{key}: …»", key=key)


def _explain_second_colon(lines: list[str], mark: Mark) -> Mistake:
    line = _line(lines, mark)
    if _COLON_BEFORE.match(line[: mark.column]):
        return Mistake(
            mark.line,
            _("a second «: » stands in the line"),
            _("put a text that holds «: » in quotes"),
        )
    filled = [at for at, text in enumerate(lines[: mark.line]) if text.strip()]
    above = lines[filled[-1]] if filled else ""
    if NO_BLANK.match(above) or (_depth(above) >= _depth(line) and ":" not in above):
        return _explain_no_colon(filled[-1], above)
    return Mistake(
        mark.line,
        _("the line stands deeper than the line above it, which already has its value"),
        _("give it as many blanks in front as the key that it stands beside"),
    )


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _explain_bracket(
    lines: list[str], problem: str, context: str, start: Mark, end: Mark
) -> Iterator[Mistake]:
    match = re.match(r"while parsing a flow (?P<kind>sequence|mapping)", context)
    if not match or not re.match(r"expected ',' or|did not find expected", problem):
        return
    opening = "[" if match["kind"] == "sequence" else "{"
    closing = "]" if opening == "[" else "}"
    message = _("the bracket {opening} is not closed", opening=opening)
    hint = _("close it with {closing}, or put the text in quotes", closing=closing)
    parts = lines[start.line : end.line + 1]
    if any(re.search(r"\s#", part) for part in parts):
        hint = _("« #» begins a comment; put a text that holds it in quotes")
    yield Mistake(start.line, message, hint)
