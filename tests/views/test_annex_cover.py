"""The cover of the annexes."""

from pathlib import Path

from reportgen.figures.digest import digest_entries
from reportgen.state import State, load_state
from tests.sample import write_folder


def test_the_cover_names_its_sources_with_their_digests(state: State) -> None:
    cover = dict(state.annexes.cover)
    (digest,) = digest_entries(state.entries)
    assert state.annexes.title == "2026년 예산 부속서류"
    assert (cover["기관"], cover["기준일"]) == ("가온시 누리재단", "’26. 6. 30.")
    assert (
        f"content/budget/ledger.csv (기록 29건, SHA-256 {digest.sha256[:12]})" == cover["원천 자료"]
    )
    assert "상태" not in cover


def test_the_cover_of_a_draft_says_so(tmp_path: Path) -> None:
    annexes = load_state(write_folder(tmp_path), draft=True).annexes
    assert dict(annexes.cover)["상태"] == "초안"
