"""Pictures, links and styles that only the old document has."""

from __future__ import annotations

from datetime import date

from lxml import etree

from reportgen.renderers.redline import redline_docx
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from tests.templating.small_packages import WORD, read_parts

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS, STYLES, KINDS = "word/_rels/document.xml.rels", "word/styles.xml", "[Content_Types].xml"


def picture(number: str) -> str:
    return f'<w:p><w:r><w:drawing><a xmlns:r="{R}" r:embed="{number}"/></w:drawing></w:r></w:p>'


def text(words: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def package(
    body: str,
    links: dict[str, str] | None = None,
    media: dict[str, bytes] | None = None,
    **more: str,
) -> bytes:
    relationships = "".join(
        f'<Relationship Id="{name}" Type="{R}/image" Target="{target}"/>'
        for name, target in (links or {}).items()
    )
    extra = {"png": '<Default Extension="png" ContentType="image/png"/>'} if media else {}
    parts = {
        **WORD.parts(body),
        LINKS: f'<Relationships xmlns="{RELS}">{relationships}</Relationships>'.encode(),
        KINDS: f'<Types xmlns="{TYPES}">{"".join(extra.values())}</Types>'.encode(),
        **{f"word/{name}": data for name, data in (media or {}).items()},
        **{f"word/{name}.xml": data.encode() for name, data in more.items()},
    }
    return write_package(parts)


def compare(old: bytes, new: bytes) -> dict[str, bytes]:
    return read_parts(redline_docx(old, new, "예산팀", date(2026, 7, 1)).data)


def used(parts: dict[str, bytes]) -> list[str]:
    root = etree.fromstring(parts[WORD.part])
    return [str(a.get(f"{{{R}}}embed")) for a in root.iter("a")]


def targets(parts: dict[str, bytes]) -> dict[str, str]:
    return {str(link.get("Id")): str(link.get("Target")) for link in etree.fromstring(parts[LINKS])}


def test_a_deleted_picture_comes_with_its_file() -> None:
    old = package(picture("r1") + text("끝"), {"r1": "media/a.png"}, {"media/a.png": b"old"})
    new = package(text("끝"))
    parts = compare(old, new)
    (name,) = used(parts)
    assert parts[f"word/{targets(parts)[name]}"] == b"old"
    assert b'Extension="png"' in parts[KINDS]


def test_a_picture_of_the_same_name_is_not_taken_for_another() -> None:
    files = [{"media/a.png": data} for data in (b"old", b"new")]
    links = {"r1": "media/a.png"}
    old, new = (package(picture("r1") + text("끝"), links, media) for media in files)
    parts = compare(old, new)
    assert [parts[f"word/{targets(parts)[name]}"] for name in used(parts)] == [b"old", b"new"]


def test_a_picture_that_stays_is_the_same_under_another_id() -> None:
    media = {"media/a.png": b"same"}
    old = package(picture("r1") + text("가"), {"r1": "media/a.png"}, media)
    new = package(picture("r7") + text("나"), {"r7": "media/a.png"}, media)
    parts = compare(old, new)
    assert used(parts) == ["r7"]
    assert targets(parts) == {"r7": "media/a.png"}


def styles(*names: str) -> str:
    found = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="Base"/></w:style>'
        for name in names
    )
    return f'<w:styles xmlns:w="{W[1:-1]}">{found}</w:styles>'


def test_styles_of_deleted_text_are_added() -> None:
    old = package(text("가", "Gone") + text("끝"), styles=styles("Normal", "Base", "Gone", "Idle"))
    new = package(text("끝"), styles=styles("Normal"))
    root = etree.fromstring(compare(old, new)[STYLES])
    assert [style.get(f"{W}styleId") for style in root] == ["Normal", "Gone", "Base"]


def test_styles_that_are_not_needed_stay_out() -> None:
    old = package(text("가") + text("끝"), styles=styles("Normal", "Idle"))
    new = package(text("끝"), styles=styles("Normal"))
    assert b"Idle" not in compare(old, new)[STYLES]
