"""Filters that go through lists know what the items are, and what they are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.templating.checks.looked_at import look_at
from tests.templating.small_packages import WORD, Kit, both


@both
@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("policies | selectattr('nmae') | list", "nmae is not defined / did you mean name?"),
        ("policies | rejectattr('nmae') | list", "nmae is not defined / did you mean name?"),
        ("policies | sort(attribute='nmae')", "nmae is not defined / did you mean name?"),
        ("policies | sort(false, true, 'nmae')", "nmae is not defined / did you mean name?"),
        ("policies | sum('nmae')", "nmae is not defined / did you mean name?"),
        ("policies | unique(attribute='nmae')", "nmae is not defined / did you mean name?"),
        ("policies | join(', ', 'nmae')", "nmae is not defined / did you mean name?"),
        ("policies | max(attribute='nmae')", "nmae is not defined / did you mean name?"),
        ("policies | groupby('nmae')", "nmae is not defined / did you mean name?"),
        ("policies[1:] | map(attribute='nmae')", "nmae is not defined / did you mean name?"),
        ("policies | sort(attribute='name,nmae')", "nmae is not defined / did you mean name?"),
        (
            "policies | map(attribute='projects.0.titel')",
            "projects.0.titel is not defined / did you mean projects.0.title?",
        ),
        ("policies | attr('nmae')", None),
    ],
)
def test_a_name_that_no_item_has_is_told(
    kit: Kit, tmp_path: Path, tag: str, told: str | None
) -> None:
    (found,) = look_at(kit, tmp_path, f"{{{{ 'a' if 0 else {tag} }}}}")
    assert told is None or found == told
    assert " is not defined / " in found


@both
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{% for k, v in chapters.items() %}{{ v.nmae }}{% endfor %}", "v.nmae"),
        ("{% for k, v in chapters | dictsort %}{{ v.nmae }}{% endfor %}", "v.nmae"),
        ("{% for k, v in chapters | items %}{{ k.nmae }}{% endfor %}", "k.nmae"),
        ("{% for v in chapters.values() %}{{ v.nmae }}{% endfor %}", "v.nmae"),
        ("{% for g in policies | groupby('name') %}{{ g.groper }}{% endfor %}", "g.groper"),
        (
            "{% for g in policies | groupby('name') %}{{ g.list[0].nmae }}{% endfor %}",
            "g.list[0].nmae",
        ),
        ("{% for k, l in policies | groupby('name') %}{{ l[0].nmae }}{% endfor %}", "l[0].nmae"),
        ("{% for k, l in policies | groupby('name') %}{{ k.nmae }}{% endfor %}", "k.nmae"),
        ("{% for b in policies | batch(2) %}{{ b[0].nmae }}{% endfor %}", "b[0].nmae"),
        ("{{ (policies + policies)[0].nmae }}", "nmae"),
        ("{{ chapters[report.title].nmae }}", "chapters[…].nmae"),
    ],
)
def test_what_a_filter_makes_of_a_list_is_known(
    kit: Kit, tmp_path: Path, text: str, name: str
) -> None:
    (found,) = look_at(kit, tmp_path, text)
    assert found.startswith(f"{name} is not defined / ")


@pytest.mark.parametrize(
    "text",
    [
        "{{ policies | map(attribute='nmae', default='x') | join }}",
        "{{ policies | groupby('nmae', default='x') | length }}",
        "{{ policies | selectattr('nmae', 'defined') | map(attribute='nmae') | join }}",
        "{{ policies | rejectattr('nmae', 'undefined') | map(attribute='nmae') | join }}",
        "{{ policies | map(attribute='projects.0.title') | join }}",
        "{% for g in policies | groupby('name') %}{{ g.grouper }}{{ g[0] }}{{ g.list | length }}"
        "{% endfor %}",
        "{{ open | map(attribute='anything') | first }}",
        "{% for k, v in open | dictsort %}{{ v.anything }}{% endfor %}",
    ],
)
def test_what_may_be_right_stays_silent(tmp_path: Path, text: str) -> None:
    assert look_at(WORD, tmp_path, text) == []
