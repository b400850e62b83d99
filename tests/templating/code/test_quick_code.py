"""A value that is printed is finished once, and escaped wherever all values are."""

from dataclasses import dataclass

import pytest
from markupsafe import Markup, escape

from reportgen.templating.code.environment import StrictEnvironment


@dataclass(frozen=True, slots=True)
class Row:
    """Reached by key and, for one name, by attribute."""

    role: str = "a<b"

    def __getitem__(self, key: str) -> str:
        return {"role": "hidden", "name": "R&D"}[key]


@dataclass
class Loose:
    """A value that may get attributes of its own."""

    def __getitem__(self, key: str) -> str:
        return f"key {key}"


VALUES = {
    "text": 'a<b & "c"',
    "safe": Markup("<b>"),
    "row": Row(),
    "map": {"items": "key", "name": "x>y", "none": None},
    "deep": {"row": {"a": "1", "b": "가", "c": "<"}, "rows": [{"a": "2", "b": "나"}]},
}


def _render(source: str, **values: object) -> str:
    environment = StrictEnvironment(lambda text: str(escape(text)), {})
    return environment.from_string(source).render({**VALUES, **values})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ text }}", "a&lt;b &amp; &#34;c&#34;"),
        ("{{ safe }}{{ '<' }}", "<b>&lt;"),
        ("{{ row.role }} {{ row.name }}", "a&lt;b R&amp;D"),
        ("{{ map.name }}", "x&gt;y"),
        ("{% set x %}{{ text }}{% endset %}{{ x }}", "a&lt;b &amp; &#34;c&#34;"),
        ("{% macro m(v) %}[{{ v }}]{% endmacro %}{{ m('<') }}{{ m(safe) }}", "[&lt;][<b>]"),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ '<' }}{% endcall %}", "&lt;"),
        ("{{ text ~ safe }}", "a&lt;b &amp; &#34;c&#34;<b>"),
        ("{{ 1 }}{{ '' }}", "1"),
        ("<{{ deep.row.a }}|{{ deep.row.b }}>", "<1|가>"),
        ("{{ deep.row.a }}|{{ deep.row.c }}|{{ deep.row.b }}", "1|&lt;|가"),
        ("{{ deep.rows[0].a }}{{ deep.rows[0]['a'] }}{{ deep.rows[0].b }}", "22나"),
        ("{{ deep.row.a }}{{ deep.row.b }}{{ map.name }}{{ text[0] }}-", "1가x&gt;ya-"),
        ("{{ deep.row.a }}{{ deep.row.b | upper }}{{ deep.row.a ~ 1 }}", "1가11"),
        ("{% macro m(r) %}[{{ r.a }},{{ r.b }}]{% endmacro %}{{ m(deep.row) }}", "[1,가]"),
        ("{% for r in deep.rows %}{{ r.a }}.{{ r.b }}{% endfor %}", "2.나"),
        ("{% set x %}{{ deep.row.a }}{{ deep.row.c }}{% endset %}{{ x }}", "1&lt;"),
    ],
)
def test_a_value_is_escaped_once(source: str, expected: str) -> None:
    assert _render(source) == expected


def test_a_method_goes_before_a_key_of_its_name() -> None:
    assert (
        _render("{% for key, value in map.items() %}{{ key }} {% endfor %}") == "items name none "
    )


def test_an_attribute_that_only_one_value_has_goes_before_a_key() -> None:
    loose = Loose()
    assert _render("{{ v.mine }}", v=loose) == "key mine"
    loose.mine = "attribute"  # type: ignore[attr-defined]
    assert _render("{{ v.mine }}", v=loose) == "attribute"


def test_none_is_still_refused() -> None:
    with pytest.raises(TypeError):
        _render("{{ map.none }}")


def test_a_key_that_is_missing_is_noted() -> None:
    environment = StrictEnvironment(lambda text: str(escape(text)), {})
    assert environment.from_string("{{ row.lost }}{{ map.lost }}").render(VALUES) == ""
    assert [missing.name for missing in environment.missing] == ["lost", "lost"]
