"""Every tag of a part looked at by itself: whether it can be read, and names no unknown filter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from jinja2 import nodes

from reportgen.choices import find_near, list_names
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.syntax_faults import explain_depth
from reportgen.templating.tags.nesting import check_nesting
from reportgen.templating.tags.tag_syntax import list_nodes, read_tag
from reportgen.templating.tags.tags import Tag


def check_tags(
    tags: Iterable[Tag], filters: Collection[str], tests: Collection[str]
) -> Iterator[Diagnostic]:
    """What is wrong with tags, each of them read by itself."""
    return (describe_fault(*found) for found in find_faults(tags, filters, tests))


def find_faults(
    tags: Iterable[Tag], filters: Collection[str], tests: Collection[str]
) -> Iterator[tuple[Tag, Explanation]]:
    """The faulty tags, each with one thing that is wrong with it."""
    known: dict[tuple[str, str], list[Explanation]] = {}
    for tag in tags:
        key = tag.code, tag.command
        if key not in known:
            node, fault = read_tag(tag)
            known[key] = [fault] if fault else []
            if node is not None:
                known[key] += [*_check_filters(node, filters, tests), *_check_repeated(node)]
        yield from ((tag, one) for one in known[key])


def explain_text(tags: Sequence[Tag]) -> Explanation:
    """Why a text can't be read although each of its tags can."""
    places = ((tag, None) for tag in tags)
    found = next((one.message for one in check_nesting(places)), "")
    if not found:
        return explain_depth()
    return Explanation(found, _("write if and endif, for and endfor in pairs"))


def describe_fault(tag: Tag, fault: Explanation) -> Diagnostic:
    """A tag that can't be read."""
    return Diagnostic(
        "template-syntax",
        tag.place,
        _("{tag}: {problem}", tag=tag.typed, problem=fault.problem),
        published=tag.typed,
        hint=fault.hint,
    )


def describe_value(tag: Tag, fault: Explanation) -> Diagnostic:
    """A tag that can be read, and fails when it is filled."""
    message = _("{tag} failed: {problem}", tag=tag.typed, problem=fault.problem)
    return Diagnostic("template-value", tag.place, message, tag.typed, hint=fault.hint)


def _check_filters(
    node: nodes.Node, filters: Collection[str], tests: Collection[str]
) -> Iterator[Explanation]:
    """Filters and tests that do not exist, each once."""
    found: dict[tuple[type, str], None] = {}
    for used in list_nodes(node):
        if isinstance(used, nodes.Filter | nodes.Test):
            found[type(used), used.name] = None
    for kind, name in found:
        if kind is nodes.Filter and name not in filters:
            yield explain_filter(name, filters)
        elif kind is nodes.Test and name not in tests:
            yield explain_test(name, tests)


def explain_filter(name: str, known: Collection[str]) -> Explanation:
    """That there is no such filter."""
    return Explanation(_("there is no filter {name}", name=name), _hint_at(name, known))


def explain_test(name: str, known: Collection[str]) -> Explanation:
    """That there is no such question."""
    return Explanation(_("there is no question «is {name}»", name=name), _hint_at(name, known))


def _check_repeated(node: nodes.Node) -> Iterator[Explanation]:
    """Names of values that stand twice in a prototype or a call."""
    calling = (nodes.Call, nodes.Filter)
    called = [one for one in list_nodes(node) if isinstance(one, calling) and one.kwargs]
    named = [[str(pair.key) for pair in one.kwargs] for one in called]
    if isinstance(node, nodes.Macro):
        named.append([argument.name for argument in node.args])
    for names in named:
        for name in dict.fromkeys(one for one in names if names.count(one) > 1):
            problem = _("the name {name} stands twice", name=name)
            yield Explanation(problem, _("each value has a name of its own"))


def _hint_at(name: str, known: Collection[str]) -> str:
    if near := find_near(name, [one for one in known if one.isidentifier()]):
        return _("did you mean {key}?", key=list_names(near))
    return _("see docs/templates.md for the filters and their values")


def sort_by_place(found: Iterable[Diagnostic], places: Iterable[SourceRef]) -> list[Diagnostic]:
    """The findings of a part in the order in which it is read, each once."""
    order = {place: at for at, place in enumerate(places)}
    return sorted(dict.fromkeys(found), key=lambda one: order.get(one.location, len(order)))
