"""The names that templates may use, as the types of the views have them."""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin

import pytest

from reportgen.formats import Document
from reportgen.state import State, load_state
from reportgen.template_check import VIEWS
from reportgen.template_names import list_template_names
from reportgen.views.grid import Grid, Row
from reportgen.views.name_list import HIDDEN, NameList
from reportgen.views.name_sentences import list_sentences
from reportgen.views.names import Columns
from reportgen.views.shapes import list_hints
from tests.sample import PROJECT
from tools.write_names import PAGE, insert_names

EXAMPLE = PROJECT / "examples/amendment/foundation"


@pytest.fixture(scope="module")
def state() -> State:
    return load_state(EXAMPLE)


def test_each_name_of_the_types_has_a_sentence_and_each_sentence_a_name() -> None:
    paths = {name.path for view in VIEWS.values() for name in NameList(view)}
    assert paths == {sentence.rpartition("/")[2] for sentence in list_sentences()}


def test_what_is_hidden_is_not_listed() -> None:
    assert not HIDDEN & {name.path for view in VIEWS.values() for name in NameList(view)}


def test_the_page_of_the_docs_has_the_names_of_the_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    page = PAGE.read_text(encoding="utf-8")
    assert insert_names(page) == page


def find_columns() -> list[tuple[Document, str]]:
    """The tables of whose rows the columns are declared."""
    return [
        (document, key)
        for document, view in VIEWS.items()
        for key, hint in list_hints(view).items()
        if get_origin(hint) is Annotated
    ]


def rows_of(value: Any) -> tuple[Row, ...]:
    return value.rows if isinstance(value, Grid) else ()


@pytest.mark.parametrize(("document", "key"), find_columns())
def test_the_declared_columns_of_a_table_are_those_that_it_has(
    state: State, document: Document, key: str
) -> None:
    notes = get_args(list_hints(VIEWS[document])[key])[1:]
    declared = next(note.keys for note in notes if isinstance(note, Columns))
    found = {tuple(row.columns) for row in rows_of(state.documents[document][key])}
    assert found <= {declared}
    assert found or key in ("execution", "staffing")


def test_a_name_knows_its_type_and_what_it_is_today(state: State) -> None:
    (name,) = list_template_names(state, "policy.name")
    assert (name.kind, name.example) == ("text", "시원한 도시 만들기")
    assert name.sentence == "name of the policy programme"
    assert name.documents == (Document.REPORT,)


def test_a_name_of_both_documents_is_listed_once(state: State) -> None:
    (name,) = list_template_names(state, "report.title")
    assert name.documents == Document.standard()


def test_figures_are_listed_as_they_are_typed_and_printed(state: State) -> None:
    found = {name.path: name.example for name in list_template_names(state, "figures.amended.*")}
    assert found["figures.amended.expenditure"] == "935,000"
