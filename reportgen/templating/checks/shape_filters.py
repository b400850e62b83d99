"""What Jinja's filters make of a value, as far as it is known."""

from __future__ import annotations

from reportgen.templating.checks.shapes import NUMBER, TEXT, UNKNOWN, Kind, Shape, make_list

_TEXTS = frozenset(
    {
        *("capitalize", "center", "e", "escape", "filesizeformat", "forceescape", "format"),
        *("indent", "join", "lower", "replace", "string", "striptags", "title", "tojson"),
        *("trim", "truncate", "upper", "urlencode", "wordwrap"),
    }
)
_NUMBERS = frozenset({"abs", "count", "float", "int", "length", "round", "sum", "wordcount"})
_SAME_LIST = frozenset(
    {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
_ITEMS = frozenset({"first", "last", "max", "min"})


def find_result(name: str, value: Shape, own: frozenset[str]) -> Shape:
    """What a filter makes of such a value.

    :param own: the program's own filters, which make texts.
    """
    if name in own or name in _TEXTS:
        # «count» is Jinja's word for a length, and ours for a number that is written out.
        return TEXT
    if name in _NUMBERS:
        return NUMBER
    if value.kind is not Kind.LIST:
        return UNKNOWN
    item = value.item or UNKNOWN
    if name in _SAME_LIST:
        return make_list(item)
    if name in _ITEMS:
        return item
    return make_list(make_list(item)) if name in ("batch", "slice") else UNKNOWN
