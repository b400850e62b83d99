"""Every annex of random ledgers shows what other programs compute from its formulas."""

from __future__ import annotations

import random
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import formualizer
import openpyxl
import pytest

from reportgen.model.ledger import EntryKind
from reportgen.renderers.xlsx import render_xlsx
from reportgen.state import State, load_state
from tests.amended import make_amended
from tests.detailed import COSTED, FUNDED, write_detailed
from tests.figures.ledgers import LEAVES, LEVELS, REVENUE
from tests.renderers.test_xlsx_recalculation import (
    calculate,
    count_stale_values,
    plant_value,
    read_values,
)
from tests.sample import BASE_DATE, PROJECT

TEMPLATE = PROJECT / "templates/xlsx/budget-annexes.xlsx"
STAGES = ("2026 본예산", "2026 제1회 추경")
YEAR_BEFORE = "2025 최종예산"
HEADER = "date,stage,kind,account,amount_won,reference,note,funding\n"


def write_random_ledger(seed: int) -> str:
    """A ledger of every kind of entry, in any order and with any sign; amounts to the won."""
    chance = random.Random(seed)
    rows = [_write_before(chance, account) for account in (*REVENUE, *LEVELS["categories"])]
    rows += [_write_entry(chance) for _number in range(chance.randrange(5, 80))]
    return HEADER + "".join(rows)


def _write_before(chance: random.Random, account: str) -> str:
    amount = chance.choice((0, chance.randrange(10**6) * 1000))
    return f"2025-12-31,{YEAR_BEFORE},opening,{account},{amount},2025 결산,,\n"


def _write_entry(chance: random.Random) -> str:
    kind = chance.choice(list(EntryKind))
    account = chance.choice(REVENUE if chance.random() < 0.3 else LEAVES)
    day = date(2026, 1, 1) + timedelta(days=chance.randrange(180))
    amount = chance.choice((0, chance.randrange(-(10**6), 10**7) * 1000, chance.randrange(10**10)))
    funding = chance.choice(("", "", *REVENUE)) if account in LEAVES else ""
    stage = STAGES[day >= date(2026, 5, 1)]
    reference = chance.choice(("문서 1", "문서 2", "=1+1"))
    return f"{day},{stage},{kind},{account},{amount},{reference},,{funding}\n"


def make_random_state(root: Path, seed: int) -> State:
    """The sample with costs, a usual source and that ledger; its checks find what they like."""
    write_detailed(root, FUNDED, COSTED, rows="")
    (root / "content/budget/ledger.csv").write_text(write_random_ledger(seed), encoding="utf-8")
    return load_state(root, draft=True)


def render(state: State) -> bytes:
    """Its annexes."""
    figures = state.context.figures
    return render_xlsx(state.annexes, figures, TEMPLATE, modified=BASE_DATE).data


def shorten(values: dict[tuple[str, str], object]) -> dict[tuple[str, str], object]:
    """Values to 12 digits, since sums of thousands with decimals carry noise in their last."""
    return {
        place: float(f"{value:.12g}") if isinstance(value, float) else value
        for place, value in values.items()
    }


@pytest.mark.parametrize("seed", range(20))
def test_formualizer_computes_the_same_values(seed: int, tmp_path: Path) -> None:
    assert count_stale_values(render(make_random_state(tmp_path, seed))) == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 106))
def test_libreoffice_computes_the_same_values(seed: int, tmp_path: Path) -> None:
    data = render(make_random_state(tmp_path, seed))
    shown = openpyxl.load_workbook(BytesIO(data), data_only=True)
    assert shorten(read_values(calculate(data, tmp_path))) == shorten(read_values(shown))


def test_a_planted_disagreement_is_found(tmp_path: Path) -> None:
    data = render(make_random_state(tmp_path, 1))
    planted = plant_value(data, "<v>일치</v>", "<v>불일치</v>")
    assert planted != data
    assert count_stale_values(planted) == 1


def test_a_change_in_the_ledger_shows_what_it_makes_stale(tmp_path: Path) -> None:
    state = make_amended(tmp_path)
    book = openpyxl.load_workbook(BytesIO(render(state)))
    row = next(
        row
        for row in book["원장"].iter_rows(min_row=4)
        if (row[1].value, row[3].value, row[4].value) == (2026, "본예산", "garden")
    )
    row[6].value += 1
    buffer = BytesIO()
    book.save(buffer)
    computed = openpyxl.load_workbook(
        BytesIO(formualizer.recalculate_xlsx_bytes(buffer.getvalue())["bytes"]), data_only=True
    )
    wrong = [
        row[1]
        for row in computed["검산"].iter_rows(min_row=5, values_only=True)
        if row[6] == "불일치"
    ]
    assert wrong == [
        "세입 계",
        "세출 계 예산현액",
        "세출 사업비 예산현액",
        "세출 마을정원 가꾸기 예산현액",
    ]
    assert computed["검산"]["G4"].value == 4


def test_a_random_ledger_has_every_sheet_but_those_of_texts(tmp_path: Path) -> None:
    annexes = make_random_state(tmp_path, 3).annexes
    assert {sheet.key for sheet in annexes.absent} <= {"provisions", "staffing_effect"}
