"""Paragraphs, rows and cells that template code holds are printed in their places only."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import Kit, both, fill, mistakes, mistakes_in

FLOW = """
{%p macro flow(items) %}
{%p for item in items %}
- {{ item }}
{%p endfor %}
{%p endmacro %}
"""
ROW = "|{%tr macro row(a) %}|\n|<{{ a }}>|\n|{%tr endmacro %}|\n|head|\n"
TEXT = "R&D <x>\n\"q\"\t'z'"
BLOCKS = "the value is paragraphs or tables, which can't stand here"
ROWS = "the value is rows of a table, which can't stand here"
WITH_P = "write {{p … }}, alone in a paragraph"
WITH_TR = "write {{tr … }}, alone in a row of a table"
ONLY = "paragraphs, rows and formatted text can only be printed, not changed or compared"
NO_TEXT = "paragraphs are printed here, and the value is a text"
WITHOUT = "write {{ … }}, without p, tr or tc"
APART = "paragraphs, rows and cells can't be joined with text"


@both
@pytest.mark.parametrize(
    ("text", "tag", "problem", "hint"),
    [
        ("x {{ flow(a) }}", "{{ flow(a) }}", BLOCKS, WITH_P),
        ("{{ flow(a) }}", "{{ flow(a) }}", BLOCKS, WITH_P),
        ("{% set x = flow(a) %}y{{ x }}", "{{ x }}", BLOCKS, WITH_P),
        ("{%p set x %}\nb\n{%p endset %}\n{{ x }}", "{{ x }}", BLOCKS, WITH_P),
        ("{{ t if no else flow(a) }}", "{{ t if no else flow(a) }}", BLOCKS, WITH_P),
        ("{{ flow(a) ~ flow(a) }}", "{{ flow(a) ~ flow(a) }}", BLOCKS, WITH_P),
        ("{{ [flow(a)] | join }}", "{{ [flow(a)] | join }}", BLOCKS, WITH_P),
        ("{{ flow(a) | default(t) }}", "{{ flow(a) | default(t) }}", BLOCKS, WITH_P),
        ("|{{ flow(a) }}|", "{{ flow(a) }}", BLOCKS, WITH_P),
        ("{{ flow(a) ~ t }}", "{{ flow(a) ~ t }}", APART, WITH_P),
        ("{{p flow(a) + t }}", "{{p flow(a) + t }}", APART, WITH_P),
        ("{{p [flow(a), flow(a)] | join(t) }}",) * 2 + (APART, WITH_P),
        ("{{ '%s' % flow(a) }}",) * 2 + (ONLY, WITH_P),
        ("{{ '%s' | format(flow(a)) }}",) * 2 + (ONLY, WITH_P),
        ("{{ '{}'.format(flow(a)) }}",) * 2 + (ONLY, WITH_P),
        ("{{ t | replace('x', flow(a)) }}",) * 2 + (ONLY, WITH_P),
        ("{{ flow(a) | upper }}",) * 2 + (ONLY, WITH_P),
        ("{{ flow(a) | length }}",) * 2 + (ONLY, WITH_P),
        ("{{ flow(a)[:4] }}",) * 2 + (ONLY, WITH_P),
        ("{{ flow(a) * 2 }}",) * 2 + (ONLY, WITH_P),
        ("{% if flow(a) == t %}{% endif %}", "{% if flow(a) == t %}", ONLY, WITH_P),
        ("{{p t }}", "{{p t }}", NO_TEXT, WITHOUT),
        ("{{p 1 }}", "{{p 1 }}", NO_TEXT, WITHOUT),
        ("{{p a }}", "{{p a }}", NO_TEXT, WITHOUT),
    ],
)
def test_a_value_of_another_kind_than_its_place_is_refused(
    kit: Kit, text: str, tag: str, problem: str, hint: str
) -> None:
    (message,) = mistakes(kit, FLOW + text, a=["b"], t="t", no=False)
    assert message.endswith(f"error [template-value] {tag} failed: {problem}\n  hint: {hint}")


@both
@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{p flow(a) }}", "- b\n- &"),
        ("{% set x = flow(a) %}y\n{{p x }}", "y\n- b\n- &"),
        ("{%p set x %}\nb\n{{p flow(a) }}\n{%p endset %}\n{{p x }}", "b\n- b\n- &"),
        ("{{p flow(a) ~ flow(a) }}", "- b\n- &\n- b\n- &"),
        ("{{p flow(a) + '' + flow(a) }}", "- b\n- &\n- b\n- &"),
        ("{{p [flow(a), flow(a)] | join }}", "- b\n- &\n- b\n- &"),
        ("{{p [flow(a), flow(a)] | join(' ') }}", "- b\n- &\n- b\n- &"),
        ("{{p flow(a) | default('') }}", "- b\n- &"),
        ("{{p flow(a) if a else '' }}", "- b\n- &"),
        ("x\n{{p '' }}", "x"),
        ("{% if flow([]) %}a{% else %}none{% endif %}", "none"),
        ("x\n{{p flow([]) }}\n{{ flow([]) }}", "x\n"),
        ("{%p macro m(x=flow(a)) %}\n{{p x }}\n{%p endmacro %}\n{{p m() }}", "- b\n- &"),
        ("{%p macro m() %}\n<\n{{p caller() }}\n>\n{%p endmacro %}\n"
         "{%p call m() %}\n{{ a[1] }}\n{%p endcall %}", "<\n&\n>"),
        ("{% set n = namespace(x='') %}{% set n.x %}R&D{% endset %}{{ n.x }}", "R&D"),
    ],
)  # fmt: skip
def test_a_value_that_fits_its_place_is_printed(kit: Kit, text: str, filled: str) -> None:
    assert fill(kit, FLOW + text, a=["b", "&"]) == filled


@both
def test_rows_of_a_macro_are_printed_as_rows(kit: Kit) -> None:
    assert fill(kit, ROW + "|{{tr row('&') }}|\n|{{tr row(1) ~ row(2) }}|") == (
        "|head|\n|<&>|\n|<1>|\n|<2>|"
    )


@both
@pytest.mark.parametrize("text", ["|{{ row(1) }}|", "{{p row(1) }}", "{{ row(1) }}"])
def test_rows_of_a_macro_are_refused_elsewhere(kit: Kit, text: str) -> None:
    (message,) = mistakes(kit, ROW + text)
    assert message.endswith(f" failed: {ROWS}\n  hint: {WITH_TR}")


@both
@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{% set x %}a & {{ t }}{% endset %}{{ x }}", f"a & {TEXT}"),
        ("{% set x %}a & {{ t }}{% endset %}{{ x | upper }}", f"A & {TEXT.upper()}"),
        ("{% set x %}{{ t }}{% endset %}{{ x[:3] }}{{ x == t }}{{ x | length }}", "R&DTrue15"),
        ("{% set x | upper | replace('&', '+') %}r&d{% endset %}{{ x }}", "R+D"),
        ("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(m(t)) }}", f"[[{TEXT}]]"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(t) | replace('&', '<') }}",
         TEXT.replace("&", "<")),
        ("{% macro m() %}{% set x %}{{ caller() }}{% endset %}{{ x }}{% endmacro %}"
         "{% call m() %}R&D{{ t }}{% endcall %}", f"R&D{TEXT}"),
        ("{{ t ~ '&' }}", f"{TEXT}&"),
        ("{% for x in [[1, [2]], [3, []]] recursive %}({{ x[0] }}"
         "{% if x[1] %}{{ loop([[x[1][0], []]]) }}{% endif %}){% endfor %}", "(1(2))(3)"),
    ],
)  # fmt: skip
def test_text_that_code_holds_stays_text(kit: Kit, text: str, filled: str) -> None:
    assert fill(kit, text, t=TEXT) == filled


@both
def test_a_loop_that_calls_itself_prints_paragraphs(kit: Kit) -> None:
    text = """
        {%p for node in nodes recursive %}
        {{ node.name }}
        {%p if node.nodes %}
        {{p loop(node.nodes) }}
        {%p endif %}
        {%p endfor %}
    """
    nodes = [{"name": "a", "nodes": [{"name": "b", "nodes": []}]}, {"name": "c", "nodes": []}]
    assert fill(kit, text, nodes=nodes) == "a\nb\nc"
    (message,) = mistakes(kit, text.replace("{{p loop", "{{ loop"), nodes=nodes)
    assert BLOCKS in message


@both
def test_what_a_loop_under_another_name_gives_is_refused(kit: Kit) -> None:
    held = "{% set y = loop %}{% if x %}{{ y([0]) }}{% endif %}b"
    text = f"{{% for x in [1] recursive %}}{held}{{% endfor %}}"
    (message,) = mistakes(kit, text)
    assert "{{ y([0]) }} failed: " in message


@both
def test_what_is_called_with_a_block_is_escaped(kit: Kit) -> None:
    assert fill(kit, "{% call 'R&D <{}>'.format(1) %}{% endcall %}") == "R&D <1>"


@both
def test_formatted_text_is_printed_within_text_and_not_changed(kit: Kit) -> None:
    runs = ["{% macro m() %}a", "b & c{% endmacro %}", "x{{ m() }}y"]
    template = kit.compile(kit.paragraph(runs))
    assert kit.outline(template.render({}).parts[kit.part]) == "xab & cy"
    changed = kit.paragraph([*runs[:2], "{{ m() | upper }}"])
    (message,) = mistakes_in(kit, changed)
    assert ONLY in message


@both
def test_a_block_is_given_one_name_only(kit: Kit) -> None:
    (message,) = mistakes(kit, "{% set a, b %}xy{% endset %}")
    assert message.startswith("paragraph 1 «{% set a, b %}xy{% endset %}»: error [template-syntax]")
    assert "a block can be given one name only" in message


@both
@pytest.mark.parametrize("name", ["_anchor('x')", "_t0", "_filled('x')", "_table(1, [1])"])
def test_names_of_the_engine_can_not_be_used(kit: Kit, name: str) -> None:
    (message,) = mistakes(kit, f"{{{{ {name} }}}}")
    assert "uses a name that the program keeps for itself" in message
