"""What the functions of templates are given, tried out without the values of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import Any

from jinja2 import nodes

from reportgen.choices import find_near, list_names
from reportgen.i18n import translate as _
from reportgen.templating.charts.data import read_data
from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.failures import explain_failure
from reportgen.templating.checks.given_options import Called, Known, explain_given
from reportgen.templating.checks.shapes import Shape
from reportgen.templating.code.functions import make_functions
from reportgen.templating.rich.pictures import AnyPicture

_STAND_INS = {"address": "https://example.org", "name": "images/x.png", "alt": "x"}
"""Values that are right, in the place of those that only a document has."""


def check_function(name: str, node: nodes.Call) -> Iterator[Explanation]:
    """What is wrong with what a function is given, as far as a tag shows it."""
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return
    called = _list_functions()[name]
    named = {str(pair.key): pair.value for pair in node.kwargs}
    fault = explain_given(name, called, len(node.args), list(named))
    if fault is None and name != "subdoc":
        fault = _try_out(called, node.args, named)
    if fault is not None:
        yield fault


def check_chart(node: nodes.Call, given: Sequence[Shape]) -> Iterator[Explanation]:
    """What is wrong with the tag of a chart, as far as it shows it.

    :param given: what the chart shows.
    """
    named = {str(pair.key): pair.value for pair in node.kwargs}
    fault = explain_given("chart", partial(read_data, str), len(node.args), list(named))
    if fault is not None:
        yield fault
        return
    columns = given[0].find("columns") if given else None
    known = dict(columns.list_members()) if columns is not None else {}
    for name in _list_texts(named.get("columns")) if known else ():
        if name not in known:
            problem = _("the table has no column {name}", name=name)
            near = find_near(name, known) or tuple(known)
            yield Explanation(problem, _("did you mean {key}?", key=list_names(near)))


@cache
def _list_functions() -> Known:
    def subdoc(name: Any, **values: Any) -> None:
        """What puts in another document takes any value for it."""

    return {**make_functions(str, AnyPicture()), "subdoc": subdoc}


def _try_out(
    called: Called, given: Sequence[nodes.Expr], named: dict[str, nodes.Expr]
) -> Explanation | None:
    """Why the function refuses what the tag says itself."""
    names = called.__code__.co_varnames[: called.__code__.co_argcount]
    values = [_read(name, node) for name, node in zip(names, given, strict=False)]
    try:
        called(*values, **{name: _read(name, node) for name, node in named.items()})
    except (TypeError, ValueError) as error:
        return explain_failure(error)
    return None


def _read(name: str, node: nodes.Expr) -> Any:
    """The value that stands in a tag, or one that is right."""
    if not isinstance(node, nodes.Const):
        return _STAND_INS.get(name, "x" if name in ("value", "text") else None)
    return Decimal(str(node.value)) if isinstance(node.value, float) else node.value


def _list_texts(node: nodes.Expr | None) -> Iterator[str]:
    items = node.items if isinstance(node, nodes.List | nodes.Tuple) else ()
    for item in items:
        if isinstance(item, nodes.Const) and isinstance(item.value, str):
            yield item.value
