"""What is made when it is asked for equals what was made before."""

from collections.abc import Iterator

from reportgen.diagnostics import SourceRef
from reportgen.figures.figure import Formula, Operation
from reportgen.figures.lazy import LazyFormula, LazySources

PLACES = (SourceRef("a.csv", 2), SourceRef("a.csv", 3))
FORMULA = Formula(Operation.SUM, ("original.garden", "amendment.garden"))


def _find(account: str) -> Iterator[SourceRef]:
    yield from PLACES if account == "garden" else ()


def _explain(account: str) -> Formula:
    return Formula(Operation.SUM, (f"original.{account}", f"amendment.{account}"))


def test_sources_are_those_of_the_account() -> None:
    sources = LazySources(_find, "garden")
    assert (sources, tuple(sources), len(sources)) == (PLACES, PLACES, 2)
    assert (sources[0], sources[-1:], hash(sources)) == (PLACES[0], PLACES[1:], hash(PLACES))


def test_no_sources_are_as_good_as_none() -> None:
    sources = LazySources(_find, "nobody")
    assert (bool(sources), sources) == (False, ())


def test_sources_differ_from_others() -> None:
    assert LazySources(_find, "garden") != PLACES[:1]


def test_a_formula_is_that_of_the_account() -> None:
    formula = LazyFormula(_explain, "garden")
    assert (formula, hash(formula), str(formula)) == (FORMULA, hash(FORMULA), str(FORMULA))
    assert (formula.operation, formula.operands, formula.criteria) == (
        FORMULA.operation,
        FORMULA.operands,
        (),
    )


def test_a_formula_differs_from_that_of_another_account() -> None:
    assert LazyFormula(_explain, "tree_map") != FORMULA
