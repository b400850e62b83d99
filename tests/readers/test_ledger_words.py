"""Messages name columns, kinds and states in the language of the reader."""

from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.model.ledger import EntryKind
from reportgen.readers.ledger import read_ledger
from reportgen.readers.ledger_keys import COLUMNS
from reportgen.readers.ledger_words import list_approvals, list_columns, list_kinds, name_column


@pytest.fixture(params=["en", "ko"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("LANGUAGE", request.param)
    return str(request.param)


def test_words_are_all_of_one_language(language: str) -> None:
    words = [*list_columns().split(", "), *list_kinds().split(", "), *list_approvals().split(", ")]
    assert {word.isascii() for word in words} == {language == "en"}


def test_every_word_is_one_that_a_ledger_may_use(language: str) -> None:
    assert all(name_column(key) in words for key, words in COLUMNS.items())
    assert len(list_kinds().split(", ")) == len(EntryKind)


def test_the_hints_of_a_ledger_offer_the_words_of_its_reader(tmp_path: Path, language: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "일자,단계,구분,과목,금액,의결\n2026-01-02,본예산,무엇,garden,1,글쎄\n", encoding="utf-8"
    )
    diagnostics: list[Diagnostic] = []
    read_ledger(path, "a.csv", diagnostics)
    expected = [list_kinds(), list_approvals()]
    assert all(part in found.hint for part, found in zip(expected, diagnostics, strict=True))
    assert diagnostics[0].message.startswith({"en": "kind:", "ko": "종류:"}[language])
