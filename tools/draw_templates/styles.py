"""The paragraph styles of the report."""

from __future__ import annotations

from dataclasses import replace

from tools.draw_templates.elements import Line
from tools.draw_templates.looks import (
    BODY,
    CELL,
    CLOSE,
    DOTTED_RIGHT_EDGE,
    NAVY,
    RIGHT_EDGE,
    TABLE,
    TAG_GREY,
    TIGHT,
    TITLE,
    WHITE,
    Style,
    TabStop,
)

_COVER_RULE = Line(1.5, NAVY)
_CHAPTER_RULE = Line(0.7, NAVY)
_DOUBLE_RULE = Line(0.7, NAVY, double=True)
_TIGHTER = -3
"""Change of the space between letters of running text: fewer words fall on a line alone."""
_CELL = Style("표 글", TABLE, 11, leading=CELL, spacing_percent=-5)

_PLAIN = {
    "normal": Style("본문", BODY, 12, word_name="Normal", hangul_name="바탕글"),
    "header": Style(
        "머리말",
        TABLE,
        9,
        align="right",
        leading=TIGHT,
        word_name="header",
        hangul_name="머리말",
    ),
    "header_draft": Style("머리말(초안)", TABLE, 11, bold=True, colour=NAVY, leading=TIGHT),
    "footer": Style(
        "꼬리말", TABLE, 11, align="center", leading=TIGHT, word_name="footer", hangul_name="꼬리말"
    ),
    "tag": Style("틀 명령", TABLE, 8, colour=TAG_GREY, leading=TIGHT),
    "table_place": Style("표 자리", TABLE, 3, after_pt=4, leading=TIGHT),
}

_FRONT = {
    "cover_space": Style("표지 여백", BODY, 12, after_pt=170),
    "cover_title": Style(
        "표지 제목",
        TITLE,
        32,
        align="center",
        leading=TIGHT,
        top=_COVER_RULE,
        bottom=_COVER_RULE,
        line_gap_pt=12,
        after_pt=12,
        word_name="Title",
    ),
    "cover_line": Style("표지 글", BODY, 18, align="center", before_pt=14, leading=CLOSE),
    "cover_name": Style("표지 기관명", TITLE, 26, align="center", before_pt=150),
    "draft": Style("초안 표시", TITLE, 20, colour=NAVY, align="center", before_pt=24),
    "contents_title": Style(
        "차례 제목",
        TITLE,
        22,
        align="center",
        after_pt=16,
        leading=CLOSE,
        new_page=True,
        bottom=_CHAPTER_RULE,
        word_name="TOC Heading",
        hangul_name="차례 제목",
    ),
    "toc1": Style(
        "차례 1",
        TITLE,
        15,
        before_pt=10,
        leading=CLOSE,
        tabs=(DOTTED_RIGHT_EDGE,),
        word_name="toc 1",
        hangul_name="차례 1",
    ),
    "toc2": Style(
        "차례 2",
        BODY,
        14,
        bold=True,
        first_mm=6,
        rest_mm=6,
        before_pt=4,
        leading=CLOSE,
        tabs=(DOTTED_RIGHT_EDGE,),
        word_name="toc 2",
        hangul_name="차례 2",
    ),
    "toc3": Style(
        "차례 3",
        BODY,
        13,
        first_mm=12,
        rest_mm=12,
        before_pt=1,
        leading=CLOSE,
        tabs=(DOTTED_RIGHT_EDGE,),
        word_name="toc 3",
        hangul_name="차례 3",
    ),
}

_HEADINGS = {
    "chapter": Style(
        "장 제목",
        TITLE,
        22,
        after_pt=12,
        leading=CLOSE,
        outline=1,
        new_page=True,
        keep_next=True,
        bottom=_CHAPTER_RULE,
        word_name="heading 1",
        hangul_name="개요 1",
    ),
    "policy": Style(
        "정책 제목",
        TITLE,
        26,
        align="center",
        after_pt=30,
        outline=2,
        keep_next=True,
        word_name="heading 2",
        hangul_name="개요 2",
    ),
    "project": Style(
        "사업 제목",
        TITLE,
        20,
        after_pt=8,
        leading=CLOSE,
        outline=3,
        new_page=True,
        keep_next=True,
        bottom=_DOUBLE_RULE,
        word_name="heading 3",
        hangul_name="개요 3",
    ),
    "heading": Style(
        "□ 제목",
        BODY,
        16,
        bold=True,
        rest_mm=7.5,
        before_pt=14,
        outline=4,
        keep_next=True,
        word_name="heading 4",
        hangul_name="개요 4",
    ),
    "divider_space": Style("간지 여백", BODY, 12, after_pt=170, new_page=True),
    "divider_entry": Style("간지 목록", TITLE, 16, first_mm=40, rest_mm=40, before_pt=4),
    "list_policy": Style("목록 정책", TITLE, 18, before_pt=20, keep_next=True),
    "list_project": Style("목록 사업", BODY, 15, first_mm=8, rest_mm=20, before_pt=4),
}

_HEADINGS["section"] = replace(
    _HEADINGS["chapter"],
    name="절 제목",
    size_pt=20,
    before_pt=26,
    new_page=False,
    word_name="",
    hangul_name="",
)

_FLOW = {
    "contact": Style(
        "담당자",
        TABLE,
        11,
        align="right",
        before_pt=2,
        after_pt=5,
        leading=CLOSE,
        spacing_percent=-5,
        keep_next=True,
    ),
    "goal": Style(
        "사업 목표", BODY, 14, bold=True, align="center", leading=CLOSE, spacing_percent=-4
    ),
    "item": Style(
        "ㅇ 항목",
        BODY,
        15,
        first_mm=4,
        rest_mm=11,
        before_pt=8,
        spacing_percent=_TIGHTER,
        tabs=(DOTTED_RIGHT_EDGE,),
    ),
    "detail": Style(
        "- 세부", BODY, 14, first_mm=9, rest_mm=13.5, before_pt=4, spacing_percent=_TIGHTER
    ),
    "prose": Style("글", BODY, 14, first_mm=11, rest_mm=11, before_pt=4, spacing_percent=_TIGHTER),
    "list": Style(
        "번호 목록", BODY, 14, first_mm=9, rest_mm=16, before_pt=4, spacing_percent=_TIGHTER
    ),
    "note": Style(
        "※ 주석", BODY, 12, first_mm=13, rest_mm=18.5, before_pt=3, spacing_percent=_TIGHTER
    ),
    "schedule": Style(
        "일정",
        BODY,
        13,
        first_mm=4,
        rest_mm=10,
        before_pt=6,
        spacing_percent=-6,
        tabs=(TabStop(124),),
        keep_next=True,
    ),
    "box_title": Style("상자 제목", TABLE, 12, bold=True, align="center", leading=CLOSE),
    "box_line": Style("상자 글", BODY, 13, first_mm=1, rest_mm=5, leading=TIGHT, before_pt=5),
}

_FLOW["article"] = replace(_FLOW["item"], name="조항", rest_mm=24, tabs=())

_SMALL = {
    "small_heading": Style("작은 □ 제목", TABLE, 12, bold=True, rest_mm=5.5, before_pt=4),
    "small_item": Style("작은 ㅇ 항목", TABLE, 12, first_mm=1.5, rest_mm=7),
    "small_detail": Style("작은 - 세부", TABLE, 12, first_mm=5, rest_mm=8),
    "small_note": Style("작은 ※ 주석", TABLE, 12, first_mm=6.5, rest_mm=12),
}

_TABLES = {
    "caption": Style(
        "표 제목",
        TABLE,
        11,
        bold=True,
        first_mm=0,
        before_pt=10,
        after_pt=4,
        leading=CLOSE,
        tabs=(RIGHT_EDGE,),
        keep_next=True,
        word_name="caption",
        hangul_name="캡션",
    ),
    "unit": Style(
        "단위", TABLE, 11, align="right", before_pt=4, after_pt=4, leading=CLOSE, keep_next=True
    ),
    "cell_head": replace(_CELL, name="표 머리", bold=True, align="center"),
    "cell_center": replace(_CELL, name="표 글(가운데)", align="center"),
    "cell_left": replace(_CELL, name="표 글(왼쪽)"),
    "cell_right": replace(_CELL, name="표 글(오른쪽)", align="right", spacing_percent=0),
    "cell_deeper": replace(_CELL, name="표 글(들여쓰기)", first_mm=4, rest_mm=4),
    "group_title": Style("요구사항 구분", TITLE, 16, before_pt=16, after_pt=4, keep_next=True),
    "addressee": Style("요구 대상", TABLE, 12, first_mm=5.5, rest_mm=5.5, leading=CLOSE),
    "chart_top": Style(
        "도표 윗상자",
        TABLE,
        12,
        bold=True,
        colour=WHITE,
        align="center",
        leading=CLOSE,
        keep_next=True,
    ),
    "chart_box": replace(_CELL, name="도표 상자", align="center", keep_next=True),
    "chart_list": replace(_CELL, name="도표 목록", keep_next=True),
    "chart_gap": Style("도표 빈칸", TABLE, 3, leading=TIGHT, keep_next=True),
}

_SMALL_STYLES = {key: replace(style, leading=CLOSE) for key, style in _SMALL.items()}
STYLES: dict[str, Style] = _PLAIN | _FRONT | _HEADINGS | _FLOW | _SMALL_STYLES | _TABLES
"""Every style by the key that the description uses; ``normal`` is the default."""
