"""Names in tags, held against what a document offers, before there is data."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.templating.checks.offered_names import Offer
from reportgen.templating.checks.shapes import NUMBER, TEXT, UNKNOWN, make_group, make_list
from reportgen.templating.checks.static_check import check_template
from tests.templating.small_packages import WORD, Kit, both, write_package

PROJECT = make_group({"title": TEXT, "number": TEXT}, "project")
POLICY = make_group({"name": TEXT, "projects": make_list(PROJECT)}, "policy")
NAMES = {
    "report": make_group({"title": TEXT, "year": NUMBER}),
    "policies": make_list(POLICY),
    "chapters": make_group({}, rest=make_group({"title": TEXT})),
    "open": UNKNOWN,
}
OFFER = Offer(
    ("length", "default", "map", "list", "upper", "first", "selectattr", "join", "sort"),
    ("defined", "undefined", "odd"),
    (),
    NAMES,
)


def check(kit: Kit, folder: Path, text: str) -> list[str]:
    """What is told of the names in a template, without their places."""
    path = folder / kit.file
    path.write_bytes(write_package(kit.parts(kit.draw(text))))
    found = check_template(path, kit.dialect(), OFFER, kit.file)
    return [f"{one.message} / {one.hint}" for one in found]


@both
@pytest.mark.parametrize(
    ("tag", "name", "hint"),
    [
        ("{{ report.titel }}", "report.titel", "did you mean report.title?"),
        ("{{ report['titel'] }}", "report.titel", "did you mean report.title?"),
        ("{{ reprot.title }}", "reprot", "did you mean report?"),
        ("{{ report.abc }}", "report.abc", "there are title, year"),
        ("{{ report.title.uper() }}", "report.title.uper", None),
        ("{{ policies[0].nmae }}", "policies[0].nmae", "did you mean policies[0].name?"),
        ("{{ (policies | first).nmae }}", "nmae", "did you mean name?"),
        ("{{ chapters.general.titel }}", "chapters.general.titel", None),
        ("{% if report.yaer > 1 and 0 %}{% endif %}", "report.yaer", None),
        ("{{ 'x' if report.yaer else '' }}", "report.yaer", None),
        ("{{ report.title | default(report.yaer) }}", "report.yaer", None),
        ("{{ policies | map(attribute='nmae') | join(', ') }}", "nmae", "did you mean name?"),
        ("{{ (policies | selectattr('nmae') | list) }}", "nmae", "did you mean name?"),
        ("{% set x = policies[0] %}{{ x.nmae }}", "x.nmae", "did you mean x.name?"),
        ("{% with x = policies %}{{ x[0].nmae }}{% endwith %}", "x[0].nmae", None),
        ("{{ {'a': report}.a.titel }}", "titel", "did you mean title?"),
    ],
)
def test_a_name_that_can_not_be_right_is_told(
    kit: Kit, tmp_path: Path, tag: str, name: str, hint: str | None
) -> None:
    (found,) = check(kit, tmp_path, tag)
    assert found.startswith(f"{name} is not defined / ")
    assert hint is None or found.endswith(f" / {hint}")


@both
def test_names_in_a_branch_that_is_not_taken_are_told(kit: Kit, tmp_path: Path) -> None:
    text = "{%p if false %}\n{{ report.titel }}\n{%p else %}\n{{ report.yaer }}\n{%p endif %}"
    assert [line.split(" is ")[0] for line in check(kit, tmp_path, text)] == [
        "report.titel",
        "report.yaer",
    ]


@both
def test_names_in_loops_know_the_items(kit: Kit, tmp_path: Path) -> None:
    text = """
        {%p for policy in policies %}
        {{ loop.index }}{{ loop.indx }}{{ policy.name }}{{ policy.titel }}
        |{%tr for project in policy.projects if project.nummer %}||
        |{{ project.title }}|{{ project.titel }}|
        |{%tr endfor %}||
        {%p endfor %}
        {{ policy.name }}
    """
    assert check(kit, tmp_path, text) == [
        "loop.indx is not defined / did you mean loop.index?",
        "policy.titel is not defined / there are name, projects",
        "project.nummer is not defined / did you mean project.number?",
        "project.titel is not defined / did you mean project.title?",
        "policy is not defined / "
        "it is known only between {%p for policy in policies %} and the end of the block",
    ]


@both
def test_a_prototype_knows_what_its_calls_give(kit: Kit, tmp_path: Path) -> None:
    text = """
        {%p macro line(one) %}
        {{ one.title }}{{ one.titel }}
        {%p endmacro %}
        {%p macro page(policy) %}
        {%p for project in policy.projects %}
        {{p line(project) }}
        {%p endfor %}
        {%p endmacro %}
        {%p for each in policies %}
        {{p page(each) }}
        {%p endfor %}
    """
    assert check(kit, tmp_path, text) == ["one.titel is not defined / did you mean one.title?"]


@pytest.mark.parametrize(
    ("calls", "found"),
    [
        ("", 0),
        ("{{ m(open) }}", 0),
        ("{{ m(report) }}", 1),
        ("{{ m(report) }}{{ m(policies[0]) }}", 0),
        ("{{ m(report) }}{{ m(open) }}", 0),
        ("{{ m(a=report) }}", 1),
    ],
)
def test_a_parameter_is_all_that_its_calls_give(tmp_path: Path, calls: str, found: int) -> None:
    text = f"{{% macro m(a) %}}{{{{ a.name }}}}{{% endmacro %}}{calls}"
    assert len(check(WORD, tmp_path, text)) == found


@both
@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ("{{ m(1, 2, 3) }}", "{{ m(1, 2, 3) }} failed: m takes no more than 2 values"),
        ("{{ m(1, c=2) }}", "{{ m(1, c=2) }} failed: m takes no value named c"),
    ],
)
def test_a_prototype_that_is_called_wrongly_is_told(
    kit: Kit, tmp_path: Path, call: str, problem: str
) -> None:
    text = f"{{% macro m(a, b=1) %}}{{% endmacro %}}{{% if 0 %}}{call}{{% endif %}}"
    (found,) = check(kit, tmp_path, text)
    assert found.startswith(f"{problem} / ")


@pytest.mark.parametrize(
    "text",
    [
        "{{ open.anything.at.all }}",
        "{{ chapters.any.title }}",
        "{{ report.title.upper() }}{{ policies | length }}",
        "{% if report.titel is defined %}{{ report.titel.x }}{% endif %}",
        "{{ report.titel | default('x') }}",
        "{% if nothing is undefined %}{% endif %}",
        "{% macro m() %}{{ later }}{{ caller() }}{% endmacro %}{% set later = 1 %}{{ m() }}",
        "{% for a, b in report.items() %}{{ a.x }}{{ b.y }}{% endfor %}",
        "{% set n = namespace(x=1) %}{% set n.x = 2 %}{{ n.x }}{{ range(3) | list }}",
        "{% for a in policies %}{{ loop.previtem.anything }}{% endfor %}",
        "{% set x %}{{ report.title }}{% endset %}{{ x }}",
        "{% set x = report %}{% set x = open %}{{ x.anything }}",
        "{% call(x) m() %}{{ x.y }}{% endcall %}{% macro m() %}{{ caller(1) }}{% endmacro %}",
    ],
)
def test_what_is_not_known_stays_silent(tmp_path: Path, text: str) -> None:
    assert check(WORD, tmp_path, text) == []


@both
def test_names_are_told_beside_faults_of_syntax_and_nesting(kit: Kit, tmp_path: Path) -> None:
    text = """
        {{ report.titel }} {{ a b }}
        {%p fro project in policies %}
        {{ project.anything }}
        {%p endfor %}
        {{ report.year | lenght }} {{ reprot }}
        {%p if report.yaer %}
    """
    found = [line.split(" / ")[0] for line in check(kit, tmp_path, text)]
    assert found == [
        "{{ a b }}: «b» doesn't belong there",
        "report.titel is not defined",
        "{%p fro project in policies %}: there is no tag fro",
        "{{ report.year | lenght }}: there is no filter lenght",
        "reprot is not defined",
        "{%p if report.yaer %} is never closed",
        "report.yaer is not defined",
    ]
