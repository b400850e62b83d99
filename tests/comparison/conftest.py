"""Comparisons that several tests look at."""

from __future__ import annotations

import pytest

from reportgen.comparison import Comparison, compare_versions
from tests.amended import HISTORY
from tests.comparison.versions import GARDEN, LEDGER_FILE, load
from tests.sample import write_folder

SIGNS = "<script>alert(1)</script> & {{ '{{' }} \"인용\""
"""What must not be taken for a tag; the content writes two opening braces as an expression."""


# Nothing that is compared ever changes, so one comparison serves every test.
@pytest.fixture(scope="session")
def amended(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The sample before and after its amendment."""
    root = write_folder(tmp_path_factory.mktemp("amended"), files={LEDGER_FILE: HISTORY})
    return compare_versions(load(root, "2026 본예산"), load(root, "2026 제1회 추경"))


@pytest.fixture(scope="session")
def signs(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """A text and a cell of the sample replaced by signs of markup."""
    root = tmp_path_factory.mktemp("signs")
    old = write_folder(root / "old")
    new = write_folder(
        root / "new",
        {
            GARDEN: ("솔숲 어린이공원 꽃밭", f"'{SIGNS}'".replace("'{{'", "''{{''")),
            "content/projects/04-book-bus.yaml": (
                "goal: 책 버스가 도서관이 먼 동네를 찾아감",
                f"goal: '{SIGNS}'".replace("'{{'", "''{{''"),
            ),
        },
    )
    return compare_versions(load(old, ""), load(new, ""))


@pytest.fixture(scope="session")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The sample held against itself."""
    version = load(write_folder(tmp_path_factory.mktemp("unchanged")))
    return compare_versions(version, version)
