"""Small packages as office programs write them: every part is named by another one."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.templating.packages.relationships import name_relationships
from tests.templating.small_packages import HANGUL, WORD

Link = tuple[str, str] | tuple[str, str, str]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMES = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HANGUL_LIST = """\
<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata><opf:title>옛 제목</opf:title>
{metadata}</opf:metadata><opf:manifest>{items}</opf:manifest><opf:spine>{spine}</opf:spine>
</opf:package>"""
CONTAINER = (
    '<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container"><ocf:rootfiles>'
    '<ocf:rootfile full-path="{}" media-type="application/hwpml-package+xml"/>'
    "</ocf:rootfiles></ocf:container>"
)


def relate(*links: Link) -> bytes:
    """Relationships: kind and target, and ``External`` for an address outside."""
    spelled = "".join(_relate(number, *link) for number, link in enumerate(links, 1))
    return f'<Relationships xmlns="{RELATIONS}">{spelled}</Relationships>'.encode()


def _relate(number: int, kind: str, target: str, mode: str = "Internal") -> str:
    kind = kind if ":" in kind else f"{OFFICE}/{kind}"
    return f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}" TargetMode="{mode}"/>'


def make_word(
    body: str,
    parts: Mapping[str, bytes] | None = None,
    *links: Link,
    main: str = "word/document.xml",
    kind: str = MAIN_TYPE,
) -> dict[str, bytes]:
    """The parts of a DOCX; its relationships are numbered from ``rId1``.

    :param parts: more parts of the package.
    :param links: the relationships of the body.
    """
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>'
    )
    made = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": relate(("officeDocument", main)),
        main: WORD.document(body).replace(b"<w:document ", f"<w:document {NAMES} ".encode()),
    }
    if links:
        made[name_relationships(main)] = relate(*links)
    return {**made, **(parts or {})}


def make_hangul(
    body: str,
    parts: Mapping[str, bytes] | None = None,
    names: tuple[str, ...] = ("Contents/header.xml", "Contents/section0.xml"),
    metadata: str = "",
    manifest: str = "Contents/content.hpf",
) -> dict[str, bytes]:
    """The parts of a HWPX; every section holds the body.

    :param names: the header, and the sections in the order of the spine.
    """
    header = f'<hh:head xmlns:hh="{_OWPML}/head" version="1.5" secCnt="1"/>'
    listed = (*names, *(name for name in parts or () if not name.startswith(("META", "mime"))))
    items = "".join(f'<opf:item id="i{at}" href="{name}"/>' for at, name in enumerate(listed))
    spine = "".join(f'<opf:itemref idref="i{at}"/>' for at, _name in enumerate(names))
    return {
        "mimetype": b"application/hwp+zip",
        "META-INF/container.xml": CONTAINER.format(manifest).encode(),
        manifest: HANGUL_LIST.format(items=items, spine=spine, metadata=metadata).encode(),
        names[0]: header.encode(),
        **{name: HANGUL.document(body) for name in names[1:]},
        **(parts or {}),
    }


_OWPML = "http://www.hancom.co.kr/hwpml/2011"
