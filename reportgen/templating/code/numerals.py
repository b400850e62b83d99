"""Numbers as they are typed in an expression, and texts that say how to print one."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from decimal import Decimal
from string import Formatter
from typing import Any

from jinja2 import nodes
from jinja2.lexer import TOKEN_FLOAT, Lexer, Token
from jinja2.visitor import NodeTransformer

from reportgen.i18n import translate as _
from reportgen.templating.code.arithmetic import make_exact, settle

EXACT = "exact"
"""The filter that reads a typed number with decimals."""
_CONVERSION = re.compile(r"%(?:\([^)]*\))?[#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(.)")


class ExactLexer(Lexer):
    """Jinja's lexer; a number with decimals stays what was typed.

    :ivar met_decimals: whether there was any since it was set to false.
    """

    met_decimals = False

    def wrap(
        self,
        stream: Iterable[tuple[int, str, str]],
        name: str | None = None,
        filename: str | None = None,
    ) -> Iterator[Token]:
        """The tokens; the value of a number with decimals is a ``Decimal``."""
        typed: deque[str] = deque()

        def note() -> Iterator[tuple[int, str, str]]:
            for line, token, text in stream:
                if token == TOKEN_FLOAT:
                    typed.append(text.replace("_", ""))
                    self.met_decimals = True
                yield line, token, text

        for token in super().wrap(note(), name, filename):
            exact = token.type == TOKEN_FLOAT
            value: Any = Decimal(typed.popleft()) if exact else token.value
            yield Token(token.lineno, token.type, value)


class ExactLiterals(NodeTransformer):
    """Puts a filter in place of a ``Decimal``, which Jinja can't write into its code."""

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802 - the visitor's name
        """The constant, or what reads it."""
        if not isinstance(node.value, Decimal):
            return node
        typed = nodes.Const(str(node.value), lineno=node.lineno)
        return nodes.Filter(typed, EXACT, [], [], None, None, lineno=node.lineno)


def read_decimal(text: str) -> Any:
    """The number as typed; one with an exponent in full.

    >>> read_decimal("2.50"), read_decimal("1E+3")
    (Decimal('2.50'), 1000)
    """
    number = Decimal(text)
    return settle(make_exact(number)) if "E" in text else number


def check_conversions(text: str) -> None:
    """Refuse a text such as ``%.1f`` that would print a number by a binary fraction.

    :raises ValueError: it names the conversion; also one that writes for programmers.
    """
    for match in _CONVERSION.finditer(text):
        if match[1] in "ra":
            raise _refuse_code(match[0])
        if match[1] in "eEfFgG":
            raise _refuse(match[0])


def check_fields(text: str) -> None:
    """The same for a text such as ``{:.1f}``."""
    for _literal, _name, spec, conversion in Formatter().parse(text):
        if conversion in ("r", "a"):
            raise _refuse_code(f"{{!{conversion}}}")
        if spec and ("." in spec or "{" in spec or spec[-1] in "eEfFgGn%"):
            raise _refuse(f"{{:{spec}}}")


def _refuse_code(found: str) -> ValueError:
    return ValueError(_("{found} writes a value for programmers; use %s", found=found))


def _refuse(found: str) -> ValueError:
    return ValueError(
        _("{found} does not round exactly; use a filter such as number(1)", found=found)
    )
