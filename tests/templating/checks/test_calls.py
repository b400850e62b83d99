"""What prototypes, functions, loops and namespaces are given in any place of a part."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.templating.checks.looked_at import look_at
from tests.templating.small_packages import WORD, Kit, both

MACRO = "{% macro m(a, b=1) %}{% endmacro %}"
CALLER = "{% macro m() %}{{ caller(policies[0]) }}{% endmacro %}"
TREE = "{% for p in policies recursive %}"


@both
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{MACRO}{{{{ m(1, 2, 3) }}}}",
            "{{ m(1, 2, 3) }} failed: m takes no more than 2 values"
            " / give it as many values as stand behind {% macro … %}",
        ),
        (
            "{% macro m(width) %}{% endmacro %}{{ m(widht=1) }}",
            "{{ m(widht=1) }} failed: m takes no value named widht / did you mean width?",
        ),
        (
            f"{MACRO}{{% call m(1) %}}x{{% endcall %}}",
            "{% call m(1) %} failed: m prints nothing of what stands in {% call %}"
            " / write {{ caller() }} in the prototype, or no {% call %}",
        ),
        (
            f"{CALLER}{{% call(x) m() %}}{{{{ x.nmae }}}}{{% endcall %}}",
            "x.nmae is not defined / did you mean x.name?",
        ),
        (
            "{% for p in policies %}{{ loop(p.projects) }}{% endfor %}",
            "{{ loop(p.projects) }} failed: this loop can't be called by loop(…)"
            " / write {% for … in … recursive %}",
        ),
        (
            "{% macro a(x) %}{% macro b(y) %}{{ y.nmae }}{% endmacro %}{{ b(x) }}{% endmacro %}"
            "{{ a(policies[0]) }}",
            "y.nmae is not defined / did you mean y.name?",
        ),
        ("{% set n = namespace(a=1) %}{{ n.b }}", "n.b is not defined / there are a"),
        (
            "{% set n = namespace(p=none) %}{% for p in policies %}{% set n.p = p %}{% endfor %}"
            "{{ n.p.nmae }}",
            "n.p.nmae is not defined / did you mean n.p.name?",
        ),
        (
            "{% set n = namespace(a=1) %}{% set nn.a = 2 %}",
            "nn is not defined / did you mean n?",
        ),
        ("{{ namspace(a=1) }}", "namspace is not defined / did you mean namespace?"),
        (
            "{% set c = cycler('a', 'b') %}{{ c.nxt() }}",
            "c.nxt is not defined / did you mean c.next?",
        ),
        (
            "{% for p in policies %}{{ loop.frst }}{% endfor %}",
            "loop.frst is not defined / did you mean loop.first?",
        ),
        (
            "{% for p in policies %}{{ loop.previtem.nmae }}{% endfor %}",
            "loop.previtem.nmae is not defined / did you mean loop.previtem.name?",
        ),
        (
            "{% for a, b in [(1, 2, 3)] %}{% endfor %}",
            "{% for a, b in [(1, 2, 3)] %} failed: the items are not made of as many values as"
            " names stand behind «for» / write one name: {% for item in list %}",
        ),
        (
            "{% set a, b = 1, 2, 3 %}",
            "{% set a, b = 1, 2, 3 %} failed: there are more names than values, or fewer"
            " / write one value for each name",
        ),
        ("{% set a, b = policies[0], 1 %}{{ a.nmae }}", "a.nmae is not defined / "),
        (
            f"{TREE}{{{{ loop(p.projets) }}}}{{% endfor %}}",
            "p.projets is not defined / did you mean p.projects?",
        ),
        (
            "{% macro m(a) %}{{ a.nmae }}{% endmacro %}{{ m(policies[0]) }}{{ m(policy) }}",
            "a.nmae is not defined / did you mean a.name?",
        ),
        (
            f"{TREE}{{{{ p.name }}}}{{{{ loop(p.projects) }}}}{{% endfor %}}",
            "p.name is not defined / did you mean p.number?",
        ),
    ],
)
def test_what_can_not_be_right_is_told(kit: Kit, tmp_path: Path, text: str, told: str) -> None:
    found = look_at(kit, tmp_path, text)
    assert found[0].startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "{% macro m(a) %}{{ varargs | join }}{{ kwargs }}{% endmacro %}{{ m(1, 2, c=3) }}",
        f"{CALLER}{{% call(x) m() %}}{{{{ x.name }}}}{{% endcall %}}",
        "{% macro m(a, b=a) %}{{ a.name }}{{ b.name }}{% endmacro %}{{ m(policies[0]) }}",
        "{% macro link(a) %}{{ a }}{% endmacro %}{{ link('x') }}",
        "{% set n = namespace(a=1) %}{% set n.b = 2 %}{{ n.a }}{{ n.b }}",
        "{% set n = namespace(p=none) %}{% for p in policies %}{% if n.p %}{{ n.p.name }}"
        "{% endif %}{% set n.p = p %}{% endfor %}",
        f"{TREE}{{{{ p.name if p.name is defined else p.title }}}}{{% if p.projects is defined %}}"
        "{{ loop(p.projects) }}{% endif %}{% endfor %}",
        f"{TREE}{{{{ p.name | default(p.title) }}}}{{{{ loop(p.projects | default([])) }}}}"
        "{% endfor %}",
        f"{TREE}{{% if loop.depth == 1 %}}{{{{ p.name }}}}{{{{ loop(p.projects) }}}}{{% else %}}"
        "{{ p.title }}{% endif %}{% endfor %}",
        "{% macro one(p) %}{{ p.name }}{% endmacro %}{% macro any(p) %}"
        "{% if p.name is defined %}{{ one(p) }}{% else %}{{ p.title }}{% endif %}{% endmacro %}"
        "{{ any(policies[0]) }}{{ any(projects[0]) }}",
        "{% macro m(x, small=false) %}{{ x.title if small else x.name }}{% endmacro %}"
        "{{ m(policies[0]) }}{{ m(projects[0], true) }}",
        "{% macro tree(n) %}{% for c in n.projects | default([]) %}{{ tree(c) }}{% endfor %}"
        "{% endmacro %}{{ tree(policies[0]) }}",
        "{% for p in policies %}{% set outer = loop %}{% for q in p.projects %}"
        "{{ outer.index }}{{ loop.cycle('a', 'b') }}{% endfor %}{% endfor %}",
    ],
)
def test_what_may_be_right_stays_silent(tmp_path: Path, text: str) -> None:
    assert look_at(WORD, tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{% set x = policies[0] %}{% set x = projects[0] %}{{ x.name }}", 1),
        ("{% set x = policies[0] %}{% set x = projects[0] %}{{ x.title }}", 0),
        (
            "{% if open %}{% set x = policies[0] %}{% else %}{% set x = projects[0] %}{% endif %}"
            "{{ x.name }}{{ x.title }}{{ x.nmae }}",
            1,
        ),
        ("{% set x = 1 %}{% if open %}{% set x = report %}{% endif %}{{ x.title }}", 0),
        ("{% set x = 1 %}{% if open %}{% set x = report %}{% endif %}{{ x.titel }}", 1),
        (
            "{% macro m() %}{{ x.name }}{% endmacro %}{% set x = projects[0] %}"
            "{% set x = policies[0] %}{{ m() }}",
            0,
        ),
        ("{% for p in policies %}{% else %}{{ p.name }}{% endfor %}", 1),
    ],
)
def test_a_name_means_what_it_was_given_last(tmp_path: Path, text: str, found: int) -> None:
    assert len(look_at(WORD, tmp_path, text)) == found


@both
def test_the_columns_of_a_table_are_known(kit: Kit, tmp_path: Path) -> None:
    assert look_at(kit, tmp_path, "{{ table.columns.nmae }}") == [
        "table.columns.nmae is not defined / did you mean table.columns.name?"
    ]
