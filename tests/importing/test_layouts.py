"""Random tables of one true budget: what is written is exactly the truth, or nothing."""

from __future__ import annotations

import csv
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import Severity, has_errors
from reportgen.importing.imports import ImportPlan
from tests.importing.finance import make_plan
from tests.importing.layouts import PROGRAMMES, Drawing, Table, Truth, make_truth
from tests.sample import write_folder

KNOWN = (
    ("original", "original", "2026 본예산", "2026-01-02"),
    ("carryover", "explicit_carryover", "2026 본예산", "2026-01-02"),
    ("amendment", "amendment", "2026 제1회 추경", "2026-05-01"),
    ("commitment", "commitment", "2026 본예산", "2026-03-31"),
    ("disbursement", "disbursement", "2026 본예산", "2026-03-31"),
)
"""Measure, kind, stage and day of what a ledger may know before."""

VOTED = frozenset({"opening", "original", "amendment"})
COUNTED = {
    "amended": VOTED,
    "appropriation": VOTED | {"explicit_carryover"},
    "commitment": frozenset({"commitment"}),
    "disbursement": frozenset({"disbursement"}),
}
"""The kinds of entries that come to each measure."""

SEEDS = st.integers(0, 10**6)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, whose ledger each example replaces."""
    return write_folder(tmp_path_factory.mktemp("project"))


def write_ledger(project: Path, seed: int, truth: Truth, table: Table) -> Counter[tuple[str, str]]:
    """A ledger that knows all, a part or nothing of each programme, but always its first budget.

    Where the table states balances, that is an opening balance.
    """
    first = "opening" if "appropriation" in table.states else "original"
    rng = random.Random(seed)
    lines = ["일자,단계,종류,계정,금액(원),근거"]
    known: Counter[tuple[str, str]] = Counter()
    for account in PROGRAMMES:
        share = rng.choice((0, 1, 2))
        for measure, word, stage, day in KNOWN:
            kind = first if word == "original" else word
            amount = truth.of(account, measure)
            if measure not in ("original", "carryover"):
                amount = (0, amount, amount // 2)[share]
            if amount:
                lines.append(f"{day},{stage},{kind},{account},{amount},앞선 자료")
            known[account, kind] += amount
    lines.append("2026-01-02,2026 본예산,original,general_reserve,1,앞선 자료")
    text = "\n".join(lines) + "\n"
    (project / "content/budget/ledger.csv").write_text(text, encoding="utf-8")
    return known


def plan_drawn(project: Path, table: Table) -> ImportPlan:
    path = project / "표.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table.rows)
    return make_plan(project, path, **({"stage": table.stage} if table.stage else {}))


def find_wrong(
    table: Table, truth: Truth, known: Counter[tuple[str, str]], plan: ImportPlan
) -> Iterator[str]:
    """The stated measures of shown programmes that don't come to the truth after the entries,
    and those of others that changed."""
    after = known.copy()
    for planned in plan.entries:
        after[planned.entry.account, planned.entry.kind.value] += planned.entry.amount
    for account, (_policy, _unit, name) in PROGRAMMES.items():
        is_shown = any(name in cell for row in table.rows for cell in row)
        for measure, kinds in COUNTED.items():
            found = sum(after[account, kind] for kind in kinds)
            if is_shown and measure in table.states:
                expected = truth.of(account, measure)
            elif not is_shown:
                expected = sum(known[account, kind] for kind in kinds)
            else:
                continue
            before = sum(known[account, kind] for kind in kinds)
            if found != expected and not (
                found == before and rounds_to_same(table, found, expected)
            ):
                yield f"{account} {measure}: {found:,} instead of {expected:,}"


def rounds_to_same(table: Table, known: int, expected: int) -> bool:
    """Whether the table can't tell what the ledger knows from the truth."""
    return abs(known - expected) < table.unit


@settings(deadline=None, max_examples=50)
@given(seed=SEEDS)
def test_what_is_written_is_the_truth_or_nothing(project: Path, seed: int) -> None:
    truth = make_truth(seed)
    table = Drawing(seed, truth).draw()
    known = write_ledger(project, seed, truth, table)
    plan = plan_drawn(project, table)
    assert has_errors(plan.diagnostics) or list(find_wrong(table, truth, known, plan)) == []


@pytest.mark.parametrize("seed", range(24))
def test_most_layouts_are_understood(project: Path, seed: int) -> None:
    """What is refused are budgets that the table calls 본예산 and the ledger knows more of."""
    truth = make_truth(seed)
    table = Drawing(seed, truth).draw()
    known = write_ledger(project, seed, truth, table)
    plan = plan_drawn(project, table)
    errors = [str(d) for d in plan.diagnostics if d.severity is Severity.ERROR]
    assert all("import-contradiction" in error for error in errors), errors
    assert errors or list(find_wrong(table, truth, known, plan)) == []


@settings(deadline=None, max_examples=40)
@given(seed=SEEDS, at=st.randoms(use_true_random=False))
def test_a_wrong_digit_that_another_column_contradicts_is_refused(
    project: Path, seed: int, at: random.Random
) -> None:
    truth = make_truth(seed)
    drawing = Drawing(seed, truth)
    table = drawing.draw()
    if drawing.kind not in ("change", "changed", "amendment", "months", "settlement"):
        return
    cells = [
        (row, column)
        for row, cells in enumerate(table.rows)
        for column, cell in enumerate(cells)
        if re.fullmatch(r"[1-9][\d,.]{3,}", cell)
    ]
    if not cells:
        return
    row, column = at.choice(cells)
    text = table.rows[row][column]
    table.rows[row][column] = str(int(text[0]) % 9 + 1) + text[1:]
    write_ledger(project, seed, truth, table)
    assert has_errors(plan_drawn(project, table).diagnostics)
