"""The sections of an amendment in the order of the document, with what stands in each."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from reportgen.formats import Document
from reportgen.state import State
from reportgen.views.amendment_outline import outline_amendment
from reportgen.views.blocks import BlockView
from reportgen.views.names import AmendmentNames, OutlineChapter
from tests.amended import NOTES, STAGE, make_amended


def outline(state: State) -> list[OutlineChapter]:
    return outline_amendment(cast("AmendmentNames", state.documents[Document.AMENDMENT]))


def show(block: BlockView) -> str:
    return f"{block.kind} {block.grid.name if block.grid else block.label + block.text}"


def test_the_sections_of_an_amendment(tmp_path: Path) -> None:
    chapters = outline(make_amended(tmp_path))
    assert {chapter.label: [show(block) for block in chapter.blocks] for chapter in chapters} == {
        "Ⅰ. 편성 사유": ["item 정원을 늘림"],
        "Ⅱ. 예산총칙": ["item 제1조 총액은 980,000천원으로 한다."],
        "Ⅲ. 세입·세출예산 총괄": [
            "item 세입·세출예산 총액은 각각 980,000천원으로, 기정액 950,000천원보다 "
            "30,000천원(3.2%) 증가",
            "table amendment_revenue",
            "table amendment_expenditure",
        ],
        "Ⅳ. 세출예산 신구대비표": [
            "table amendment_comparison",
            "note 변경이 있는 세부사업의 비교이며, 변경이 없는 사업은 묶어서 합계에 포함함",
        ],
        "Ⅴ. 이용·전용 등 명세": ["table transfers"],
        "Ⅵ. 이월 명세": ["table carryover_statement"],
        "Ⅶ. 정원 변동": ["table staffing_effect"],
    }


def test_sections_without_content_are_left_out(tmp_path: Path) -> None:
    notes = f"stage: {STAGE}\n"
    chapters = outline(make_amended(tmp_path, {"content/amendments/1.yaml": notes}))
    assert [chapter.label for chapter in chapters][:2] == [
        "Ⅰ. 세입·세출예산 총괄",
        "Ⅱ. 세출예산 신구대비표",
    ]


def test_the_note_on_rounding_stands_below_that_on_rows(tmp_path: Path) -> None:
    notes = f"{NOTES}unit: hundred_million\n"
    chapters = outline(make_amended(tmp_path, {"content/amendments/1.yaml": notes}))
    table, *remarks = chapters[3].blocks
    assert table.grid is not None
    assert (table.grid.caption, table.grid.rounding_note) == ("", "")
    assert [remark.text for remark in remarks] == [
        "변경이 있는 세부사업의 비교이며, 변경이 없는 사업은 묶어서 합계에 포함함",
        "억원 미만은 반올림하여 합계가 맞지 않을 수 있음",
    ]
