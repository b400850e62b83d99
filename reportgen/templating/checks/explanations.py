"""What is wrong with code in a tag, and what to do, in words of those who write templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from reportgen.i18n import translate as _

_NUMBERS = ("int", "float", "Decimal", "Fraction", "Quotient")
_TEXTS = ("str", "Markup", "Printed", "Cell")
_LISTS = ("list", "tuple", "set", "frozenset", "range", "generator")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence without its place, and the hint that belongs to it."""

    problem: str
    hint: str


class FaultyValueError(TypeError, ValueError):
    """A value that can't be used so; it knows the hint that belongs to it."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.hint = hint


def hint_at_tags() -> str:
    """What to do where nothing more is known."""
    return _("see docs/templates.md for what may stand in a tag")


def name_kind(type_name: str) -> str:
    """What values of a type of Python are for an author.

    >>> name_kind("int"), name_kind("NoneType")
    ('a number', 'nothing')
    """
    if type_name in _NUMBERS:
        return _("a number")
    if type_name in _TEXTS:
        return _("a text")
    if type_name in _LISTS:
        return _("a list")
    words = {
        "NoneType": _("nothing"),
        "bool": _("a yes or no"),
        "date": _("a day"),
        "Figure": _("a figure"),
        "FigureNode": _("a group of figures"),
        "Grid": _("a table"),
        "Row": _("a row of a table"),
        "Macro": _("a prototype"),
        "method": _("something to call"),
        "builtin_function_or_method": _("something to call"),
        "function": _("something to call"),
    }
    return words.get(type_name, _("a group of values"))


def describe_kind(value: Any) -> str:
    """What the value is for an author."""
    bases: Mapping[str, tuple[type, ...]] = {
        "bool": (bool,),
        "int": (int, float, Decimal, Fraction),
        "str": (str,),
        "date": (date,),
        "list": (list, tuple, set, frozenset, range),
    }
    found = next((name for name, kinds in bases.items() if isinstance(value, kinds)), "")
    return name_kind(found or type(value).__name__)
