"""The search for garbage is put off, and taken up again."""

import gc
import subprocess
import sys

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


def test_a_process_of_one_command_searches_rarely_and_not_at_its_end() -> None:
    code = (
        "import gc\nfrom reportgen.memory import expect_short_life\n"
        "import atexit\natexit.register(lambda: print(gc.get_freeze_count() > 0))\n"
        "expect_short_life()\nprint(gc.get_threshold()[0] > 10_000, gc.isenabled())"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "True", "True"]
