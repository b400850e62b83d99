"""What filters and questions are given, held against what they take."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from jinja2 import nodes

from reportgen.choices import find_near, list_names
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.language.josa import choose_josa
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.failures import explain_arguments, explain_failure
from reportgen.templating.checks.tag_check import describe_value, explain_filter, explain_test
from reportgen.templating.tags.tag_syntax import list_nodes, read_tag
from reportgen.templating.tags.tags import Tag

Called = Callable[..., Any]
Known = Mapping[str, Any]
"""Functions of Python by the names by which an author calls them."""

_NAMING = {"map": 0, "select": 0, "reject": 0, "selectattr": 1, "rejectattr": 1}
"""Where the name of a filter or question stands among what these filters are given."""

_MAPPING = ("attribute", "default")
_SINGLE = (
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
    inspect.Parameter.KEYWORD_ONLY,
)


class _Signature(NamedTuple):
    """What a function of Python takes.

    :ivar places: the names of what is given without a name.
    :ivar named: the names by which values can be given.
    :ivar needed: those without which it can't be called.
    """

    places: tuple[str, ...]
    named: tuple[str, ...]
    needed: frozenset[str]
    takes_more: bool
    takes_named: bool


@lru_cache(maxsize=512)
def _read_signature(called: Called) -> _Signature | None:
    try:
        listed = list(inspect.signature(called).parameters.values())
    except ValueError:  # some that are written in C don't tell it
        return None
    if getattr(called, "jinja_pass_arg", None) is not None:
        del listed[0]
    single = [one for one in listed if one.kind in _SINGLE]
    return _Signature(
        tuple(one.name for one in single if one.kind is not inspect.Parameter.KEYWORD_ONLY),
        tuple(one.name for one in single if one.kind is not inspect.Parameter.POSITIONAL_ONLY),
        frozenset(one.name for one in single if one.default is inspect.Parameter.empty),
        any(one.kind is inspect.Parameter.VAR_POSITIONAL for one in listed),
        any(one.kind is inspect.Parameter.VAR_KEYWORD for one in listed),
    )


def explain_given(
    name: str, called: Called, count: int, named: Collection[str]
) -> Explanation | None:
    """What is wrong with what a function of Python is given; None where it may be right.

    :param name: by which an author calls it.
    :param count: how many values it is given without a name.
    """
    takes = _read_signature(inspect.unwrap(called))
    if takes is None:
        return None
    unknown = [one for one in named if one not in takes.named and not takes.takes_named]
    if unknown:
        return explain_unknown_option(name, unknown[0], takes.named)
    placed = takes.places[:count]
    is_twice = any(one in placed for one in named)
    too_many = count > len(takes.places) and not takes.takes_more
    if too_many or is_twice or not takes.needed <= {*placed, *named}:
        return explain_arguments(name)
    return None


def explain_unknown_option(name: str, option: str, known: Collection[str]) -> Explanation:
    """That a filter or a function is given a value by a name that it doesn't have."""
    problem = _("{name} is no option of {called}", name=option, called=name)
    if near := find_near(option, known):
        return Explanation(problem, _("did you mean {key}?", key=list_names(near)))
    return Explanation(problem, _("see docs/templates.md for the filters and their values"))


def check_given(tags: Iterable[Tag], filters: Known, tests: Known) -> Iterator[Diagnostic]:
    """What is wrong with what the filters and questions in tags are given.

    :param filters: every filter, by the name by which an author calls it.
    :param tests: every question behind ``is``.
    """
    known: dict[tuple[str, str], list[Explanation]] = {}
    for tag in tags:
        key = tag.code, tag.command
        if key not in known:
            node = read_tag(tag)[0]
            listed = list_nodes(node) if node is not None else ()
            found = (fault for used in listed for fault in _check(used, filters, tests))
            known[key] = list(dict.fromkeys(found))
        yield from (describe_value(tag, fault) for fault in known[key])


def _check(used: nodes.Node, filters: Known, tests: Known) -> Iterator[Explanation]:
    is_filter = isinstance(used, nodes.Filter)
    if not isinstance(used, nodes.Filter | nodes.Test) or used.dyn_args or used.dyn_kwargs:
        return
    known = filters if is_filter else tests
    if used.name not in known:
        return
    named = [str(pair.key) for pair in used.kwargs]
    fault = explain_given(used.name, known[used.name], 1 + len(used.args), named)
    if fault is None and used.name == "josa":
        fault = _check_josa(used)
    if fault is None and used.name == "map" and not used.args:
        fault = _check_map(named)
    if fault is None and used.name in _NAMING and is_filter:
        fault = _check_named(used, named, filters if used.name == "map" else tests)
    if fault is not None:
        yield fault


def _check_josa(node: nodes.Filter | nodes.Test) -> Explanation | None:
    pair = node.args[0] if node.args else node.kwargs[0].value
    if isinstance(pair, nodes.Const):
        try:
            choose_josa("", str(pair.value))
        except ValueError as error:
            return explain_failure(error)
    return None


def _check_map(named: Sequence[str]) -> Explanation | None:
    """``map`` without a filter takes the name of a value in each item."""
    for name in named:
        if name not in _MAPPING:
            return explain_unknown_option("map", name, _MAPPING)
    return None if "attribute" in named else explain_arguments("map")


def _check_named(
    node: nodes.Filter | nodes.Test, named: Sequence[str], known: Known
) -> Explanation | None:
    """The filter or question that a filter is given by its name, and what that one is given."""
    given = node.args[_NAMING[node.name] :]
    if not given or not isinstance(given[0], nodes.Const) or not isinstance(given[0].value, str):
        return None
    name = given[0].value
    if name not in known:
        return (explain_filter if node.name == "map" else explain_test)(name, known)
    return explain_given(name, known[name], len(given), named)
