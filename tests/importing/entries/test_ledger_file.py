"""Entries as a file of the ledger."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.harmless import make_harmless
from reportgen.importing.entries.ledger_file import spell_ledger
from reportgen.model.ledger import Approval, EntryKind, LedgerEntry
from reportgen.money import Won
from reportgen.readers.ledger import read_ledger

ENTRY = LedgerEntry(
    date(2026, 6, 30),
    "2026 본예산",
    EntryKind.COMMITMENT,
    "garden",
    Won(-5_000_000),
    "a.xlsx 집행!B3",
    "누계",
    SourceRef("a.xlsx", sheet="집행", cell="B3"),
)
TEXTS = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20
).map(lambda text: " ".join(text.split()))


def test_the_file_is_a_csv_that_excel_reads() -> None:
    assert spell_ledger([ENTRY]).decode("utf-8-sig") == (
        "date,stage,kind,account,amount,reference,note\r\n"
        "2026-06-30,2026 본예산,commitment,garden,-5000,a.xlsx 집행!B3,누계\r\n"
    )
    assert spell_ledger([ENTRY]).startswith(b"\xef\xbb\xbf")


def test_parts_of_a_thousand_stand_in_won() -> None:
    lines = spell_ledger([ENTRY, replace(ENTRY, amount=Won(1_500))]).decode("utf-8-sig").split()
    assert "amount,amount_won" in lines[0]
    assert [line.split("garden,")[1].split(",a.")[0] for line in lines if "garden" in line] == [
        "-5000,",
        ",1500",
    ]


def test_active_texts_are_harmless() -> None:
    text = spell_ledger([replace(ENTRY, reference="=1+1", note="@x")]).decode("utf-8-sig")
    assert ",'=1+1,'@x\r\n" in text


@given(
    st.lists(
        st.builds(
            replace,
            st.just(ENTRY),
            date=st.dates(),
            kind=st.sampled_from(EntryKind),
            amount=st.integers(-(10**15), 10**15).map(Won),
            approval=st.sampled_from(Approval),
            funding=st.sampled_from(["", "city_grant"]),
            present=st.none() | st.integers(0, 10**9).map(lambda n: Won(n * 1000)),
            note=TEXTS,
            reference=TEXTS,
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, entries: list[LedgerEntry]
) -> None:
    path = tmp_path_factory.mktemp("ledger") / "a.csv"
    path.write_bytes(spell_ledger(entries))
    found: list[Diagnostic] = []
    assert [strip(entry) for entry in read_ledger(path, "a.csv", found)] == [
        strip(entry) for entry in entries
    ]
    assert found == []


def strip(entry: LedgerEntry) -> LedgerEntry:
    """The entry without its place, its texts as they are written."""
    texts = {"reference": make_harmless(entry.reference), "note": make_harmless(entry.note)}
    return replace(entry, source=SourceRef(""), **texts)
