"""Fields of office programs whose name is an expression: they are filled without braces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from jinja2 import nodes

from reportgen.diagnostics import SourceRef
from reportgen.i18n import translate as _
from reportgen.limits import MOST_EXPRESSION
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.fields.known_names import KnownNames
from reportgen.templating.fields.near_names import find_meant
from reportgen.templating.tags.tag_syntax import read_tag
from reportgen.templating.tags.tags import Level, Tag, parse_expression, split_tags
from reportgen.templating.tree import Element

_BRACES = re.compile(r"\{[{%#]|[}%#]\}")
_LABEL = re.compile(r"\w+(?:[-/]\w+)+|\w+\s*\|\s*[^\x00-\x7f].*", re.DOTALL)
"""What can be read as code, and labels a form: ``item-1``, ``total | 합계``."""

_BEGINNING = re.compile(r"(?P<root>[^\W\d]\w*)\s*(?:[.~]|\|\s*(?:[a-z_]|$)|\[\s*[\"'])")
_SPELLED = (nodes.Getattr, nodes.Getitem, nodes.Filter)


@dataclass(frozen=True, slots=True)
class FieldMistake:
    """What is wrong with a field, and the paragraph where it stands."""

    paragraph: Element
    name: str
    problem: str
    hint: str


class FieldError(ValueError):
    """A field that was meant to be filled, and can't be."""

    def __init__(self, problem: str, hint: str = "") -> None:
        super().__init__(problem)
        self.hint = hint or _("give the field the name of a value, as docs/templates.md lists them")


def read_name(name: str, known: KnownNames) -> str:
    """The expression that the name of a field is; empty where it is only a label.

    :raises FieldError: when it was meant as an expression, and isn't spelled as one.
    """
    if not name or len(name) > MOST_EXPRESSION:
        return ""
    expression = parse_expression(name)
    node, fault = _read(expression)
    if node is not None and _is_expression(node, expression, known):
        return expression
    meant = find_meant(name, known)
    if meant is None and not (fault and _begins(expression, known)):
        return ""
    key = meant.key if meant and meant.key != expression and not _read(meant.key)[1] else ""
    problem = (meant.problem if meant else "") or (fault.problem if fault else "")
    hint = _("did you mean {key}?", key=key) if key else (fault.hint if fault else "")
    raise FieldError(problem or _("it is not spelled as the name of a value"), hint)


def check_texts(text: str, expression: str) -> None:
    """Refuse what stands in a field and would be lost, or done twice.

    :raises FieldError: when the text of the field holds a tag that prints anything else.
    """
    for _start, _end, typed in split_tags(text):
        if typed[2:-2].strip() != expression and not typed.startswith("{#"):
            raise FieldError(
                _("{tag} stands in the field, and would be lost", tag=typed),
                _("fill the field by its name, or by tags in it, and not by both"),
            )


def check_losses(losses: Iterable[str]) -> None:
    """Refuse a field that holds more than text.

    :raises FieldError: with the first of the losses.
    """
    for lost in losses:
        raise FieldError(
            _("{thing} stands in the field, and would be lost", thing=lost),
            _("leave only text in the field"),
        )


def _read(expression: str) -> tuple[nodes.Node | None, Explanation | None]:
    """The code of an expression, or why it can't be read; neither for what holds braces."""
    if _BRACES.search(expression):
        return None, None
    tag = Tag(f"{{{{ {expression} }}}}", Level.TEXT, "", expression, SourceRef(""))
    node, fault = read_tag(tag)
    return (node.nodes[0] if isinstance(node, nodes.Output) else None), fault


def _is_expression(node: nodes.Node, typed: str, known: KnownNames) -> bool:
    """Whether what can be read as code was meant as such, and is no label."""
    if isinstance(node, nodes.Name):
        return node.name in known.roots
    if isinstance(node, nodes.Tuple | nodes.List) or _LABEL.fullmatch(typed):
        return False
    names = [one.name for one in node.find_all(nodes.Name)]
    is_known = all(name in known.roots or name in known.calls for name in names)
    if is_known and not known.roots.isdisjoint(names) and not _labels(node, known):
        return True
    parts = (node, *node.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Call)))
    return _begins(typed, known) or any(_is_of_known(part, typed, known) for part in parts)


def _begins(typed: str, known: KnownNames) -> bool:
    """Whether a text begins with a value and a sign that no label has there."""
    match = _BEGINNING.match(typed)
    return match is not None and match["root"] in known.roots and not _LABEL.fullmatch(typed)


def _labels(node: nodes.Node, known: KnownNames) -> bool:
    """Whether a word stands in brackets behind a value: ``total (sum)``."""
    return isinstance(node, nodes.Call) and not _is_named(node.node, known.calls)


def _is_of_known(node: nodes.Node, typed: str, known: KnownNames) -> bool:
    """Whether something of a known value is asked for, or a known prototype called."""
    if isinstance(node, nodes.Call):
        return _is_named(node.node, known.calls) and f"{_name(node.node)}(" in typed
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const):
        return False
    return isinstance(node, _SPELLED) and _is_named(node.node, known.roots)


def _is_named(node: nodes.Node | None, names: frozenset[str]) -> bool:
    return _name(node) in names


def _name(node: nodes.Node | None) -> str:
    return str(node.name) if isinstance(node, nodes.Name) else ""
