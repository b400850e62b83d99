"""What kinds of places there are for tags outside paragraphs, and how each is filled."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from urllib.parse import quote, unquote

from lxml import etree
from markupsafe import escape

from reportgen.i18n import translate as _
from reportgen.templating.tree import Element

_ENCODED = re.compile(
    r"%7[bB]%(7[bB]|2[35]).*?(%7[dD]|%2[35])%7[dD]|%7[bB]_%(7[bB]|2[35])|%(7[dD]|2[35])_%7[dD]",
    re.DOTALL,
)
_ADDRESS = re.compile(r"\bHYPERLINK\s+(?:\\\w\s+)?[\"“]([^\"”]*)$")
_EQUATION_TAG = re.compile(
    r"\{\{\s[^{}]*\s\}\}|\{\{\s*\w+(\.\w+)+[^{}]*\}\}|\{%\s[^{}]*\s%\}|\{#\s[^{}]*\s#\}", re.DOTALL
)
_DESCRIPTIONS = ("descr", "title", "alt", "tblDescription", "tblCaption", "shapeComment")
_NAMES = ("style", "lsdException", "font", "latentStyles", "abstractNum", "author", "charPr")
_NUMBERINGS = ("lvlText", "paraHead", "bullet")
_DELETED = ("delText", "delInstrText")
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties", "docPropsVTypes")
_METADATA = "http://www.idpf.org/2007/opf/"
_KEPT = ("{http://purl.org/dc/elements/1.1/}title", "{http://www.idpf.org/2007/opf/}title")
"""What every finished document gets anew."""


class Place(StrEnum):
    """A kind of place."""

    DRAWING = "drawing"
    EQUATION = "equation"
    SCRIPT = "script"
    DESCRIPTION = "description"
    CODE = "code"
    COMMAND = "command"
    ADDRESS = "address"
    TARGET = "target"
    PROPERTY = "property"
    DELETED = "deleted"
    NUMBERING = "numbering"
    NAME = "name"
    OTHER = "other"

    @property
    def is_filled(self) -> bool:
        """Whether a tag in it can be filled."""
        return self not in (Place.DELETED, Place.NUMBERING, Place.TARGET)

    @property
    def is_loose(self) -> bool:
        """Whether braces in it may be no tags at all."""
        return self in (Place.EQUATION, Place.SCRIPT, Place.NUMBERING, Place.NAME, Place.TARGET)

    @property
    def is_typed(self) -> bool:
        """Whether people type it, so that half a tag in it is a mistake."""
        return self in (Place.DESCRIPTION, Place.DRAWING, Place.PROPERTY)

    def means_tag(self, typed: str) -> bool:
        """Whether what looks like a tag is one.

        Braces group in an equation: a tag has blanks inside of them, or a name with a dot.
        """
        if self is Place.NAME:
            return False
        if self in (Place.EQUATION, Place.SCRIPT):
            return _EQUATION_TAG.fullmatch(typed) is not None
        return True

    def decode(self, text: str) -> str:
        """The text with its tags as they were typed; Word encodes the braces of an address."""
        if self not in (Place.ADDRESS, Place.CODE):
            return text
        return _ENCODED.sub(lambda match: unquote(match[0]), text)

    def spell_braces(self, braces: str) -> str:
        """Braces that are printed, as they may stand there."""
        return quote(braces) if self is Place.ADDRESS else braces

    def helper(self, before: str) -> str:
        """The function that prints a value there, behind a text."""
        if self is Place.CODE:
            return choose_code(before)
        if self is Place.ADDRESS:
            return "_address_part" if before else "_address"
        return "_command" if self is Place.COMMAND else "_plain"

    def refuse(self) -> tuple[str, str]:
        """Why a tag can't stand there, and what to do."""
        if self is Place.DELETED:
            return (
                _("a tag stands in text that tracked changes deleted"),
                _("accept or reject the changes, and save the template again"),
            )
        if self is Place.TARGET:
            return (
                _("a tag stands in the name of a file inside the document"),
                _("put the picture or file in again under another name"),
            )
        return (
            _("a tag can't stand in a numbering or a bullet"),
            _("write it into the text of the paragraph"),
        )


def choose_code(before: str) -> str:
    """The function that prints a value in a field code, behind what stands before it.

    >>> choose_code('HYPERLINK "https://a.kr/'), choose_code("PAGEREF ")
    ('_address_part', '_code')
    """
    match = _ADDRESS.search(before)
    if match is None:
        return "_code"
    return "_address_part" if match[1] else "_address"


def judge(element: Element, attribute: str) -> Place:
    """The kind of a place."""
    name, of = etree.QName(element), etree.QName(attribute).localname if attribute else ""
    local = name.localname
    if local == "Relationship":
        return Place.ADDRESS if element.get("TargetMode") == "External" else Place.TARGET
    if local in _DELETED:
        return Place.DELETED
    if local in _NUMBERINGS:
        return Place.NUMBERING
    if local in _NAMES or of == "author" or _names_style(element) or element.tag in _KEPT:
        return Place.NAME
    if local == "script":
        return Place.SCRIPT
    if of == "instr":
        return Place.CODE
    if local == "stringParam" and element.get("name") == "Command":
        return Place.COMMAND
    if of in _DESCRIPTIONS or local in _DESCRIPTIONS:
        return Place.DESCRIPTION
    if (name.namespace or "").endswith((*_PROPERTIES, _METADATA)):
        return Place.PROPERTY
    return Place.OTHER


def _names_style(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname in _NAMES


def name_place(place: Place, element: Element | None = None) -> str:
    """What people call such a place."""
    names = {
        Place.DRAWING: _("text of a chart or drawing"),
        Place.EQUATION: _("equation"),
        Place.SCRIPT: _("equation"),
        Place.DESCRIPTION: _("alternative text"),
        Place.CODE: _("field code"),
        Place.COMMAND: _("settings of a field"),
        Place.ADDRESS: _("address of a link"),
        Place.PROPERTY: _("document property"),
        Place.DELETED: _("deleted text"),
        Place.NUMBERING: _("numbering"),
    }
    return names.get(place) or ("?" if element is None else etree.QName(element).localname)


def spell_plain(text: str) -> str:
    """A value in an attribute, or in an element that holds only text.

    >>> spell_plain('a "b" & c')
    'a &#34;b&#34; &amp; c'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return str(escape(text)).replace("\n", "&#10;").replace("\t", "&#9;")


def spell_code(text: str) -> str:
    """A value in a field code (17.16.2): on one line, with its quotes and slashes masked."""
    masked = text.replace("\\", "\\\\").replace('"', '\\"')
    return str(escape(" ".join(masked.split())))


def spell_address(text: str) -> str:
    """A value that begins an address; what would end the address is encoded.

    >>> spell_address("https://a.kr/b c?d=1")
    'https://a.kr/b%20c?d=1'
    """
    return str(escape("".join(sign if _may_stand(sign) else quote(sign) for sign in text.strip())))


def spell_address_part(text: str) -> str:
    """A value inside an address.

    >>> spell_address_part("R&D/1")
    'R%26D/1'
    """
    return quote(text.strip(), safe="/")


def spell_command(text: str) -> str:
    """A value in the command of a Hangul field, in which some signs end a value."""
    masked = re.sub(r"([\\:;])", r"\\\1", text)
    return str(escape(" ".join(masked.split())))


def _may_stand(sign: str) -> bool:
    return sign not in ' "<>\\^`{|}' and sign.isprintable()


SPELLINGS: dict[str, Callable[[str], str]] = {
    "_plain": spell_plain,
    "_code": spell_code,
    "_address": spell_address,
    "_address_part": spell_address_part,
    "_command": spell_command,
}
"""How a value is spelled, by the function that prints it."""
