"""``content/budget/import/NAME.yaml``: what was decided about a kind of sheet, for next time."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, SkipValidation, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.model.base import SOURCE_KEY, Content, SourceMap
from reportgen.model.ledger import KINDS, EntryKind
from reportgen.model.words import Flag, Words
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.units import UNITS
from reportgen.readers.finance.words import Meaning, Role, parse_meaning
from reportgen.readers.folder_files import PROFILES
from reportgen.readers.validation import validate_document
from reportgen.readers.yaml_nodes import read_yaml

FOLDER = PROFILES


_MAPS_KEY = "\0maps"
"""The key under which the lines of the names are kept; no file can contain it."""


class Amounts(StrEnum):
    """How the amounts of a sheet are meant."""

    CUMULATIVE = "cumulative"
    """running totals: entries are their difference to the ledger"""
    ENTRIES = "entries"
    """every amount is an entry"""


class Hidden(StrEnum):
    """What becomes of rows and columns that a sheet hides."""

    READ = "read"
    IGNORE = "ignore"


AMOUNTS_WORDS = Words({Amounts.CUMULATIVE: ("누계",), Amounts.ENTRIES: ("건별",)})
HIDDEN_WORDS = Words({Hidden.READ: ("읽음", "포함"), Hidden.IGNORE: ("무시", "제외")})


def _drop_source(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != SOURCE_KEY}
    return value


def _read_meaning(value: object) -> Meaning:
    meaning = parse_meaning(str(value))
    if meaning is None:
        choices = ", ".join([*EntryKind, *Role])
        raise PydanticCustomError("enum", "a meaning", {"expected": choices})
    return meaning


def _read_unit(value: object) -> str | None:
    unit = "".join(str(value).split()) if value is not None else None
    if unit is not None and unit not in UNITS:
        raise PydanticCustomError("enum", "a unit", {"expected": ", ".join(UNITS)})
    return unit


class ImportProfile(Content):
    """One kind of sheet."""

    sheets: tuple[str, ...] = Field((), description="the sheets that are read; all if none")
    unit: Annotated[str | None, BeforeValidator(_read_unit)] = None
    units: Annotated[
        dict[str, Annotated[str, BeforeValidator(_read_unit)]], BeforeValidator(_drop_source)
    ] = Field({}, description="unit by header, where it is another than the header says")
    amounts: Annotated[Amounts, AMOUNTS_WORDS] | None = None
    stage: str | None = None
    kind: Annotated[EntryKind, KINDS] | None = None
    hidden: Annotated[Hidden, HIDDEN_WORDS] | None = None
    rounded: Flag = Field(False, description="sums may differ by what rounding explains")
    columns: Annotated[
        dict[str, Annotated[Any, BeforeValidator(_read_meaning)]], BeforeValidator(_drop_source)
    ] = Field({}, description="meaning by header")
    accounts: Annotated[dict[str, str], BeforeValidator(_drop_source)] = Field(
        {}, description="id by the name in the sheet"
    )
    ignore: tuple[str, ...] = Field((), description="names of rows that are left out")
    maps: Annotated[SkipJsonSchema[dict[str, SourceMap]], SkipValidation] = Field(
        default={}, alias=_MAPS_KEY, exclude=True, repr=False
    )

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, value: Any) -> Any:
        """A key without a value, as it is left when its lines are removed, says nothing."""
        if not isinstance(value, dict):
            return value
        maps = {
            key: item[SOURCE_KEY]
            for key, item in value.items()
            if isinstance(item, dict) and SOURCE_KEY in item
        }
        filled = {key: item for key, item in value.items() if item is not None}
        return {**filled, _MAPS_KEY: maps}

    def place(self, key: str, name: str, file: str) -> SourceRef:
        """Where a name stands under one of the keys."""
        return self.maps[key].of(name) if key in self.maps else SourceRef(file)

    def meanings(self) -> Mapping[str, Meaning]:
        """Meaning by squeezed header."""
        return {squeeze(header): meaning for header, meaning in self.columns.items()}


def read_profile(path: Path, name: str, diagnostics: list[Diagnostic]) -> ImportProfile | None:
    """The profile, or None after its mistakes were reported."""
    document = read_yaml(path, name)
    if document.data is None and not document.diagnostics:
        return ImportProfile()
    profile = validate_document(ImportProfile, document)
    diagnostics.extend(document.diagnostics)
    return profile


def name_profile(file: str) -> str:
    """The name under which sheets like this one are remembered: the file's without its date.

    >>> name_profile("집행현황_2025.06.05.xlsx"), name_profile("6월말 집행현황(최종).csv")
    ('집행현황', '집행현황-최종')
    """
    stem = Path(file).stem
    undated = re.sub(r"제?\d+\s*(?:년도?|월말?|일자?|차|회|분기)?(?:\s*기준)?", " ", stem)
    return "-".join(re.findall(r"\w+", undated.replace("_", " "))) or "profile"


def spell_profile(
    profile: ImportProfile, comment: str, questions: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The YAML text of a profile; what says nothing is left out.

    :param questions: lines that somebody has to finish, by the key they belong under; they are
        comments.
    """
    lines = [f"# {line}" for line in comment.splitlines()]
    for key in ("unit", "amounts", "stage", "kind", "hidden"):
        value = getattr(profile, key)
        if value is not None:
            lines.append(f"{key}: {quote(value)}")
    if profile.rounded:
        lines.append("rounded: true")
    for key in ("sheets", "ignore"):
        values = getattr(profile, key)
        if values:
            lines += [f"{key}:", *(f"  - {quote(value)}" for value in values)]
    for key in ("units", "columns", "accounts"):
        pairs = getattr(profile, key)
        asked = (questions or {}).get(key, ())
        if pairs or asked:
            lines += [f"{key}:", *(f"  {quote(k)}: {quote(v)}" for k, v in pairs.items())]
            lines += [f"  # {line}" for line in asked]
    return "\n".join(lines) + "\n"


def quote(text: str) -> str:
    """A YAML scalar; every JSON string is one."""
    return json.dumps(str(text), ensure_ascii=False)
