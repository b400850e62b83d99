"""Members of one value that are plain texts are printed together, all others by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import Markup

from reportgen.limits import MOST_PRINTED
from reportgen.templating.code.effort import Effort, EffortError
from reportgen.templating.code.plain_members import PlainMembers, has_key_only
from reportgen.templating.printed import Printed
from reportgen.views.grid import Cell, Row
from tests.templating.small_packages import WORD, Kit, both, mistakes

NAMES, FIXED = ("a", "b"), ("<", "|", ">")


@dataclass(frozen=True)
class Figure:
    """What a text shows."""

    name: str


SHOWN = Printed("1,000", (Figure("f"),))


class Loud(Printed):
    """A text that is printed as something else."""

    def __str__(self) -> str:
        return self.upper()


class Missing(dict[str, str]):
    """A mapping that has an attribute of the same name."""

    b = "attribute"


class Loose(SimpleNamespace):
    """A value that may get attributes of its own."""

    def __getitem__(self, key: str) -> str:
        return key


def _print(holder: Any) -> tuple[Any, list[Printed]]:
    printed: list[Printed] = []
    return PlainMembers(Effort(), printed).print(holder, NAMES, FIXED), printed


@pytest.mark.parametrize(
    "holder",
    [
        {"a": "x", "b": "가"},
        {"a": "x", "b": Printed("가")},
        Row("body", {"a": Cell.make("x"), "b": Cell.make("가")}),
    ],
)
def test_plain_texts_come_between_the_fixed_ones(holder: Any) -> None:
    assert _print(holder) == (["<", "x", "|", "가", ">"], [])


def test_texts_with_figures_are_noted_in_order() -> None:
    other = Printed("2", (Figure("g"),))
    _made, printed = _print({"a": other, "b": SHOWN})
    assert [id(text) for text in printed] == [id(other), id(SHOWN)]


@pytest.mark.parametrize(
    "value",
    ["<", "&", '"', "'", "\n", "\t", "\0", "\ufdd2", "\U0001f600", 1, None, Markup("x"), Loud("x")],
)
def test_anything_else_is_left_to_be_looked_at(value: Any) -> None:
    assert _print({"a": SHOWN, "b": value}) == (None, [])


@pytest.mark.parametrize("holder", [{"a": "x"}, [], None, Missing(a="x", b="y"), Loose(), "ab"])
def test_members_that_may_be_no_keys_are_left(holder: Any) -> None:
    assert _print(holder) == (None, [])


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (dict, "amount", True),
        (dict, "items", False),
        (Row, "amount", True),
        (Row, "role", False),
        (Loose, "amount", False),
        (object, "amount", False),
    ],
)
def test_a_key_is_looked_up_only_where_no_attribute_can_be(
    kind: type, name: str, expected: bool
) -> None:
    assert has_key_only(kind, name) is expected


def test_what_is_printed_counts() -> None:
    effort = Effort()
    members = PlainMembers(effort, [])
    effort.note_printed(MOST_PRINTED - 3)
    assert members.print({"a": "x", "b": "yz1"}, NAMES, FIXED) is None
    assert members.print({"a": "x", "b": "yz"}, NAMES, FIXED) is not None
    with pytest.raises(EffortError):
        effort.note_printed(1)


TABLE = "|h|h|\n|{%tr for r in rows %}||\n|{{ r.a }}|{{ r.b }}|\n|{%tr endfor %}||"
CHARACTER = "{{ r.b }} failed: the character U+0000 can't stand in a document"


@both
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"a": "x", "b": None}, "[template-value] {{ r.b }} failed: the value is missing"),
        ({"a": "x"}, "[template-undefined] r.b is not defined"),
        ({"a": "x", "b": "\0"}, f"[template-value] {CHARACTER}"),
    ],
)
def test_what_is_wrong_with_one_is_told_at_its_tag(kit: Kit, row: Any, expected: str) -> None:
    (told,) = mistakes(kit, TABLE, rows=[{"a": "1", "b": "2"}, row])
    line = told.partition("\n")[0]
    assert line == f"paragraph {kit.number(6)} «{{{{ r.b }}}}»: error {expected}"


def test_texts_to_escape_stand_beside_plain_ones() -> None:
    rows = [{"a": "x", "b": "<&>"}, {"a": 'say "y"', "b": "z"}]
    body = WORD.draw("|{{ rows[0].a }}|{{ rows[0].b }}|\n|{{ rows[1].a }}|{{ rows[1].b }}|")
    filled = WORD.compile(body).render({"rows": rows}).parts[WORD.part]
    assert WORD.outline(filled) == '|x|<&>|\n|say "y"|z|'
