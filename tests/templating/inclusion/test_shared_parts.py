"""What a document and one that is put into it bring along stands side by side in one package."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from reportgen.templating import OfficeTemplate
from reportgen.templating.packages.package import write_package
from tests.templating.drawn_pictures import draw_png
from tests.templating.inclusion.documents import call, name_part, write_document
from tests.templating.offices import REPORT
from tests.templating.small_packages import HANGUL, WORD, Kit, both

PICTURES = {name: draw_png(20 + 10 * at, 20, 10_000) for at, name in enumerate("abc")}


def fill(folder: Path, kit: Kit) -> dict[str, bytes]:
    """A document with a picture, a link and a colour, around another with its own of each."""
    images = folder / "content" / "images"
    images.mkdir(parents=True)
    for name, data in PICTURES.items():
        (images / f"{name}.png").write_bytes(data)
    text = "{{{{ picture('images/{0}.png', alt='') }}}}{{{{ link('https://{0}.example', '{0}') }}}}"
    text += "{{{{ rich('{0}!', color='{1}') }}}}"
    write_document(folder, kit, "part", kit.draw(text.format("b", "#00AA11")))
    before, behind = text.format("a", "#BB0022"), text.format("c", "#0033CC")
    path = write_document(folder, kit, "main", kit.draw(f"{before}\n{call(kit)}\n{behind}"))
    template = OfficeTemplate(
        path, kit.dialect(), {}, name_part(kit, "main"), content=folder / "content"
    )
    return template.render({"report": REPORT}).parts


@both
def test_every_picture_is_in_the_package_once(kit: Kit, tmp_path: Path) -> None:
    parts = fill(tmp_path, kit)
    kept = [data for data in parts.values() if data in PICTURES.values()]
    assert sorted(kept) == sorted(PICTURES.values())


def test_relationships_of_a_docx_lead_each_to_its_own(tmp_path: Path) -> None:
    document = Document(BytesIO(write_package(fill(tmp_path, WORD))))
    relations, body = document.part.rels, document.element.body
    blips = [relations[one.get(qn("r:embed"))].target_part.blob for one in body.iter(qn("a:blip"))]
    assert blips == list(PICTURES.values())
    links = [relations[one.get(qn("r:id"))].target_ref for one in body.iter(qn("w:hyperlink"))]
    assert links == ["https://a.example", "https://b.example", "https://c.example"]


def test_pictures_and_looks_of_a_hwpx_have_numbers_of_their_own(tmp_path: Path) -> None:
    parts = fill(tmp_path, HANGUL)
    header, section, manifest = (
        etree.fromstring(parts[name])
        for name in ("Contents/header.xml", HANGUL.part, "Contents/content.hpf")
    )
    items = {one.get("id"): one.get("href") for one in manifest.iterfind(".//{*}item")}
    used = [one.get("binaryItemIDRef") for one in section.iterfind(".//{*}pic/{*}img")]
    assert [parts[str(items[one])] for one in used] == list(PICTURES.values())
    looks = [one.get("id") for one in header.iterfind(".//{*}charPr")]
    assert len(looks) == len(set(looks))
    colors = {one.get("id"): one.get("textColor") for one in header.iterfind(".//{*}charPr")}
    shown = {
        "".join(run.itertext()): colors[run.get("charPrIDRef")]
        for run in section.iterfind(".//{*}run")
    }
    assert [shown[f"{each}!"] for each in "abc"] == ["#BB0022", "#00AA11", "#0033CC"]
