"""The amendment as its templates see it."""

import re
from pathlib import Path
from typing import Any

import pytest

from reportgen.formats import Document
from reportgen.state import load_state
from tests.amended import AMENDMENT, HISTORY, NOTES, STAGE, make_amended, write_amended
from tests.in_won import write_in_won


def _view(root: Path, files: dict[str, str | None] | None = None) -> dict[str, Any]:
    return make_amended(root, files).documents[Document.AMENDMENT]


def test_sections_with_content_are_numbered(tmp_path: Path) -> None:
    sections = _view(tmp_path)["sections"]
    assert [(part["number"], part["title"]) for part in sections.values() if part["shown"]] == [
        ("Ⅰ", "편성 사유"),
        ("Ⅱ", "예산총칙"),
        ("Ⅲ", "세입·세출예산 총괄"),
        ("Ⅳ", "세출예산 신구대비표"),
        ("Ⅴ", "이용·전용 등 명세"),
        ("Ⅵ", "이월 명세"),
        ("Ⅶ", "정원 변동"),
    ]


def test_without_texts_the_amounts_are_numbered_alone(tmp_path: Path) -> None:
    sections = _view(tmp_path, {"content/amendments/1.yaml": None})["sections"]
    assert sections["summary"]["number"] == "Ⅰ"
    assert not sections["provisions"]["shown"]


def test_a_provision_prints_figures_of_the_amendment(tmp_path: Path) -> None:
    assert _view(tmp_path)["provisions"][0]["text"] == "총액은 980,000천원으로 한다."


def test_the_totals_stand_in_a_sentence(tmp_path: Path) -> None:
    sentence = _view(tmp_path)["sentence"]
    assert sentence == (
        "세입·세출예산 총액은 각각 980,000천원으로, 기정액 950,000천원보다 30,000천원(3.2%) 증가"
    )
    assert {figure.name for figure in sentence.figures} == {
        "amended.expenditure",
        "amended.revenue",
        "present.expenditure",
        "amending.expenditure",
        "amending_rate.expenditure",
    }


@pytest.mark.parametrize(
    ("approval", "title"),
    [("", "2026년도 제1회 추가경정예산"), ("안", "2026년도 제1회 추가경정예산(안)")],
)
def test_a_proposal_says_so(tmp_path: Path, approval: str, title: str) -> None:
    rows = AMENDMENT.replace("제1회 추경,대행사업 축소,", f"제1회 추경,대행사업 축소,{approval}")
    root = write_amended(tmp_path, {"content/budget/amendment-1.csv": rows})
    state = load_state(root, stage=STAGE)
    assert state.documents[Document.AMENDMENT]["amendment"]["title"] == title


def test_a_state_without_an_amendment_has_no_document(tmp_path: Path) -> None:
    state = load_state(write_amended(tmp_path), stage="2026 본예산")
    assert list(state.documents) == [Document.REPORT]


def test_a_title_that_is_not_given_is_the_name_of_the_stage(tmp_path: Path) -> None:
    files = {"content/amendments/1.yaml": None, "content/budget/ledger.csv": HISTORY}
    assert _view(tmp_path, files)["amendment"]["title"] == STAGE


def test_a_change_below_the_unit_is_not_none(tmp_path: Path) -> None:
    notes = NOTES + "unit: hundred_million\n"
    assert _view(tmp_path, {"content/amendments/1.yaml": notes})["sentence"] == (
        "세입·세출예산 총액은 각각 10억원으로, 기정액 10억원보다 1억원 미만(3.2%) 증가"
    )


@pytest.mark.parametrize("unit", ["thousand", "hundred_million"])
def test_a_total_that_does_not_change_is_the_same(unit: str, tmp_path: Path) -> None:
    history = HISTORY.replace("amendment,city_grant,50000", "amendment,city_grant,20000")
    history = history.replace("amendment,garden,50000", "amendment,garden,20000")
    notes = NOTES + f"unit: {unit}\n"
    files = {"content/budget/ledger.csv": history, "content/amendments/1.yaml": notes}
    assert str(_view(tmp_path, dict(files))["sentence"]).endswith("원과 같음")


@pytest.mark.parametrize("seed", range(8))
def test_the_change_of_the_totals_is_the_difference_of_what_is_printed(
    seed: int, tmp_path: Path
) -> None:
    state = load_state(write_in_won(tmp_path, seed), draft=True)
    sentence = str(state.documents[Document.AMENDMENT]["sentence"])
    after, before, change = (
        int(text.replace(",", "")) for text in re.findall(r"([\d,]+)천원", sentence)
    )
    assert change == after - before
