"""A folder for a foundation that has none yet: it builds at once, and all in it is invented."""

from __future__ import annotations

import calendar
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.money import MoneyUnit
from reportgen.starter.files import read_content, read_schemas, read_templates, write_folder

_PLAIN_ENDS = ":#"
_FLOW = frozenset("{}[],")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off"))
_PLAIN_STARTS = "\"'`@&*!|>%{}[],?:-#~"


@dataclass(frozen=True, slots=True)
class FirstFolder:
    """What can't be guessed.

    :ivar month: the report speaks as of its last day.
    """

    name: str
    year: int
    month: int
    head: str = "대표이사"
    unit: MoneyUnit = MoneyUnit.THOUSAND


def write_first_folder(root: Path, asked: FirstFolder) -> tuple[str, ...]:
    """Write the folder with content, templates and schemas.

    :returns: the files of the content.
    :raises DataError: when the folder has anything in it.
    """
    values = _list_values(asked)
    made: dict[str, bytes] = {}
    for name, text in read_content().items():
        for key, value in values.items():
            text = text.replace(f"@{key}@", value)
        made[name] = text.encode()
    write_folder(root, {**made, **read_templates(), **read_schemas()})
    return tuple(made)


def _list_values(asked: FirstFolder) -> dict[str, str]:
    last = date(asked.year, asked.month, calendar.monthrange(asked.year, asked.month)[1])
    return {
        "NAME": quote_text(asked.name),
        "NAME_TEXT": json.dumps(asked.name, ensure_ascii=False)[1:-1],
        "HEAD": quote_text(asked.head),
        "YEAR": f"{asked.year:04}",
        "LAST_YEAR": f"{asked.year - 1:04}",
        "BASE_DATE": last.isoformat(),
        "BASE_MONTH": last.isoformat()[:7],
        "ENTRY_DATE": last.isoformat(),
        "UNIT": asked.unit,
    }


def quote_text(text: str) -> str:
    """The text as a value of YAML, quoted where it might mean something else.

    >>> quote_text("가온문화재단"), quote_text("가: 나")
    ('가온문화재단', '"가: 나"')
    """
    is_plain = text[:1] not in _PLAIN_STARTS and not any(sign in text for sign in _PLAIN_ENDS)
    plain = is_plain and text == text.strip() and text.isprintable() and not set(text) & _FLOW
    return text if plain and text.lower() not in _WORDS else json.dumps(text, ensure_ascii=False)
