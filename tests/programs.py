"""Programs outside Python that some tests need."""

from __future__ import annotations

import os
import shutil

import pytest


def require_program(name: str) -> str:
    """The path of a program; without it a test fails on CI and is skipped elsewhere."""
    path = shutil.which(name)
    if path:
        return path
    message = f"this test needs {name}, which is not installed"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
