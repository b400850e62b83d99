"""Fixtures that several rooms share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen import i18n
from reportgen.cache import VARIABLE
from reportgen.checks import Subject
from reportgen.model.project_folder import ProjectFolder
from reportgen.state import State
from tests.sample import make_state, make_subject, read_folder, write_folder

os.environ[VARIABLE] = "off"  # no test finds what another one left, or the user
i18n.activate("en")  # before any command is imported, for its help is made then


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in the language of the source, whatever the machine speaks."""
    monkeypatch.setenv("LANGUAGE", "en")
    i18n.activate("en")


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which results are kept, of this process and those that it starts."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


# Nothing that is read ever changes, so one reading serves every test.
@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ProjectFolder:
    """The sample, read."""
    return read_folder(write_folder(tmp_path_factory.mktemp("folder")))


@pytest.fixture(scope="session")
def subject(folder: ProjectFolder) -> Subject:
    """The sample as the checks look at it."""
    return make_subject(folder)


@pytest.fixture(scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> State:
    """The sample, read, computed, checked and viewed."""
    return make_state(tmp_path_factory.mktemp("state"))
