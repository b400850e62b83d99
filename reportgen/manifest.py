"""``output/manifest.json``: what was built from what, and where each figure stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from reportgen.diagnostics import DataError, Diagnostic, Severity, SourceRef
from reportgen.figures import Figure, FigureTable
from reportgen.files import UnreadableFileError, read_input
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_LEDGER_BYTES
from reportgen.readers.folder_files import list_inputs
from reportgen.templating.printed import Printed

MANIFEST = "manifest.json"

Printings = Mapping[str, Sequence[tuple[Printed, dict[str, str]]]]
"""By file name, every text that shows figures, with what more is known of its place."""


def describe_build(
    figures: FigureTable,
    printed: Printings,
    inputs: Mapping[str, str],
    state: Mapping[str, str],
    outputs: Mapping[str, str] | None = None,
) -> bytes:
    """The manifest.

    :param printed: by file name, every text that shows figures, with what more is known of
        its place.
    :param inputs: SHA-256 by path of every file that was read.
    :param outputs: SHA-256 by name of every file in the folder that is of this state.
    """
    places = list_places(printed)
    shown = {**find_shown(printed), **figures}
    document = {
        "state": dict(state),
        "inputs": dict(sorted(inputs.items())),
        **({"outputs": dict(sorted(outputs.items()))} if outputs else {}),
        "figures": {
            name: {**_describe(figure), "places": places.get(name, [])}
            for name, figure in sorted(shown.items())
        },
    }
    return f"{spell_json(document)}\n".encode()


def spell_json(value: Any, margin: str = "\n") -> str:
    r"""The text of ``json.dumps(value, ensure_ascii=False, indent=1)``, in a third of the time.

    >>> spell_json({"가": [1, None], "나": []})
    '{\n "가": [\n  1,\n  null\n ],\n "나": []\n}'
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if not value or not isinstance(value, (dict, list)):
        return json.dumps(value)
    inside = f"{margin} "
    if isinstance(value, list):
        items = [spell_json(item, inside) for item in value]
        return f"[{inside}{f',{inside}'.join(items)}{margin}]"
    pairs = [f"{encode_basestring(key)}: {spell_json(item, inside)}" for key, item in value.items()]
    return f"{{{inside}{f',{inside}'.join(pairs)}{margin}}}"


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


def list_current(
    folder: Path, inputs: Mapping[str, str], state: Mapping[str, str]
) -> dict[str, str]:
    """What earlier builds wrote there of the same content and state, and is still so.

    :returns: SHA-256 by name.
    """
    try:
        earlier = read_manifest(folder)
    except DataError:
        return {}
    known = _read_digests(earlier, "inputs")
    same = all(known.get(name, digest) == digest for name, digest in inputs.items())
    if not same or earlier.get("state") != dict(state) or _of_content(known) != _of_content(inputs):
        return {}
    outputs = _read_digests(earlier, "outputs").items()
    return {name: digest for name, digest in outputs if digest_file(folder / name) == digest}


def find_changes(manifest: Mapping[str, Any], root: Path, folder: Path) -> Iterator[Diagnostic]:
    """A warning where the content is no longer what the build was made of.

    :param root: the project folder.
    :param folder: that of the manifest.
    """
    built = _of_content(_read_digests(manifest, "inputs"))
    if not built:
        return
    now = {normalize(name): digest_file(root / name) for name in list_inputs(root)}
    names = dict.fromkeys((*built, *now))
    changed = [name for name in names if built.get(name) != now.get(name)]
    if changed:
        named = ", ".join(changed[:_LISTED]) + (", …" if len(changed) > _LISTED else "")
        yield Diagnostic(
            "stale-manifest",
            SourceRef((folder / MANIFEST).as_posix()),
            _("the content has changed since the build: {files}", files=named)
            if now
            else _("the content of the build isn't here: {files}", files=named),
            published=str(len(changed)),
            hint=_("build again")
            if now
            else _("name its folder with --project; whether it has changed is not known"),
            severity=Severity.WARNING,
        )


def find_altered(manifest: Mapping[str, Any], folder: Path) -> Iterator[Diagnostic]:
    """A warning for each file of the build that is gone, or was written to since.

    :param folder: that of the manifest.
    """
    for name, digest in sorted(_read_digests(manifest, "outputs").items()):
        now = digest_file(folder / name)
        if now != digest:
            yield Diagnostic(
                "altered-output",
                SourceRef((folder / name).as_posix()),
                _("the file was changed after the build, which is what is told here")
                if now
                else _("the file of the build is gone, or can't be read"),
                hint=_("build again; what was typed into the file is lost then"),
                severity=Severity.WARNING,
            )


_LISTED = 3
"""How many files are named."""


def digest_file(path: Path) -> str:
    """Its SHA-256; empty where it can't be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _read_digests(manifest: Mapping[str, Any], key: str) -> dict[str, str]:
    """A part of a manifest, which somebody may have edited."""
    found = manifest.get(key)
    return (
        {str(name): str(digest) for name, digest in found.items()}
        if isinstance(found, dict)
        else {}
    )


def _of_content(inputs: Mapping[str, str]) -> dict[str, str]:
    return {name: digest for name, digest in inputs.items() if name.startswith("content/")}
