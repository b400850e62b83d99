"""What a rule looks at: every sequence of blocks, and the first input of a figure."""

import pytest

from reportgen.checks import Subject
from reportgen.checks.subject import locate_figure
from reportgen.figures import Figure, Formula, Operation, Unit
from tests.sample import ACCOUNTS, LEDGER, line_of


def test_pages_answers_and_duties_are_all_looked_at(subject: Subject) -> None:
    assert [account for account, _blocks in subject.folder.block_sequences()] == [
        "garden",
        "tree_map",
        "river_watch",
        "book_bus",
        *[""] * 6,
    ]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("commitment.tree_map", f"content/budget/ledger.csv:{line_of(LEDGER, 'nt,tree_map')}"),
        ("commitment_rate.green_city", f"content/budget/ledger.csv:{line_of(LEDGER, 'nt,garden')}"),
        ("count.programmes", f"content/budget/accounts.yaml:{line_of(ACCOUNTS, 'id: garden')}"),
    ],
)
def test_a_figure_is_located_by_its_first_input(subject: Subject, name: str, place: str) -> None:
    assert str(locate_figure(subject.figures, subject.figures[name])) == place


def test_a_figure_without_any_input_has_no_place(subject: Subject) -> None:
    figure = Figure("a", 0, Unit.WON, Formula(Operation.SUM, ("unknown",)))
    assert str(locate_figure(subject.figures, figure)) == ""
