"""Fields of office programs whose name is an expression: they are filled without braces."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError

from reportgen.choices import find_near, list_names
from reportgen.i18n import translate as _
from reportgen.limits import MOST_EXPRESSION
from reportgen.templating.tags.tags import parse_expression
from reportgen.templating.tree import Element

_BINDING = re.compile(r"\{%\w*[-+]?\s*(for|set|with|macro|call)\b(.*?)%\}", re.DOTALL)
_NAMES = re.compile(r"[^\W\d]\w*")
_ROOT = re.compile(r"\s*([^\W\d]\w*)\s*(?=[.|(\[]|$)")
_PATH = re.compile(r"\s*[a-z]\w+(\.[a-z]\w+)+\s*(\||$)", re.ASCII)
_SYNTAX = Environment(autoescape=True)
"""Only asked whether an expression can be read; it renders nothing."""


@dataclass(frozen=True, slots=True)
class FieldMistake:
    """What is wrong with a field, and the paragraph where it stands."""

    paragraph: Element
    name: str
    problem: str
    hint: str


class FieldError(ValueError):
    """The name of a field looks like an expression, and can't be one."""

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.hint = hint or _("give the field the name of a value, as docs/templates.md lists them")


def read_name(name: str, known: Collection[str]) -> str:
    """The expression that the name of a field is; empty where it is only a name.

    :param known: the names that begin an expression.
    :raises FieldError: when it looks like an expression, and can't be read as one.
    """
    found = _ROOT.match(name)
    if found is None or len(name) > MOST_EXPRESSION:
        return ""
    if found[1] not in known:
        near = find_near(found[1], known) if _PATH.match(name) else ()
        if near:
            problem = _("{name} is not defined", name=found[1])
            raise FieldError(problem, _("did you mean {key}?", key=list_names(near)))
        return ""
    expression = parse_expression(name)
    try:
        _SYNTAX.parse(f"{{{{ {expression} }}}}")
    except TemplateSyntaxError as error:
        raise FieldError(error.message or "") from error
    if "}}" in expression or "{{" in expression or "{%" in expression:
        raise FieldError(_("braces stand in it"))
    return expression


def find_bound(texts: Iterable[str]) -> Iterator[str]:
    """Every name that a tag in these texts gives a value."""
    for text in texts:
        for keyword, rest in _BINDING.findall(text):
            yield from _NAMES.findall(rest.partition(" in ")[0] if keyword == "for" else rest)
