"""The names that templates may use, with what they mean and what they are today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from reportgen.formats import Document
from reportgen.i18n import translate as _
from reportgen.model.report import Notation
from reportgen.state import State
from reportgen.template_check import VIEWS
from reportgen.views.formatting import Formatter
from reportgen.views.name_list import Name, NameList, list_figures
from reportgen.views.name_sentences import list_sentences


@dataclass(frozen=True, slots=True)
class TemplateName:
    """A name, as it is listed.

    :ivar documents: those whose templates may use it.
    :ivar kind: what it is, in a word or two of the reader's language.
    :ivar example: what it prints today; empty where the content has none.
    """

    path: str
    documents: tuple[Document, ...]
    kind: str
    sentence: str
    example: str = ""

    def as_json(self) -> dict[str, Any]:
        """The name as it stands in ``--json``."""
        return {
            "name": self.path,
            "documents": [document.value for document in self.documents],
            "type": self.kind,
            "description": self.sentence,
            "example": self.example,
        }


def list_template_names(state: State | None = None, pattern: str = "*") -> list[TemplateName]:
    """The names that match a pattern, each once; of one that two documents share both.

    :param state: what the content says, for examples and figures.
    """
    formatter = state.context.formatter if state else Formatter(Notation())
    sentences = list_sentences()
    found: dict[tuple[str, str], TemplateName] = {}
    for document, name in _list_all(state):
        listed = _describe(name, document, formatter, sentences)
        key = listed.path, listed.sentence
        if key in found:
            earlier = found[key]
            documents = (*earlier.documents, document)
            example = earlier.example or listed.example
            listed = TemplateName(name.path, documents, earlier.kind, earlier.sentence, example)
        found[key] = listed
    return [one for one in found.values() if fnmatchcase(one.path, pattern)]


def _list_all(state: State | None) -> Iterator[tuple[Document, Name]]:
    data: Mapping[Document, Mapping[str, Any]] = state.documents if state else {}
    for document, view in VIEWS.items():
        yield from ((document, name) for name in NameList(view, data.get(document)))
    if state is not None:
        yield from (
            (document, name)
            for document in state.documents
            for name in list_figures(state.context.figures.tree)
        )


def _describe(
    name: Name, document: Document, formatter: Formatter, sentences: Mapping[str, str]
) -> TemplateName:
    sentence = sentences.get(f"{document}/{name.path}") or sentences.get(name.path, "")
    if name.columns:
        columns = ", ".join(name.columns)
        sentence = _("{sentence}; columns: {columns}", sentence=sentence, columns=columns)
    example = "" if name.example is None else _print(name.example, formatter)
    return TemplateName(name.path, (document,), spell_kind(name), sentence, example)


def _print(value: Any, formatter: Formatter) -> str:
    return formatter.present(value) if not isinstance(value, bool) else str(value).lower()


def spell_kind(name: Name) -> str:
    """The type of a name, in the reader's language; nouns are those of the names themselves."""
    words = {
        "text": _("text"),
        "number": _("number"),
        "truth": _("true or false"),
        "values": _("values"),
        "figures": _("figures"),
        "grid": _("table (grid)"),
    }
    if not name.item:
        return words.get(name.kind, name.kind)
    item = words.get(name.item, name.item)
    if name.kind == "values":
        return _("{item} for each ID", item=item)
    return _("list of {item}", item=item)
