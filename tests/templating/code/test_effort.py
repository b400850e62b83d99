"""Code in tags that would take the memory or the time of the machine ends in an error."""

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.templating.code.expressions import TextRenderer

GROWING = "{% set ns = namespace(s='x', l=[1], t=(1,), n=3) %}{% for i in range(60) %}"
END = "{% endfor %}"
SIZE = "more than 1,000,000 characters or items"
MADE = "the code makes more than 200 MB"
STEPS = "the code takes too many steps"
FORMAT = "the format asks for too many characters"
DIGITS = "the number has too many digits"


def _explain(text: str) -> str:
    renderer = TextRenderer({}, {})
    renderer.render(text, SourceRef("a.yaml", 1))
    (finding,) = renderer.diagnostics
    return finding.message.rpartition("»: ")[2]


def _render(text: str) -> str:
    renderer = TextRenderer({}, {})
    filled = str(renderer.render(text, SourceRef("a.yaml", 1)))
    assert renderer.diagnostics == []
    return filled


@pytest.mark.parametrize(
    "text",
    [
        '{{ "x" * 10**9 }}',
        "{{ 10**9 * [0] }}",
        '{{ "x".ljust(99) * 99999 }}',
        f"{GROWING}{{% set ns.s = ns.s ~ ns.s %}}{END}{{{{ ns.s }}}}",
        f"{GROWING}{{% set ns.s = ns.s + ns.s %}}{END}{{{{ ns.s }}}}",
        f"{GROWING}{{% set ns.l = ns.l + ns.l %}}{END}{{{{ ns.l|length }}}}",
    ],
)
def test_a_text_or_list_that_grows_too_long_is_refused(text: str) -> None:
    assert _explain(text) == SIZE


@pytest.mark.parametrize(
    "text",
    [
        '{{ ("x" * 1000000) | replace("x", "y" * 100000) }}',
        '{{ ("x" * 1000000).replace("x", "y" * 100000) }}',
        '{{ range(99999) | join("y" * 100000) }}',
        '{{ ("x" * 100000).translate({120: "y" * 100000}) }}',
        '{{ ("%s" * 1100) % ((("x" * 10000),) * 1100) }}',
        '{{ ("{0}" * 30000).format("x" * 100000) }}',
        '{{ ("%s" * 1100) | format(*((("x" * 10000),) * 1100)) }}',
    ],
)
def test_what_would_be_made_of_two_long_texts_is_refused_before(text: str) -> None:
    assert _explain(text) == "more than 10,000,000 characters or items"


@pytest.mark.parametrize(
    "made",
    [
        'ns.l + ["x" * 100000]',
        '[ns.l, "x" * 90000]',
        '[ns.l, "가" * 90000]',
        "[ns.l, [0] * 90000]",
        "[ns.l, ns.s[:1] | center(9999)]",
        '[ns.l, "x".center(9999)]',
        '[ns.l, ns.s | replace("x", "xxxxxxxxx")]',
        '[ns.l, ns.s.replace("x", "xxxxxxxxx")]',
        '[ns.l, ns.s.join(["a", "b", "c"])]',
        '[ns.l, ["a", "b", "c"] | join(ns.s)]',
        '[ns.l, "%s%s%s" % (ns.s, ns.s, ns.s)]',
        '[ns.l, "%s%s%s" | format(ns.s, ns.s, ns.s)]',
        '[ns.l, "{0}{0}{0}".format(ns.s)]',
        '[ns.l, ["x"] | map("center", 9999) | list]',
        f"[ns.l, {[0] * 2000}]",
        f"[ns.l, dict({', '.join(f'a{at}=1' for at in range(200))})]",
    ],
)
def test_what_a_loop_keeps_is_counted(made: str) -> None:
    begin = '{% set ns = namespace(l=[], s="x" * 9000) %}{% for i in range(90000) %}'
    assert _explain(f"{begin}{{% set ns.l = {made} %}}{END}") in (STEPS, MADE)


def test_each_text_may_make_as_much_as_another() -> None:
    renderer = TextRenderer({}, {})
    text = '{% for i in range(120) %}{% set s = "x" * 900000 %}{% endfor %}a'
    filled = [str(renderer.render(text, SourceRef("a.yaml", 1))) for _again in range(3)]
    assert (filled, renderer.diagnostics) == (["a"] * 3, [])


@pytest.mark.parametrize(("length", "width"), [(900_000, 1), (900_000, 9_000), (90_000, 1)])
def test_a_word_that_is_cut_into_very_many_lines_is_refused(length: int, width: int) -> None:
    assert _explain(f'{{{{ ("x" * {length}) | wordwrap({width}) }}}}') == STEPS


@pytest.mark.parametrize("taken", ["l|sum", "l|max", "s|unique|list", "s|title"])
def test_filters_that_look_at_each_item_count_each(taken: str) -> None:
    begin = '{% set s = "xy " * 300000 %}{% set l = range(90000) %}{% for i in range(5) %}'
    assert _explain(f"{begin}{{% set made = {taken} %}}{END}") == STEPS


def test_a_long_text_is_cut_into_lines() -> None:
    assert _render('{{ ("xx " * 5000) | wordwrap(3) | length }}') == "14999"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{{ "x" | center(10**9) }}', "center"),
        ('{{ "x" | indent(10**9, true) }}', "indent"),
        ('{{ [1] | batch(10**9, "x") | list }}', "batch"),
        ("{{ [1] | slice(10**9) | list }}", "slice"),
        ("{{ 1.5 | round(10**9) }}", "round"),
        ('{{ "x".zfill(10**9) }}', "zfill"),
        ('{{ "\t".expandtabs(10**9) }}', "expandtabs"),
        ('{{ (1).to_bytes(10**9, "big") }}', "to_bytes"),
        ('{{ ["a"] | map("center", 10**9) | list }}', "center"),
    ],
)
def test_a_width_out_of_reach_is_refused(text: str, name: str) -> None:
    assert _explain(text) == f"{name}: more than 10,000"


@pytest.mark.parametrize(
    "text",
    [
        '{{ "%1000000000d" % 1 }}',
        '{{ "%*d" % (1000000000, 1) }}',
        '{{ "%1000000000d" | format(1) }}',
        '{{ "{:1000000000}".format(1) }}',
        '{{ "{:{}}".format(1, 1000000000) }}',
    ],
)
def test_a_format_of_any_width_is_refused(text: str) -> None:
    assert _explain(text) == FORMAT


@pytest.mark.parametrize(
    "text", ["{{ 10**(10**8) }}", f"{GROWING}{{% set ns.n = ns.n * ns.n %}}{END}{{{{ ns.n }}}}"]
)
def test_a_number_that_grows_too_long_is_refused(text: str) -> None:
    assert _explain(text) == DIGITS


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) if false %}{% endfor %}{% endfor %}",
        "{% for i in range(99999) %}{{ range(99999) | sum }}{% endfor %}",
        "{% set l = range(99999) | list %}{% for i in l %}{% if -1 in l %}{% endif %}{% endfor %}",
        '{% set l = "x" * 1000000 %}{% for i in range(99999) %}{{ l[1:] | length }}{% endfor %}',
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% for x in [1] recursive %}{% if loop.depth < 40 %}{{ loop([1, 2]) }}{% endif %}"
        "{% endfor %}",
        f"{GROWING}{{% set ns.l = [ns.l, ns.l] %}}{END}{{{{ ns.l ~ '' }}}}",
        f"{GROWING}{{% set ns.l = [ns.l, ns.l] %}}{END}{{{{ ns.l | string }}}}",
        f"{GROWING}{{% set ns.l = [ns.l, ns.l] %}}{END}{{{{ '%s' % [ns.l] }}}}",
        f"{GROWING}{{% set ns.l = [ns.l, ns.l] %}}{END}{{{{ '{{}}'.format(ns.l) }}}}",
        f"{GROWING}{{% set ns.l = [ns.l, ns.l] %}}{END}{{{{ ns.l == [[1], 2] }}}}",
        f"{GROWING}{{% set ns.t = (ns.t, ns.t) %}}{END}{{{{ [ns.t] | unique | list }}}}",
    ],
)
def test_code_that_would_run_for_hours_is_stopped(text: str) -> None:
    assert _explain(text) == STEPS


def test_text_that_a_block_doubles_is_counted() -> None:
    doubled = "{% set x %}{{ ns.s }}{{ ns.s }}{% endset %}{% set ns.s = x %}"
    found = _explain(f"{GROWING}{doubled}{END}{{{{ ns.s }}}}")
    assert found == "more than 120,000,000 characters or items"


@pytest.mark.parametrize(
    "text",
    ["{{ " + "(" * 50_000 + " }}", "{{ " + "1+" * 50_000 + "1 }}", "{{ a" + ".b" * 50_000 + " }}"],
)
def test_code_too_deep_for_python_is_told(text: str) -> None:
    assert "too deep in each other" in _explain(text)


def test_blocks_too_deep_for_python_are_told() -> None:
    text = "{% for i in [1] %}" * 15 + "{% endfor %}" * 15
    found = _explain(text * 2 + "{% for i in [1] %}" * 30 + "{% endfor %}" * 30)
    assert found == "blocks or brackets stand too deep in each other"


def test_tags_that_nobody_closes_are_not_looked_at_over_and_over() -> None:
    assert _explain('{{ "' * 50_000) == "20 tags or more are not closed"


def test_a_text_with_a_tag_has_a_length() -> None:
    assert _explain("{{ 1 }}" + "x" * 200_000) == "it holds a tag, and more than 200,000 characters"


def test_one_text_that_takes_too_much_leaves_enough_for_the_others() -> None:
    renderer = TextRenderer({}, {})
    renderer.render("{% for i in range(99999) %}" * 2 + END * 2, SourceRef("a.yaml", 1))
    assert renderer.render("{{ 1 + 1 }}", SourceRef("a.yaml", 2)) == "2"
    assert len(renderer.diagnostics) == 1


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ('{{ "{:,}".format(273600000) }}', "273,600,000"),
        ('{{ "%d명" % 12 }}', "12명"),
        ('{{ "가" ~ 1 ~ "나" }}', "가1나"),
        ('{{ ["가", "나"] | join(", ") }}', "가, 나"),
        ('{{ ", ".join(["가", "나"]) }}', "가, 나"),
        ("{{ 2 ** 10 }}", "1024"),
        ("{{ 3000000 | default(5000000) }}", "3000000"),
        ("{{ [1, 2, 3] | sum }}", "6"),
        ("{% for i in range(3) if i != 1 %}{{ i }}{% endfor %}", "02"),
        ('{{ "가나다"[1:] }}', "나다"),
        ("{{ 2 in [1, 2] and [1] == [1] }}", "True"),
        ('{{ (1).__class__ ~ "" }}', None),
    ],
)
def test_ordinary_code_works_as_ever(text: str, filled: str | None) -> None:
    if filled is None:
        assert "__class__" in _explain(text)
    else:
        assert _render(text) == filled
