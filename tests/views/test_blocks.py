"""Blocks as they are printed: a marker for each kind, and labels set apart."""

from pathlib import Path

import pytest

from reportgen.views.blocks import BlockView
from tests.sample import Replace, make_state

PAGE = "content/projects/01-garden.yaml"


def _blocks(tmp_path: Path, replace: Replace | None = None) -> list[BlockView]:
    report = make_state(tmp_path, replace).report
    blocks = report["policies"][0]["projects"][0]["blocks"]
    assert isinstance(blocks, list)
    return blocks


def test_every_kind_has_its_marker(tmp_path: Path) -> None:
    marked = [(block.kind, block.marker) for block in _blocks(tmp_path)]
    assert list(dict.fromkeys(marked)) == [
        ("heading", "□"),
        ("item", "ㅇ"),
        ("detail", "-"),
        ("note", "※"),
        ("point", "▸"),
        ("pointer", "☞"),
        ("numbered", "①"),
        ("numbered", "②"),
        ("numbered", "③"),
        ("table", ""),
        ("box", "-"),
        ("schedule", "ㅇ"),
    ]


@pytest.mark.parametrize(
    ("typed", "label", "text"),
    [
        ("(추진배경) 정원이 모자람", "(추진배경)", " 정원이 모자람"),
        ("정원이 (아직) 모자람", "", "정원이 (아직) 모자람"),
        ("(가)와 (나) 사이", "", "(가)와 (나) 사이"),
        (f"({'긴' * 21}) 말", "", f"({'긴' * 21}) 말"),
    ],
)
def test_the_label_of_an_item_is_set_apart(
    tmp_path: Path, typed: str, label: str, text: str
) -> None:
    replace: Replace = {
        PAGE: ("- item: (사업내용) 마을정원 조성과 정원사 교육", f"- item: {typed}")
    }
    block = _blocks(tmp_path, replace)[1]
    assert (block.label, block.text) == (label, text)


def test_only_an_item_has_a_label(tmp_path: Path) -> None:
    block = _blocks(tmp_path, {PAGE: ("- detail: 정원 3곳", "- detail: (곳) 정원 3곳")})[3]
    assert (block.label, block.text) == ("", "(곳) 정원 3곳")


def test_a_filled_item_keeps_its_figures(tmp_path: Path) -> None:
    block = _blocks(tmp_path)[2]
    assert (block.label, block.text) == ("(사업예산)", " 200,000천원")
    assert [figure.name for figure in block.text.figures] == ["appropriation.garden"]  # type: ignore[attr-defined]


def test_a_long_numbered_list_loses_nothing(tmp_path: Path) -> None:
    texts = ", ".join(f"일{number}" for number in range(1, 23))
    blocks = _blocks(tmp_path, {PAGE: ("[터 고르기, 심기, 돌보기]", f"[{texts}]")})
    numbered = [(block.marker, block.text) for block in blocks if block.kind == "numbered"]
    assert len(numbered) == 22
    assert numbered[19:] == [("⑳", "일20"), ("(21)", "일21"), ("(22)", "일22")]


def test_a_schedule_has_its_periods_written_out(tmp_path: Path) -> None:
    schedule = _blocks(tmp_path)[-1]
    assert [(line.task, line.period, line.note) for line in schedule.items] == [
        ("2차 정원 조성", "’26. 7. ~ 11.", ""),
        ("정원 잔치", "’26. 10. 3.", "솔숲 어린이공원"),
    ]


def test_a_box_has_a_title_and_lines(tmp_path: Path) -> None:
    box = next(block for block in _blocks(tmp_path) if block.kind == "box")
    assert (box.title, box.lines) == ("정원사 모집", ("대상은 가온시민", "교육 4회"))
