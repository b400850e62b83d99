"""``josa``: a value with the particle behind it that its last sound asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from reportgen.language.josa import attach_josa, choose_josa
from reportgen.templating.printed import Printed
from reportgen.templating.rich.rich_text import Rich


def make_josa(write: Callable[[Any], Any]) -> Callable[[Any, str], Any]:
    """The filter.

    :param write: makes the text of a value that is none yet.
    """

    def add_josa(value: Any, pair: str) -> Any:
        """The value and the particle; a text with figures still shows them."""
        if isinstance(value, Rich):
            return value + choose_josa(value.text, pair)
        text = write(value)
        if not isinstance(text, str):
            text = str(text)  # which refuses what can only be printed
        if isinstance(text, Markup):
            return text + choose_josa(text.striptags(), pair)
        attached = attach_josa(text, pair)
        return text.rewritten(attached) if isinstance(text, Printed) else attached

    return add_josa
