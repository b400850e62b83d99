"""Every kind of entry counts for one thing, and has words of its own."""

from collections import Counter

import pytest

from reportgen.model.ledger import (
    APPROPRIATION_KINDS,
    CARRYOVERS,
    KIND_WORDS,
    KINDS_OF,
    TRANSFERS,
    EntryKind,
    Measure,
)


@pytest.mark.parametrize("kind", EntryKind)
def test_a_kind_stands_in_exactly_one_measure(kind: EntryKind) -> None:
    assert len([measure for measure, kinds in KINDS_OF.items() if kind in kinds]) == 1


@pytest.mark.parametrize("measure", Measure)
def test_a_measure_has_kinds(measure: Measure) -> None:
    assert KINDS_OF[measure]


@pytest.mark.parametrize("kind", EntryKind)
def test_a_kind_has_a_word_of_finance(kind: EntryKind) -> None:
    assert KIND_WORDS[kind]


def test_a_word_means_one_kind_however_its_blanks_are_written() -> None:
    words = [
        "".join(word.split())
        for kind, spellings in KIND_WORDS.items()
        for word in (kind.value, *spellings)
    ]
    assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize(
    "kind", [EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, EntryKind.COLLECTION]
)
def test_what_is_spent_or_collected_changes_no_appropriation(kind: EntryKind) -> None:
    assert kind not in APPROPRIATION_KINDS


@pytest.mark.parametrize(
    "kind",
    [EntryKind.ORIGINAL, EntryKind.RESERVE_USE, EntryKind.PRE_APPROVAL, *TRANSFERS, *CARRYOVERS],
)
def test_everything_else_does(kind: EntryKind) -> None:
    assert kind in APPROPRIATION_KINDS
