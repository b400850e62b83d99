"""Draws the pictures of the recipes: ``python -m tools.draw_recipes``.

Each recipe is typed into a document, the document is filled by the engine, and LibreOffice and
``pdftoppm`` make a picture of both. Debian's ``fonts-nanum`` gives the Korean letters.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import pypdfium2
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reportgen.formats import Document
from reportgen.state import State, load_state
from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.wordprocessing import WordDialect
from reportgen.templating.packages.package import write_package
from tools.recipes import PAGE, Piece, Recipe, name_picture, read_recipes

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/images/recipes"
FONT = "NanumGothic"
_WIDTH, _HEIGHT, _MARGIN = Mm(170), Mm(240), Mm(4)
_RESOLUTION = 100


def draw_recipes(folder: Path) -> None:
    """Write two pictures of every recipe."""
    state = load_state(ROOT / "examples/amendment/foundation", stage="2026 제1회 추경")
    folder.mkdir(parents=True, exist_ok=True)
    for recipe in read_recipes(PAGE.read_text(encoding="utf-8")):
        with tempfile.TemporaryDirectory() as work:
            typed = Path(work, "typed.docx")
            _type(recipe).save(str(typed))
            printed = Path(work, "printed.docx")
            printed.write_bytes(_fill(typed, state))
            for path in (typed, printed):
                _draw(path, folder / name_picture(recipe.title, path.stem))


def _type(recipe: Recipe) -> WordDocument:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, _MARGIN)
    style = document.styles["Normal"]
    style.font.size, style.font.name = Pt(11), FONT
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(3)
    for piece in recipe.typed:
        _add(document, piece)
    return document


def _add(document: WordDocument, piece: Piece) -> None:
    if isinstance(piece, str):
        document.add_paragraph(piece)
        return
    table = document.add_table(len(piece), len(piece[0]), "Table Grid")
    for row, texts in zip(table.rows, piece, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _fill(path: Path, state: State) -> bytes:
    filters = state.context.formatter.filters()
    template = OfficeTemplate(path, WordDialect(), filters, path.name)
    context: Mapping[str, Any] = state.documents[Document.REPORT]
    return write_package(template.render(context).parts)


def _draw(path: Path, picture: Path) -> None:
    """A picture of the part of the first page that has something on it."""
    _run("soffice", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", path.parent, path)  # fmt: skip
    pdf = path.with_suffix(".pdf")
    pixels = round(_measure(pdf) * _RESOLUTION / 72)
    cut = ("-x", 0, "-y", 0, "-W", round(_WIDTH.inches * _RESOLUTION), "-H", pixels)
    look = ("-r", _RESOLUTION, "-png", "-singlefile")
    _run("pdftoppm", *look, *cut, pdf, picture.with_suffix(""))


def _measure(pdf: Path) -> float:
    """How far down the page anything stands, in points, with a margin."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    lowest = min(thing.get_bounds()[1] for thing in page.get_objects())
    height: float = page.get_height() - lowest + _MARGIN.pt
    document.close()
    return height


def _run(*command: object) -> None:
    words: Sequence[str] = [str(word) for word in command]
    subprocess.run(words, check=True, capture_output=True)


if __name__ == "__main__":
    draw_recipes(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
