"""Views that an outline places and the folder has nothing for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.checks.subject import Subject
from reportgen.checks.view_needs import find_notes_of, lacks, spell_need
from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.outline import Chapter, DocumentFile
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.view_options import View


def check_views(subject: Subject) -> Iterator[Diagnostic]:
    """A view that would print an empty table, or nothing, outside an optional chapter."""
    for chapter in subject.folder.every_chapter():
        for view in () if chapter.optional else _list_placed(chapter):
            if view.source.line and lacks(subject, view):
                yield Diagnostic(
                    "empty-view",
                    view.source.of("view"),
                    _("the view {name} has nothing to show", name=view.view),
                    published=view.view,
                    hint=_("{reason}; or take the view out", reason=spell_need(view)),
                )


def check_chapters_left(subject: Subject) -> Iterator[Diagnostic]:
    """A document of which no chapter is left."""
    folder = subject.folder
    left = [(folder.report.source, folder.chapters)]
    left += [(document.source, document.chapters) for document in folder.every_document()]
    for source, chapters in left:
        if not chapters:
            yield Diagnostic(
                "empty-document",
                source.of("chapters"),
                _("every chapter is optional, and none has anything to show"),
                hint=_("add a chapter that stands in every state of the budget"),
            )


def list_views(folder: ProjectFolder) -> Iterator[View]:
    """The views in all outlines."""
    for chapter in folder.every_chapter():
        yield from _list_placed(chapter)


def leave_out(subject: Subject) -> ProjectFolder:
    """The folder without the optional chapters whose views have nothing to show.

    Without an amendment there is no package, either.
    """
    folder = subject.folder
    package = folder.package
    if package is not None:
        package = _leave_out(subject, package) if find_notes_of(subject) else None
    return replace(
        folder,
        chapters=_choose(subject, folder.chapters),
        documents=tuple(_leave_out(subject, document) for document in folder.documents),
        package=package,
    )


def _leave_out(subject: Subject, document: DocumentFile) -> DocumentFile:
    return document.model_copy(update={"chapters": _choose(subject, document.chapters)})


def _choose(subject: Subject, chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    return tuple(chapter for chapter in chapters if not _is_empty(subject, chapter))


def _is_empty(subject: Subject, chapter: Chapter) -> bool:
    """Whether an optional chapter has views, and none of them anything to show."""
    views = _list_placed(chapter)
    return chapter.optional and bool(views) and all(lacks(subject, view) for view in views)


def _list_placed(chapter: Chapter) -> list[View]:
    return [block for block in chapter.blocks or () if isinstance(block, View)]
