"""Entries of amounts that are rounded, where the ledger knew more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.entries.planned_entries import PlannedEntry, StatedAmount


def find_rounded(
    planned: Sequence[PlannedEntry], explained: Iterable[StatedAmount]
) -> Iterator[Diagnostic]:
    """Entries that bring a ledger which knows more to amounts that are rounded.

    :param explained: other amounts that the ledger holds but for their rounding.
    """
    sheets = {(amount.source.file, amount.source.sheet) for amount in explained}
    groups: dict[tuple[str, str], list[PlannedEntry]] = {}
    for item in planned:
        if item.step > 1:
            source = item.entry.source
            groups.setdefault((source.file, source.sheet), []).append(item)
    for sheet, items in groups.items():
        if sheet in sheets or any((item.before or 0) % item.step for item in items):
            yield _explain(items)


def _explain(items: Sequence[PlannedEntry]) -> Diagnostic:
    places = [item.entry.source for item in items]
    cells = ", ".join(place.cell or str(place.line) for place in places[:8])
    step = max(item.step for item in items)
    return Diagnostic(
        "import-rounded",
        places[0],
        _(
            "amounts are rounded to {step} won; {count} entries bring the ledger to rounded "
            "amounts: {cells}",
            step=f"{step:,}",
            count=len(items),
            cells=cells + (", …" if len(places) > 8 else ""),
        ),
        published=f"{step:,}",
        hint=_("ask finance for these amounts in won"),
        severity=Severity.WARNING,
    )
