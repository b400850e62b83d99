"""``output/manifest.json``: what was built from what, and where each figure stands."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.figures import Figure, FigureTable
from reportgen.files import UnreadableFileError, read_input
from reportgen.i18n import translate as _
from reportgen.limits import MOST_LEDGER_BYTES
from reportgen.templating.printed import Printed

MANIFEST = "manifest.json"

Printings = Mapping[str, Sequence[tuple[Printed, dict[str, str]]]]
"""By file name, every text that shows figures, with what more is known of its place."""


def describe_build(
    figures: FigureTable,
    printed: Printings,
    inputs: Mapping[str, str],
    state: Mapping[str, str],
) -> bytes:
    """The manifest.

    :param printed: by file name, every text that shows figures, with what more is known of
        its place.
    :param inputs: SHA-256 by path of every file that was read.
    """
    places = list_places(printed)
    shown = {**find_shown(printed), **figures}
    document = {
        "state": dict(state),
        "inputs": dict(sorted(inputs.items())),
        "figures": {
            name: {**_describe(figure), "places": places.get(name, [])}
            for name, figure in sorted(shown.items())
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def list_places(printed: Printings) -> dict[str, list[dict[str, str]]]:
    """By name of the figure, every place where it is printed, in the order of the files."""
    places: dict[str, list[dict[str, str]]] = {}
    for file, texts in printed.items():
        form = file.rpartition(".")[2]
        for text, extra in texts:
            for figure, piece in text.shown:
                known = places.setdefault(figure.name, [])
                place = {
                    "format": form,
                    "file": file,
                    "text": piece,
                    **text.place.as_json(),
                    **extra,
                }
                if place not in known:
                    known.append(place)
    return places


def find_shown(printed: Printings) -> dict[str, Figure]:
    """Every figure that is printed, also those that only an expression in a text made."""
    return {
        figure.name: figure
        for texts in printed.values()
        for text, _extra in texts
        for figure in text.figures
        if isinstance(figure, Figure)
    }


def _describe(figure: Figure) -> dict[str, Any]:
    value = str(figure.value) if isinstance(figure.value, Decimal) else figure.value
    return {
        "value": value,
        "unit": figure.unit.value,
        "formula": str(figure.formula),
        "operands": list(figure.formula.operands),
        "sources": [str(source) for source in figure.sources],
    }


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the last build.

    :raises DataError: when nothing was built there yet, or the file is damaged.
    """
    path = folder / MANIFEST
    try:
        document = json.loads(read_input(path, MOST_LEDGER_BYTES))
        _check_shape(document)
    except (OSError, ValueError, RecursionError, UnreadableFileError):
        raise DataError(
            (
                Diagnostic(
                    "missing-manifest",
                    SourceRef(path.as_posix()),
                    _("there is no manifest of a build"),
                    hint=_("run «reportgen build» first"),
                ),
            )
        ) from None
    found: dict[str, Any] = document
    return found


def _check_shape(document: Any) -> None:
    """:raises ValueError: when the document is not what :func:`describe_build` writes."""
    figures = document.get("figures") if isinstance(document, dict) else None
    if not isinstance(figures, dict) or not all(map(_is_figure, figures.values())):
        raise ValueError


def _is_figure(facts: Any) -> bool:
    keys = {"value", "unit", "formula", "sources", "places"}
    if not isinstance(facts, dict) or not keys <= facts.keys():
        return False
    places = facts["places"]
    return isinstance(places, list) and all(
        isinstance(place, dict) and isinstance(place.get("text"), str) for place in places
    )
