"""What is used of python-hwpx: its writer of HWP, loaded without the rest of the library.

Importing anything of a package runs the package's own code first, and that of ``hwpx`` loads its
whole editor, which takes three times as long as the writer and is not used here. So a package of
that name that has not run its code yet takes its place; whoever asks it for something gets the
whole library.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


class WaitingPackage(ModuleType):
    """A package whose modules can be imported, and whose own code runs when it is asked for."""

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment]
        assert self.__spec__ is not None
        assert self.__spec__.loader is not None
        self.__spec__.loader.exec_module(self)
        return getattr(self, name)


def put_off(name: str) -> None:
    """Have the code of a package wait, unless it ran already."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is not None:
        package = module_from_spec(spec)
        package.__class__ = WaitingPackage
        sys.modules[name] = package


put_off("hwpx")

from hwpx.hwp5 import writer  # noqa: E402 - after the package was told to wait
from hwpx.hwp5.records import (  # noqa: E402
    LIST_HEADER,
    PARA_CHAR_SHAPE,
    PARA_HEADER,
    PARA_TEXT,
    Record,
)
from hwpx.hwp5.section_writer import SectionRecords, _find, _int  # noqa: E402

find_part, read_number = _find, _int

__all__ = [
    "LIST_HEADER",
    "PARA_CHAR_SHAPE",
    "PARA_HEADER",
    "PARA_TEXT",
    "Record",
    "SectionRecords",
    "find_part",
    "read_number",
    "writer",
]
