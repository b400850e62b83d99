"""Every rule is listed, and finds nothing in the sample."""

import inspect
from importlib import import_module

import pytest

from reportgen.checks import CHECKS, Check, Subject
from tests.sample import PROJECT


def _defined() -> list[str]:
    names = sorted(path.stem for path in (PROJECT / "reportgen" / "checks").glob("[a-z]*.py"))
    modules = [import_module(f"reportgen.checks.{name}") for name in names]
    return sorted(
        name
        for module in modules
        for name, value in inspect.getmembers(module, inspect.isfunction)
        if name.startswith("check_") and value.__module__ == module.__name__
    )


def test_every_rule_that_is_written_is_run() -> None:
    assert sorted(check.__name__ for check in CHECKS) == _defined()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_rule_finds_nothing_in_the_sample(check: Check, subject: Subject) -> None:
    assert [str(finding) for finding in check(subject)] == []
