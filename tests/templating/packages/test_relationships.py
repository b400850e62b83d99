"""Relationships and content types are read, added, taken away, and follow renamed parts."""

from __future__ import annotations

from reportgen.templating.packages.relationships import (
    PACKAGE,
    add_relationship,
    drop_part,
    drop_relationships,
    find_part,
    read_content_type,
    read_relationships,
    rename_part,
    set_content_type,
)
from tests.templating.office_packages import MAIN_TYPE, OFFICE, make_word, relate
from tests.templating.small_packages import WORD


def make() -> dict[str, bytes]:
    """A document with a header and a link."""
    return make_word(
        WORD.draw("x"),
        {"word/h 1.xml": b"<a/>", "word/_rels/h 1.xml.rels": relate(("image", "../media/a.png"))},
        ("header", "h%201.xml"),
        ("hyperlink", "https://a.kr/", "External"),
    ) | {"media/a.png": b"x"}


def list_targets(parts: dict[str, bytes], owner: str) -> list[tuple[str, str]]:
    return [(link.name, link.part or link.target) for link in read_relationships(parts, owner)]


def test_targets_are_found_from_their_owner() -> None:
    parts = make()
    assert list_targets(parts, PACKAGE) == [("officeDocument", "word/document.xml")]
    assert list_targets(parts, "word/document.xml") == [
        ("header", "word/h 1.xml"),
        ("hyperlink", "https://a.kr/"),
    ]
    assert find_part(parts, "word/document.xml", "/Word/Document.xml#x") == "word/document.xml"
    assert find_part(parts, PACKAGE, "../../none.xml") == ""


def test_a_new_relationship_has_an_id_of_its_own() -> None:
    parts = make()
    first = add_relationship(parts, "word/document.xml", f"{OFFICE}/image", "../media/a.png")
    second = add_relationship(parts, "word/document.xml", f"{OFFICE}/hyperlink", "b:c", True)
    assert first != second
    *_others, image, link = read_relationships(parts, "word/document.xml")
    assert (image.id, image.part, image.external) == (first, "media/a.png", False)
    assert (link.id, link.target, link.external) == (second, "b:c", True)
    add_relationship(parts, "media/a.png", f"{OFFICE}/x", "b.xml")
    assert list_targets(parts, "media/a.png") == [("x", "b.xml")]


def test_a_list_goes_with_its_last_relationship() -> None:
    parts = make()
    drop_relationships(parts, "word/document.xml", lambda link: link.external)
    assert list_targets(parts, "word/document.xml") == [("header", "word/h 1.xml")]
    drop_relationships(parts, "word/document.xml", lambda link: True)
    assert "word/_rels/document.xml.rels" not in parts


def test_a_renamed_part_keeps_all_that_leads_to_it_and_from_it() -> None:
    parts = make()
    set_content_type(parts, "word/h 1.xml", "a/header")
    rename_part(parts, "word/h 1.xml", "other/h.xml")
    assert list_targets(parts, "word/document.xml")[0] == ("header", "other/h.xml")
    assert list_targets(parts, "other/h.xml") == [("image", "media/a.png")]
    assert read_content_type(parts, "other/h.xml") == "a/header"
    assert read_content_type(parts, "word/h 1.xml") == "application/xml"


def test_a_dropped_part_leaves_nothing_behind() -> None:
    parts = make()
    assert read_content_type(parts, "word/document.xml") == MAIN_TYPE
    drop_part(parts, "word/document.xml")
    assert "word/_rels/document.xml.rels" not in parts
    assert read_content_type(parts, "word/document.xml") == "application/xml"
    assert read_content_type(parts, "a.jpg") == ""
