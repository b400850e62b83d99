"""The templates that a template puts into its document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from reportgen.choices import suggest
from reportgen.i18n import translate as _
from reportgen.limits import MOST_SUBDOCUMENTS

Made = TypeVar("Made")


class InclusionError(ValueError):
    """A document that can't be put into another."""


class Sources(Generic[Made]):
    """Templates by their name, read once for the names that they are given.

    :param chain: the template that asks, and before it those that put it into theirs.
    :param make: compiles the template of a file; it is given the name for messages, too, and the
        names of values that only it can print.
    """

    def __init__(
        self, chain: tuple[Path, ...], make: Callable[[Path, str, frozenset[str]], Made]
    ) -> None:
        self._chain, self._make = chain, make
        self._made: dict[tuple[Path, frozenset[str]], Made] = {}

    def __iter__(self) -> Iterator[Made]:
        """Those that were read."""
        return iter(self._made.values())

    def find(self, name: object, given: frozenset[str] = frozenset()) -> Made:
        """The template of that name, in the folder of the one that asks.

        :param given: the names of values that only it can print.
        :raises InclusionError: when there is none, or it would hold itself.
        """
        folder = self._chain[-1].parent
        typed = PurePosixPath(name) if isinstance(name, str) and name else None
        if typed is None or typed.is_absolute() or ".." in typed.parts or "\\" in str(name):
            raise InclusionError(_("write the name of a file beside this template"))
        path = (folder / typed).resolve()
        ending = self._chain[-1].suffix
        if not path.is_relative_to(folder) or path.suffix != ending:
            raise InclusionError(
                _("{name} is no {ending} beside this template", name=typed, ending=ending)
            )
        if path in self._chain:
            raise InclusionError(_("{name} would hold itself", name=typed))
        if len(self._chain) > MOST_SUBDOCUMENTS:
            raise InclusionError(
                _("documents stand in each other more than {limit} deep", limit=MOST_SUBDOCUMENTS)
            )
        key = path, given
        if key not in self._made:
            if not path.is_file():
                known = [one.name for one in sorted(folder.glob(f"*{path.suffix}"))]
                hint = suggest(str(typed), [one for one in known if one != self._chain[-1].name])
                raise InclusionError(_("{name} is missing; {hint}", name=typed, hint=hint))
            self._made[key] = self._make(path, str(typed), given)
        return self._made[key]
