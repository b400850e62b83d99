"""The chapters of a report with their blocks, wherever the content keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

import yaml
from pydantic import TypeAdapter

from reportgen.choices import suggest
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.outline import Chapter, ChapterFile, DocumentFile, OutlineBlock

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAKEN = ("council-report", "budget-amendment", "budget-annexes", "manifest")

Blocks = tuple[OutlineBlock, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The chapters of all documents, each with its id and its blocks, and what is wrong."""

    chapters: tuple[Chapter, ...]
    documents: tuple[DocumentFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def resolve_outline(
    chapters: Sequence[Chapter],
    documents: Sequence[DocumentFile],
    written: Mapping[str, ChapterFile],
) -> Outline:
    """The outline of the report and those of other documents.

    :param written: the files of chapters, by their path inside the content.
    """
    problems: list[Diagnostic] = []
    own = tuple(_resolve(chapters, written, problems))
    others = tuple(
        document.model_copy(
            update={"chapters": tuple(_resolve(document.chapters, written, problems))}
        )
        for document in documents
    )
    every = (*chapters, *(chapter for document in documents for chapter in document.chapters))
    problems += (found for document in documents if (found := _check_name(document)))
    problems += _find_unused(every, written)
    return Outline(own, others, tuple(problems))


def _resolve(
    chapters: Sequence[Chapter], written: Mapping[str, ChapterFile], problems: list[Diagnostic]
) -> Iterator[Chapter]:
    for number, chapter in enumerate(chapters, 1):
        blocks = _find_blocks(chapter, written)
        if blocks is None:
            problems.append(_explain_missing(chapter, written))
            continue
        identifier = chapter.id or f"chapter{number}"
        yield chapter.model_copy(update={"id": identifier, "blocks": blocks})


def name_document(document: DocumentFile) -> str:
    """The name of the files that are made of it: that of its own file."""
    return PurePosixPath(document.source.file).stem


def _check_name(document: DocumentFile) -> Diagnostic | None:
    name = name_document(document)
    if _NAME.fullmatch(name) and name not in _TAKEN:
        return None
    return Diagnostic(
        "document-name",
        document.source.of(),
        _("a document can't be named {name}", name=name),
        published=name,
        hint=_("name the file in small letters, digits and -, such as board-report.yaml"),
    )


def _find_blocks(chapter: Chapter, written: Mapping[str, ChapterFile]) -> Blocks | None:
    if chapter.blocks is not None:
        return chapter.blocks
    if chapter.file is not None:
        found = written.get(chapter.file)
        return None if found is None else found.blocks
    return read_standard().get(chapter.id or "")


@cache
def read_standard() -> Mapping[str, Blocks]:
    """What stands in the chapters of the first format, by their ids."""
    typed = yaml.load(read_standard_text(), yaml.CBaseLoader)
    adapter: TypeAdapter[Blocks] = TypeAdapter(tuple[OutlineBlock, ...])
    return {name: adapter.validate_python(tuple(blocks)) for name, blocks in typed.items()}


def read_standard_text() -> str:
    """The same, as it is written."""
    return files(__package__).joinpath("standard.yaml").read_text(encoding="utf-8")


def _explain_missing(chapter: Chapter, written: Mapping[str, ChapterFile]) -> Diagnostic:
    if chapter.file is not None:
        return Diagnostic(
            "missing-file",
            chapter.source.of("file"),
            _("there is no content/{name}", name=chapter.file),
            published=chapter.file,
            hint=suggest(chapter.file, list(written)),
        )
    return Diagnostic(
        "empty-chapter",
        chapter.source.of("id" if chapter.id else "title"),
        _("the chapter «{title}» has nothing in it", title=chapter.title),
        hint=_("write blocks: below it, or file: chapters/NAME.yaml"),
    )


def _find_unused(
    chapters: Sequence[Chapter], written: Mapping[str, ChapterFile]
) -> Iterator[Diagnostic]:
    named = {chapter.file for chapter in chapters}
    for name, content in written.items():
        if name not in named:
            yield Diagnostic(
                "unused-chapter",
                content.source.of(),
                _("no chapter names content/{name}", name=name),
                hint=_("add «file: {name}» to a chapter in content/report.yaml", name=name),
            )
