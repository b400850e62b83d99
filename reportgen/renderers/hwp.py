"""HWP 5.0 from the parts of a finished HWPX."""

from __future__ import annotations

import gc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from hwpx.hwp5.writer import write_hwp5


def render_hwp(hwpx: bytes) -> bytes:
    """The same document as a real HWP 5.0 file.

    python-hwpx's own save validates the package first, which costs as much as writing it;
    that validation is done in the tests.
    """
    with zipfile.ZipFile(BytesIO(hwpx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with _no_collection():
        data = write_hwp5(parts)
    assert isinstance(data, bytes)
    return data


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector away from the writer's many small records, none of them cyclic."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
