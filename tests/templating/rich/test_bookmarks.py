"""Bookmarks that tags make, and links to them, in both formats."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.templating.inclusion.documents import (
    call,
    fill_main,
    problems,
    read_body,
    write_document,
)
from tests.templating.small_packages import WORD, Kit, W, both, compile_parts, mistakes

LONGEST = "가" * 40


@both
@pytest.mark.parametrize("name", ["''", "'a b'", "'a/b'", f"'{LONGEST}a'", "' '", "'#a'"])
def test_a_name_that_no_bookmark_can_have_is_refused(kit: Kit, name: str) -> None:
    (found,) = mistakes(kit, f"{{% anchor {name} %}}a")
    assert "is no name of a bookmark" in found


@both
@pytest.mark.parametrize(
    ("name", "problem"), [("none", "the value is missing"), ("['a']", "a list is no text")]
)
def test_what_is_no_text_names_no_bookmark(kit: Kit, name: str, problem: str) -> None:
    (found,) = mistakes(kit, f"{{% anchor {name} %}}a")
    assert problem in found


@both
def test_an_undefined_name_is_told(kit: Kit) -> None:
    (found,) = mistakes(kit, "{% anchor foo %}a")
    assert "foo is not defined" in found


@both
@pytest.mark.parametrize(
    "text",
    [
        "{%p for x in [1, 2] %}\n{% anchor 'here' %}a\n{%p endfor %}",
        "{%p set b %}\n{% anchor 'here' %}a\n{%p endset %}\n{{p b }}\n{{p b }}",
    ],
)
def test_a_bookmark_that_comes_twice_is_refused(kit: Kit, text: str) -> None:
    (found,) = mistakes(kit, text)
    assert "{% anchor 'here' %}: there is more than one bookmark «here»" in found


@both
def test_the_longest_name_is_taken(kit: Kit) -> None:
    assert mistakes(kit, f"{{% anchor '{LONGEST}' %}}a") == []


def test_a_bookmark_of_the_template_that_is_repeated_stands_once() -> None:
    mark = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>'
    end = '<w:bookmarkEnd w:id="{0}"/>'
    body = (
        WORD.draw("{%p for x in [1, 2] %}")
        + "<w:p>"
        + mark.format(0, "_GoBack")
        + "<w:r><w:t>{{ x }}</w:t></w:r>"
        + end.format(0)
        + "</w:p>"
        + WORD.draw("{%p endfor %}")
        + f"<w:p>{mark.format(0, 'other')}{end.format(0)}</w:p>"
    )
    filled = compile_parts(WORD, WORD.parts(body)).render({}).parts[WORD.part]
    root = etree.fromstring(filled)
    starts = [(one.get(f"{W}id"), one.get(f"{W}name")) for one in root.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")]
    assert starts == [("0", "_GoBack"), ("1", "other")]
    assert ends == ["0", "1"]


@both
def test_a_link_in_a_part_that_leads_nowhere_is_refused(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("{{ link('#nope', 't') }}"))
    (found,) = problems(tmp_path, kit, kit.draw(call(kit)))
    assert found.startswith(f"part.{kit}!")
    assert "the document has no bookmark «nope»" in found


@both
def test_links_and_bookmarks_of_parts_find_each_other(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("{% anchor 'in' %}{{ link('#out', 't') }}"))
    body = f"{{% anchor 'out' %}}{{{{ link('#in', 't') }}}}\n{call(kit)}"
    assert problems(tmp_path, kit, kit.draw(body)) == []


@both
def test_a_part_with_a_bookmark_stands_once(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("{% anchor 'in' %}a"))
    found = problems(tmp_path, kit, kit.draw(f"{call(kit)}\n{call(kit)}"))
    assert len(found) == 1
    assert "there is more than one bookmark «in»" in found[0]


@both
@pytest.mark.parametrize("part", ["a{{ page_break() }}b", "{{ page_break() }}b", "{{ x }}b"])
def test_a_part_that_begins_a_page_stands_in_no_cell(kit: Kit, part: str, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw(part))
    given = ", x=page_break()"
    filled = fill_main(tmp_path, kit, kit.draw(call(kit, "part", given)))
    assert read_body(kit, filled).endswith("b")
    (found,) = problems(tmp_path, kit, kit.draw(f"|{call(kit, 'part', given)}|b|"))
    assert found.startswith(f"main.{kit}!")
    assert "a new page can't begin in a table, a header, a footer or a note" in found


@both
def test_a_part_that_begins_a_page_stands_in_no_cell_of_another(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("a{{ page_break() }}b"))
    write_document(
        tmp_path,
        kit,
        "middle",
        kit.draw(f"{{%p set s %}}\n{call(kit)}\n{{%p endset %}}\n{{{{p s }}}}"),
    )
    (found,) = problems(tmp_path, kit, kit.draw(f"|{call(kit, 'middle')}|b|"))
    assert "a new page can't begin in a table" in found
