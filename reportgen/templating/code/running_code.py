"""The template whose code is running, found from the functions that it calls."""

from __future__ import annotations

import sys
from bisect import bisect_right
from functools import lru_cache
from typing import Any

from jinja2 import Template


def _find_frame() -> Any:
    frame: Any = sys._getframe(1)
    while frame is not None and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame


def find_environment() -> Any:
    """The environment of the template whose code is running; None where none is."""
    frame = _find_frame()
    return frame.f_globals["environment"] if frame else None


def find_template_line() -> int:
    """The line of the template whose code is running."""
    frame = _find_frame()
    template = frame.f_globals["__jinja_template__"] if frame else None
    if template is None:
        return 0
    lines, starts = _list_lines(template)
    at = bisect_right(starts, frame.f_lineno) - 1
    return lines[at] if at >= 0 else 1


@lru_cache(8)
def _list_lines(template: Template) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The lines of the source, and where Python's code of each begins; Jinja reads it each time."""
    found = template.debug_info
    return tuple(line for line, _start in found), tuple(start for _line, start in found)
