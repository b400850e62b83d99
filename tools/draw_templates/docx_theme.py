"""The theme part of the DOCX template (ECMA-376 part 1, 20.1.6): colours and faces for Word."""

from __future__ import annotations

from tools.draw_templates.xml import DECLARATION

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F3864",
    "lt2": "E8EDF5",
    "accent1": "1F3864",
    "accent2": "44546A",
    "accent3": "7F7F7F",
    "accent4": "8497B0",
    "accent5": "A5A5A5",
    "accent6": "D9D9D9",
    "hlink": "1F3864",
    "folHlink": "44546A",
}
_FACE = "맑은 고딕"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="{{}}">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def make_theme() -> bytes:
    """One navy beside black, plain fills and lines."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    face = f'<a:latin typeface="{_FACE}"/><a:ea typeface="{_FACE}"/><a:cs typeface=""/>'
    lines = "".join(_LINE.format(width) for width in (6350, 12700, 19050))
    text = (
        f'<a:theme xmlns:a="{_MAIN}" name="reportgen"><a:themeElements>'
        f'<a:clrScheme name="reportgen">{colours}</a:clrScheme>'
        f'<a:fontScheme name="reportgen"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="reportgen"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
    return DECLARATION + text.encode()
