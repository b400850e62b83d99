"""What a tag asks for is silent where it is asked, and told everywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.templating.checks.looked_at import look_at
from tests.templating.small_packages import WORD, Kit, both

TOLD = "report.titel is not defined / did you mean report.title?"


@both
@pytest.mark.parametrize(
    "text",
    [
        "{{ report.titel | default('x') }}{{ report.titel }}",
        "{% if report.titel is defined %}a{% endif %}{{ report.titel }}",
        "{% if report.titel is defined %}a{% else %}{{ report.titel }}{% endif %}",
        "{% if report.titel is undefined %}{{ report.titel }}{% endif %}",
        "{% if not report.titel is defined %}{{ report.titel }}{% endif %}",
        "{% if report.titel is defined or report.year %}{{ report.titel }}{% endif %}",
        "{% if report.year %}a{% elif report.titel is defined %}b{% else %}{{ report.titel }}"
        "{% endif %}",
        "{{ report.titel if report.titel is undefined else 'x' }}",
        "{{ report.titel or report.titel is defined }}",
        "{% for p in policies if report.titel is defined %}a{% endfor %}{{ report.titel }}",
        "{% if 'titel' in report %}a{% endif %}{{ report.titel }}",
        "{% set has = report.titel is defined %}{% set has = true %}"
        "{% if has %}{{ report.titel }}{% endif %}",
        "{{ report.title | default(report.titel) }}",
    ],
)
def test_a_name_is_told_where_it_is_not_asked_for(kit: Kit, tmp_path: Path, text: str) -> None:
    assert look_at(kit, tmp_path, text) == [TOLD]


@both
@pytest.mark.parametrize(
    "text",
    [
        "{{ report.titel | default('x') }}{{ report.titel | d }}",
        "{{ reprot.titel | default('x') }}{{ nothing.a[0].b | default('') }}",
        "{{ (policies | first).nmae | default('x') }}",
        "{% if report.titel is defined %}{{ report.titel.x }}{% endif %}",
        "{% if report.titel.x is defined %}{{ report.titel }}{% endif %}",
        "{% if report.titel is undefined %}a{% else %}{{ report.titel }}{% endif %}",
        "{% if report.titel is undefined %}a{% elif report.titel %}b{% endif %}",
        "{% if report.titel is defined and report.titel %}a{% endif %}",
        "{% if report.titel is undefined or report.titel %}a{% endif %}",
        "{% if not (report.titel is undefined or reprot is undefined) %}{{ reprot }}{% endif %}",
        "{{ report.titel if report.titel is defined else 'x' }}",
        "{% for p in policies if p.nmae is defined %}{{ p.nmae }}{% endfor %}",
        "{% if 'titel' in report %}{{ report.titel }}{% endif %}",
        "{% if report.get('titel') %}{{ report.titel }}{% endif %}",
        "{% if report.titel | default('') %}{{ report.titel }}{% endif %}",
        "{% set has = report.titel is defined %}{% if has %}{{ report.titel }}{% endif %}",
        "{% if (policies | first).a is defined %}{{ (policies | first).a }}{% endif %}",
        "{{ [report.titel, report.title] | select('defined') | first }}",
        "{% macro m(a) %}{{ a.name }}{% endmacro %}"
        "{% if report.name is defined %}{{ m(report) }}{% endif %}",
    ],
)
def test_a_name_that_is_asked_for_stays_silent(kit: Kit, tmp_path: Path, text: str) -> None:
    assert look_at(kit, tmp_path, text) == []


def test_what_is_asked_of_one_item_says_nothing_of_another(tmp_path: Path) -> None:
    text = (
        "{% for p in policies %}{% if p.nmae is defined %}"
        "{% for p in p.projects %}{{ p.nmae }}{% endfor %}{% endif %}{% endfor %}"
    )
    (found,) = look_at(WORD, tmp_path, text)
    assert found.startswith("p.nmae is not defined / ")
