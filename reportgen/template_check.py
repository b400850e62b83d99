"""The templates of a project, all of them, held against what their documents offer.

The template engine is loaded for a template that is not known to be without mistakes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.clean_templates import CleanTemplate
from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.figures import FigureTable
from reportgen.formats import TEMPLATED, Document, Format
from reportgen.i18n import translate as _
from reportgen.model.report import Notation
from reportgen.state import State
from reportgen.templating.checks.offered_names import Offer, OfferedNames
from reportgen.templating.checks.shapes import Shape
from reportgen.views.formatting import Formatter
from reportgen.views.names import AmendmentNames, ReportNames
from reportgen.views.shapes import shape_names

Names = Mapping[Document, OfferedNames]

VIEWS: Mapping[Document, type] = {
    Document.REPORT: ReportNames,
    Document.AMENDMENT: AmendmentNames,
}
"""The type of what the view of each document makes."""


def list_names(
    figures: FigureTable | None = None, shown: Collection[Document] = Document.standard()
) -> Names:
    """What the templates of each document may use.

    :param figures: those of the state, where there is one.
    :param shown: the documents that the state has; of others it is not known which figures they
        will have.
    """
    return {
        document: _offer(document, figures if document in shown else None)
        for document in dict.fromkeys((*VIEWS, *shown))
    }


def _offer(document: Document, figures: FigureTable | None) -> OfferedNames:
    return OfferedNames(
        shape_names(VIEWS.get(document, ReportNames), figures), document.value, "figures"
    )


def check_templates(
    root: Path, names: Names, known: Collection[tuple[Document, Format]] = ()
) -> Iterator[Diagnostic]:
    """What is wrong with the templates that a folder has, in every format, of every document.

    :param root: the folder that has ``templates``.
    :param known: those that were looked at already.
    """
    for document in names:
        for form in TEMPLATED:
            path = root / form.name_template(document)
            if (document, form) not in known and path.is_file():
                yield from check_file(path, form, names[document], form.name_template(document))


def check_project(root: Path, state: State | None) -> Iterator[Diagnostic]:
    """What is wrong with all templates of a folder, the workbook's among them.

    :param state: what the content says, where it can be read.
    """
    yield from check_templates(root, _list_names(state))
    workbook = root / Format.XLSX.template
    if state is not None and workbook.is_file():
        yield from check_workbook(workbook, state, Format.XLSX.template)


def check_given(
    path: Path, state: State | None, document: Document | None = None
) -> Sequence[Diagnostic]:
    """What is wrong with one file, wherever it is.

    :param document: what it is a template of; else told by its name, else by the names it uses.
    """
    name = path.as_posix()
    suffix = path.suffix.lower()
    form = next((one for one in (*TEMPLATED, Format.XLSX) if suffix == f".{one}"), None)
    if form is None:
        return [_refuse_suffix(name)]
    if form is Format.XLSX:
        return check_workbook(path, state, name) if state is not None else ()
    names = _list_names(state)
    stated = document or next((one for one in names if path.name.startswith(one)), None)
    found = [check_file(path, form, names[one], name) for one in names if stated in (None, one)]
    return min(found, key=len)


def _list_names(state: State | None) -> Names:
    return list_names() if state is None else list_names(state.context.figures, state.documents)


def _refuse_suffix(name: str) -> Diagnostic:
    suffixes = ", ".join(f".{form}" for form in (*TEMPLATED, Format.XLSX))
    return Diagnostic(
        "template-file",
        SourceRef(name),
        _("a template is a file that ends in one of {suffixes}", suffixes=suffixes),
        hint=_("save it again as HWPX, DOCX or XLSX; HWP is made from the HWPX"),
    )


def check_workbook(path: Path, state: State, name: str) -> Sequence[Diagnostic]:
    """What is wrong with the template of the annexes; it shows once they are filled."""
    from reportgen.renderers.xlsx import render_xlsx

    try:
        render_xlsx(state.annexes, state.context.figures, path, modified=state.base_date, name=name)
    except DataError as error:
        return error.diagnostics
    return ()


def check_file(path: Path, form: Format, names: OfferedNames, name: str) -> list[Diagnostic]:
    """What is wrong with one template.

    :param name: by which it is called in what is found.
    """
    clean = CleanTemplate(path, form, names)
    if clean.knows():
        return []
    watched, asked = names.watch()
    found = _find_mistakes(path, form, watched, name)
    if not found:
        clean.add(asked)
    return found


def _find_mistakes(
    path: Path, form: Format, names: Mapping[str, Shape], name: str
) -> list[Diagnostic]:
    from reportgen.rendering import DIALECTS
    from reportgen.templating.checks.static_check import check_template
    from reportgen.templating.code.environment import StrictEnvironment

    filters = Formatter(Notation()).filters()
    environment = StrictEnvironment(None, filters)
    offer = Offer(environment.filters, environment.tests, tuple(filters), names)
    return check_template(path, DIALECTS[form](), offer, name)
