"""What the recipes for templates promise is what the engine prints, in both formats."""

from __future__ import annotations

import re
from functools import cache

import pytest

from reportgen.formats import Document
from reportgen.state import State, load_state
from tests.sample import PROJECT
from tests.templating.small_packages import Drawn, Kit, both, fill_body
from tools.recipes import PAGE, Piece, name_picture, read_recipes

RECIPES = {recipe.title: recipe for recipe in read_recipes(PAGE.read_text(encoding="utf-8"))}
_SPAN = re.compile(r"@\d+x\d+(?=\|)")


@cache
def _load() -> State:
    return load_state(PROJECT / "examples/amendment/foundation", stage="2026 제1회 추경")


def _draw(kit: Kit, piece: Piece) -> str:
    if isinstance(piece, str):
        return kit.paragraph([piece])
    return kit.table([[Drawn(cell) for cell in row] for row in piece])


def _spell(piece: Piece) -> str:
    return piece if isinstance(piece, str) else "\n".join(f"|{'|'.join(row)}|" for row in piece)


@both
@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_prints_what_it_says(kit: Kit, title: str) -> None:
    recipe, state = RECIPES[title], _load()
    body = "".join(_draw(kit, piece) for piece in recipe.typed)
    filters = state.context.formatter.filters()
    printed = fill_body(kit, body, filters, **state.documents[Document.REPORT])
    shown = _SPAN.sub("", printed).replace("|^", "|")
    assert shown == "\n".join(map(_spell, recipe.printed))


def test_every_recipe_is_read() -> None:
    assert len(RECIPES) >= 5
    assert all(recipe.typed and recipe.printed for recipe in RECIPES.values())


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_shows_both_pictures(title: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    names = [f"images/recipes/{name_picture(title, side)}" for side in ("typed", "printed")]
    assert all(f"]({name})" in page for name in names)
    assert all((PAGE.parent / name).read_bytes()[1:4] == b"PNG" for name in names)
