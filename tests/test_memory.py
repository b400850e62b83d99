"""The search for garbage is put off, and taken up again."""

import gc

import pytest

from reportgen.memory import pause_collection


def test_nothing_is_searched_for_until_the_end() -> None:
    with pause_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_does_not_keep_it_off() -> None:
    with pytest.raises(ValueError, match="x"), pause_collection():
        raise ValueError("x")
    assert gc.isenabled()


def test_a_pause_inside_a_pause_ends_with_the_outer_one() -> None:
    with pause_collection():
        with pause_collection():
            pass
        assert not gc.isenabled()
