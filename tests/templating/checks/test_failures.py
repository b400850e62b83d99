"""Why the code of a tag failed, in own words and with a hint that fits."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from tests.templating.small_packages import WORD, Kit, both, mistakes

MISSING = "print a value that can be missing only inside {% if … %}"
JOINED = "texts are joined by ~, numbers are added by +"


@dataclass
class Report:
    title: str = "보고"
    year: int = 2026


def explain(kit: Kit, text: str) -> str:
    (message,) = mistakes(kit, text, report=Report(), row={"현재액": "1"}, empty=[])
    return re.split(r"error \[[a-z-]+\] ", message)[1]


@both
@pytest.mark.parametrize(
    ("tag", "problem"),
    [
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 1 < 'a' }}", "a number and a text can't be compared by <"),
        ("{{ none + 1 }}", "+ is used with a value that is missing"),
        ("{{ none < 1 }}", "< is used with a value that is missing"),
        ("{{ 'a' + 1 }}", "+ can't be used between a text and a number"),
        ("{{ 1 + 'a' }}", "+ can't be used between a number and a text"),
        ("{{ [1] }}", "a list is no text"),
        ("{{ report }}", "a group of values is no text"),
        ("{{ none }}", "the value is missing"),
        ("{{ none | length }}", "the value is missing"),
        ("{{ 5 | length }}", "a number has no length"),
        ("{{ 5() }}", "a number can't be called"),
        ("{{ report.title() }}", "a text can't be called"),
        ("{{ report.title.upper }}", "something to call is no text"),
        ("{{ 'a' in 5 }}", "in a number nothing can be looked for"),
        ("{{ -'a' }}", "a text has no sign"),
        ("{{ 'a' | round }}", "the value is no number"),
        ("{{ 'a' | replace }}", "replace is given too many or too few values, or unknown ones"),
        (
            "{{ 'a' | batch(1, 2, 3) }}",
            "batch is given too many or too few values, or unknown ones",
        ),
        ("{{ 'a' | map('nope') | list }}", "there is no filter nope"),
        ("{{ [] | first }}", "the list is empty, so that it has no such item"),
        ("{{ 'x' if false }}", "the short «if» has no «else»"),
        ("{{ 'a' * 10 ** 9 }}", "more than 1,000,000 characters or items"),
    ],
)
def test_a_failure_is_told_in_own_words(kit: Kit, tag: str, problem: str) -> None:
    assert explain(kit, f"a {tag}").startswith(f"{tag} failed: {problem}\n")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{% for a in 5 %}{% endfor %}", "a number is no list that could be gone through"),
        ("{% for a in none %}{% endfor %}", "the list is missing"),
        (
            "{% for a, b in [1] %}{% endfor %}",
            "the items are not made of as many values as names stand behind «for»",
        ),
        ("{% macro m(a) %}{% endmacro %}{{ m(b=1) }}", "m takes no value named b"),
        ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "m takes no more than 1 values"),
        (
            "{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}",
            "m prints nothing of what stands in {% call %}",
        ),
        (
            "{% for a in [1] %}{{ loop(a) }}{% endfor %}",
            "this loop can't be called by loop(…)",
        ),
        (
            "{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(1) }}",
            "a prototype calls itself without an end, or values stand too deep in each other",
        ),
    ],
)
def test_a_failure_of_a_block_is_told_in_own_words(text: str, problem: str) -> None:
    assert f" failed: {problem}\n" in explain(WORD, text)


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{{ 1 / 0 }}", "print it only inside {% if … %} that asks whether the divisor is 0"),
        ("{{ none }}", MISSING),
        ("{{ empty | last }}", MISSING),
        ("{{ 'a' + 1 }}", JOINED),
        ("{{ [1] }}", "go through it by {% for … %}, or print one of the values in it"),
        (
            "{{ 'a' * 10 ** 9 }}",
            "print less, or split it up; the limits are in docs/content-format.md",
        ),
    ],
)
def test_a_hint_fits_its_failure(tag: str, hint: str) -> None:
    assert explain(WORD, tag).endswith(f"\n  hint: {hint}")


@both
@pytest.mark.parametrize(
    ("tag", "name", "meant"),
    [
        ("{{ report.titel }}", "report.titel", "report.title"),
        ("{{ reprot.title }}", "reprot", "report"),
        ("{{ row['현제액'] }}", "row.현제액", "row.현재액"),
        ("{% if report.yaer %}{% endif %}", "report.yaer", "report.year"),
    ],
)
def test_an_undefined_name_is_told_whole_with_the_nearest_one(
    kit: Kit, tag: str, name: str, meant: str
) -> None:
    assert explain(kit, tag) == f"{name} is not defined\n  hint: did you mean {meant}?"


def test_no_word_of_python_or_jinja_is_told() -> None:
    def fail(_value: str) -> str:
        raise LookupError("key 7 of <dict>")

    (message,) = mistakes(WORD, "{{ 'a' | fail }}", {"fail": fail})
    assert message.endswith(
        "{{ 'a' | fail }} failed: it can't be computed\n"
        "  hint: look at the values that the tag uses"
    )
