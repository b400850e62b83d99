"""The chapters of a report with their blocks, wherever the content keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from reportgen.choices import suggest
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.outline import Chapter, ChapterFile, OutlineBlock

FOLDER = "chapters"
"""Where the files of chapters stand, inside the content."""

Blocks = tuple[OutlineBlock, ...]


def resolve_chapters(
    chapters: Sequence[Chapter], written: Mapping[str, ChapterFile]
) -> tuple[tuple[Chapter, ...], tuple[Diagnostic, ...]]:
    """The chapters, each with its id and its blocks; and what is wrong with them.

    :param written: the files of chapters, by their path inside the content.
    """
    found: list[Chapter] = []
    problems: list[Diagnostic] = []
    for number, chapter in enumerate(chapters, 1):
        blocks = _find_blocks(chapter, written)
        if blocks is None:
            problems.append(_explain_missing(chapter, written))
            continue
        identifier = chapter.id or f"chapter{number}"
        found.append(chapter.model_copy(update={"id": identifier, "blocks": blocks}))
    problems += _find_unused(chapters, written)
    return tuple(found), tuple(problems)


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
