"""Pieces of a part that are known only when something after them has been rendered."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

_OPEN, _CLOSE = "\ufde8", "\ufde9"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


class Later:
    """Marks that stand for text until it is known."""

    def __init__(self) -> None:
        self._texts: list[str | Callable[[], str]] = []

    @property
    def is_used(self) -> bool:
        """Whether there is any."""
        return bool(self._texts)

    def mark(self, text: str | Callable[[], str] = "") -> Markup:
        """A new mark, for that text unless :meth:`put` gives another.

        :param text: or what makes it, which is called in the order of the document, once for
            each time that the mark stands there.
        """
        self._texts.append(text)
        return Markup(f"{_OPEN}{len(self._texts) - 1}{_CLOSE}")

    def put(self, mark: Markup, text: str) -> None:
        """Say what the mark stands for; marks may stand in the text."""
        self._texts[int(mark[1:-1])] = text

    def resolve(self, text: str) -> str:
        """The text with what its marks stand for."""
        if not self._texts or _OPEN not in text:
            return text
        return _MARK.sub(lambda mark: self.resolve(self._make(int(mark[1]))), text)

    def _make(self, number: int) -> str:
        found = self._texts[number]
        return found if isinstance(found, str) else found()


def drop_marks(text: str) -> str:
    """The text without any mark."""
    return _MARK.sub("", text)
