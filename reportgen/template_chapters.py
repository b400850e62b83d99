"""The chapters that the content lists, held against those that the templates print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.choices import suggest
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.formats import Document, Format
from reportgen.i18n import translate as _
from reportgen.model.project_folder import ProjectFolder
from reportgen.model.report import Report
from reportgen.outline import name_document

if TYPE_CHECKING:
    from reportgen.rendering import TemplateSet
    from reportgen.views.blocks import BlockView

CHAPTERS = ("general", "strategy", "projects", "budget", "audit")
"""Those that the views know; a template need not print each of them."""

_DOCUMENTS = (Format.HWPX, Format.DOCX)


def check_chapters(report: Report, templates: TemplateSet) -> Iterator[Diagnostic]:
    """A chapter that a template prints and the content lacks, or that none prints.

    Without any template nothing is known to be left out.
    """
    reports = templates.list_templates()
    if not reports:
        return
    listed = {chapter.id: chapter for chapter in report.chapters if chapter.id}
    printed: set[str] = set()
    follows = False
    for template in reports:
        members = template.list_members("chapters")
        if members is None:
            return
        printed |= members
        follows = follows or template.mentions("outline")
        for missing in sorted(members - listed.keys()):
            yield _explain_missing(report, missing, template.name)
    known = dict.fromkeys([*CHAPTERS, *sorted(printed)])
    missing_ones = [identifier for identifier in known if identifier not in listed]
    for identifier, chapter in listed.items():
        if identifier not in known and not follows:
            yield Diagnostic(
                "unknown-chapter",
                chapter.source.of("id"),
                _("no template prints the chapter {id}", id=identifier),
                published=identifier,
                computed=", ".join(known),
                hint=suggest(identifier, missing_ones or list(known)),
            )


def check_documents(folder: ProjectFolder, templates: TemplateSet) -> Iterator[Diagnostic]:
    """A document whose template prints none of the chapters that the content gives it."""
    for document in folder.every_document():
        name = name_document(document)
        for template in templates.list_templates(Document(name)) if document.source.line else ():
            if not template.mentions("outline"):
                yield Diagnostic(
                    "unknown-chapter",
                    document.source.of("chapters"),
                    _("{template} doesn't print these chapters", template=template.name),
                    published=name,
                    hint=_("loop over outline in the template, or take the file away"),
                )


def check_prototypes(
    documents: Mapping[Document, Mapping[str, Any]], templates: TemplateSet
) -> Iterator[Diagnostic]:
    """A block of a document that a template, which chooses by kinds, would leave out."""
    for document, view in documents.items():
        kinds = dict.fromkeys(
            kind for chapter in view.get("outline", ()) for kind in _list_kinds(chapter.blocks)
        )
        for template in templates.list_templates(document):
            chosen = template.list_kinds()
            if not chosen or not template.mentions("outline"):
                continue
            for kind in (one for one in kinds if one not in chosen):
                yield Diagnostic(
                    "template-block",
                    SourceRef(template.name),
                    _(
                        "{template} prints no block of the kind {kind}",
                        template=template.name,
                        kind=kind,
                    ),
                    published=kind,
                    hint=_("add a prototype: {tag}", tag=f'{{%p elif block.kind == "{kind}" %}}'),
                )


def _list_kinds(blocks: Iterable[BlockView]) -> Iterator[str]:
    for block in blocks:
        yield block.kind
        for row in block.grid.rows if block.grid else ():
            for cell in row.cells:
                yield from _list_kinds(cell.blocks)


def find_chapter_mistakes(report: Report, root: Path) -> tuple[Diagnostic, ...]:
    """The same for the templates of a folder, which are looked at only where it matters.

    :param root: the folder that may have ``templates``.
    """
    if {chapter.id for chapter in report.chapters} == set(CHAPTERS):
        return ()
    from reportgen.rendering import TemplateSet

    present = tuple(form for form in _DOCUMENTS if (root / form.template).is_file())
    return tuple(check_chapters(report, TemplateSet(root, present, None)))


def _explain_missing(report: Report, identifier: str, template: str) -> Diagnostic:
    return Diagnostic(
        "unknown-chapter",
        report.source.of("chapters"),
        _(
            "{template} prints the chapter {id}, which isn't listed",
            template=template,
            id=identifier,
        ),
        published=", ".join(chapter.id for chapter in report.chapters if chapter.id),
        computed=identifier,
        hint=_("add a chapter with the id {id} to content/report.yaml", id=identifier),
    )
