"""Where a text was typed."""

from __future__ import annotations

import pytest

from reportgen.diagnostics import SourceRef
from reportgen.views.text_sources import TextSources
from tests.amended import NOTES, write_amended
from tests.sample import ACCOUNTS, LEDGER, REPORT, line_of, read_folder


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> TextSources:
    folder = read_folder(write_amended(tmp_path_factory.mktemp("amended")))
    return TextSources(folder, folder.ledger)


@pytest.mark.parametrize(
    ("text", "character", "file", "content", "part"),
    [
        (
            "마을정원 가꾸기",
            "꾸",
            "content/budget/accounts.yaml",
            ACCOUNTS,
            "name: 마을정원 가꾸기",
        ),
        ("시 보조금", "조", "content/budget/accounts.yaml", ACCOUNTS, "remark: 시 보조금"),
        ("2025 최종예산", "최", "content/report.yaml", REPORT, "stages"),
        ("정원팀 보강", "강", "content/amendments/1.yaml", NOTES, "reason: 정원팀 보강"),
        ("총액은 485,000천원으로 한다.", "액", "content/amendments/1.yaml", NOTES, "provisions"),
        ("1분기 집행", "분", "content/budget/ledger.csv", LEDGER, "1분기 집행"),
    ],
)
def test_a_text_is_found_where_it_was_typed(
    sources: TextSources, text: str, character: str, file: str, content: str, part: str
) -> None:
    assert sources.find(text, character) == SourceRef(file, line_of(content, part))


def test_a_text_of_the_program_has_no_place(sources: TextSources) -> None:
    assert sources.find("행 구분 ☃", "☃") is None
