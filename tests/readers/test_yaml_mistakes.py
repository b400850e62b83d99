"""What is no YAML is explained as the person who typed it sees it."""

from pathlib import Path

import pytest

from reportgen.readers.yaml_nodes import read_yaml

CLOSE = "close it at the end of its text; a text that itself holds"
IN_DOUBLE = f'{CLOSE} \' stands in "…"'
IN_SINGLE = f"{CLOSE} \" stands in '…'"
LATER = "is closed only in line {}, where another should open"
BEGINS = "a text begins with {}, which means something to YAML"
QUOTE = "put a text that begins with {} in quotes"
DEPTH = "the line stands at a depth where nothing can stand"
LEVEL = "indent lines of one level by the same number of blanks; a list needs its own key"
TAB = "a tab stands where only blanks may stand"


def _explain(tmp_path: Path, text: str) -> tuple[int, str, str]:
    path = tmp_path / "a.yaml"
    path.write_bytes(text.encode())
    (found,) = read_yaml(path, "a.yaml").diagnostics
    assert found.rule == "yaml-syntax"
    return found.location.line, found.message, found.hint


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ('a: 1\nb: "x\nc: 2\n', 2, 'the quote " is never closed', IN_SINGLE),
        ('a: "x\nb: "y"\nc: 1\n', 1, f'the quote " {LATER.format(2)}', IN_SINGLE),
        ("- a: 1\n- b: '25년\n- b: '26년\n", 2, f"the quote ' {LATER.format(3)}", IN_DOUBLE),
        ("a: '25. 6. ~ '25. 11.\n", 1, "text follows the quote ' that ends the text", IN_DOUBLE),
        ('a: 1\nb: "가" 나\n', 2, 'text follows the quote " that ends the text', IN_SINGLE),
    ],
)
def test_a_quote_that_is_not_closed_is_told_where_it_opens(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    assert _explain(tmp_path, text) == (line, message, hint)


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("title:주요\nyear: 1\n", 1, "no blank stands behind the colon of title", "title"),
        ("title: x\nyear:2026\n", 2, "no blank stands behind the colon of year", "year"),
        ("- task:가\n  period: 1\n", 1, "no blank stands behind the colon of task", "task"),
        ("title：주요\nyear: 1\n", 1, "the colon behind title is full-width (：)", "title"),
    ],
)
def test_a_colon_that_is_none_is_told(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    assert _explain(tmp_path, text) == (line, message, f"write «{hint}: …»")


@pytest.mark.parametrize("sign", ["@", "`", "%", "*", "&팀", "!중요", ">중", "|중", "- ", "? "])
def test_a_text_that_begins_with_a_sign_of_yaml_is_told(tmp_path: Path, sign: str) -> None:
    expected = (2, BEGINS.format(sign[0]), QUOTE.format(sign[0]))
    assert _explain(tmp_path, f"a: 1\nb: {sign}x\n") == expected


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("a:\n\tb: 1\n", 2, TAB, "indent with blanks; an editor can show tabs"),
        ("a: 1\n\tb: 1\n", 2, TAB, "indent with blanks; an editor can show tabs"),
        (
            "a: x\n b: 2\n",
            2,
            "the line stands deeper than the line above it, which already has its value",
            "give it as many blanks in front as the key that it stands beside",
        ),
        ("a:\n   b: 1\n  c: 2\n", 3, DEPTH, LEVEL),
        ("a: 1\n- b\n", 2, DEPTH, LEVEL),
        (
            "goal 도입\nb: 1\n",
            1,
            "a key without a colon: «goal 도입»",
            "write «key: value»; a text of several lines stands indented below its key",
        ),
        (
            "a: 1\nb: 예산: 100\n",
            2,
            "a second «: » stands in the line",
            "put a text that holds «: » in quotes",
        ),
        (
            "a: [1\nb: 2\n",
            1,
            "the bracket [ is not closed",
            "close it with ], or put the text in quotes",
        ),
        (
            "a:\n  - [솔숲 #1 공원, 6월]\n",
            2,
            "the bracket [ is not closed",
            "« #» begins a comment; put a text that holds it in quotes",
        ),
        ("a: [공고] 안내\n", 1, "text follows a closed bracket", QUOTE.format("[ { …")),
        (
            'a: "C:\\data"\n',
            1,
            "a backslash in double quotes has a meaning of its own",
            "put the text in single quotes, or write the backslash twice",
        ),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here", "remove the line «---»"),
        (
            "a: 1\nb: x\x00y\n",
            2,
            "the text holds a control character",
            "type the line anew; such characters come in by copying",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    assert _explain(tmp_path, text) == (line, message, hint)


@pytest.mark.parametrize(("typed", "sign"), [("-c", "-"), ("– c", "–"), ("· c", "·")])
def test_a_dash_that_begins_no_entry_is_told(tmp_path: Path, typed: str, sign: str) -> None:
    assert _explain(tmp_path, f"a:\n  - b: 1\n  {typed}: 2\n") == (
        3,
        f"{sign} is not read as the - of a list",
        "write a - and a blank before the entry",
    )
