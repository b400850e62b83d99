"""Why a text that looks like a number is none."""

from __future__ import annotations

import re
import unicodedata

from reportgen.i18n import translate as _

_LETTERS = str.maketrans("OoОоIl|", "0000111")
"""Letters that are taken for the digits 0 and 1, the Cyrillic ones among them."""

_NUMBER = re.compile(r"[-+△▲▽▼−]?\d[\d,./-]*")
_WITH_UNIT = re.compile(r"([-+]?\d[\d,]*)\s*([^\d\s,.]{1,4})")


def explain_digits(text: str) -> str:
    """What keeps the text from being a number, and the number; empty when that isn't known.

    >>> explain_digits("０１２")
    'the digits are full-width; write 012'
    >>> explain_digits("1O"), explain_digits("열둘")
    ('a letter stands in the place of a digit; write 10', '')
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain != text and _NUMBER.fullmatch(plain) and plain.isascii():
        return _("the digits are full-width; write {number}", number=plain)
    western = "".join(_to_western(sign) for sign in plain)
    if western != plain and _NUMBER.fullmatch(western):
        return _("the digits are of another script; write {number}", number=western)
    lettered = plain.translate(_LETTERS)
    if lettered != plain and _NUMBER.fullmatch(lettered) and re.search(r"\d", plain):
        return _("a letter stands in the place of a digit; write {number}", number=lettered)
    return ""


def explain_number(text: str) -> str:
    """The same for a whole number, which has neither commas nor a unit.

    >>> explain_number("1,200"), explain_number("12명")
    ('write it without commas: 1200', 'write the number alone, without 명: 12')
    """
    if cause := explain_digits(text):
        return cause
    plain = text.strip()
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+", plain):
        return _("write it without commas: {number}", number=plain.replace(",", ""))
    match = _WITH_UNIT.fullmatch(plain)
    if match is None:
        return ""
    number = match[1].replace(",", "")
    return _("write the number alone, without {unit}: {number}", unit=match[2], number=number)


def expect(expected: str, found: str, cause: str = "") -> str:
    """The hint: what was expected, and why what was found may look like it.

    :param cause: why it is none, where that is known.
    """
    hint = _("expected {expected}", expected=expected)
    cause = cause or explain_digits(found)
    return f"{hint}; {cause}" if cause else hint


def _to_western(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
