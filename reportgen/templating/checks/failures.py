"""Why the code of a tag failed while it ran, in own words."""

from __future__ import annotations

import dis
import re
from collections.abc import Callable, Collection
from pathlib import Path

from reportgen.choices import find_near, list_names
from reportgen.i18n import translate as _
from reportgen.templating.checks.explanations import Explanation, hint_at_tags, name_kind
from reportgen.templating.checks.syntax_faults import explain_depth
from reportgen.templating.code.effort import EffortError
from reportgen.templating.rich.insertion import MisplacedError

_PACKAGE = str(Path(__file__).parents[2])
_RAISE = dis.opmap["RAISE_VARARGS"]

Explain = Callable[[re.Match[str]], Explanation]


def explain_failure(error: Exception) -> Explanation:
    """What failed; never in the words of Python or of a library."""
    text = str(error)
    if _is_own(error) and text:
        return Explanation(text, _hint_at_own(error))
    for pattern, explain in _PATTERNS:
        if match := pattern.search(text):
            return explain(match)
    for kind, explain_kind in _KINDS:
        if isinstance(error, kind):
            return explain_kind()
    return Explanation(_("it can't be computed"), _("look at the values that the tag uses"))


def _is_own(error: Exception) -> bool:
    """Whether a line of this program raised it on purpose, and so wrote its words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return isinstance(error, MisplacedError)
    code = trace.tb_frame.f_code
    return code.co_filename.startswith(_PACKAGE) and code.co_code[trace.tb_lasti] == _RAISE


def _hint_at_own(error: Exception) -> str:
    if isinstance(error, ZeroDivisionError):
        return _hint_at_zero()
    if isinstance(error, EffortError | OverflowError):
        return _("print less, or split it up; the limits are in docs/content-format.md")
    if hint := getattr(error, "hint", ""):
        return str(hint)
    return hint_at_tags()


def _hint_at_zero() -> str:
    return _("print it only inside {% if … %} that asks whether the divisor is 0")


def hint_at_missing() -> str:
    """What to do about a value that some reports don't have."""
    return _("print a value that can be missing only inside {% if … %}")


def hint_at_list() -> str:
    """What to do about a list in the place of a text."""
    return _("go through it by {% for … %}, or print one of the values in it")


def _explain_operation(match: re.Match[str]) -> Explanation:
    sign, left, right = match["sign"], match["left"], match["right"]
    if "NoneType" in (left, right):
        problem = _("{sign} is used with a value that is missing", sign=sign)
        return Explanation(problem, hint_at_missing())
    kinds = {"left": name_kind(left), "right": name_kind(right)}
    problem = _("{sign} can't be used between {left} and {right}", sign=sign, **kinds)
    if sign == "+" and "str" in (left, right):
        return Explanation(problem, _("texts are joined by ~, numbers are added by +"))
    return Explanation(problem, _("of a figure, compute with its value: figures.NAME.value"))


def _explain_joining(match: re.Match[str]) -> Explanation:
    kinds = {"left": name_kind(match["left"]), "right": name_kind(match["right"])}
    problem = _("{sign} can't be used between {left} and {right}", sign="+", **kinds)
    return Explanation(problem, _("texts are joined by ~, numbers are added by +"))


def _explain_comparison(match: re.Match[str]) -> Explanation:
    left, right = match["left"], match["right"]
    if "NoneType" in (left, right):
        problem = _("{sign} is used with a value that is missing", sign=match["sign"])
        return Explanation(problem, hint_at_missing())
    kinds = {"left": name_kind(left), "right": name_kind(right)}
    problem = _("{left} and {right} can't be compared by {sign}", sign=match["sign"], **kinds)
    hint = _("compare two numbers; of a figure, figures.NAME.value is its number")
    return Explanation(problem, hint)


def _explain_loop(match: re.Match[str]) -> Explanation:
    if match["kind"] == "NoneType":
        return Explanation(_("the list is missing"), hint_at_missing())
    problem = _("{kind} is no list that could be gone through", kind=name_kind(match["kind"]))
    return Explanation(problem, _("name a list behind «in»"))


def _explain_call(match: re.Match[str]) -> Explanation:
    problem = _("{kind} can't be called", kind=name_kind(match["kind"]))
    return Explanation(problem, _("only prototypes and functions are called: leave the () away"))


def _explain_length(match: re.Match[str]) -> Explanation:
    if match["kind"] == "NoneType":
        return Explanation(_("the value is missing"), hint_at_missing())
    problem = _("{kind} has no length", kind=name_kind(match["kind"]))
    return Explanation(problem, _("only lists and texts have a length"))


def _explain_member(match: re.Match[str]) -> Explanation:
    if match["kind"] == "NoneType":
        return Explanation(_("the value is missing"), hint_at_missing())
    problem = _("{kind} has no «{name}»", kind=name_kind(match["kind"]), name=match["name"])
    return Explanation(problem, _("see docs/templates.md for the names that a template can print"))


def explain_items() -> Explanation:
    """That items are taken apart into more or fewer values than they are made of."""
    problem = _("the items are not made of as many values as names stand behind «for»")
    return Explanation(problem, _("write one name: {% for item in list %}"))


def explain_unequal() -> Explanation:
    """That a tag gives names to more or fewer values than there are."""
    problem = _("there are more names than values, or fewer")
    return Explanation(problem, _("write one value for each name"))


def _explain_unknown_argument(match: re.Match[str]) -> Explanation:
    return explain_unknown_argument(match["macro"], match["name"])


def explain_unknown_argument(macro: str, name: str, known: Collection[str] = ()) -> Explanation:
    """That a prototype is given a value by a name that it doesn't have.

    :param known: the names that it has.
    """
    problem = _("{macro} takes no value named {name}", macro=macro, name=name)
    if near := find_near(name, known):
        return Explanation(problem, _("did you mean {key}?", key=list_names(near)))
    return Explanation(problem, _("use the names behind {% macro … %}"))


def explain_unused_block(macro: str) -> Explanation:
    """That a prototype doesn't print what a call has between its tags."""
    problem = _("{macro} prints nothing of what stands in {tag}", macro=macro, tag="{% call %}")
    return Explanation(problem, _("write {{ caller() }} in the prototype, or no {% call %}"))


def explain_flat_loop() -> Explanation:
    """That a loop is called that can't go deeper."""
    problem = _("this loop can't be called by loop(…)")
    return Explanation(problem, _("write {% for … in … recursive %}"))


def _explain_many_arguments(match: re.Match[str]) -> Explanation:
    return explain_many_arguments(match["macro"], int(match["count"]))


def explain_many_arguments(macro: str, count: int) -> Explanation:
    """That a prototype is given more values than it has names for."""
    problem = _("{macro} takes no more than {count} values", macro=macro, count=count)
    return Explanation(problem, _("give it as many values as stand behind {% macro … %}"))


def explain_gap(hint: str) -> Explanation:
    """Why there is no value where no name is missing.

    :param hint: what Jinja says of it.
    """
    if "if-expression" in hint:
        problem = _("the short «if» has no «else»")
        return Explanation(problem, _("write {{ a if b else '' }}"))
    if "previous" in hint or "next" in hint:
        problem = _("the first item has none before it, and the last none behind it")
        return Explanation(problem, _("ask with loop.first or loop.last"))
    problem = _("the list is empty, so that it has no such item")
    return Explanation(problem, hint_at_missing())


def explain_arguments(name: str) -> Explanation:
    """That a filter or function is given what it doesn't take."""
    problem = _("{name} is given too many or too few values, or unknown ones", name=name)
    return Explanation(problem, _("see docs/templates.md for the filters and their values"))


def _explain_unsafe(_match: re.Match[str]) -> Explanation:
    problem = _("a template can't use or call this")
    return Explanation(problem, _("see docs/templates.md for the names that a template can print"))


def _explain_search(match: re.Match[str]) -> Explanation:
    problem = _("in {kind} nothing can be looked for", kind=name_kind(match["kind"]))
    return Explanation(problem, _("behind «in» stands a list or a text"))


def _explain_sign(match: re.Match[str]) -> Explanation:
    problem = _("{kind} has no sign", kind=name_kind(match["kind"]))
    return Explanation(problem, _("texts are joined by ~, numbers are added by +"))


def _explain_filter(match: re.Match[str]) -> Explanation:
    problem = _("there is no filter {name}", name=match["name"])
    return Explanation(problem, _("see docs/templates.md for the filters and their values"))


def _explain_zero() -> Explanation:
    return Explanation(_("division by zero"), _hint_at_zero())


def _explain_depth() -> Explanation:
    problem = _("a prototype calls itself without an end, or values stand too deep in each other")
    return Explanation(problem, _("let it call itself only inside {% if … %}"))


def _explain_size() -> Explanation:
    return Explanation(_("the number is too large"), _("look at the values that the tag uses"))


def _explain_key() -> Explanation:
    return Explanation(_("there is no such item"), _("look at what stands in [ ]"))


def _explain_number() -> Explanation:
    hint = _("filters of numbers take figures and numbers; a finished text needs no filter")
    return Explanation(_("the value is no number"), hint)


_TYPE = r"'(?:[\w.]*\.)?(?P<{}>\w+)'"
_PATTERNS: tuple[tuple[re.Pattern[str], Explain], ...] = tuple(
    (re.compile(pattern), explain)
    for pattern, explain in (
        (
            r"unsupported operand type\(s\) for (?P<sign>[^\s:]+)[^:]*: "
            rf"{_TYPE.format('left')} and {_TYPE.format('right')}",
            _explain_operation,
        ),
        (
            r"can only concatenate (?P<left>\w+) \(not \"(?:[\w.]*\.)?(?P<right>\w+)\"\)",
            _explain_joining,
        ),
        (
            rf"'(?P<sign>[^']+)' not supported between instances of {_TYPE.format('left')} "
            rf"and {_TYPE.format('right')}",
            _explain_comparison,
        ),
        (rf"{_TYPE.format('kind')} object is not (?:iterable|reversible)", _explain_loop),
        (r"cannot unpack non-iterable \w+", lambda _match: explain_items()),
        (r"(?:not enough|too many) values to unpack", lambda _match: explain_items()),
        (rf"{_TYPE.format('kind')} object is not callable", _explain_call),
        (rf"object of type {_TYPE.format('kind')} has no len", _explain_length),
        (rf"{_TYPE.format('kind')} object has no attribute '(?P<name>\w+)'", _explain_member),
        (
            r"macro '(?P<macro>\w+)' takes no keyword argument '(?P<name>\w+)'",
            _explain_unknown_argument,
        ),
        (
            r"macro '(?P<macro>\w+)' was invoked with two values for the special caller",
            lambda match: explain_unused_block(match["macro"]),
        ),
        (r"The loop must have the 'recursive' marker", lambda _match: explain_flat_loop()),
        (
            r"macro '(?P<macro>\w+)' takes not more than (?P<count>\d+) arg",
            _explain_many_arguments,
        ),
        (
            r"^(?:[\w.<>]*\.)?(?P<name>\w+)\(\) (?:missing \d+ required|takes |got |expected )",
            lambda match: explain_arguments(_name_filter(match["name"])),
        ),
        (
            r"^(?P<name>\w+) expected (?:at (?:least|most) )?\d+ arg",
            lambda match: explain_arguments(_name_filter(match["name"])),
        ),
        (rf"argument of type {_TYPE.format('kind')} is not iterable", _explain_search),
        (rf"bad operand type for [^:]+: {_TYPE.format('kind')}", _explain_sign),
        (r"No (?:filter|test) named '(?P<name>\w+)'", _explain_filter),
        (r"is unsafe|is not safely callable", _explain_unsafe),
    )
)
"""What Python and Jinja say, and what an author is told instead."""

_KINDS: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Callable[[], Explanation]], ...]
_KINDS = (
    (ZeroDivisionError, _explain_zero),
    ((SyntaxError, MemoryError), explain_depth),
    (RecursionError, _explain_depth),
    (OverflowError, _explain_size),
    ((KeyError, IndexError), _explain_key),
    ((ValueError, ArithmeticError, TypeError), _explain_number),
)


_OWN_FILTERS = {
    "to_int": "int",
    "to_number": "float",
    "fill_text": "format",
    "add_up": "sum",
    "round_number": "round",
    "spell_json": "tojson",
    "add_josa": "josa",
    "day": "date",
}
"""What an author calls the filters whose functions have another name."""


def _name_filter(function: str) -> str:
    return _OWN_FILTERS.get(function, function.removeprefix("do_").removeprefix("sync_do_"))
