"""The names with which an expression in a part may begin."""

from __future__ import annotations

from reportgen.templating.fields.known_names import collect_names, find_bound


def test_names_are_bound_by_loops_sets_and_prototypes() -> None:
    texts = ["{%p for a, b in c %}", "{% set d = x.y %}", "{%p macro e(f, g=h) %}", "i {{ j }}"]
    found = list(find_bound(texts))
    assert {name for name, kind in found if kind == "value"} == {"a", "b", "loop", "d", "f", "g"}
    assert {name for name, kind in found if kind == "blocks"} == {"e", "caller"}


def test_a_prototype_for_text_makes_no_paragraphs() -> None:
    known = collect_names((), ["{% macro a(b) %}{% endmacro %}", "{%p macro c() %}"])
    assert known.calls == {"a", "c", "caller"}
    assert known.blocks == {"subdoc", "c", "caller"}


def test_of_a_call_only_what_it_is_given_has_a_name() -> None:
    assert list(find_bound(["{% call(user) dump(x) %}", "{% call dump(y) %}"])) == [
        ("user", "value")
    ]


def test_names_of_a_document_are_roots_or_whole_names() -> None:
    known = collect_names(("report", "report.title"), ["{% set a | upper %}"], ("rich",))
    assert known.roots == {"report", "a"}
    assert known.paths == {"report.title"}
    assert known.calls == {"rich"}
