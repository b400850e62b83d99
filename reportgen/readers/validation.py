"""Content models filled from YAML documents; every mistake as a located diagnostic."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.base import SOURCE_KEY, Content
from reportgen.readers.yaml_nodes import YamlDocument

Model = TypeVar("Model", bound=Content)

_BRANCHES = ("str", "tuple[str, ...]", "TableCell")
"""How pydantic names the branches of the one union, a table's cell."""

_EXPECTED = {
    "missing": "a value for this key",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number with fewer digits",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "string_type": "text",
    "tuple_type": "a list (lines that start with -)",
    "model_type": "a mapping (key: value)",
    "model_attributes_type": "a mapping (key: value)",
    "date_from_datetime_parsing": "a date such as 2025-06-05",
    "date_parsing": "a date such as 2025-06-05",
    "date_type": "a date such as 2025-06-05",
    "date_from_datetime_inexact": "a date such as 2025-06-05",
    "too_short": "at least one entry",
    "too_long": "fewer entries",
    "string_pattern_mismatch": "an id of lower-case letters, digits and _",
}


def validate_document(model: type[Model], document: YamlDocument) -> Model | None:
    """The file as its model, or None after every mistake was added to its diagnostics."""
    if document.diagnostics:
        return None
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        found = {_path(details): details for details in _relevant(error.errors())}
        for path, details in found.items():
            document.diagnostics.append(_explain(model, document, path, details))
        return None


def _relevant(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that a union reports for the branches not meant."""
    return [details for details in errors if not _is_unmeant(details)]


def _is_unmeant(details: ErrorDetails) -> bool:
    """Whether another branch of the union says better what is wrong with the value."""
    branch = details["loc"][-1] if details["loc"] else ""
    kind = details["type"]
    if branch == "str":
        return kind == "string_type" and details["input"] is not None
    return branch in _BRANCHES and kind in ("tuple_type", "model_type")


def _path(details: ErrorDetails) -> tuple[str | int, ...]:
    return tuple(part for part in details["loc"] if part not in _BRANCHES)


def _explain(
    model: type[BaseModel],
    document: YamlDocument,
    path: tuple[str | int, ...],
    details: ErrorDetails,
) -> Diagnostic:
    key = next((part for part in reversed(path) if isinstance(part, str)), document.file)
    place = document.locate(path)
    kind = details["type"]
    if kind == "missing":
        return Diagnostic(
            "missing-key",
            place,
            _("the key {key} is missing", key=key),
            hint=_("add a line «{key}: …»", key=key),
        )
    if kind == "extra_forbidden":
        return Diagnostic(
            "unknown-key", place, _("unknown key {key}", key=key), key, hint=_suggest(model, key)
        )
    return Diagnostic(
        "wrong-type",
        place,
        _("{key}: found {found}", key=key, found=_shorten(details["input"])),
        published=_shorten(details["input"]),
        computed=_expected(details),
        hint=_("expected {expected}", expected=_expected(details)),
    )


def _expected(details: ErrorDetails) -> str:
    kind = details["type"]
    context = details.get("ctx", {})
    if kind in ("enum", "literal_error"):
        return _("one of {choices}", choices=context["expected"])
    if kind == "value_error" and "period" in str(context.get("error")):
        return _("a month, a day or a range such as 2025-06/2025-11")
    if kind == "value_error" and "empty" in str(context.get("error")):
        return _("something behind the colon")
    if kind == "value_error":
        return _(
            "exactly one of heading, item, detail, note, point, pointer, numbered, "
            "schedule, box, table"
        )
    if kind == "greater_than_equal":
        return _("at least {limit}", limit=context["ge"])
    if kind == "less_than_equal":
        return _("at most {limit}", limit=context["le"])
    return _(_EXPECTED[kind]) if kind in _EXPECTED else details["msg"]


def _shorten(value: Any) -> str:
    if isinstance(value, dict):
        return _("a mapping with {keys}", keys=", ".join(k for k in value if k != SOURCE_KEY))
    if isinstance(value, tuple):
        return _("a list of {count}", count=len(value))
    text = _("nothing") if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _suggest(model: type[BaseModel], key: str) -> str:
    known = sorted(_known_keys(model.model_json_schema()))
    close = get_close_matches(key, known, n=1)
    if close:
        return _("did you mean {key}?", key=close[0])
    return _("remove it, or see the keys in docs/content-format.md")


def _known_keys(schema: dict[str, Any]) -> set[str]:
    definitions = [schema, *schema.get("$defs", {}).values()]
    return {key for part in definitions for key in part.get("properties", {})}
