"""Whole small documents in the packages of the project's templates."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from reportgen.formats import Document, Format
from reportgen.renderers.docx import render_docx
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from reportgen.renderers.metadata import Metadata
from reportgen.templating import OfficeTemplate
from reportgen.templating.packages.package import write_package
from tests.sample import PROJECT
from tests.templating.small_packages import HANGUL, Kit, read_parts

METADATA = Metadata("작은 문서", "가온시 누리재단", date(2026, 6, 30))
_REPORT = {"mark": "", "organization": METADATA.author}
_BODY = {
    "docx": (r"(?<=<w:body>).*(?=<w:sectPr)", "word/document.xml"),
    "hwpx": (
        r'(?<=hidePageNum="1"/></hp:ctrl></hp:run></hp:p>).*(?=</hs:sec>)',
        "Contents/section0.xml",
    ),
}


@cache
def _read_package(form: str) -> dict[str, bytes]:
    path = PROJECT / Format(form).name_template(Document.REPORT)
    return read_parts(path.read_bytes())


def whole_parts(kit: Kit, body: str) -> dict[str, bytes]:
    """The parts of a whole package with that body in XML."""
    pattern, part = _BODY[str(kit)]
    parts = dict(_read_package(str(kit)))
    text = parts[part].decode()
    parts[part] = re.sub(pattern, lambda _match: body, text, count=1, flags=re.DOTALL).encode()
    return parts


def write_whole(kit: Kit, folder: Path, body: str, **options: Any) -> OfficeTemplate:
    """The template with that body, written and compiled."""
    path = folder / kit.file
    path.write_bytes(write_package(whole_parts(kit, body)))
    return OfficeTemplate(path, kit.dialect(), {}, kit.file, **options)


def build(kit: Kit, folder: Path, text: str, /, **context: Any) -> bytes:
    """The finished document of a template that is drawn from text."""
    template = write_whole(kit, folder, kit.draw(text))
    return finish(kit, template, **context)


def finish(kit: Kit, template: OfficeTemplate, /, **context: Any) -> bytes:
    """The finished document of a template."""
    render = render_hwpx if kit is HANGUL else render_docx
    return render(template, {"report": _REPORT, **context}, METADATA)[0]


def build_hwp(folder: Path, text: str, /, **context: Any) -> bytes:
    """The HWP of a template that is drawn from text."""
    return render_hwp(build(HANGUL, folder, text, **context))
