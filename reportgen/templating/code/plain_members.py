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
        self._kinds: dict[frozenset[type], bool | None] = {frozenset((str,)): False}

    def print(
        self, holder: Any, names: tuple[str, ...], fixed: Sequence[str]
    ) -> Sequence[str] | None:
        """The members between fixed texts, or None where each has to be looked at by itself.

        :param fixed: the texts before, between and behind the members.
        """
        keyed = self._keyed.get((type(holder), names))
        if keyed is None:
            keyed = self._look_up(type(holder), names)
        if not keyed:
            return None
        try:
            values = [holder[name] for name in names]
            text = "".join(values)
        except (TypeError, LookupError):
            return None
        kinds = frozenset(map(type, values))
        shows = self._kinds[kinds] if kinds in self._kinds else self._look_at(kinds)
        if shows is None or SPECIAL.search(text) or not self._effort.try_printed(len(text)):
            return None
        if shows:
            self._printed += [value for value in values if type(value) is not str and value.shown]
        made = [""] * (2 * len(names) + 1)
        made[::2], made[1::2] = fixed, values
        return made

    def _look_up(self, kind: type, names: tuple[str, ...]) -> bool:
        found = all(has_key_only(kind, name) for name in names)
        self._keyed[kind, names] = found
        return found

    def _look_at(self, kinds: frozenset[type]) -> bool | None:
        """Whether texts of those types may show figures; None where one isn't what it prints."""
        is_plain = all(kind is str or _is_plain(kind) for kind in kinds)
        found = self._kinds[kinds] = True if is_plain else None
        return found


def _is_plain(kind: type) -> bool:
    """Whether a text of that type is printed as what it is made of."""
    is_own = issubclass(kind, Printed) and kind.__str__ is str.__str__
    return is_own and not hasattr(kind, "__html__")


def has_key_only(kind: type, name: str) -> bool:
    """Whether a value of that type can have no attribute of the name, but a key.

    >>> has_key_only(dict, "amount"), has_key_only(dict, "items")
    (True, False)
    """
    is_bare = kind is dict or not (kind.__dictoffset__ or hasattr(kind, "__getattr__"))
    is_usual: bool = kind is dict or getattr(kind, "__getattribute__") is _FIND  # noqa: B009
    return is_bare and is_usual and hasattr(kind, "__getitem__") and not hasattr(kind, name)
