"""What failed in a draft, and the marks that stand for its messages until a part is complete.

A mark is two characters: a sign that no value can hold, and the number of the fault as one
character of the last private plane. So it goes through every filter that keeps characters.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

PRINT, SPARE, BREAK = "\ufdeb", "\ufdec", "\ufded"
"""A message stands here; it stands here if it does nowhere else; the table can't be written."""

_FIRST, _LAST = 0x100000, 0x10FFFD
MARK = re.compile(f"([{PRINT}{SPARE}{BREAK}])([\U00100000-\U0010fffd])")
_AT_END = re.compile(f"{PRINT}.(?:\\s|[{PRINT}{SPARE}].)*\\Z", re.DOTALL)
_SIGNS = re.compile(f"[{PRINT}{SPARE}{BREAK}]")


class Faults:
    """The faults of one draft, with those of the documents in it; each has a number.

    :ivar placed: the numbers of those whose message stands in the document.
    :ivar passed_limit: whether the code took more than it may.
    """

    def __init__(self) -> None:
        self.placed: set[int] = set()
        self.passed_limit = False
        self._messages: list[str] = []
        self._numbers: dict[Hashable, int] = {}
        self._spare: dict[int, None] = {}
        self._shaping: list[int] = []
        self._tentative: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._messages)

    def mark(self, key: Hashable, message: str, shapes_table: bool = False) -> str:
        """The mark for a message.

        :param key: what the fault is known by when it comes again.
        :param shapes_table: whether its tag says what the table around it looks like.
        """
        if key not in self._numbers:
            self._numbers[key] = min(len(self._messages), _LAST - _FIRST)
            self._messages.append(message)
        number = self._numbers[key]
        self._spare[number] = None
        if shapes_table:
            self._shaping.append(number)
        return PRINT + chr(_FIRST + number)

    def mark_tentatively(self, message: str) -> str:
        """The mark for what :meth:`settle` says to be a fault or none."""
        mark = self.mark(("tentative", message), message)
        self._tentative[message] = number = read_number(mark[1])
        self._spare.pop(number, None)
        return mark

    def settle(self, messages: Iterable[str]) -> None:
        """Say which of the messages that were marked tentatively are of faults."""
        for message in self._tentative.keys() - set(messages):
            self._messages[self._tentative[message]] = ""

    def take_spare(self) -> str:
        """Marks for what was marked since the last call, should its own marks get lost."""
        taken = "".join(SPARE + chr(_FIRST + number) for number in self._spare)
        self._spare.clear()
        return taken

    @property
    def shaping(self) -> int:
        """How often something failed that a table is shaped by."""
        return len(self._shaping)

    def list_shaping(self, since: int) -> list[str]:
        """The marks of that which failed since, each once."""
        return [PRINT + chr(_FIRST + number) for number in dict.fromkeys(self._shaping[since:])]

    def read(self, number: int) -> str:
        """The message of a mark; empty where there is none."""
        return self._messages[number] if number < len(self._messages) else ""

    def list_missing(self) -> list[int]:
        """The numbers of those whose message doesn't stand in the document."""
        numbers = range(len(self._messages))
        return [one for one in numbers if self._messages[one] and one not in self.placed]

    def knows(self, number: int) -> bool:
        """Whether a fault has the number."""
        return number < len(self._messages)

    def take_out(self, text: str) -> tuple[str, str]:
        """The text without the marks of these faults, and the marks."""
        marks = [match for match in MARK.finditer(text) if self.knows(read_number(match[2]))]
        for match in reversed(marks):
            text = text[: match.start()] + text[match.end() :]
        return text, "".join(match[0] for match in marks)

    def choose(self, text: str) -> str:
        """The text of a part, with a mark for every message that is to stand in it.

        A spare one counts where no other stands for its fault, and none did before.
        """
        shown = {read_number(match[2]) for match in MARK.finditer(text) if match[1] != SPARE}
        shown |= self.placed
        broken = {read_number(match[2]) for match in MARK.finditer(text) if match[1] == BREAK}

        def settle(match: re.Match[str]) -> str:
            number = read_number(match[2])
            if match[1] == PRINT and number in broken:
                return ""
            if match[1] != SPARE:
                return match[0] if self.read(number) else ""
            if number in shown or not self.read(number):
                return ""
            shown.add(number)
            return PRINT + match[2]

        return drop_torn(MARK.sub(settle, text), len(self._messages))


def drop_torn(text: str, count: int) -> str:
    """The text without halves of marks, as filters leave them that cut a text.

    :param count: how many faults there are.
    """
    end = chr(_FIRST + min(count - 1, _LAST - _FIRST))
    torn = f"[{PRINT}{SPARE}{BREAK}](?![{chr(_FIRST)}-{end}\\d])"
    left = f"(?<![{PRINT}{SPARE}{BREAK}])[{chr(_FIRST)}-{end}]"
    return re.sub(f"{torn}|{left}", "", text)


def strip_marks(text: str) -> str:
    """The text without any mark."""
    return _SIGNS.sub("", MARK.sub("", text))


def ends_with_message(text: str) -> bool:
    """Whether nothing but marks follows the mark of a message."""
    return bool(_AT_END.search(text))


def list_numbers(text: str) -> list[int]:
    """The numbers of the marks in a text, each once."""
    return list(dict.fromkeys(read_number(match[2]) for match in MARK.finditer(text)))


def break_mark(mark: str) -> str:
    """The mark for the message of a mark, in place of the whole table."""
    return BREAK + mark[1:]


def read_number(sign: str) -> int:
    """The number of the fault that the second character of a mark names."""
    return ord(sign) - _FIRST
