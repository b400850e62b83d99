"""Expressions that nothing fills, and that would be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.subject import Subject
from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _
from reportgen.model.ledger_queries import find_by_text
from reportgen.model.report import Report
from reportgen.model.texts import list_texts
from reportgen.templating.tags.tags import split_tags

_OPEN, _CLOSE = "{｛", "}｝"
_SIGNS = re.compile(rf"[{_OPEN}{_CLOSE}]|figures|report")
"""What every forgotten expression has; nearly no text has any of it."""

_MOST_SHOWN = 80
_KEYS = "|".join(key for key in Report.model_fields if key != "source")
_NAME = (
    rf"(?<![A-Za-z0-9_./@-])(?:figures[.．][a-z_]\w*(?:\.\w+|\[[^\]]{{0,{_MOST_SHOWN}}}\])*"
    rf"|report[.．](?:{_KEYS})(?![A-Za-z0-9_.]))(?:\s*[|｜]\s*[a-z_]+)*"
)
_CODE = re.compile(_NAME)
_BRACED = re.compile(rf"(?<![{_OPEN}])[{_OPEN}]+[^{_OPEN}{_CLOSE}]*[{_CLOSE}]+")
_EXPRESSION = re.compile(
    rf"{_NAME}|(?<![\w.])(?:[^\WA-Za-z_]|\.)*[A-Za-z_][\w.]*\s*[|｜]\s*[a-z_]"
    r"|(?<!\w)[^\Wa-z_]*[a-z_]\w*\.\w"
)
"""Each alternative begins where a word does, so that a long word is read once."""

_WORD = re.compile(r"\s*[A-Za-z_]\w*\s*")
_HALF = re.compile(
    rf"[{_OPEN}]{{2}}[^{_OPEN}{_CLOSE}]*|[^{_OPEN}{_CLOSE}]*[{_CLOSE}]{{2}}|[{_OPEN}][%％#]"
    rf"|[{_OPEN}]\0|\0[{_CLOSE}]"
    rf"|(?P<plain>[^{_OPEN}{_CLOSE}]+(?=\0[{_CLOSE}])|[^{_OPEN}{_CLOSE}]+)"
)
"""Half an expression, or the text before the next brace, which is passed over at once."""


def check_forgotten_code(subject: Subject) -> Iterator[Diagnostic]:
    """An expression without its braces, in wrong ones, or where expressions aren't filled."""
    for typed, place, is_filled, _may_be_blank in list_texts(subject.folder):
        if _SIGNS.search(typed):
            yield from _find_code(typed, place, is_filled)
    for column in ("reference", "note"):
        for entry in find_by_text(subject.ledger, column, _is_suspect):
            yield from _find_code(getattr(entry, column), entry.source, is_filled=False)


def _is_suspect(_account: str, text: str) -> bool:
    return "{" in text or "figures." in text


def _find_code(text: str, place: SourceRef, is_filled: bool) -> Iterator[Diagnostic]:
    tags = split_tags(text)
    if tags and not is_filled:
        yield from (_explain_unfilled(place, tag) for _start, _end, tag in tags)
    rest = _cut(text, [(start, end) for start, end, _tag in tags])
    for match in _BRACED.finditer(rest):
        yield from _judge_braced(place, match[0], is_filled)
    rest = _cut(rest, [match.span() for match in _BRACED.finditer(rest)])
    halves = [match for match in _HALF.finditer(rest) if not match["plain"]]
    for match in halves:
        yield _explain_half(place, match[0].replace("\0", "{{ … }}"))
    rest = _cut(rest, [match.span() for match in halves])
    for match in _CODE.finditer(rest):
        yield _explain(place, match[0], is_filled)


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return "\0".join([*kept, text[at:]])


def _judge_braced(place: SourceRef, braced: str, is_filled: bool) -> Iterator[Diagnostic]:
    """A text in braces of any kind: code, what may be code, or just a text."""
    inside = braced.strip(_OPEN + _CLOSE)
    twice = len(braced) - len(inside) > 2
    if _EXPRESSION.search(inside) or (braced[:2] == "{{" and _WORD.fullmatch(inside)):
        yield _explain(place, braced, is_filled)
    elif twice or _WORD.fullmatch(inside) or inside[:2] in ("% ", "％ "):
        yield _explain(place, braced, is_filled, is_code=False)


def _explain(place: SourceRef, code: str, is_filled: bool, is_code: bool = True) -> Diagnostic:
    inside = code.strip(_OPEN + _CLOSE + "%％# ").replace("｜", "|").replace("．", ".")
    hint = _("write the value; expressions aren't filled in this text")
    if is_filled:
        hint = _("write {expression}", expression=f"{{{{ {inside} }}}}")
    return _report(place, code, hint, Severity.ERROR if is_code else Severity.WARNING)


def _explain_half(place: SourceRef, code: str) -> Diagnostic:
    is_code = _EXPRESSION.search(code) or (code[:2] == "{{" and _WORD.match(code[2:]))
    hint = _("an expression begins with {{ and ends with }}; \\{{ prints braces")
    return _report(place, code, hint, Severity.ERROR if is_code else Severity.WARNING)


def _explain_unfilled(place: SourceRef, tag: str) -> Diagnostic:
    return _report(place, tag, _("write the value; expressions aren't filled in this text"))


def _report(
    place: SourceRef, code: str, hint: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    code = code.strip()
    return Diagnostic(
        "forgotten-code",
        place,
        _(
            "«{code}» looks like an expression, and is printed as it stands",
            code=code if len(code) <= _MOST_SHOWN else f"{code[:_MOST_SHOWN]}…",
        ),
        published=code,
        hint=hint,
        severity=severity,
    )
