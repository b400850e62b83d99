"""Python's search for garbage, put off while there is none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collection() -> Iterator[None]:
    """Make many objects that stay, without looking through all of them over and over.

    References are still counted, so only cycles wait until the end. With 5,000 accounts the
    search would take a third of the time in which their figures are computed.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
