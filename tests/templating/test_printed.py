"""Text that remembers its figures and its place."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.templating.printed import Place, Printed


@dataclass(frozen=True)
class Figure:
    name: str


ONE, TWO = Figure("one"), Figure("two")


def test_a_text_knows_which_part_shows_which_figure() -> None:
    text = Printed("1 of 2", (), shown=((ONE, "1"), (TWO, "2")))
    assert (text.figures, text.shown) == ((ONE, TWO), ((ONE, "1"), (TWO, "2")))


def test_figures_of_the_whole_text_are_shown_by_all_of_it() -> None:
    assert Printed("1원", (ONE,)).shown == ((ONE, "1원"),)


def test_a_rewritten_text_shows_the_same_figures_at_the_same_place() -> None:
    text = Printed("1원", (ONE,), Place("Ⅰ")).rewritten("1")
    assert (text, text.shown, text.place) == ("1", ((ONE, "1원"),), Place("Ⅰ"))
    assert text.rewritten("1", Place("Ⅱ")).place == Place("Ⅱ")


def test_only_what_is_known_of_a_place_is_told() -> None:
    assert Place("Ⅰ", column="계").as_json() == {"chapter": "Ⅰ", "column": "계"}
