"""No expression makes a binary fraction: literals, operators, filters and texts with numbers."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.model.report import Notation
from reportgen.templating.code.expressions import TextRenderer
from reportgen.views.formatting import Formatter
from tests.templating.small_packages import Kit, both, fill


def render(expression: str) -> str:
    """What an expression prints, or why it can't."""
    renderer = TextRenderer(Formatter(Notation()).filters(), {"won": 1_445_000})
    text = renderer.render(f"{{{{ {expression} }}}}", SourceRef("a.yaml", 1))
    return renderer.diagnostics[0].message if renderer.diagnostics else text


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("(1445/10000) | percent", "14.5%"),
        ("0.1445 | percent", "14.5%"),
        ("(won / 10000000) | percent", "14.5%"),
        ("('0.1445' | float) | percent", "14.5%"),
        ("([0.1, 0.0445] | sum) | percent", "14.5%"),
        ("(1445 * 10 ** -4) | percent", "14.5%"),
        ("(1/3 * 1.5) | number", "1"),
        ("(won * 0.1) | thousand_won", "145천원"),
        ("2.675 | round(2)", "2.68"),
        ("2.5 | round", "3"),
        ("0.1 + 0.2", "0.3"),
        ("0.1 + 0.2 == 0.3", "True"),
        ("7 / 2", "3.5"),
        ("8 / 2", "4"),
        ("-7 // 2", "-4"),
        ("1e3", "1000"),
        ("1e-7", "0.0000001"),
        ("1.50", "1.50"),
        ("1_000.5", "1000.5"),
        ("'2.9' | int", "2"),
        ("'x' | int(3)", "3"),
        ("'ff' | int(base=16)", "255"),
        ("(2/3) ~ '배'", "0.6666666666666666666666666666배"),
        ("[{'n': 0.1}, {'n': 0.2}] | sum(attribute='n')", "0.3"),
        ("0.5 is float", "True"),
        ("'%s: %d' % ('가', 3)", "가: 3"),
        ("'{:03}'.format(7)", "007"),
    ],
)
def test_an_expression_prints_the_exact_number(expression: str, printed: str) -> None:
    assert render(expression) == printed


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("'%.1f' % 14.45", "%.1f"),
        ("'%.1f' | format(14.45)", "%.1f"),
        ("'{:.1f}'.format(14.45)", "{:.1f}"),
    ],
)
def test_a_text_that_would_round_inexactly_is_refused(expression: str, code: str) -> None:
    assert render(expression) == (
        f"«{{{{ {expression} }}}}»: {code} does not round exactly; use a filter such as number(1)"
    )


def test_a_format_that_another_value_chooses_is_refused() -> None:
    expression = "'{:{}}'.format(14.45, '.1f')"
    assert (
        render(expression) == f"«{{{{ {expression} }}}}»: the format asks for too many characters"
    )


@both
def test_templates_compute_exactly_too(kit: Kit) -> None:
    text = "{% set rate = 1445 / 10000 %}{{ rate }} {% if 0.1 * 3 == 0.3 %}equal{% endif %}"
    assert fill(kit, text) == "0.1445 equal"
