"""The chapters of a report with their blocks, wherever the content keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportgen.choices import find_near, suggest
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.outline import Chapter, ChapterFile, DocumentFile
from reportgen.model.outline_blocks import OutlineBlock

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAKEN = ("council-report", "budget-annexes", "manifest")
_PACKAGE = "budget-amendment"

Blocks = tuple[OutlineBlock, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The chapters of all documents, each with its id and its blocks, and what is wrong.

    :ivar documents: those that the folder itself defines.
    :ivar package: the amendment package.
    """

    chapters: tuple[Chapter, ...]
    documents: tuple[DocumentFile, ...]
    package: DocumentFile
    diagnostics: tuple[Diagnostic, ...]


def resolve_outline(
    chapters: Sequence[Chapter],
    documents: Sequence[DocumentFile],
    written: Mapping[str, ChapterFile],
    standard: Mapping[str, Blocks],
    package: DocumentFile,
) -> Outline:
    """The outline of the report and those of other documents.

    :param written: the files of chapters, by their path inside the content.
    :param standard: what stands in chapters of which only the id is given.
    :param package: the amendment package where no document has its name.
    """
    sources = _Sources(written, standard)
    problems: list[Diagnostic] = []
    own = tuple(_resolve(chapters, sources, problems))
    others = {
        name_document(document): document.model_copy(
            update={"chapters": tuple(_resolve(document.chapters, sources, problems))}
        )
        for document in documents
    }
    shown = others.pop(_PACKAGE, package)
    every = (*chapters, *(chapter for document in documents for chapter in document.chapters))
    problems += (found for document in documents if (found := _check_name(document)))
    problems += _find_unused(every, written)
    return Outline(own, tuple(others.values()), shown, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where blocks of chapters stand that don't stand in the chapters."""

    written: Mapping[str, ChapterFile]
    standard: Mapping[str, Blocks]


def _resolve(
    chapters: Sequence[Chapter], sources: _Sources, problems: list[Diagnostic]
) -> Iterator[Chapter]:
    for number, chapter in enumerate(chapters, 1):
        blocks = _find_blocks(chapter, sources)
        if blocks is None:
            problems.append(_explain_missing(chapter, sources))
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


def _find_blocks(chapter: Chapter, sources: _Sources) -> Blocks | None:
    if chapter.blocks is not None:
        return chapter.blocks
    if chapter.file is not None:
        found = sources.written.get(chapter.file)
        return None if found is None else found.blocks
    return sources.standard.get(chapter.id or "")


def _explain_missing(chapter: Chapter, sources: _Sources) -> Diagnostic:
    if chapter.file is not None:
        return Diagnostic(
            "missing-file",
            chapter.source.of("file"),
            _("there is no content/{name}", name=chapter.file),
            published=chapter.file,
            hint=suggest(chapter.file, list(sources.written)),
        )
    return Diagnostic(
        "empty-chapter",
        chapter.source.of("id" if chapter.id else "title"),
        _("the chapter «{title}» has nothing in it", title=chapter.title),
        hint=suggest(chapter.id, near)
        if chapter.id and (near := find_near(chapter.id, sources.standard))
        else _("write blocks: below it, or file: chapters/NAME.yaml"),
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
