"""Every text of the content, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from reportgen.diagnostics import SourceRef
from reportgen.model.base import Content
from reportgen.model.project_folder import ProjectFolder


class TypedText(NamedTuple):
    """A text as it was typed.

    :ivar is_filled: whether its expressions are filled; else it is printed as it is.
    :ivar may_be_blank: whether it may have nothing to be seen, as a cell of a table.
    """

    text: str
    place: SourceRef
    is_filled: bool
    may_be_blank: bool = False


def list_texts(folder: ProjectFolder) -> Iterator[TypedText]:
    """The texts of every content file; those of the ledger are not among them."""
    contents: tuple[Content, ...] = (
        folder.report,
        folder.organization,
        *folder.contacts,
        folder.accounts,
        *folder.projects,
        *folder.requests,
        *folder.amendments,
        *folder.chapter_files,
        *(document for document in folder.every_document() if document.source.line),
    )
    for content in contents:
        yield from walk_texts(content)


def walk_texts(content: Content, may_be_blank: bool = False) -> Iterator[TypedText]:
    """Every text of a mapping and of those inside it; words with a fixed meaning are none.

    :param may_be_blank: whether all of them may be.
    """
    for key in type(content).model_fields:
        value = getattr(content, key)
        if not isinstance(value, (str, tuple, dict, Content)):
            continue
        if isinstance(value, str):
            value = value.replace(content.placeholders.get(key, "\0"), "")
        is_free = may_be_blank or key in content.blank or key in content.placeholders
        yield from _walk(value, content.source.of(key), key in content.filled, is_free)


def _walk(
    value: object, place: SourceRef, is_filled: bool, may_be_blank: bool
) -> Iterator[TypedText]:
    if isinstance(value, str) and not isinstance(value, StrEnum):
        yield TypedText(value, place, is_filled, may_be_blank)
    elif isinstance(value, Content):
        yield from walk_texts(value, may_be_blank)
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _walk(item, place, is_filled, may_be_blank)
