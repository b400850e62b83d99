"""Words with a fixed meaning: those of the user's language that stand for the values of a key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from reportgen.choices import fold_name

_JOINTS = str.maketrans("", "", "_-·・ㆍ․‧∙•")
"""What joins the parts of a word, and is typed in many ways or not at all."""


def fold_word(text: str) -> str:
    """The word without case, width, blanks and joints.

    >>> fold_word("시정ㆍ처리 요구"), fold_word("In Progress") == fold_word("in_progress")
    ('시정처리요구', True)
    """
    return fold_name(text.translate(_JOINTS)).translate(_JOINTS)


class Choice(NamedTuple):
    """A value that may be typed.

    :ivar words: what may be typed in its place, the usual one first.
    """

    value: str
    words: tuple[str, ...]

    @property
    def word(self) -> str:
        """The usual word, or the value itself."""
        return self.words[0] if self.words else self.value


class Words:
    """The words of one enum, one literal or one flag, as a part of its annotated type.

    Inside there is only the value. A word that stands for several values is refused.

    :ivar choices: every value, with the words that mean it alone or among others.
    :ivar is_open: whether the type itself reads more, such as numbers, and says what it misses.
    """

    def __init__(self, words: Mapping[Any, tuple[str, ...]], is_open: bool = False) -> None:
        self.is_open = is_open
        self.choices = tuple(Choice(str(value), typed) for value, typed in words.items())
        self._meanings: dict[str, tuple[Choice, ...]] = {}
        for choice in self.choices:
            for word in dict.fromkeys(map(fold_word, choice.words)):
                self._meanings[word] = (*self._meanings.get(word, ()), choice)
        self._meanings |= {fold_word(choice.value): (choice,) for choice in self.choices}

    def find(self, text: str) -> tuple[Choice, ...]:
        """What a word may mean: one value, several, or nothing."""
        return self._meanings.get(fold_word(text), ())

    def keep(self, values: tuple[str, ...]) -> Words:
        """The same words, of some of the values."""
        return Words({one.value: one.words for one in self.choices if one.value in values})

    def list_typed(self) -> list[str]:
        """Everything that may be typed: the values, and the words that mean one of them alone."""
        words = (word for choice in self.choices for word in choice.words)
        clear = (word for word in words if word and len(self.find(word)) == 1)
        return list(dict.fromkeys((*(choice.value for choice in self.choices), *clear)))

    def read(self, typed: object) -> object:
        """The value that a word means.

        :raises PydanticCustomError: when it means none, or several.
        """
        found = self.find(typed) if isinstance(typed, str) else ()
        if len(found) == 1:
            return found[0].value
        if found:
            raise PydanticCustomError("several_meanings", "several meanings", {"choices": found})
        if self.is_open:
            return typed
        raise PydanticCustomError("unknown_word", "unknown word", {"choices": self.choices})

    def _list_offered(self) -> list[str | bool | int]:
        """Everything that may be typed, as the YAML parser of an editor sees it."""
        plain: dict[str, bool | int] = {"true": True, "false": False}
        plain |= {one.value: int(one.value) for one in self.choices if one.value.isdigit()}
        return [plain.get(word, word) for word in self.list_typed()]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """The type, which only ever sees its values; a schema offers what may be typed."""
        offered = core_schema.literal_schema(self._list_offered())
        return core_schema.no_info_before_validator_function(
            self.read, handler(source), json_schema_input_schema=offered
        )


FLAG_WORDS = Words(
    {"true": ("예", "네", "참"), "false": ("아니오", "아니요", "거짓")}, is_open=True
)

Flag = Annotated[bool, FLAG_WORDS]
"""Yes or no."""
