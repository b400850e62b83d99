"""How the annexes are written as CSV: the part ``csv`` of ``content/report.yaml``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from reportgen.model.base import Content
from reportgen.model.words import Flag, Words


class Encoding(StrEnum):
    """How the characters of a file are written."""

    UTF_8 = "utf-8"
    """with a byte order mark, by which Excel knows it"""
    CP949 = "cp949"
    """the Korean code page of Windows, which has no place for some characters"""


ENCODING_WORDS = Words({Encoding.UTF_8: ("유니코드",), Encoding.CP949: ("완성형", "ms949")})


class CsvColumn(Content):
    """A column that is wanted."""

    column: str
    heading: str | None = Field(None, description="the usual heading if not given")


class CsvSheet(Content):
    """A sheet of the annexes, with its columns from left to right."""

    sheet: str
    columns: tuple[CsvColumn, ...] = Field((), description="all columns if not given")


class CsvProfile(Content):
    """What the system wants that the files are loaded into."""

    encoding: Annotated[Encoding, ENCODING_WORDS] = Encoding.UTF_8
    only_named: Flag = Field(False, description="write no sheet that is not among those below")
    sheets: tuple[CsvSheet, ...] = ()
