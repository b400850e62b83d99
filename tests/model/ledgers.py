"""Invented ledger entries for tests of what keeps and sums them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from reportgen.diagnostics import SourceRef
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.money import Won

ACCOUNTS = ("garden", "tree_map", "city_grant")
STAGES = ("본예산", "제1회 추경", "제2회 추경")
AMOUNTS = st.one_of(st.integers(-(10**12), 10**12), st.integers(-(10**20), 10**20))
TEXTS = st.text("가a ,\n", max_size=4).map(str.strip)

ENTRIES = st.lists(
    st.builds(
        LedgerEntry,
        date=st.dates(date(2025, 11, 1), date(2026, 2, 28)),
        stage=st.sampled_from(STAGES),
        kind=st.sampled_from(EntryKind),
        account=st.sampled_from(ACCOUNTS),
        amount=AMOUNTS.map(Won),
        reference=TEXTS,
        note=TEXTS,
        source=st.builds(SourceRef, st.just("a.csv"), st.integers(2, 99)),
        approval=st.sampled_from(Approval),
        funding=st.sampled_from(("", "city_grant")),
        present=st.one_of(st.none(), st.integers(0, 10**9).map(Won)),
        account_name=st.sampled_from(("", "정원")),
    ),
    max_size=30,
)
