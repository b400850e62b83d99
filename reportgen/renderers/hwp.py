"""HWP 5.0 from the parts of a finished HWPX."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hwpx.hwp5.writer import write_hwp5


def render_hwp(hwpx: bytes) -> bytes:
    """The same document as a real HWP 5.0 file.

    python-hwpx's own save validates the package first, which costs as much as writing it;
    that validation is done in the tests.
    """
    with zipfile.ZipFile(BytesIO(hwpx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    data = write_hwp5(parts)
    assert isinstance(data, bytes)
    return data
