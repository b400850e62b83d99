"""Python's search for garbage, put off while there is none."""

from __future__ import annotations

import atexit
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


_ROUND = 200_000
"""After how many new objects that stay a process of one command searches; Python's own is 700."""


def expect_short_life() -> None:
    """Search rarely, and not at all when the process ends and all of its memory goes at once.

    Of what a command loads and reads nearly everything stays until its end.
    """
    gc.set_threshold(_ROUND, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)
