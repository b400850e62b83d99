"""Why figures changed: entries by what they say, and what each of them adds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.comparison.causes import Cause, CauseFinder
from reportgen.comparison.facts import ContentLine, Evidence, FactBook
from reportgen.figures import Unit
from reportgen.state import State, load_state
from reportgen.views.annex_checks import is_counterpart
from tests.amended import AMENDMENT, HISTORY, write_amended
from tests.sample import LEDGER, Replace, write_folder

LEDGER_FILE = "content/budget/ledger.csv"
GARDEN = "2026-01-02,2026 본예산,opening,garden,150000,2026 본예산서,\n"


def _evidence(state: State, root: Path, book: FactBook) -> Evidence:
    lines = {
        name: (root / name).read_text(encoding="utf-8").split("\n") for name in state.folder.digests
    }
    return Evidence(state.context.figures, state.entries, lines, book)


def _finder(old: Path, new: Path) -> CauseFinder:
    book = FactBook()
    sides = (_evidence(load_state(root), root, book) for root in (old, new))
    return CauseFinder(*sides, book)


def _find(root: Path, name: str, replace: Replace | None = None) -> tuple[Cause, ...]:
    """The causes of a figure after some texts of the sample were replaced."""
    old, new = write_folder(root / "old"), write_folder(root / "new", replace)
    return _finder(old, new).find(name)


def _spell(causes: tuple[Cause, ...]) -> list[tuple[str, str, int | None]]:
    return [
        ("+" if cause.change.is_new else "-", str(cause.change.sources[0]), cause.effect)
        for cause in causes
    ]


def test_an_entry_of_the_new_state_alone_is_a_cause(tmp_path: Path) -> None:
    more = GARDEN + "2026-02-01,2026 본예산,opening,garden,7000,추가,\n"
    causes = _find(tmp_path, "appropriation.garden", {LEDGER_FILE: (GARDEN, more)})
    assert _spell(causes) == [("+", f"{LEDGER_FILE}:13", 7_000_000)]


def test_a_changed_amount_is_an_entry_that_went_and_one_that_came(tmp_path: Path) -> None:
    edited = GARDEN.replace("150000", "160000")
    causes = _find(tmp_path, "appropriation.garden", {LEDGER_FILE: (GARDEN, edited)})
    assert _spell(causes) == [
        ("-", f"{LEDGER_FILE}:12", -150_000_000),
        ("+", f"{LEDGER_FILE}:12", 160_000_000),
    ]


def test_an_entry_on_another_line_is_no_cause(tmp_path: Path) -> None:
    rows = LEDGER.splitlines(keepends=True)
    turned = "".join([rows[0], *reversed(rows[1:])])
    old, new = (
        write_folder(tmp_path / "old"),
        write_folder(tmp_path / "new", files={LEDGER_FILE: turned}),
    )
    finder = _finder(old, new)
    names = load_state(old).context.figures
    assert [name for name in names if finder.find(name)] == []


def test_of_equal_entries_the_one_more_is_a_cause(tmp_path: Path) -> None:
    causes = _find(tmp_path, "appropriation.garden", {LEDGER_FILE: (GARDEN, GARDEN * 2)})
    assert _spell(causes) == [("+", f"{LEDGER_FILE}:13", 150_000_000)]


def test_what_is_subtracted_counts_with_the_other_sign(tmp_path: Path) -> None:
    old = "2025-12-31,2025 최종예산,opening,reserve,10000,2025 결산,\n"
    more = old + "2025-12-31,2025 최종예산,opening,reserve,2000,2025 결산,\n"
    causes = _find(tmp_path, "change.reserve", {LEDGER_FILE: (old, more)})
    assert _spell(causes) == [("+", f"{LEDGER_FILE}:9", -2_000_000)]


def test_an_entry_that_is_added_and_subtracted_is_no_cause(tmp_path: Path) -> None:
    row = "2026-05-01,2026 제1회 추경,amendment,book_bus,△30000,제1회 추경,길을 줄임,\n"
    old = write_amended(tmp_path / "old")
    files = {"content/budget/amendment-1.csv": AMENDMENT.replace(row, "")}
    new = write_amended(tmp_path / "new", files)
    finder = _finder(old, new)
    assert finder.find("present.book_bus") == ()
    assert [cause.effect for cause in finder.find("amending.book_bus")] == [30_000_000]


def test_a_rate_names_the_causes_of_both_its_parts_without_effects(tmp_path: Path) -> None:
    spent = "2026-03-31,2026 본예산,commitment,garden,120000,1분기 집행,\n"
    replace = {LEDGER_FILE: (GARDEN, GARDEN + spent.replace("120000", "5000") + GARDEN)}
    causes = _find(tmp_path, "commitment_rate.garden", replace)
    assert _spell(causes) == [
        ("+", f"{LEDGER_FILE}:14", None),
        ("+", f"{LEDGER_FILE}:13", None),
    ]


def test_an_account_in_another_category_moves_its_entries_there(tmp_path: Path) -> None:
    accounts = "content/budget/accounts.yaml"
    replace = {
        accounts: (
            "            name: 하천 지킴이 운영\n            category: projects\n",
            "            name: 하천 지킴이 운영\n            category: expense\n",
        )
    }
    (cause,) = _find(tmp_path, "commitment.expense", replace)
    assert (cause.change.is_new, cause.change.is_shared, cause.effect) == (True, True, 30_000_000)


def test_a_typed_number_is_told_by_its_line(tmp_path: Path) -> None:
    name = "content/organization.yaml"
    replace = {name: ("name: 2급, quota: 3, actual: 4", "name: 2급, quota: 3, actual: 6")}
    causes = _find(tmp_path, "staffing.headcount", replace)
    facts = [cause.change.fact for cause in causes]
    assert [fact.text for fact in facts if isinstance(fact, ContentLine)] == [
        "- {name: 2급, quota: 3, actual: 4}",
        "- {name: 2급, quota: 3, actual: 6}",
    ]
    assert [cause.effect for cause in causes] == [-4, 6]


def test_another_number_in_the_same_line_is_no_cause(tmp_path: Path) -> None:
    name = "content/organization.yaml"
    replace = {name: ("name: 2급, quota: 3, actual: 4", "name: 2급, quota: 3, actual: 6")}
    assert _find(tmp_path, "staffing.quota.total", replace) == ()


def test_a_thing_that_is_counted_elsewhere_is_told_by_its_line(tmp_path: Path) -> None:
    replace = {"content/audit/2025.yaml": ("status: completed", "status: in_progress")}
    (cause,) = _find(tmp_path, "audit.correction.completed", replace)
    assert isinstance(cause.change.fact, ContentLine)
    assert (cause.change.fact.text, cause.change.is_new, cause.effect) == (
        "- id: more_gardens",
        False,
        -1,
    )


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["original", "amendment", "reserve_use", "commitment", "disbursement"]),
        st.sampled_from(["garden", "river_watch", "city_grant", "general_reserve"]),
        st.integers(-9, 9),
    ),
    max_size=6,
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(old=ROWS, new=ROWS)
def test_what_the_causes_add_is_the_difference(
    tmp_path_factory: pytest.TempPathFactory,
    old: list[tuple[str, str, int]],
    new: list[tuple[str, str, int]],
) -> None:
    root = tmp_path_factory.mktemp("ledgers")
    folders = [_write_rows(root / side, rows) for side, rows in (("old", old), ("new", new))]
    states = [load_state(folder).context.figures for folder in folders]
    finder = _finder(*folders)
    shared = [name for name in states[0] if name in states[1]]
    whole = [
        name
        for name in shared
        if states[0][name].unit is not Unit.RATIO and not is_counterpart(name)
    ]
    added = {name: sum(cause.effect or 0 for cause in finder.find(name)) for name in whole}
    differences = {
        name: int(states[1][name].value or 0) - int(states[0][name].value or 0) for name in whole
    }
    assert added == differences


def _write_rows(root: Path, rows: list[tuple[str, str, int]]) -> Path:
    lines = (f"2026-02-01,2026 본예산,{kind},{account},{n}," for kind, account, n in rows)
    return write_folder(root, files={LEDGER_FILE: HISTORY + ",\n".join([*lines, ""])})
