"""Content models filled from YAML documents; every mistake as a located diagnostic."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportgen.choices import suggest
from reportgen.diagnostics import Diagnostic, bound_findings
from reportgen.i18n import language
from reportgen.i18n import translate as _
from reportgen.model.base import SOURCE_KEY, Content
from reportgen.model.outline_blocks import find_branch, is_branch
from reportgen.model.printed_words import WORDS
from reportgen.model.words import Choice, fold_word
from reportgen.readers.digits import explain_digits, explain_number
from reportgen.readers.known_keys import suggest_key
from reportgen.readers.ledger_words import explain_meanings
from reportgen.readers.yaml_mistakes import NO_BLANK, explain_no_blank
from reportgen.readers.yaml_nodes import YamlDocument

Model = TypeVar("Model", bound=Content)

_BRANCHES = ("str", "tuple[str, ...]", "TableCell")
"""How pydantic names the branches of the one union, a table's cell."""

_KEY = "[key]"
"""How pydantic names the key of a mapping whose keys are words."""

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
        found_model = model.model_validate(document.data)
    except ValidationError as error:
        found = {_path(details): details for details in _relevant(error.errors())}
        around = frozenset(path[:end] for path in document.lost for end in range(len(path) + 1))
        explained = (
            _explain(model, document, path, details, path in around)
            for path, details in found.items()
        )
        document.diagnostics.extend(bound_findings(explained))
        return None
    lost = (one for path, one in document.lost.items() if _holds_text(found_model, path))
    document.warnings.extend(bound_findings(one.explain(document.file) for one in lost))
    return found_model


def _holds_text(content: Content, path: tuple[str | int, ...]) -> bool:
    """Whether a value is a text, or is nothing where a text may stand."""
    value: Any = content
    for part in path:
        owner, value = value, _find_value(value, part)
    if value is None and isinstance(owner, Content):
        return str in get_args(type(owner).model_fields[str(part)].annotation)
    return isinstance(value, str) and not isinstance(value, Enum)


def _find_value(owner: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return owner[part]
    return owner.get(fold_word(part)) if isinstance(owner, dict) else getattr(owner, part)


def _relevant(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that a union reports for the branches not meant."""
    return [details for details in errors if not _is_unmeant(details)]


def _is_unmeant(details: ErrorDetails) -> bool:
    """Whether another branch of the union, or an item, says better what is wrong."""
    branch = details["loc"][-1] if details["loc"] else ""
    kind = details["type"]
    if kind == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]:
        return True  # an item that is wrong isn't counted
    if branch == "str":
        return kind == "string_type" and details["input"] is not None
    return branch in _BRANCHES and kind in ("tuple_type", "model_type")


def _path(details: ErrorDetails) -> tuple[str | int, ...]:
    parts = details["loc"]
    return tuple(part for part in parts if part not in (*_BRANCHES, _KEY) and not is_branch(part))


def _find_owner(
    model: type[BaseModel], details: ErrorDetails
) -> tuple[type[BaseModel], tuple[str | int, ...]]:
    """The type of the innermost branch of a union around a mistake, and the way from there."""
    parts = [part for part in details["loc"] if part not in _BRANCHES]
    at = max((at for at, part in enumerate(parts) if is_branch(part)), default=-1)
    return (model if at < 0 else find_branch(parts[at])), tuple(parts[at + 1 :])


def _explain(
    model: type[BaseModel],
    document: YamlDocument,
    path: tuple[str | int, ...],
    details: ErrorDetails,
    is_cut: bool,
) -> Diagnostic:
    """:param is_cut: whether a comment stands beside the value, or inside it."""
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
            "unknown-key",
            place,
            _("unknown key {key}", key=key),
            key,
            hint=_explain_key(*_find_owner(model, details), key),
        )
    hints = [_hint_expected(details), *_find_causes(details, is_cut)]
    return Diagnostic(
        "wrong-type",
        place,
        _("{key}: found {found}", key=key, found=_shorten(details["input"])),
        published=_shorten(details["input"]),
        computed=_expected(details),
        hint="; ".join(hints),
    )


def _explain_key(model: type[BaseModel], path: tuple[str | int, ...], key: str) -> str:
    if match := NO_BLANK.match(key):
        return "; ".join(explain_no_blank(match))
    return suggest_key(model, path[:-1], key)


def _find_causes(details: ErrorDetails, is_cut: bool) -> Iterator[str]:
    """What was typed wrong, where the value shows it."""
    found, kind = details["input"], details["type"]
    if is_cut:
        yield _("« #» begins a comment; put a text that holds it in quotes")
    text = found if isinstance(found, str) else ""
    if kind in ("model_type", "model_attributes_type") and (match := NO_BLANK.match(text)):
        yield "; ".join(explain_no_blank(match))
    if kind == "string_type" and isinstance(found, (dict, tuple)):
        yield _("put a text that begins with {sign} in quotes", sign="[ { …")
    explain = explain_number if kind.startswith("int_") else explain_digits
    is_number = kind.startswith(("int_", "date_", "period_"))
    if cause := details.get("ctx", {}).get("cause") or (is_number and explain(text)):
        yield str(cause)


def _hint_expected(details: ErrorDetails) -> str:
    if details["type"] == "unknown_printed_word":
        return suggest(str(details["input"]), tuple(WORDS))
    if details["type"] == "several_meanings":
        return explain_meanings(list(map(_quote, details["ctx"]["choices"])))
    return _("expected {expected}", expected=_expected(details))


def _quote(choice: Choice) -> str:
    """The value in quotes, in Korean messages with its word."""
    return _name(choice._replace(value=f"'{choice.value}'"))


def _name(choice: Choice) -> str:
    is_glossed = language() == "ko" and choice.value.isascii() and choice.words
    return f"{choice.value}({choice.word})" if is_glossed else choice.value


def _expected(details: ErrorDetails) -> str:
    kind = details["type"]
    context = details.get("ctx", {})
    if kind in ("unknown_word", "several_meanings"):
        *first, last = map(_quote, context["choices"])
        choices = ", ".join(first)
        listed = _("{choices} or {last}", choices=choices, last=last) if first else last
        return _("one of {choices}", choices=listed)
    if kind == "enum":
        return _("one of {choices}", choices=context["expected"])
    if kind == "period_parsing":
        return _("a month, a day or a range such as 2025-06/2025-11")
    if kind == "unknown_column":
        return _("columns among {choices}", choices=", ".join(map(_name, context["choices"])))
    if kind == "unknown_printed_word":
        return _("a word that the views print")
    if kind == "repeated_printed_word":
        return _("each word once, but found {words}", words=context["words"])
    if kind == "two_organizations":
        return _("either units, or headquarters and teams")
    if kind == "two_sources":
        return _("either blocks or file")
    if kind == "value_error" and "new_page" in str(context.get("error")):
        return _("new_page beside heading")
    if kind == "value_error" and "empty" in str(context.get("error")):
        return _("something behind the colon")
    if kind == "value_error":
        return _(
            "exactly one of heading, item, paragraph, detail, note, point, pointer, numbered, "
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
