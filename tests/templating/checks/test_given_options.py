"""What filters, questions and functions are given is looked at before there is data."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.model.report import Notation
from reportgen.templating.code.functions import FUNCTIONS
from reportgen.views.formatting import Formatter
from tests.templating.charts.packages import drawing
from tests.templating.checks.looked_at import OFFER, look_at, look_into
from tests.templating.small_packages import WORD, Kit, both, mistakes

DOCS = "see docs/templates.md for the filters and their values"
COUNT = "is given too many or too few values, or unknown ones"


@both
@pytest.mark.parametrize(
    ("tag", "problem", "hint"),
    [
        ("3 | number(1, 2, 3)", f"number {COUNT}", DOCS),
        ("'a' | replace('a')", f"replace {COUNT}", DOCS),
        ("'a' | truncate(lenght=3)", "lenght is no option of truncate", "did you mean length?"),
        ("3 | number(value=3)", f"number {COUNT}", DOCS),
        ("open | map('nofilter') | list", "there is no filter nofilter", None),
        ("open | map('uper') | list", "there is no filter uper", "did you mean upper?"),
        ("open | select('od') | list", "there is no question «is od»", "did you mean odd?"),
        ("open | reject('nosuch')", "there is no question «is nosuch»", None),
        ("open | selectattr('a', 'eqal', 1)", "there is no question «is eqal»", None),
        ("open | map('number', 1, 2) | list", f"number {COUNT}", DOCS),
        ("open | select('divisibleby') | list", f"divisibleby {COUNT}", DOCS),
        ("open | map | list", f"map {COUNT}", DOCS),
        ("open | map(atribute='a')", "atribute is no option of map", "did you mean attribute?"),
        ("3 is divisibleby", f"divisibleby {COUNT}", DOCS),
        ("3 is odd(3)", f"odd {COUNT}", DOCS),
        (
            "'a' | josa('x')",
            "«x» is no josa; write both forms: 은/는, 이/가, 으로/로",
            "see docs/templates.md for what may stand in a tag",
        ),
    ],
)
def test_what_a_filter_can_not_take_is_told(
    kit: Kit, tmp_path: Path, tag: str, problem: str, hint: str | None
) -> None:
    typed = f"{{{{ 'x' if 1 else {tag} }}}}"
    (found,) = look_at(kit, tmp_path, typed)
    assert found.startswith(f"{typed} failed: {problem} / ")
    assert hint is None or found.endswith(f" / {hint}")


@both
@pytest.mark.parametrize(
    ("call", "problem", "hint"),
    [
        (
            "rich('a', colour='x')",
            "colour is not known; known are bold, italic, underline, strike, superscript,"
            " subscript, color, size",
            "did you mean color?",
        ),
        ("rich('a', color='red')", "«red» is no colour; write six digits: 'C00000'", None),
        ("rich('a', size=0.5)", "a size is in points, from 1 to 400", None),
        ("rich()", f"rich {COUNT}", None),
        ("link('htp://x')", "«htp://x» is no address; write https://…, http://…, mailto:… or #…",
         None),
        ("link('#a', bolt=true)", "bolt is not known", "did you mean bold?"),
        ("picture('images/a.png')", "say what the picture shows: alt='…'; '' if it only", None),
        ("picture('a.png', alt='')", "«a.png»: pictures stand in content/images; write", None),
        (
            "picture('images/a.png', widht=3, alt='')",
            "widht is no option of picture",
            "did you mean width?",
        ),
        ("picture(open, width=0, alt='')", "width is in millimetres, at most 1000", None),
        ("page_break(3)", f"page_break {COUNT}", DOCS),
    ],
)  # fmt: skip
def test_what_a_function_can_not_take_is_told(
    kit: Kit, tmp_path: Path, call: str, problem: str, hint: str | None
) -> None:
    typed = f"{{{{ 'x' if 1 else {call} }}}}"
    (found,) = look_at(kit, tmp_path, typed)
    assert found.startswith(f"{typed} failed: {problem}")
    assert hint is None or found.endswith(f" / {hint}")


@pytest.mark.parametrize(
    "tag",
    [
        "3 | number(1) ~ (3 | number(decimals=1))",
        "none | percent(none='x')",
        "'a' | truncate(length=3, end='')",
        "'a' | josa('은/는') ~ ('a' | josa(pair='를/을'))",
        "open | map('upper') | list",
        "open | map('number', 1) | list",
        "open | selectattr('a', '>=', 1) | list",
        "3 is divisibleby(3) or 3 is divisibleby 2 or 3 is eq(3) or 3 is in [3]",
        "rich(open, color='C00000' if open else none, size=10.5, bold=open)",
        "rich('a', **open)",
        "link('#' ~ open, bold=true)",
        "picture('images/' ~ open, width=open, alt=report.title)",
        "picture('images/a.png', 30, none, '')",
        "page_break()",
        "'a' | replace(*open)",
    ],
)
def test_what_may_be_right_stays_silent(tmp_path: Path, tag: str) -> None:
    assert look_at(WORD, tmp_path, f"{{{{ {tag} }}}}") == []


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if name != "subdoc"])
def test_a_function_is_called_by_the_name_that_is_typed(name: str) -> None:
    (found,) = mistakes(WORD, f"{{{{ {name}(*[1, 2, 3, 4, 5, 6, 7]) }}}}")
    assert f" failed: {name} {COUNT}\n" in found


_TAKING_ALL = ("format", "map", "select", "reject", "selectattr", "rejectattr", "attr")


@pytest.mark.parametrize(
    "name", [one for one in OFFER.filters if one.isidentifier() and one not in _TAKING_ALL]
)
def test_a_filter_is_called_by_the_name_that_is_typed(tmp_path: Path, name: str) -> None:
    (found,) = look_at(WORD, tmp_path, f"{{{{ 3 | {name}(1, 2, 3, 4, 5, 6, 7, 8) }}}}")
    assert f" failed: {name} {COUNT} / " in found


@pytest.mark.parametrize(
    "name",
    ["int", "float", "sum", "round", "tojson", "josa", "date", "number", "batch", "replace"],
)
def test_a_filter_is_called_so_where_only_data_says_what_it_is_given(name: str) -> None:
    tag = f"{{{{ 3 | {name}(*[1, 2, 3, 4, 5], **options) }}}}"
    (found,) = mistakes(WORD, tag, Formatter(Notation()).filters(), options={"nosuch": 1})
    assert f" failed: {name} {COUNT}\n" in found


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{% chart tabel %}", ["tabel is not defined / did you mean table?"]),
        (
            "{% chart table, columns=['amuont'] %}",
            [
                "{% chart table, columns=['amuont'] %} failed: the table has no column amuont"
                " / did you mean amount?"
            ],
        ),
        (
            "{% chart table, colums=['amount'] %}",
            [
                "{% chart table, colums=['amount'] %} failed: colums is no option of chart"
                " / did you mean columns?"
            ],
        ),
        (
            "{% chart table %} {% chart policies %}",
            [
                "{% chart policies %} stands in a chart that has a tag already"
                " / one chart takes one tag: leave the other one away"
            ],
        ),
        ("가 {% chart table, columns=['amount'] %}", []),
        ("{% chart names=['a'], series={'b': [1]} %}", []),
    ],
)
def test_what_a_chart_shows_is_looked_at(tmp_path: Path, tag: str, told: list[str]) -> None:
    assert look_into(WORD, tmp_path, WORD.parts(drawing(tag))) == told


def test_a_chart_takes_one_tag_in_both_of_its_texts(tmp_path: Path) -> None:
    body = drawing("{% chart table %}", "{% chart table %}")
    (found,) = look_into(WORD, tmp_path, WORD.parts(body))
    assert found.endswith(" / one chart takes one tag: leave the other one away")
