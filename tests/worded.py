"""The words of every key of the content, as its types have them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from reportgen.model.words import FLAG_WORDS, Words
from reportgen.readers.finance.profile import ImportProfile
from reportgen.readers.folder import CONTENT_FILES


class Key(NamedTuple):
    """A key whose values have a fixed meaning.

    :ivar words: None where it has none.
    """

    owner: str
    name: str
    words: Words | None


def list_keys() -> list[Key]:
    """Every key that takes an enum, a literal or a flag; a view's own name is none."""
    models: dict[type[BaseModel], None] = {}
    for model in (*CONTENT_FILES.values(), ImportProfile):
        _collect(model, models)
    keys = (key for model in models for key in _list_own(model))
    return list(dict.fromkeys(key for key in keys if key.name != "view"))


def list_worded() -> list[Key]:
    """The keys with words of their own, those of flags left out."""
    return [key for key in list_keys() if key.words not in (None, FLAG_WORDS)]


def _collect(model: type[BaseModel], models: dict[type[BaseModel], None]) -> None:
    if model in models:
        return
    models[model] = None
    for field in model.model_fields.values():
        for part, _words in _walk(field.annotation, field.metadata):
            if isinstance(part, type) and issubclass(part, BaseModel):
                _collect(part, models)


def _list_own(model: type[BaseModel]) -> Iterator[Key]:
    for name, field in model.model_fields.items():
        for part, words in _walk(field.annotation, field.metadata):
            is_enum = isinstance(part, type) and issubclass(part, Enum)
            if words or is_enum or part is bool or get_origin(part) is Literal:
                yield Key(model.__name__, name, words)


def _walk(annotation: Any, metadata: Any) -> Iterator[tuple[Any, Words | None]]:
    """Every type inside an annotation, with the words that stand at it."""
    words = next((one for one in metadata if isinstance(one, Words)), None)
    if words is None and hasattr(annotation, "__metadata__"):
        yield from _walk(annotation.__origin__, annotation.__metadata__)
        return
    yield annotation, words
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _walk(part, ())


def spell_rows(key: str, words: Words) -> list[str]:
    """The rows of a table in the documents: each value with the words that mean it alone."""
    typed = words.list_typed()
    return [
        f"| `{key}` | `{choice.value}` | {', '.join(w for w in choice.words if w in typed)} |"
        for choice in words.choices
    ]


def list_unclear(words: Words) -> list[str]:
    """The words that mean several values."""
    every = dict.fromkeys(word for choice in words.choices for word in choice.words)
    return [word for word in every if len(words.find(word)) > 1]
