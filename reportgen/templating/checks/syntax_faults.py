"""Why a tag can't be read, in own words: first by looking at it, then by where Jinja stopped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import Explanation, hint_at_tags
from reportgen.templating.tags.keywords import (
    COMMANDS,
    KEYWORDS,
    guess_keyword,
    holds_tag,
    lacks_keyword,
    read_keyword,
)
from reportgen.templating.tags.tags import Tag

_STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)
_BODY = re.compile(r"\{[{%][-+]?\s*(.*?)\s*[-+]?[%}]\}", re.DOTALL)
_OPEN = {")": "(", "]": "[", "}": "{"}
_ASSIGNMENT = re.compile(r"(?<![=!<>])=(?!=)")
_SIGNS = {"&&": "and", "||": "or", "<>": "!=", "=!": "!=", "=>": ">=", "=<": "<="}
_STRANGE = re.compile(r"[^\s\w.,:|()\[\]{}+\-*/%~<>=!\"'\\]")


def explain_form(tag: Tag) -> Explanation | None:
    """What is wrong with the form of a tag, as far as it can be seen without reading it."""
    code = tag.code
    if not tag.command and holds_tag(code):
        return Explanation(
            _("it is not closed before the next tag begins"),
            _("close it in the same paragraph: {{ name }}, {% if … %}"),
        )
    match = _BODY.fullmatch(code) if not tag.command else None
    body = _STRINGS.sub(lambda found: " " * len(found[0]), match[1] if match else code)
    checks = (_find_empty, _find_keyword, _find_quote, _find_bracket, _find_sign, _find_equals)
    found = (check(tag, body) for check in checks)
    return next((fault for fault in found if fault), None)


def _find_empty(tag: Tag, body: str) -> Explanation | None:
    if body.strip() or _STRINGS.search(tag.code):
        return None
    return Explanation(_("it is empty"), _("write a name in it, such as {{ report.title }}"))


def _find_keyword(tag: Tag, _body: str) -> Explanation | None:
    if tag.command or not tag.code.startswith("{%"):
        return None
    if lacks_keyword(tag.code):
        problem = _("no word such as if or for follows {sign}", sign="{%")
        return Explanation(problem, _("a value is printed by {{ name }}"))
    words = re.findall(r"\w+", tag.code)[:2]
    if not words:
        return Explanation(_("it is empty"), _("a value is printed by {{ name }}"))
    if words == ["else", "if"]:
        return Explanation(_("«else if» is one word here"), _("write {% elif … %}"))
    if words[0] == "end":
        meant = read_keyword(tag)
        hint = _("did you mean {key}?", key=f"{{% {meant} %}}") if meant != "end" else _list_words()
        return Explanation(_("there is no tag {word}", word="end"), hint)
    if words[0] in (*KEYWORDS, *COMMANDS):
        return None
    meant = guess_keyword(words[0])
    hint = _("did you mean {key}?", key=meant) if meant else _list_words()
    return Explanation(_("there is no tag {word}", word=words[0]), hint)


def _list_words() -> str:
    return _("a tag begins with one of {words}", words=", ".join((*KEYWORDS, *COMMANDS)))


def _find_quote(_tag: Tag, body: str) -> Explanation | None:
    found = re.search("[\"']", body)
    if not found:
        return None
    problem = _("a text in quotes is not closed: {sign}", sign=found[0])
    return Explanation(problem, _("write the same quote before and behind the text"))


def _find_bracket(_tag: Tag, body: str) -> Explanation | None:
    opened: list[str] = []
    for sign in re.findall(r"[()\[\]{}]", body):
        if sign in _OPEN.values():
            opened.append(sign)
        elif not opened or opened.pop() != _OPEN[sign]:
            problem = _("the bracket {sign} closes nothing", sign=sign)
            return Explanation(problem, _("remove it, or write the bracket that opens"))
    if not opened:
        return None
    problem = _("the bracket {sign} is not closed", sign=opened[-1])
    return Explanation(problem, _("write the bracket that closes it"))


def _find_sign(_tag: Tag, body: str) -> Explanation | None:
    for sign, word in _SIGNS.items():
        if sign in body:
            problem = _("the sign {sign} has no meaning in a tag", sign=sign)
            return Explanation(problem, _("did you mean {key}?", key=word))
    if re.search(r"!(?!=)", body):
        problem = _("the sign {sign} has no meaning in a tag", sign="!")
        return Explanation(problem, _("did you mean {key}?", key="not"))
    found = next((sign for sign in body if _is_strange(sign)), "")
    if not found:
        return None
    plain = unicodedata.normalize("NFKC", found)
    hint = _("texts stand in quotes; names are made of letters, digits and _")
    if plain != found and plain.isascii():
        hint = _("did you mean {key}?", key=plain)
    return Explanation(_("the sign {sign} has no meaning in a tag", sign=found), hint)


def _is_strange(sign: str) -> bool:
    return _STRANGE.match(sign) is not None


def _find_equals(tag: Tag, body: str) -> Explanation | None:
    if read_keyword(tag) not in ("if", "elif") or not _ASSIGNMENT.search(_drop_calls(body)):
        return None
    return Explanation(
        _("{sign} gives a value a name; it doesn't compare", sign="="),
        _("did you mean {key}?", key="=="),
    )


def _drop_calls(body: str) -> str:
    """The text without what stands in round brackets, where ``=`` names an argument."""
    while "(" in body:
        shorter = re.sub(r"\([^()]*\)", "", body)
        if shorter == body:
            break
        body = shorter
    return body


def explain_depth() -> Explanation:
    """That blocks or brackets stand too deep in each other."""
    return Explanation(
        _("blocks or brackets stand too deep in each other"),
        _("split the tag up by {% set … %}, or use a prototype"),
    )


def explain_reading(tag: Tag, message: str) -> Explanation:
    """Why Jinja stopped; its own words are never repeated.

    :param message: what it says.
    """
    for pattern, explain in _PATTERNS:
        if match := re.search(pattern, message):
            return explain(tag, match)
    return Explanation(_("this can't be read"), hint_at_tags())


def _explain_token(tag: Tag, match: re.Match[str]) -> Explanation:
    wanted, found = match["wanted"], _name_token(match["found"])
    if read_keyword(tag) == "for" and wanted == "in":
        return Explanation(_("the word «in» is missing"), _("write {% for item in list %}"))
    if found.startswith("end of"):
        problem = _("something is missing at the end")
        return Explanation(problem, hint_at_tags())
    problem = _("«{found}» doesn't belong there", found=found)
    if found == "=":
        return Explanation(problem, _("two values are compared by ==; a name is given by set"))
    if tag.keyword.startswith("end") or tag.keyword == "else":
        hint = _("{keyword} stands alone in its tag", keyword=tag.keyword)
        return Explanation(problem, hint)
    hint = _("between two values stands a sign or word, such as ~ + | == and or")
    return Explanation(problem, hint)


def _name_token(found: str) -> str:
    """What Jinja calls a piece of code, in own words where it isn't the piece itself."""
    numbers = dict.fromkeys(("integer", "float"), _("a number"))
    return {**numbers, "string": _("a text")}.get(found, found)


def _explain_expression(_tag: Tag, match: re.Match[str]) -> Explanation:
    found = _name_token(match["found"])
    if found.startswith("end of"):
        return Explanation(_("a value is missing at the end"), hint_at_tags())
    return Explanation(_("a value is missing before «{found}»", found=found), hint_at_tags())


def _explain_target(_tag: Tag, _match: re.Match[str]) -> Explanation:
    problem = _("a value can only be given to a name")
    return Explanation(problem, _("use a name of letters, digits and _, such as total"))


def _explain_member(_tag: Tag, _match: re.Match[str]) -> Explanation:
    problem = _("behind a full stop no name follows")
    return Explanation(problem, _("write a name as report.title, a text in quotes"))


def _explain_character(_tag: Tag, match: re.Match[str]) -> Explanation:
    problem = _("the sign {sign} has no meaning in a tag", sign=match["sign"])
    return Explanation(problem, _("texts stand in quotes; names are made of letters, digits and _"))


def _explain_defaults(_tag: Tag, _match: re.Match[str]) -> Explanation:
    problem = _("a name without a value stands behind one that has a value")
    return Explanation(problem, _("write the names that have a value of their own last"))


def _explain_call(_tag: Tag, _match: re.Match[str]) -> Explanation:
    return Explanation(_("call is not followed by a prototype"), _("write {% call name(value) %}"))


def _explain_arguments(_tag: Tag, _match: re.Match[str]) -> Explanation:
    problem = _("the values in ( ) are in no order that can be read")
    return Explanation(problem, _("write values first, then those with a name: (1, unit='천원')"))


def _explain_tests(_tag: Tag, _match: re.Match[str]) -> Explanation:
    return Explanation(_("«is» stands twice"), _("join two questions by and, or"))


_PATTERNS: tuple[tuple[str, Callable[[Tag, re.Match[str]], Explanation]], ...] = (
    (r"Expected an expression, got '(?P<found>.*)'$", _explain_expression),
    (r"expected token '(?P<wanted>.*)', got [\"'](?P<found>.*)[\"']$", _explain_token),
    (r"^(?P<wanted>)unexpected [\"'](?P<found>end of .*)[\"']$", _explain_expression),
    (r"^(?P<wanted>)unexpected [\"'](?P<found>.*)[\"']$", _explain_expression),
    (r"unexpected char '?(?P<sign>.)'? at", _explain_character),
    (r"Invalid character in identifier", _explain_target),
    (r"can't assign to", _explain_target),
    (r"expected name or number", _explain_member),
    (r"expected subscript expression", _explain_member),
    (r"non-default argument", _explain_defaults),
    (r"expected call", _explain_call),
    (r"invalid syntax for function call", _explain_arguments),
    (r"chain multiple tests", _explain_tests),
)
"""What Jinja says, and what an author is told instead."""
