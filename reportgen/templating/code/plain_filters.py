"""Filters that elsewhere make marked-up text, and the spelling of values in field codes.

A document has no markup that an author could type, and every value is escaped where it is
printed. So a text stays the text it is, whatever is said of its escaping.
"""

from __future__ import annotations

import json
import re
from typing import Any

_BREAKS = re.compile(r"\r\n|[\r\n\t]")
_QUOTED = re.compile(r'[\\"]')


def keep(value: Any) -> Any:
    """The value, which is escaped once, when it is printed."""
    return value


def spell_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON, in plain text.

    >>> spell_json({"b": "R&D", "a": ["가"]})
    '{"a": ["가"], "b": "R&D"}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=indent)


PLAIN_FILTERS = {
    **dict.fromkeys(("e", "escape", "forceescape", "safe"), keep),
    "tojson": spell_json,
}
"""By name; they take the place of Jinja's."""
