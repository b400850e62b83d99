"""``output/manifest.json``: what was built from what, and where each figure stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.figures import Figure, FigureTable
from reportgen.i18n import translate as _
from reportgen.templating.printed import Printed

MANIFEST = "manifest.json"


def describe_build(
    figures: FigureTable,
    printed: Mapping[str, Iterable[tuple[Printed, dict[str, str]]]],
    inputs: Mapping[str, str],
    state: Mapping[str, str],
) -> bytes:
    """The manifest.

    :param printed: by format, every text that shows figures, with what more is known of its place.
    :param inputs: SHA-256 by path of every file that was read.
    """
    places: dict[str, list[dict[str, str]]] = {}
    shown: dict[str, Figure] = dict(figures)
    for form, texts in printed.items():
        for text, extra in texts:
            for figure, piece in text.shown:
                if isinstance(figure, Figure):
                    shown.setdefault(figure.name, figure)
                place = {"format": form, "text": piece, **text.place.as_json(), **extra}
                known = places.setdefault(figure.name, [])
                if place not in known:
                    known.append(place)
    document = {
        "state": dict(state),
        "inputs": dict(sorted(inputs.items())),
        "figures": {
            name: {**_describe(figure), "places": places.get(name, [])}
            for name, figure in sorted(shown.items())
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


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
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
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
    assert isinstance(document, dict)
    return document
