"""HWP 5.0 from the parts of a finished HWPX."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from functools import partial
from io import BytesIO
from types import FunctionType

from reportgen.memory import pause_collection
from reportgen.renderers.hwp_cells import PlainCells
from reportgen.renderers.hwp_library import writer
from reportgen.renderers.hwp_sections import SectionWriter

_SECTION = re.compile(r"Contents/section\d+\.xml")


def render_hwp(hwpx: bytes) -> bytes:
    """The same document as a real HWP 5.0 file: the bytes that python-hwpx writes, sooner.

    python-hwpx's own save validates the package first, which costs as much as writing it;
    that validation is done in the tests.
    """
    cells = PlainCells()
    with zipfile.ZipFile(BytesIO(hwpx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with pause_collection():
        for name in filter(_SECTION.fullmatch, parts):
            parts[name] = cells.take_out(parts[name])
        return _write(parts, cells)


def _write(parts: Mapping[str, bytes], cells: PlainCells) -> bytes:
    """What python-hwpx makes of the parts when our section writer stands for its own.

    Its function takes no other section writer; so it gets the names of its module with that
    one replaced. The module itself, and whoever else uses it, keeps its own.
    """
    names = {**vars(writer), "SectionRecords": partial(SectionWriter, cells)}
    data = FunctionType(writer.write_hwp5.__code__, names)(parts)
    assert isinstance(data, bytes)
    return data
