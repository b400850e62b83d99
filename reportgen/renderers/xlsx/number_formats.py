"""The number format of each style of a workbook."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.renderers.xlsx.relations import list_relations
from reportgen.renderers.xlsx.spreadsheetml import Element, main, parse_xml
from reportgen.renderers.xlsx.template import WORKBOOK

GENERAL = "General"

_BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""ECMA-376, 18.8.30 numFmt; 14 and 22 as Excel shows them in Korea."""


def read_formats(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The format codes by the number of the style; none when the workbook has no styles."""
    found = (link.target for link in list_relations(parts, WORKBOOK) if link.kind == "styles")
    part = next(found, "")
    if part not in parts:
        return ()
    root = parse_xml(parts[part])
    codes = _BUILT_IN | dict(_read_own(root))
    styles = root.iterfind(f"{main('cellXfs')}/{main('xf')}")
    return tuple(codes.get(int(style.get("numFmtId") or 0), GENERAL) for style in styles)


def _read_own(root: Element) -> list[tuple[int, str]]:
    formats = root.iterfind(f"{main('numFmts')}/{main('numFmt')}")
    return [(int(one.get("numFmtId") or 0), one.get("formatCode") or GENERAL) for one in formats]
