"""What a chart shows: names, and a number for each of them in every series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from jinja2 import Undefined

from reportgen.i18n import translate as _
from reportgen.limits import MOST_POINTS, MOST_SERIES
from reportgen.templating.checks.explanations import describe_kind
from reportgen.templating.code.characters import check_characters

_SUMS = ("total", "subtotal")
_DIGITS = 17
"""As many as a spreadsheet keeps."""

Numbers = tuple[Decimal | None, ...]


class ChartError(ValueError):
    """A chart that can't show what it is given."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """The names of a chart and its series; None is a gap."""

    names: tuple[str, ...]
    series: tuple[tuple[str, Numbers], ...]


def read_data(
    write: Callable[[Any], Any],
    source: Any = None,
    *,
    columns: Sequence[str] = (),
    roles: Sequence[str] = (),
    names: Iterable[Any] | None = None,
    series: Mapping[Any, Iterable[Any]] | None = None,
) -> ChartData:
    """What the tag of a chart is given.

    :param write: makes the text of a value that is none yet.
    :param source: a table of the view; else ``names`` and ``series`` say everything.
    :param columns: which of its columns are series; else the first that holds numbers, and
        all others that hold numbers of the same kind.
    :param roles: which of its rows are shown; else those that add up no others.
    :raises ChartError: when it is no table, or holds what is no number.
    """
    if source is not None:
        found = _read_table(source, columns, roles)
    elif names is not None and isinstance(series, Mapping):
        listed = tuple(_write_name(name, write) for name in names)
        numbers = (
            (_write_name(name, write), tuple(map(_read_number, row)))
            for name, row in series.items()
        )
        found = ChartData(listed, tuple(numbers))
    else:
        raise ChartError(_("write a table, or names=… and series=…"))
    return _check(found)


def list_undefined(values: Iterable[Any]) -> Iterator[Undefined]:
    """The values, and those in lists and mappings of them, that nothing defines."""
    for value in values:
        if isinstance(value, Undefined):
            yield value
        elif isinstance(value, Mapping):
            yield from list_undefined(value.values())
        elif isinstance(value, list | tuple):
            yield from list_undefined(value)


def _check(found: ChartData) -> ChartData:
    for name in (*found.names, *(name for name, _numbers in found.series)):
        check_characters(name)
    if not found.names or not found.series:
        raise ChartError(_("there is nothing to show"))
    if len(found.series) > MOST_SERIES or len(found.names) * len(found.series) > MOST_POINTS:
        raise ChartError(_("a chart can't show so many numbers"))
    for name, numbers in found.series:
        if len(numbers) != len(found.names):
            raise ChartError(
                _(
                    "{series} has {found} numbers for {count} names",
                    series=name,
                    found=len(numbers),
                    count=len(found.names),
                )
            )
    return found


def _write_name(value: Any, write: Callable[[Any], Any]) -> str:
    """The text of a value; formatted text, which a chart can't show, is refused."""
    return str(write(value))


def _read_table(source: Any, columns: Sequence[str], roles: Sequence[str]) -> ChartData:
    """The rows of a table: the first column has the names."""
    rows = _find(source, "rows")
    if rows is None:
        raise ChartError(_("{kind} is no table", kind=describe_kind(source)))
    shown = [row for row in rows if (row.role in roles if roles else row.role not in _SUMS)]
    if not shown:
        raise ChartError(_("the table has no such row"))
    first, *others = shown[0].columns
    headings = _find(source, "columns") or {}
    chosen = list(columns) or _choose(shown, others)
    series: list[tuple[str, Numbers]] = []
    for key in chosen:
        if key not in shown[0].columns:
            raise ChartError(_("the table has no column {name}", name=key))
        numbers = tuple(_read_cell(row.columns[key]) for row in shown)
        series.append((" ".join(str(headings.get(key, key)).split()), numbers))
    return ChartData(tuple(str(row.columns[first]) for row in shown), tuple(series))


def _find(source: Any, name: str) -> Any:
    return source.get(name) if isinstance(source, Mapping) else getattr(source, name, None)


def _choose(rows: Sequence[Any], keys: Sequence[str]) -> list[str]:
    """The first column of numbers, and those of its kind."""
    kinds = {key: {_kind(row.columns[key]) for row in rows} - {None} for key in keys}
    wanted = next((kind for kind in kinds.values() if kind and "text" not in kind), None)
    if wanted is None:
        raise ChartError(_("the table has no column of numbers"))
    return [key for key, kind in kinds.items() if kind == wanted]


def _kind(cell: Any) -> str | None:
    """``amount``, ``whole``, ``ratio`` or ``text``; None for a cell that says nothing."""
    value = getattr(cell, "value", None)
    if value is None:
        return None if _is_blank(cell) else "text"
    if getattr(cell, "units", None) is not None:
        return "amount"
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        return "text"
    return "whole" if isinstance(value, int) else "ratio"


def _read_cell(cell: Any) -> Decimal | None:
    """The number of a cell, an amount in the unit of its table."""
    units = getattr(cell, "units", None)
    return _read_number(cell if units is None else units)


def _read_number(value: Any) -> Decimal | None:
    """The number of a value, a cell or a figure; None for a gap."""
    found = value if isinstance(value, int | Decimal | Fraction) else getattr(value, "value", None)
    if found is None and (value is None or (hasattr(value, "value") and _is_blank(value))):
        return None
    if isinstance(found, bool) or not isinstance(found, int | Decimal | Fraction):
        raise ChartError(_("«{value}» is no number", value=str(value)[:40]))
    if not isinstance(found, Fraction):
        return Decimal(found)
    with localcontext() as context:
        context.prec = _DIGITS
        return Decimal(found.numerator) / found.denominator


def _is_blank(cell: Any) -> bool:
    """Whether a cell says nothing, or that there is nothing."""
    return not str(cell).strip(" -")


def spell_number(number: Decimal) -> str:
    """The number as XML has it.

    >>> spell_number(Decimal("1.50")), spell_number(Decimal(1200))
    ('1.5', '1200')
    """
    with localcontext() as context:
        context.prec = _DIGITS
        text = f"{+number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
