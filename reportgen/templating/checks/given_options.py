"""What filters and questions are given, held against what they take."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import nodes

from reportgen.choices import find_near, list_names
from reportgen.i18n import translate as _
from reportgen.language.josa import choose_josa
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.failures import explain_arguments, explain_failure

Called = Callable[..., Any]
Known = Mapping[str, Any]
"""Functions of Python by the names by which an author calls them."""

_SINGLE = (
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
    inspect.Parameter.KEYWORD_ONLY,
)


@dataclass(frozen=True, slots=True)
class _Signature:
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


def check_options(node: nodes.Filter | nodes.Test, known: Known) -> Iterator[Explanation]:
    """What is wrong with what a filter or a question is given that exists."""
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return
    named = [str(pair.key) for pair in node.kwargs]
    fault = explain_given(node.name, known[node.name], 1 + len(node.args), named)
    if fault is None and node.name == "josa":
        fault = _check_josa(node)
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


def check_named(
    node: nodes.Filter, filters: Known, tests: Known
) -> Iterator[tuple[bool, str, Explanation | None]]:
    """The filter or question that another filter is given by its name, and what it is given.

    :returns: whether it is a filter, the name, and what is wrong with what it is given.
    """
    place = {"map": 0, "select": 0, "reject": 0, "selectattr": 1, "rejectattr": 1}.get(node.name)
    if place is None or node.dyn_args is not None or node.dyn_kwargs is not None:
        return
    named = [str(pair.key) for pair in node.kwargs]
    known = filters if node.name == "map" else tests
    if len(node.args) <= place:
        if node.name == "map":
            yield from _check_map(named)
        return
    given = node.args[place]
    if not isinstance(given, nodes.Const) or not isinstance(given.value, str):
        return
    fault = None
    if given.value in known:
        count = len(node.args) - place
        fault = explain_given(given.value, known[given.value], count, named)
    yield known is filters, given.value, fault


def _check_map(named: Sequence[str]) -> Iterator[tuple[bool, str, Explanation | None]]:
    """``map`` without a filter takes the name of a value in each item."""
    unknown = [one for one in named if one not in ("attribute", "default")]
    if unknown:
        yield True, "map", explain_unknown_option("map", unknown[0], ("attribute", "default"))
    elif "attribute" not in named:
        yield True, "map", explain_arguments("map")
