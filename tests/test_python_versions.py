"""What the oldest Python that is promised gets wrong is not used.

Python 3.11.0 to 3.11.4, Debian 12's among them, match possessive and atomic groups of regular
expressions wrongly, so that templates would seem to have no tags.
"""

import re
from pathlib import Path

import pytest

from tests.sample import PROJECT

_POSSESSIVE_GROUP = re.compile(r"\)[*+?]\+|\)\{\d+(,\d*)?\}\+|\(\?>")
MODULES = sorted(
    path.relative_to(PROJECT).as_posix()
    for folder in ("reportgen", "tools")
    for path in (PROJECT / folder).rglob("*.py")
)


def find_possessive_groups(source: str) -> list[str]:
    """Lines that hold one."""
    return [line for line in source.splitlines() if _POSSESSIVE_GROUP.search(line)]


@pytest.mark.parametrize("module", MODULES)
def test_no_possessive_group_is_used(module: str) -> None:
    source = Path(PROJECT, module).read_text(encoding="utf-8")
    assert find_possessive_groups(source) == []


@pytest.mark.parametrize("planted", ['re.compile(r"(?:a|b)*+c")', 're.compile("(?>ab)")'])
def test_a_possessive_group_is_found(planted: str) -> None:
    assert find_possessive_groups(planted) == [planted]
