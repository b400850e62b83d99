"""Templates in the syntax that is shared with docxtpl, filled by both.

docxtpl is used as its users are told to: with ``autoescape=True``. Texts and tables have to be
the same; where this engine does something else on purpose, ``DIFFERENT`` says what and why.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate

from reportgen.templating.packages.package import write_package
from tests.templating.small_packages import WORD, compile_parts, mistakes, read_parts

CITY = {
    "title": "정원 가꾸기",
    "sign": "R&D <본부> \"인용\" 'x'",
    "empty": "",
    "count": 3,
    "day": {"month": 6, "name": "수요일"},
    "teams": [
        {"name": "숲팀", "people": ["갑", "을"], "lead": True},
        {"name": "물팀", "people": [], "lead": False},
        {"name": "길팀", "people": ["병"], "lead": True},
    ],
    "months": ["1월", "2월", "3월"],
    "rows": [["꽃", 1, 2], ["나무", 3, 4]],
    "yes": True,
    "no": False,
}


@dataclass(frozen=True)
class Case:
    """A template, and what both make of it."""

    template: str
    filled: str
    values: dict[str, Any] = field(default_factory=dict)


SAME = {
    "value": Case("x {{ title }} y", "x 정원 가꾸기 y"),
    "without blanks": Case("{{title}}", "정원 가꾸기"),
    "several": Case("{{ title }}{{ count }} {{ title }}", "정원 가꾸기3 정원 가꾸기"),
    "signs of XML": Case("{{ sign }}", "R&D <본부> \"인용\" 'x'"),
    "runs": Case("a{%r if yes %}b{%r else %}c{%r endif %}", "ab"),
    "empty": Case("a{{ empty }}b", "ab"),
    "attribute": Case("{{ day.month }}월 {{ day['name'] }}", "6월 수요일"),
    "item": Case("{{ months[1] }} {{ rows[0][0] }}", "2월 꽃"),
    "arithmetic": Case("{{ count * 2 + 1 }} {{ count // 2 }} {{ count % 2 }}", "7 1 1"),
    "joined": Case("{{ title ~ '!' }}", "정원 가꾸기!"),
    "curled quotes": Case("{{ months | join(“, ”) }}", "1월, 2월, 3월"),
    "filter": Case("{{ title | replace('정원', '뜰') }}", "뜰 가꾸기"),
    "upper": Case("{{ 'abc' | upper }} {{ 'a' | title }}", "ABC A"),
    "default": Case("{{ empty | default('없음', true) }}", "없음"),
    "length": Case("{{ teams | length }}", "3"),
    "first and last": Case("{{ months | first }} {{ months | last }}", "1월 3월"),
    "condition in a value": Case("{{ '예' if yes else '아니오' }}", "예"),
    "if": Case("a{% if yes %}b{% endif %}c", "abc"),
    "if not": Case("a{% if no %}b{% endif %}c", "ac"),
    "else": Case("{% if no %}a{% elif count == 3 %}b{% else %}c{% endif %}", "b"),
    "and or not in": Case("{% if yes and not no or 1 in [2] %}ㅇ{% endif %}", "ㅇ"),
    "less": Case("{% if count < 4 and count >= 3 %}ㅇ{% endif %}", "ㅇ"),
    "for": Case("{% for m in months %}[{{ m }}]{% endfor %}", "[1월][2월][3월]"),
    "for else": Case("{% for m in [] %}a{% else %}b{% endfor %}", "b"),
    "for if": Case("{% for t in teams if t.lead %}{{ t.name }} {% endfor %}", "숲팀 길팀 "),
    "loop": Case(
        "{% for m in months %}{{ loop.index }}{{ m }}{% if not loop.last %}, {% endif %}"
        "{% endfor %}",
        "11월, 22월, 33월",
    ),
    "set": Case("{% set x = count + 1 %}{{ x }}", "4"),
    "with": Case("{% with x = 5 %}{{ x }}{% endwith %}", "5"),
    "comment": Case("a{# nothing #}b", "ab"),
    "paragraph if": Case("a\n{%p if yes %}\nb\n{%p endif %}\nc", "a\nb\nc"),
    "paragraph if not": Case("a\n{%p if no %}\nb\n{%p else %}\nd\n{%p endif %}\nc", "a\nd\nc"),
    "paragraph for": Case(
        "{%p for t in teams %}\n{{ t.name }}\n{%p endfor %}", "숲팀\n물팀\n길팀"
    ),
    "paragraphs in paragraphs": Case(
        "{%p for t in teams %}\n{{ t.name }}\n{%p for p in t.people %}\n- {{ p }}\n"
        "{%p endfor %}\n{%p endfor %}",
        "숲팀\n- 갑\n- 을\n물팀\n길팀\n- 병",
    ),
    "rows": Case(
        "|이름|수|\n|{%tr for t in teams %}||\n|{{ t.name }}|{{ t.people | length }}|\n"
        "|{%tr endfor %}||",
        "|이름|수|\n|숲팀|2|\n|물팀|0|\n|길팀|1|",
    ),
    "rows by a condition": Case(
        "|a|b|\n|{%tr if no %}||\n|c|d|\n|{%tr else %}||\n|e|f|\n|{%tr endif %}||",
        "|a|b|\n|e|f|",
    ),
    "rows in rows": Case(
        "|a|\n|{%tr for t in teams %}|\n|{{ t.name }}|\n|{%tr for p in t.people %}|\n|{{ p }}|\n"
        "|{%tr endfor %}|\n|{%tr endfor %}|",
        "|a|\n|숲팀|\n|갑|\n|을|\n|물팀|\n|길팀|\n|병|",
    ),
    "a loop in a cell": Case(
        "|{% for m in months %}{{ m }} {% endfor %}|{{ title }}|", "|1월 2월 3월 |정원 가꾸기|"
    ),
    "paragraphs in a cell": Case(
        "|{%p for m in months %}¶{{ m }}¶{%p endfor %}¶끝|", "|1월¶2월¶3월¶끝|"
    ),
    "a table in a loop": Case(
        "{%p for t in teams %}\n|{{ t.name }}|\n-\n{%p endfor %}",
        "|숲팀|\n-\n|물팀|\n-\n|길팀|\n-",
    ),
    "a merged heading above rows": Case(
        "|{{ title }}@1x2|\n|{%tr for r in rows %}||\n|{{ r[0] }}|{{ r[1] }}|\n|{%tr endfor %}||",
        "|정원 가꾸기@1x2|\n|꽃|1|\n|나무|3|",
    ),
    "macro": Case(
        "{% macro star(x) %}*{{ x }}*{% endmacro %}{{ star('a') }}{{ star(count) }}", "*a**3*"
    ),
    "namespace": Case(
        "{% set n = namespace(t=0) %}{% for r in rows %}{% set n.t = n.t + r[1] %}{% endfor %}"
        "{{ n.t }}",
        "4",
    ),
    "sorted": Case("{% for t in teams | sort(attribute='name') %}{{ t.name }} {% endfor %}",
                   "길팀 물팀 숲팀 "),
    "selected": Case("{{ teams | selectattr('lead') | map(attribute='name') | join('·') }}",
                     "숲팀·길팀"),
    "grouped": Case(
        "{% for g, each in teams | groupby('lead') %}{{ g }}:{{ each | length }} {% endfor %}",
        "False:1 True:2 ",
    ),
    "blanks": Case("{{ '  a  b ' }}", "  a  b "),
    "a tab": Case("{{ tab }}", "a\tb", {"tab": "a\tb"}),
    "a line break": Case("{{ lines }}", "a\nb", {"lines": "a\nb"}),
    "a value like a tag": Case("{{ tag }}", "{{ x }} {% y %}", {"tag": "{{ x }} {% y %}"}),
}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """A template, what docxtpl makes of it, what is done here instead, and why."""

    template: str
    theirs: str
    ours: str
    reason: str
    values: dict[str, Any] = field(default_factory=dict)


DIFFERENT = {
    "a missing name": Difference(
        "a{{ titel }}b", "ab", "template-undefined", "a mistyped name prints nothing there"
    ),
    "a missing attribute": Difference(
        "a{{ day.yaer }}b", "ab", "template-undefined", "the same, of a part of a name"
    ),
    "nothing": Difference(
        "{{ nothing }}", "None", "template-value", "None is no text", {"nothing": None}
    ),
    "a list as a text": Difference(
        "{{ months }}", "['1월', '2월', '3월']", "template-value", "a list is no text"
    ),
    "text beside a row's tag": Difference(
        "|a|\n|{%tr for t in teams %}lost|\n|{{ t.name }}|\n|{%tr endfor %}|",
        "|a|\n|숲팀|\n|물팀|\n|길팀|",
        "template-tag-alone",
        "the text would be lost",
    ),
    "rounding": Difference(
        "{{ 0.125 | round(2) }}", "0.12", "0.13", "half up, as amounts are rounded"
    ),
    "a paragraph break": Difference(
        "x{{ text }}", "xa\nb", "template-value", "a control character is no text", {"text": "a\ab"}
    ),
    "a sum of decimals": Difference(
        "{{ 0.1 + 0.2 }}", "0.30000000000000004", "0.3", "decimals are exact"
    ),
    "a block that ends elsewhere": Difference(
        "{% if yes %}a\nb{% endif %}",
        "a\nb",
        "template-nesting",
        "with no, docxtpl joins what is left of both paragraphs",
    ),
    "text beside a paragraph's tag": Difference(
        "lost {%p if yes %}\na\n{%p endif %}",
        "a",
        "template-tag-alone",
        "the text would be lost",
    ),
}


def _parts(template: str) -> dict[str, bytes]:
    """A package that python-docx opens, with the template as its body."""
    buffer = BytesIO()
    docx.Document().save(buffer)
    return {**read_parts(buffer.getvalue()), WORD.part: WORD.document(WORD.draw(template))}


def _fill(template: str, values: dict[str, Any]) -> str:
    filled = compile_parts(WORD, _parts(template), {}).render({**CITY, **values})
    return WORD.outline(filled.parts[WORD.part])


def _fill_by_docxtpl(template: str, values: dict[str, Any]) -> str:
    other, buffer = DocxTemplate(BytesIO(write_package(_parts(template)))), BytesIO()
    other.render({**CITY, **values}, autoescape=True)
    other.save(buffer)
    return WORD.outline(read_parts(buffer.getvalue())[WORD.part])


@pytest.mark.parametrize("name", SAME)
def test_both_print_the_same(name: str) -> None:
    case = SAME[name]
    assert _fill(case.template, case.values) == case.filled
    assert _fill_by_docxtpl(case.template, case.values) == case.filled


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_differs_differs_as_the_list_says(name: str) -> None:
    case = DIFFERENT[name]
    assert case.reason
    assert _fill_by_docxtpl(case.template, case.values) == case.theirs
    if case.ours.startswith("template-"):
        said = mistakes(WORD, case.template, {}, **{**CITY, **case.values})
        assert len(said) == 1
        assert f"error [{case.ours}]" in said[0]
    else:
        assert _fill(case.template, case.values) == case.ours


def test_there_are_at_least_forty() -> None:
    assert len(SAME) >= 40
