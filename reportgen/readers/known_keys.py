"""The keys that a mapping may have, and the one that an unknown key may have meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from reportgen.choices import find_near, list_names, suggest
from reportgen.i18n import translate as _


def suggest_key(model: type[BaseModel], path: tuple[str | int, ...], key: str) -> str:
    """A key of the same mapping that is like it, or the one below which it belongs."""
    schema = _describe(model)
    here = _find_properties(schema, path)
    if find_near(key, here):
        return suggest(key, here)
    if owners := dict.fromkeys(_list_owners(schema, key)):
        return _("{key} stands below {owners}", key=key, owners=list_names(owners))
    return _("remove it, or see the keys in docs/content-format.md")


@cache
def _describe(model: type[BaseModel]) -> dict[str, Any]:
    """The schema, which takes long to make and depends on nothing else."""
    return model.model_json_schema()


def _find_properties(schema: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """The keys that a mapping at that place may have."""
    part = schema
    for step in path:
        part = _resolve(schema, part)
        inner = part.get("items", {}) if isinstance(step, int) else part.get("properties", {})
        part = inner if isinstance(step, int) else inner.get(step, {})
    properties: dict[str, Any] = _resolve(schema, part).get("properties", {})
    return properties


def _resolve(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """What a reference points at; of several kinds the one that is a mapping or a list."""
    options = [part, *part.get("anyOf", ()), *part.get("allOf", ())]
    for option in options:
        name = str(option.get("$ref", "")).rpartition("/")[2]
        found: dict[str, Any] = schema["$defs"][name] if name else option
        if found.get("properties") or found.get("items"):
            return found
    return part


def _list_owners(schema: dict[str, Any], key: str) -> Iterator[str]:
    """The keys below which a mapping with that key stands."""
    for part in (schema, *schema.get("$defs", {}).values()):
        for owner, value in part.get("properties", {}).items():
            inner = _resolve(schema, value)
            if key in _resolve(schema, inner.get("items", inner)).get("properties", {}):
                yield owner
