"""One of the two states: loaded from a folder or a revision, with all that it prints."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from reportgen.comparison import load_version, parse_spec
from reportgen.diagnostics import DataError
from reportgen.formats import Document, Format
from reportgen.renderers.docx_text import Passage
from tests.comparison.repositories import commit, make_repository
from tests.comparison.versions import load, load_sample
from tests.sample import PROJECT, write_folder

REPORT = "content/report.yaml"
GARDEN = "content/projects/01-garden.yaml"


def test_a_version_knows_what_it_is_called(tmp_path: Path) -> None:
    label = load_sample(tmp_path, spec="2026 본예산").label
    assert label.as_json() == {
        "asked": "2026 본예산",
        "folder": tmp_path.as_posix(),
        "revision": None,
        "stage": "2026 본예산",
        "base_date": "2026-04-30",
    }
    assert label.organization == "가온시 누리재단"


@pytest.mark.parametrize(("text", "day"), [("@2026-04-30", 30), ("", 1)])
def test_the_day_of_both_counts_where_a_state_names_none(
    tmp_path: Path, text: str, day: int
) -> None:
    spec = parse_spec(text, write_folder(tmp_path))
    version = load_version(spec, date(2026, 4, 1), PROJECT, (Format.DOCX,))
    assert version.label.base_date == date(2026, 4, day)


def test_a_revision_is_read_as_it_was_committed(tmp_path: Path) -> None:
    root = make_repository(tmp_path)
    first = commit(root, "first")
    (root / REPORT).write_text("title: 고치는 중", encoding="utf-8")
    version = load(root, first[:7])
    assert (version.label.commit, version.label.folder) == (first, root.as_posix())
    assert version.lines[REPORT][0] == "title: 주요업무 보고"


def test_a_mistake_in_a_revision_names_the_revision(tmp_path: Path) -> None:
    replace = {REPORT: ("audit_year: 2025", "audit_yeer: 2025")}
    root = make_repository(tmp_path, replace)
    first = commit(root, "first")
    with pytest.raises(DataError, match=f"{first[:12]}:content/report.yaml:4: error"):
        load(root, "HEAD")


def test_a_mistake_in_another_folder_names_the_folder(tmp_path: Path) -> None:
    root = write_folder(tmp_path, {REPORT: ("audit_year: 2025", "audit_yeer: 2025")})
    with pytest.raises(DataError, match=f"{root.as_posix()}/content/report.yaml:4: error"):
        load(root)


def test_a_format_that_can_not_be_made_is_left_out_and_told(tmp_path: Path) -> None:
    root = write_folder(tmp_path, templates=True)
    shutil.rmtree(root / "templates" / "xlsx")
    version = load_version(parse_spec("", root), formats=(Format.DOCX, Format.XLSX))
    assert list(version.files) == ["council-report.docx"]
    assert [finding.rule for finding in version.missing] == ["template-file"]


def test_without_a_document_to_read_there_is_nothing_to_compare(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    with pytest.raises(DataError, match=r"templates/docx/council-report\.docx"):
        load_version(parse_spec("", root), formats=(Format.DOCX,))


def test_a_version_reads_what_its_documents_say(tmp_path: Path) -> None:
    blocks = load_sample(tmp_path).read_blocks()
    assert list(blocks) == [Document.REPORT]
    texts = [block.text for block in blocks[Document.REPORT] if isinstance(block, Passage)]
    assert "※ 장소는 바뀔 수 있음" in texts


def test_a_figure_that_only_an_expression_made_is_one_of_them(tmp_path: Path) -> None:
    text = "합계 {{ (figures.commitment.garden + figures.commitment.tree_map) | thousand_won }}"
    version = load_sample(tmp_path, {GARDEN: ("정원 3곳", text)})
    assert version.figures["commitment.garden + commitment.tree_map"].value == 220_000_000
