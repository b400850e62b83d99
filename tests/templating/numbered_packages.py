"""Whole packages in which paragraphs can be numbered.

In DOCX, list 7 is set at the paragraph and list 8 by the style ``Steps``. In HWPX the
paragraphs of list 7 have the first shape behind those of the package, those of list 8 the next.
"""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from tests.templating.small_packages import HANGUL, WORD, Kit
from tests.templating.whole_packages import whole_parts

_LIST = re.compile(r"^([78])\. (.*)$", re.MULTILINE)
_SHAPE = '<hh:paraPr id="0".*?</hh:paraPr>'


def write_numbered(kit: Kit, folder: Path, text: str) -> OfficeTemplate:
    """The template of a text whose lines begin with ``7. `` or ``8. `` where they are numbered."""
    pieces = re.split(r"\n(?!\|)", text)  # the rows of a table stay together
    shapes = _count_shapes(whole_parts(kit, "")) if kit is HANGUL else 0
    body = "".join(_draw(kit, piece, shapes) for piece in pieces)
    parts = whole_parts(kit, body)
    (_number_word if kit is WORD else _number_hangul)(parts)
    path = folder / kit.file
    path.write_bytes(write_package(parts))
    return OfficeTemplate(path, kit.dialect(), {}, kit.file)


def _count_shapes(parts: dict[str, bytes]) -> int:
    return parts["Contents/header.xml"].count(b"<hh:paraPr ")


def _draw(kit: Kit, line: str, shapes: int) -> str:
    match = _LIST.fullmatch(line)
    drawn = kit.draw(match[2] if match else line)
    if match and kit is HANGUL:
        return drawn.replace('paraPrIDRef="0"', f'paraPrIDRef="{shapes - 7 + int(match[1])}"')
    own = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    style = '<w:pPr><w:pStyle w:val="Steps"/></w:pPr>'
    return drawn.replace("<w:pPr/>", own if match[1] == "7" else style) if match else drawn


def _number_word(parts: dict[str, bytes]) -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    levels += '<w:lvlText w:val="%1."/></w:lvl>'
    looks = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
        for at in (0, 1)
    )
    lists = "".join(
        f'<w:num w:numId="{at + 7}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (0, 1)
    )
    numbering = f'<w:numbering xmlns:w="{W[1:-1]}">{looks}{lists}</w:numbering>'
    parts["word/numbering.xml"] = numbering.encode()
    style = (
        '<w:style w:type="paragraph" w:styleId="Steps"><w:name w:val="Steps"/><w:pPr><w:numPr>'
        '<w:numId w:val="8"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    for part, end, added in (
        ("word/styles.xml", "</w:styles>", style),
        (
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/word/numbering.xml" ContentType="{kind}"/></Types>',
        ),
        (
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rId77" Type="{relation}" Target="numbering.xml"/></Relationships>',
        ),
    ):
        parts[part] = parts[part].decode().replace(end, added).encode()


def _number_hangul(parts: dict[str, bytes]) -> None:
    header, known = parts["Contents/header.xml"].decode(), _count_shapes(parts)
    numbering = re.search('<hh:numbering id="1".*?</hh:numbering>', header, re.DOTALL)
    shape = re.search(_SHAPE, header, re.DOTALL)
    assert numbering
    assert shape
    model = numbering[0].replace('charPrIDRef="4294967295" checkable="0"/>', _HEAD, 1)
    lists = "".join(model.replace('id="1"', f'id="{at - 5}"', 1) for at in (7, 8))
    shapes = "".join(
        shape[0]
        .replace('id="0"', f'id="{known - 7 + at}"', 1)
        .replace('type="NONE" idRef="0"', f'type="NUMBER" idRef="{at - 5}"', 1)
        for at in (7, 8)
    )
    header = header.replace("</hh:numberings>", f"{lists}</hh:numberings>")
    header = header.replace("</hh:paraProperties>", f"{shapes}</hh:paraProperties>")
    header = _count(header, "numberings", 2)
    parts["Contents/header.xml"] = _count(header, "paraProperties", 2).encode()


_HEAD = 'charPrIDRef="4294967295" checkable="0">^1.</hh:paraHead>'


def _count(header: str, name: str, more: int) -> str:
    return re.sub(
        rf'(<hh:{name} itemCnt=")(\d+)', lambda match: f"{match[1]}{int(match[2]) + more}", header
    )
