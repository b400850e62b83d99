"""Tags outside of the text of paragraphs know the names of the blocks around them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.templating.charts.packages import drawing
from tests.templating.checks.looked_at import look_into
from tests.templating.office_packages import make_hangul, make_word
from tests.templating.small_packages import HANGUL, WORD, Kit, both
from tests.templating.test_text_boxes import box

PICTURE = '<w:p><w:r><w:drawing><wp:docPr descr="{{{{ {} }}}}"/></w:drawing></w:r></w:p>'
CODE = "<w:p><w:r><w:instrText>PAGEREF {{{{{}}}}}</w:instrText></w:r></w:p>"
LINK = (
    '<hp:ctrl><hp:fieldBegin type="HYPERLINK"><hp:parameters><hp:stringParam name="Path">'
    "{{{{ {} }}}}</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>"
)


def word(inside: str) -> dict[str, bytes]:
    return make_word(_loop(WORD, inside))


def hangul(inside: str) -> dict[str, bytes]:
    return make_hangul(_loop(HANGUL, HANGUL.paragraph(["x"]).replace("<hp:t>x</hp:t>", inside)))


def _loop(kit: Kit, inside: str) -> str:
    begin, end = "{%p for p in policies %}", "{%p endfor %}"
    return kit.paragraph([begin]) + inside + kit.paragraph([end])


@pytest.mark.parametrize(
    ("kit", "parts", "count"),
    [
        (WORD, word(PICTURE.format("p.name")), 0),
        (WORD, word(PICTURE.format("p.nmae")), 1),
        (WORD, word(CODE.format("p.name")), 0),
        (WORD, word(CODE.format("p.nmae")), 1),
        (WORD, word(drawing("{% chart p.projects %}")), 0),
        (WORD, word(drawing("{% chart p.nmae %}")), 1),
        (HANGUL, hangul(LINK.format("p.name")), 0),
        (HANGUL, hangul(LINK.format("p.nmae")), 1),
    ],
)
def test_what_stands_in_a_loop_knows_its_items(
    tmp_path: Path, kit: Kit, parts: Mapping[str, bytes], count: int
) -> None:
    known = ["p.nmae is not defined / did you mean p.name?"]
    assert look_into(kit, tmp_path, parts) == known * count


@both
def test_a_text_box_in_a_loop_of_its_paragraph_knows_the_items(kit: Kit, tmp_path: Path) -> None:
    boxed = box(kit, kit.paragraph(["{{ p.name }}{{ p.nmae }}"]), "{% endfor %}")
    first = "w:r" if kit is WORD else "hp:run"
    text = kit.paragraph(["{% for p in policies %}"])
    run = text[text.index(f"<{first}") : text.rindex(f"</{first}>") + len(first) + 3]
    body = boxed.replace(f"<{first}", f"{run}<{first}", 1)
    found = dict.fromkeys(look_into(kit, tmp_path, kit.parts(body)))
    assert list(found) == ["p.nmae is not defined / did you mean p.name?"]


@both
def test_a_loop_behind_a_text_box_says_nothing_of_it(kit: Kit, tmp_path: Path) -> None:
    body = box(kit, kit.paragraph(["{{ p.name }}"]), "{% for p in policies %}a{% endfor %}")
    found = dict.fromkeys(look_into(kit, tmp_path, kit.parts(body)))
    assert list(found) == [
        "p is not defined / "
        "it is known only between {% for p in policies %} and the end of the block"
    ]
