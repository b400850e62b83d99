"""Messages within blocks, prototypes and texts that are changed before they are printed."""

from __future__ import annotations

import pytest

from reportgen.templating.drafts.faults import Faults, strip_marks
from tests.templating.drafts.drafting import read_draft
from tests.templating.small_packages import Kit, both

HELD = "{% set q %}가{{ report.titel }}나{% endset %}"
MESSAGE = "[report.titel is not defined]"


@both
@pytest.mark.parametrize(
    ("text", "outline"),
    [
        (HELD + "{{ q }}", f"가{MESSAGE}나"),
        (HELD + "{{ q | upper }}", f"가{MESSAGE}나"),
        (HELD.replace("q %", "q | upper %") + "{{ q }}a", f"가{MESSAGE}나a"),
        (HELD + "{{ q ~ 'x' }}", f"가{MESSAGE}나x"),
        (HELD + "{{ q + 'x' }}", f"가{MESSAGE}나x"),
        (HELD + "{{ q | replace('가', 'z') }}", f"z{MESSAGE}나"),
        (HELD + "{% set r %}<{{ q }}>{% endset %}{{ r }}", f"<가{MESSAGE}나>"),
        (HELD + "{{ rich(q) }}", f"가{MESSAGE}나"),
        (HELD + "{{ rich(q, bold=true) }}", f"가{MESSAGE}나"),
        (HELD + "{{ link('https://a.kr/', q) }}", f"가{MESSAGE}나"),
        (
            "{% macro m() %}<{{ report.titel }}>{% endmacro %}{{ m() }}{{ m() | upper }}",
            f"<{MESSAGE}><{MESSAGE}>",
        ),
        (
            "{% macro m() %}({{ caller() }}){% endmacro %}"
            "{% call m() %}{{ report.titel }}{% endcall %}",
            f"({MESSAGE})",
        ),
        ("{%p set q %}\na {{ report.titel }}\n{%p endset %}\n{{p q }}", f"a {MESSAGE}"),
    ],
)
def test_a_message_stands_where_the_block_is_printed(kit: Kit, text: str, outline: str) -> None:
    found = read_draft(kit, text)
    assert found[0] == outline
    assert set(found[1]) == {MESSAGE}
    assert found[2] == [MESSAGE[1:-1]]


@both
@pytest.mark.parametrize(
    ("text", "outline"),
    [
        (HELD + "b", f"{MESSAGE}b"),
        (HELD + "{{ q[:1] }}b", f"{MESSAGE}가b"),
        (HELD + "{{ q[:2] }}b", f"{MESSAGE}가b"),
        (HELD + "{{ q | reverse }}b", f"{MESSAGE}나가b"),
        (HELD + "{% if q == 'a' %}a{% endif %}b", f"{MESSAGE}b"),
        (HELD + "{{ link('https://a.kr/' ~ q, 'a') }}b", f"{MESSAGE}ab"),
    ],
)
def test_a_message_that_is_lost_with_its_text_stands_where_it_arose(
    kit: Kit, text: str, outline: str
) -> None:
    assert read_draft(kit, text) == (outline, [MESSAGE], [MESSAGE[1:-1]])


def test_a_fault_that_comes_again_has_the_mark_of_the_first() -> None:
    faults = Faults()
    first, other = faults.mark("a", "[a]"), faults.mark("b", "[b]")
    assert (faults.mark("a", "[a]"), first == other) == (first, False)
    assert faults.take_out(f"x{first}y{other}z") == ("xyz", first + other)
    assert strip_marks(f"x{first}y") == "xy"


def test_a_spare_mark_counts_where_no_other_stands() -> None:
    faults = Faults()
    first, other = faults.mark("a", "[a]"), faults.mark("b", "[b]")
    spare = faults.take_spare()
    assert faults.choose(f"x{first}y{spare}") == f"x{first}y{other}"
    assert faults.take_spare() == ""


def test_a_mark_of_no_fault_is_dropped() -> None:
    faults = Faults()
    mark = faults.mark_tentatively("[a]")
    kept = faults.mark_tentatively("[b]")
    faults.settle(["[b]"])
    assert faults.choose(f"x{mark}y{kept}") == f"xy{kept}"
