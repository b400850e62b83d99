"""Number formats in which a decrease that rounds to zero has no sign, as in the report.

The section of negative numbers is chosen before a number is rounded: ``#,##0;"△"#,##0`` shows
-0.3 as ``△0`` (ECMA-376, 18.8.31). With the condition ``[<=-0.5]`` the second section leaves
what rounds to zero to the third. Excel adds a minus of its own where a section can match
other numbers than negative ones, so each of the three says which numbers are its own; a program
that knows no conditions shows positive, negative and zero as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from lxml import etree

from reportgen.renderers.xlsx.relations import list_relations
from reportgen.renderers.xlsx.spreadsheetml import main, parse_xml

_PIECE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.DOTALL)
_LITERAL = ('"', "\\", "_", "*", "[")
_CONDITION = re.compile(r"\[[<>=]")
_COLOURS = re.compile(r"(?:\[(?![<>=])[^\]]*\])*")
_NUMBER = re.compile(r"[#0?,]*[0#?](?:\.(?P<decimals>[0#?]*))?(?P<scale>,*)")
_HALF = Decimal("0.5")


def unsign_zeros(parts: Mapping[str, bytes], workbook: str) -> dict[str, bytes]:
    """The parts with such formats in the styles of the workbook."""
    kept = dict(parts)
    for link in list_relations(parts, workbook):
        if link.kind == "styles" and link.target in kept:
            kept[link.target] = _unsign_styles(kept[link.target])
    return kept


def _unsign_styles(styles: bytes) -> bytes:
    root = parse_xml(styles)
    changed = False
    for element in root.iter(main("numFmt")):
        code = element.get("formatCode", "")
        unsigned = unsign_zero(code)
        if unsigned != code:
            element.set("formatCode", unsigned)
            changed = True
    if not changed:
        return styles
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def unsign_zero(code: str) -> str:
    """The format; one that has conditions already, or a sign of its own for zero, as it is.

    >>> unsign_zero('#,##0;"△"#,##0;0')
    '[>=0]#,##0;[<=-0.5]"△"#,##0;#,##0'
    >>> unsign_zero('#,##0.0%;"△"#,##0.0%')
    '[>=0]#,##0.0%;[<=-0.0005]"△"#,##0.0%;#,##0.0%'
    >>> unsign_zero('#,##0;"△"#,##0;"-"')
    '#,##0;"△"#,##0;"-"'
    """
    sections = _split(code)
    if len(sections) < 2 or any(map(_CONDITION.match, _brackets(code))):
        return code
    least = _find_least(sections[0])
    if least is None or least != _find_least(sections[1]):
        return code
    if len(sections) > 2 and _show_zero(sections[2]) != _show_zero(sections[0]):
        return code
    positive = _put_condition(sections[0], "[>=0]")
    negative = _put_condition(sections[1], f"[<=-{least:f}]")
    return ";".join((positive, negative, sections[0], *sections[3:]))


def _put_condition(section: str, condition: str) -> str:
    """The section with a condition, which stands behind the colours."""
    colours = _COLOURS.match(section)
    end = colours.end() if colours else 0
    return f"{section[:end]}{condition}{section[end:]}"


def _pieces(code: str) -> Iterator[str]:
    return (match[0] for match in _PIECE.finditer(code))


def _brackets(code: str) -> list[str]:
    return [piece for piece in _pieces(code) if piece.startswith("[")]


def _split(code: str) -> list[str]:
    sections = [""]
    for piece in _pieces(code):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    return sections


def _find_least(section: str) -> Decimal | None:
    """The least number that a section doesn't show as zero; None when it shows no number."""
    plain = "".join(piece for piece in _pieces(section) if not piece.startswith(_LITERAL))
    numbers = list(_NUMBER.finditer(plain))
    if len(numbers) != 1 or re.search(r"[A-Za-z/@]", plain):
        return None
    decimals = len(numbers[0]["decimals"] or "")
    power = 3 * len(numbers[0]["scale"]) - decimals - 2 * plain.count("%")
    return _HALF.scaleb(power)


def _show_zero(section: str) -> str:
    """What a section shows of zero."""
    shown = (
        piece[1:-1] if piece.startswith('"') else piece.lstrip("\\")
        for piece in _pieces(section)
        if not piece.startswith(("_", "*", "["))
    )
    return re.sub(r"[#?,]", "", "".join(shown))
