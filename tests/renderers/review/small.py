"""Small HWPX drawn from text, compared, and what is marked in them as text again.

``[-gone-]`` is red and struck through, ``{+come+}`` blue and underlined.
"""

from __future__ import annotations

from lxml import etree

from reportgen.renderers.review import review_hwpx
from reportgen.templating.formats.owpml import HP
from reportgen.templating.packages.package import write_package
from tests.templating.small_packages import HANGUL, read_parts

Element = etree._Element
HH = "{http://www.hancom.co.kr/hwpml/2011/head}"
HEADER = "Contents/header.xml"
RED, BLUE = {"#FF0000", "#FF9B9B"}, {"#0000FF", "#9DC3FF"}


def header(*colors: str) -> bytes:
    """A header whose shapes of letters have these colours."""
    shapes = "".join(
        f'<hh:charPr id="{number}" height="1000" textColor="{color}"><hh:fontRef hangul="0"/>'
        '<hh:bold/><hh:underline type="NONE" shape="SOLID" color="#000000"/><hh:outline/>'
        "</hh:charPr>"
        for number, color in enumerate(colors)
    )
    return (
        f'<hh:head xmlns:hh="{HH[1:-1]}"><hh:refList>'
        f'<hh:charProperties itemCnt="{len(colors)}">{shapes}</hh:charProperties>'
        "</hh:refList></hh:head>"
    ).encode()


def package(body: str, *colors: str) -> bytes:
    """A HWPX with this body and shapes of letters."""
    return write_package({**HANGUL.parts(body), HEADER: header(*(colors or ("#000000",)))})


def compare_texts(old: str, new: str) -> str:
    """What is marked between two documents drawn from text.

    The result is read as an office program would, which checks ids and the grids of tables.
    """
    return show(review_hwpx(package(HANGUL.draw(old)), package(HANGUL.draw(new))))


def show(data: bytes) -> str:
    """The marks of a document as text, and every merged cell with its extent."""
    parts = read_parts(data)
    marks = read_marks(parts[HEADER])
    root = etree.fromstring(parts[HANGUL.part])
    for run in root.iter(f"{HP}run"):
        signs = marks.get(str(run.get("charPrIDRef")))
        texts = [text for text in run.iterchildren(f"{HP}t") if text.text or len(text)]
        if signs and texts:
            texts[0].text = signs[0] + (texts[0].text or "")
            if len(texts[-1]):
                texts[-1][-1].tail = (texts[-1][-1].tail or "") + signs[1]
            else:
                texts[-1].text = (texts[-1].text or "") + signs[1]
    return HANGUL.outline(etree.tostring(root))


def read_marks(data: bytes) -> dict[str, tuple[str, str]]:
    """What is put around texts of a shape, by the shape's id."""
    found: dict[str, tuple[str, str]] = {}
    for shape in etree.fromstring(data).iter(f"{HH}charPr"):
        color = shape.get("textColor")
        if color in RED | BLUE:
            found[str(shape.get("id"))] = ("[-", "-]") if color in RED else ("{+", "+}")
    return found


def read_texts(data: bytes, without: set[str]) -> str:
    """All text without white space, but for letters of these colours."""
    parts = read_parts(data)
    shapes = {
        shape.get("id")
        for shape in etree.fromstring(parts[HEADER]).iter(f"{HH}charPr")
        if shape.get("textColor") in without
    }
    runs = etree.fromstring(parts[HANGUL.part]).iter(f"{HP}run")
    texts = (
        "".join(text.itertext())
        for run in runs
        if run.get("charPrIDRef") not in shapes
        for text in run.iterchildren(f"{HP}t")
    )
    return "".join("".join(texts).split())
