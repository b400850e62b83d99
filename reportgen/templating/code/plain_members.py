"""Members of one value, printed together: the cells of a row of a long table.

Nearly all of them are plain texts in which nothing has to be escaped. That is looked up and
counted for all of them at once; wherever one is anything else, each is printed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reportgen.templating.code.effort import Effort
from reportgen.templating.printed import Printed

SPECIAL = re.compile("[\\0-\x1f\"&'<>\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U00010000-\U0010ffff]")
"""What text without tabs, breaks or anything to escape has none of; it is the same in every
dialect. A set of what is rare is compiled in a hundredth of the time of one of all else."""
_FIND: Any = object.__getattribute__


class PlainMembers:
    """Prints members that are keys of a value, and texts.

    :param printed: gets every text that shows figures.
    """

    def __init__(self, effort: Effort, printed: list[Printed]) -> None:
        self._effort, self._printed = effort, printed
        self._keyed: dict[tuple[type, tuple[str, ...]], bool] = {}
        self._plain: dict[type, bool] = {str: True}

    def print(
        self, holder: Any, names: tuple[str, ...], fixed: Sequence[str]
    ) -> Sequence[str] | None:
        """The members between fixed texts, or None where each has to be looked at by itself.

        :param fixed: the texts before, between and behind the members.
        """
        kind = type(holder), names
        if kind not in self._keyed:
            self._keyed[kind] = all(has_key_only(kind[0], name) for name in names)
        if not self._keyed[kind]:
            return None
        try:
            values = [holder[name] for name in names]
            text = "".join(values)
        except (TypeError, LookupError):
            return None
        kinds = set(map(type, values))
        if SPECIAL.search(text) or not all(map(self._is_plain, kinds)):
            return None
        if not self._effort.try_printed(len(text)):
            return None
        if kinds != {str}:
            self._printed += [value for value in values if getattr(value, "shown", None)]
        made = [""] * (2 * len(names) + 1)
        made[::2], made[1::2] = fixed, values
        return made

    def _is_plain(self, kind: type) -> bool:
        """Whether a text of that type is printed as what it is made of."""
        if kind not in self._plain:
            is_own = issubclass(kind, Printed) and kind.__str__ is str.__str__
            self._plain[kind] = is_own and not hasattr(kind, "__html__")
        return self._plain[kind]


def has_key_only(kind: type, name: str) -> bool:
    """Whether a value of that type can have no attribute of the name, but a key.

    >>> has_key_only(dict, "amount"), has_key_only(dict, "items")
    (True, False)
    """
    is_bare = kind is dict or not (kind.__dictoffset__ or hasattr(kind, "__getattr__"))
    is_usual: bool = kind is dict or getattr(kind, "__getattribute__") is _FIND  # noqa: B009
    return is_bare and is_usual and hasattr(kind, "__getitem__") and not hasattr(kind, name)
