"""Filters leave texts as they are typed; the codes of fields hold values in one line."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import WORD, Kit, both, fill, mistakes, mistakes_in

TEXT = "R&D <x> &amp;\n\"q\"\t'z' ]]>"


@both
@pytest.mark.parametrize(
    ("filters", "filled"),
    [
        ("safe", TEXT),
        ("e", TEXT),
        ("escape | safe | e", TEXT),
        ("forceescape | forceescape", TEXT),
        ("e | upper", TEXT.upper()),
        ("string", TEXT),
        ("trim", TEXT),
        ("indent", TEXT.replace("\n", "\n    ")),
        ("replace('&', '<&>')", TEXT.replace("&", "<&>")),
        ("e | replace('x' | e, '&' | e)", TEXT.replace("x", "&")),
        ("center(40)", TEXT.center(40)),
        ("wordwrap(8)", "R&D <x>\n&amp;\n\"q\"\t'z'\n]]>"),
        ("truncate(8)", "R&D..."),
        ("map('e') | join", TEXT),
        ("list | join('&')", "&".join(TEXT)),
        ("tojson", '"R&D <x> &amp;\\n\\"q\\"\\t\'z\' ]]>"'),
        ("urlencode", "R%26D%20%3Cx%3E%20%26amp%3B%0A%22q%22%09%27z%27%20%5D%5D%3E"),
        ("striptags", "R&D & \"q\" 'z' ]]>"),
        ("reverse", TEXT[::-1]),
    ],
)
def test_a_filtered_text_is_escaped_once(kit: Kit, filters: str, filled: str) -> None:
    assert fill(kit, f"[{{{{ t | {filters} }}}}]", t=TEXT) == f"[{filled}]"


@both
@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{ '%s & %s' | format(t, t | e) }}", f"{TEXT} & {TEXT}"),
        ("{{ ('<b>' | safe) ~ t }}", f"<b>{TEXT}"),
        ("{{ ('<b>' | safe) + t }}", f"<b>{TEXT}"),
        ("{{ '<b>' | safe }}{{ 5 | e }}", "<b>5"),
        ("{{ {'b': 1, 'a': [none, '가']} | tojson }}", '{"a": [null, "가"], "b": 1}'),
        ("{{ '<%s>' | safe | format('&') }}", "<&>"),
    ],
)
def test_text_that_is_called_safe_is_only_text(kit: Kit, text: str, filled: str) -> None:
    assert fill(kit, text, t=TEXT) == filled


@both
@pytest.mark.parametrize("name", ["xmlattr", "urlize"])
def test_filters_for_web_pages_are_refused(kit: Kit, name: str) -> None:
    (message,) = mistakes(kit, f"{{{{ {{'a': 1}} | {name} }}}}")
    assert f"there is no filter {name}" in message


@both
@pytest.mark.parametrize("filters", ["safe", "e", "indent", "replace('a', 'b')", "forceescape"])
def test_a_control_character_is_refused_through_any_filter(kit: Kit, filters: str) -> None:
    (message,) = mistakes(kit, f"x{{{{ t | {filters} }}}}", t="a\x07b")
    assert "the character U+0007 can't stand in a document" in message


@both
def test_a_control_character_in_the_name_of_a_bookmark_is_refused(kit: Kit) -> None:
    (message,) = mistakes(kit, "{% anchor t %}x", t="a\x07b")
    assert "{% anchor t %} failed" in message
    assert "the character U+0007 can't stand in a document" in message


def field(code: str) -> str:
    """A paragraph with a field."""
    return f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>"


def test_a_value_in_a_field_code_stays_in_one_line_and_in_its_quotes() -> None:
    body = field('QUOTE "{{ x }}" \\o {% if y %}"{{ y }}"{% endif %}')
    xml = WORD.compile(body).render({"x": 'a\n"b"\t&c\\d', "y": 1}).parts[WORD.part].decode()
    code = 'QUOTE "a \\&#34;b\\&#34; &amp;c\\\\d" \\o "1"</w:instrText>'
    assert code in xml


def test_paragraphs_can_not_stand_in_a_field_code() -> None:
    body = WORD.draw("{%p macro m() %}\na\n{%p endmacro %}") + field("PAGEREF {{ m() }}")
    (message,) = mistakes_in(WORD, body)
    assert "{{ m() }} failed: the value is paragraphs or tables" in message


def test_formatted_text_can_not_stand_in_a_field_code() -> None:
    runs = WORD.paragraph(["{% macro m() %}a", "b{% endmacro %}"])
    (message,) = mistakes_in(WORD, runs + field("PAGEREF {{ m() }}"))
    assert "{{ m() }} failed: the value is formatted text" in message


def test_a_missing_name_in_a_field_code_is_told() -> None:
    (message,) = mistakes_in(WORD, field("PAGEREF {{ no }}"))
    assert "no is not defined" in message
