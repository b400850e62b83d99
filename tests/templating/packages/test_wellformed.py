"""A filled part that is no XML is told, and not written."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from reportgen.diagnostics import DataError
from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.wordprocessing import WordDialect
from reportgen.templating.packages.package import write_package
from reportgen.templating.packages.wellformed import MOST_CHECKED, find_torn
from tests.templating.small_packages import WORD


class TornDialect(WordDialect):
    """A dialect with a mistake: its bookmarks are not closed."""

    def spell_anchor(self, name: str, number: int) -> Markup:
        return Markup("<w:bookmarkStart>")


def test_a_torn_part_is_told_with_the_text_before_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_package(WORD.parts(WORD.draw("one\n{% anchor 'a' %}two & <three>\nx"))))
    template = OfficeTemplate(path, TornDialect(), {}, "a.docx")
    with pytest.raises(DataError) as caught:
        template.render({})
    assert str(caught.value) == (
        "a.docx!word/document.xml!«… one two & <three>»: error [template-xml] "
        "the filled part is torn behind this text, and no program could open it\n"
        "  hint: take out the tag that stands here, and tell those who look after the program"
    )


def test_a_part_that_is_xml_is_fine() -> None:
    assert find_torn(b"<a>&#228;</a>", "f", "p") is None


@pytest.mark.parametrize("data", [b"<a>\x07</a>", b"<a>&b;</a>", b"<a><b></a>", b"<a/><a/>", b""])
def test_a_part_that_is_no_xml_is_told(data: bytes) -> None:
    assert find_torn(data, "f", "p") is not None


def test_a_very_large_part_is_not_looked_at() -> None:
    assert find_torn(b"<" * (MOST_CHECKED + 1), "f", "p") is None
