"""Whether a part stays XML whatever the data is known from the code of its template."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from reportgen.templating.code.balance import keeps_balance

LOOP = "{% for x in xs %}"


@pytest.mark.parametrize(
    "source",
    [
        '<?xml version="1.0"?><!-- a > b --><a><b c="d"/>text</a>',
        f"<a>{LOOP}<b>{{{{ x }}}}</b>{{% endfor %}}</a>",
        f"<a>{LOOP}<b/>{{% else %}}<c>{{% if x %}}y{{% endif %}}</c>{{% endfor %}}</a>",
        "<p><r>1{% if x %}2</r><r>3{% elif y %}{% else %}4</r><q/><r>{% endif %}5</r></p>",
        "{% macro m(x) %}<a>{{ x }}</a>{% endmacro %}<b>{{ m(1) }}</b>",
        "<a>{% set x %}<b/>{% endset %}{% with y = 1 %}<b>{{ y }}</b>{% endwith %}</a>",
        "<a>{% set _k0 %}<b/>{% endset %}{{ _filled(_k0) }}</a>",
    ],
)
def test_blocks_that_close_what_they_open_keep_the_balance(source: str) -> None:
    assert keeps_balance(Environment().parse(source))


@pytest.mark.parametrize(
    "source",
    [
        "<a>",
        "<a></b>",
        "</a>",
        f"<a>{LOOP}<b>{{% endfor %}}</b></a>",
        "<a>{% if x %}</a>{% endif %}",
        "<a>{% if x %}{% else %}<b>{% endif %}</a>",
        "<a>{% if x %}{% elif y %}<b>{% endif %}</a>",
        "<p><r>1{% if x %}2</r><q>3{% endif %}5</q></p>",
        "<a>{% macro m() %}</a><a>{% endmacro %}</a>",
        "<a>{% set x %}</a><a>{% endset %}</a>",
        "<a>{% set x | upper %}<b/>{% endset %}</a>",
        "<a>{% filter upper %}<b/>{% endfilter %}</a>",
        "<a>{% include 'b' %}</a>",
        '<a b="{{ x }}"/>',
        "<a {% if x %}<b/>{% endif %}/>",
        "<a>{{ _anchor('x') }}</a>",
        "<a>{{ _t0 }}</a>",
        "<a>{{ _t0.row() }}</a>",
        "<a> < </a>",
    ],
)
def test_what_may_tear_a_part_is_noticed(source: str) -> None:
    assert not keeps_balance(Environment().parse(source))
