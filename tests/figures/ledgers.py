"""Random ledgers of the invented foundation of tests.sample, whatever its rules say of them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from reportgen.diagnostics import SourceRef
from reportgen.model.ledger import EntryKind, LedgerEntry
from reportgen.model.project_folder import ProjectFolder
from reportgen.money import Won
from tests.sample import read_folder, write_folder

REVENUE = ("city_grant", "service_fee", "carryover")
LEVELS = {
    "programmes": (
        "garden",
        "tree_map",
        "river_watch",
        "book_bus",
        "personnel_operation",
        "basic_expense",
        "general_reserve",
    ),
    "units": tuple(
        f"unit_{unit}" for unit in ("garden", "river", "reading", "administration", "reserve")
    ),
    "policies": ("green_city", "kind_city", "administration", "reserve_policy"),
    "categories": ("personnel", "expense", "projects", "reserve"),
    "expenditure": ("expenditure",),
}
LEAVES = LEVELS["programmes"]
STAGES = ("2025 최종예산", "2026 본예산", "2026 제1회 추경")
DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))
DAYS_OF_THE_YEAR = st.dates(date(2026, 1, 1), date(2026, 12, 31))
AMOUNTS = st.integers(-(10**9), 10**12)

ENTRIES = st.lists(
    st.builds(
        LedgerEntry,
        date=DAYS,
        stage=st.sampled_from(STAGES),
        kind=st.sampled_from(EntryKind),
        account=st.sampled_from((*LEAVES, *REVENUE)),
        amount=AMOUNTS.map(Won),
        reference=st.sampled_from(("", "문서 1", "문서 2")),
        note=st.just(""),
        source=st.integers(2, 999).map(lambda line: SourceRef("a.csv", line)),
    ),
    max_size=15,
)


@cache
def read_sample() -> ProjectFolder:
    """The foundation, read once."""
    with TemporaryDirectory() as root:
        return read_folder(write_folder(Path(root)))
