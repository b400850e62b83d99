"""Fixtures that several rooms share."""

from __future__ import annotations

import pytest

from reportgen import i18n
from reportgen.checks import Subject
from reportgen.model.project_folder import ProjectFolder
from reportgen.state import State
from tests.sample import make_state, make_subject, read_folder, write_folder

i18n.activate("en")  # before any command is imported, for its help is made then


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in the language of the source, whatever the machine speaks."""
    monkeypatch.setenv("LANGUAGE", "en")
    i18n.activate("en")


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
