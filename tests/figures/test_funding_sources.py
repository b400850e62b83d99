"""재원별 세출 as figures: what is named is added up, the rest falls to the usual source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.compute import compute_figures
from reportgen.figures.funding import sum_funding
from reportgen.figures.funding_sources import FundingTable, compute_funding
from reportgen.model.budget import Accounts
from reportgen.model.ledger import LedgerEntry
from tests.detailed import FUNDED, make_detailed
from tests.figures.ledgers import ENTRIES, REVENUE, read_sample
from tests.sample import Replace

NAMED = st.lists(st.sampled_from(("", *REVENUE)), min_size=15, max_size=15)


def _compute(root: Path, *changes: Replace) -> FundingTable:
    state = make_detailed(root, *changes)
    table = compute_funding(state.folder, state.entries, state.context.figures)
    assert table is not None
    return table


def _with_funding(accounts: Accounts, source: str) -> Accounts:
    """The accounts with a usual source of every programme."""
    policies = tuple(
        policy.model_copy(
            update={
                "children": tuple(
                    unit.model_copy(
                        update={
                            "children": tuple(
                                leaf.model_copy(update={"funding": source})
                                for leaf in unit.children
                            )
                        }
                    )
                    for unit in policy.children
                )
            }
        )
        for policy in accounts.expenditure
    )
    return accounts.model_copy(update={"expenditure": policies})


def _list(table: FundingTable) -> dict[str, list[tuple[str, int]]]:
    """By source the programmes with an amount, in thousands of won."""
    return {
        source.account: [
            (share.programme, int(share.amount.value or 0) // 1000)
            for share in source.shares
            if share.amount.value
        ]
        for source in table.sources
    }


def test_an_entry_names_its_source_and_the_usual_one_pays_the_rest(tmp_path: Path) -> None:
    found = _list(_compute(tmp_path, FUNDED))
    assert found["city_grant"] == [("garden", 200_000)]
    assert found["carryover"] == [("garden", 4_000)]
    assert found["service_fee"] == [("tree_map", 1_000)]
    assert dict(found[""])["tree_map"] == 100_000


def test_the_rest_is_what_is_left_of_the_appropriation(tmp_path: Path) -> None:
    (source, *_others) = _compute(tmp_path, FUNDED).sources
    (share,) = source.shares
    assert share.amount.formula.operands == (
        "appropriation.garden",
        "funding_part.carryover.garden",
    )


def test_what_is_named_is_found_whatever_kind_of_budget_it_is(tmp_path: Path) -> None:
    table = _compute(tmp_path)
    (share,) = table.sources[2].shares
    assert str(share.amount.formula) == (
        "entries(account=garden, funding=carryover, year=2026, "
        "kind<>commitment, kind<>disbursement, kind<>collection)"
    )
    assert [str(source) for source in share.amount.sources] == ["content/budget/more.csv:7"]


def test_a_source_is_held_against_what_it_brings(tmp_path: Path) -> None:
    grant = _compute(tmp_path, FUNDED).sources[0]
    assert (grant.brings.value, grant.pays.value) == (900_000_000, 200_000_000)
    assert grant.difference.value == 700_000_000


def test_without_any_source_there_is_no_table(tmp_path: Path) -> None:
    state = make_detailed(tmp_path, rows="")
    assert compute_funding(state.folder, state.entries, state.context.figures) is None


@pytest.mark.parametrize("usual", ["", "city_grant"])
@given(entries=ENTRIES, names=NAMED)
def test_funding_adds_up_to_the_appropriation_on_every_level(
    usual: str, entries: list[LedgerEntry], names: list[str]
) -> None:
    folder = read_sample()
    named = [replace(entry, funding=name) for entry, name in zip(entries, names, strict=False)]
    if usual:
        folder = replace(folder, accounts=_with_funding(folder.accounts, usual))
    figures = compute_figures(folder, named)
    table = compute_funding(folder, named, figures)
    if table is None:
        return
    by_programme: dict[str, int] = {}
    for source in table.sources:
        assert source.pays.value == sum(int(share.amount.value or 0) for share in source.shares)
        for share in source.shares:
            value = int(share.amount.value or 0)
            by_programme[share.programme] = by_programme.get(share.programme, 0) + value
    expected = {name: figures[f"appropriation.{name}"].value for name in by_programme}
    assert by_programme == expected
    assert table.total.pays.value == figures["appropriation.expenditure"].value
    funding = sum_funding(folder, named)
    paid = {source.account: source.pays.value for source in table.sources if source.pays.value}
    unnamed = sum(funding.unnamed.values())
    rest = {"": unnamed} if unnamed else {}
    assert paid == {name: won for name, won in funding.by_source.items() if won} | rest
