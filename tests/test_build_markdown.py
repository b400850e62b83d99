"""``build --only md``: every document for readers that are programs, without a template."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from reportgen.build import BuildOptions, build
from reportgen.cli.app import app
from reportgen.formats import Format
from tests.amended import NOTES, write_amended
from tests.renderers.markdown.parsed import Parsed, parse
from tests.sample import GARDEN_PAGE, LEDGER, PROJECT, REPORT, write_folder

BOARD = """\
title: 이사회 보고
chapters:
  - title: 집행
    blocks: [{heading: 현황}, {view: execution, unit: 백만원, levels: 2}]
"""
SAID = "summary: 예산 {{ figures.appropriation.expenditure | thousand_won }}\nkeywords: [보고]\n"
FILES = {
    "content/documents/board-report.yaml": BOARD,
    "content/report.yaml": REPORT + SAID,
}
DOCUMENTS = ("council-report", "budget-amendment", "board-report")


def write(root: Path, *formats: Format, draft: bool = False, templates: bool = False) -> Path:
    """The output folder of a build without a finding."""
    options = BuildOptions(
        root, root / "output", formats, draft=draft, templates=PROJECT if templates else None
    )
    assert build(options).diagnostics == ()
    return root / "output"


def read(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter, and the text behind it."""
    empty, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    assert empty == ""
    return yaml.safe_load(front), text


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_amended(tmp_path_factory.mktemp("amended"), FILES)
    return write(root, Format.MD, Format.DOCX, templates=True)


def test_it_is_built_without_templates_and_beside_csv(tmp_path: Path) -> None:
    folder = write(write_amended(tmp_path, FILES), Format.CSV, Format.MD)
    written = {path.name for path in folder.iterdir()}
    assert {name for name in written if name.endswith(".md")} == {f"{n}.md" for n in DOCUMENTS}
    assert "budget-annexes.ledger.csv" in written


COMMITTEE = {"committee": "살림위원회"}


@pytest.mark.parametrize(
    ("name", "title", "more"),
    [
        (
            "council-report",
            "2026 주요업무 보고",
            {"summary": "예산 987,000천원", "keywords": ["보고"], **COMMITTEE},
        ),
        ("budget-amendment", "2026년도 제1회 추가경정예산", COMMITTEE),
        ("board-report", "2026 이사회 보고", {}),
    ],
)
def test_the_front_matter(output: Path, name: str, title: str, more: dict[str, Any]) -> None:
    said, _text = read(output / f"{name}.md")
    assert said.pop("base_date").isoformat() == "2026-06-30"
    assert said == {
        "title": title,
        "organization": "가온시 누리재단",
        "unit": "천원",
        "language": "ko-KR",
        **more,
    }


def test_the_unit_is_that_of_the_document(tmp_path: Path) -> None:
    files = {
        "content/report.yaml": f"{REPORT}unit: 백만원\n",
        "content/amendments/1.yaml": f"{NOTES}unit: hundred_million\n",
    }
    folder = write(write_amended(tmp_path, files), Format.MD)
    units = [read(folder / f"{name}.md")[0]["unit"] for name in DOCUMENTS[:2]]
    assert units == ["백만원", "억원"]


def list_headings(blocks: list[Parsed]) -> list[tuple[int, str]]:
    return [(int(tag[1]), text) for tag, text in blocks if tag[0] == "h"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_level_of_headings_is_skipped(output: Path, name: str) -> None:
    levels = [level for level, _text in list_headings(parse(read(output / f"{name}.md")[1]))]
    assert levels[0] == 1
    assert [now for before, now in itertools.pairwise(levels) if now > before + 1] == []


def test_headings_of_the_report(output: Path) -> None:
    headings = list_headings(parse(read(output / "council-report.md")[1]))
    assert [text for level, text in headings if level == 1] == [
        "Ⅰ. 일반현황",
        "Ⅱ. 정책목표 및 추진전략",
        "Ⅲ. 주요 추진 업무",
        "Ⅳ. 2026 세입・세출예산 세부현황",
        "Ⅴ. 2025 행정사무감사 처리결과",
    ]
    at = headings.index((3, "1-1. 마을정원 가꾸기"))
    assert headings[at - 1 : at + 2] == [
        (2, "1. 푸른 도시 만들기"),
        (3, "1-1. 마을정원 가꾸기"),
        (4, "사업개요"),
    ]


def find_places(output: Path, name: str) -> Iterator[dict[str, str]]:
    manifest = json.loads((output / "manifest.json").read_bytes())
    for figure in manifest["figures"].values():
        yield from (place for place in figure["places"] if place["file"] == name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_manifest_knows_the_line_of_every_figure(output: Path, name: str) -> None:
    lines = (output / f"{name}.md").read_text(encoding="utf-8").splitlines()
    places = list(find_places(output, f"{name}.md"))
    assert len(places) > 5
    astray = [place for place in places if place["text"] not in lines[int(place["line"]) - 1]]
    assert astray == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_shows_every_figure_that_the_docx_shows(output: Path, name: str) -> None:
    shown = [
        {
            tuple((key, place[key]) for key in place if key not in ("file", "format", "line"))
            for place in find_places(output, f"{name}.{form}")
        }
        for form in ("md", "docx")
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("name", ["council-report.md", "budget-amendment.md"])
def test_a_draft_says_so(tmp_path: Path, name: str) -> None:
    root = write_amended(tmp_path, {"content/report.yaml": f"{REPORT}mark: 예시\n"})
    folder = write(root, Format.MD, draft=True)
    said, text = read(folder / name)
    assert said["mark"] == "초안 · 예시"
    assert text.startswith("\n**초안 · 예시**\n\n# Ⅰ. ")


def test_a_draft_is_built_in_spite_of_errors(tmp_path: Path) -> None:
    files = {"content/report.yaml": f"{REPORT}summary: '{{{{ nobody }}}}'\n"}
    root = write_folder(tmp_path, files=files)
    result = CliRunner().invoke(app, ["build", "--only", "md", "--project", str(root)])
    assert (result.exit_code, (root / "output").exists()) == (1, False)
    arguments = ["build", "--only", "md", "--draft", "--project", str(root)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert "초안" in (root / "output/council-report.md").read_text(encoding="utf-8")


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    files = [
        (write(write_folder(tmp_path / name), Format.MD) / "council-report.md").read_bytes()
        for name in ("a", "b")
    ]
    assert files[0] == files[1]


def test_a_chapter_of_ones_own_needs_no_template(tmp_path: Path) -> None:
    chapter = "  - {id: foreword, title: 여는 말, blocks: [{paragraph: 가}]}\n"
    root = write_folder(tmp_path, files={"content/report.yaml": REPORT + chapter})
    text = read(write(root, Format.MD) / "council-report.md")[1]
    assert text.endswith("\n# Ⅵ. 여는 말\n\n가\n")


def test_what_is_typed_is_no_markup(tmp_path: Path) -> None:
    typed = "1. *가* <b> [나](다) | &lt; _라_ # `마` \\\\"
    page = GARDEN_PAGE.replace("정원 3곳", f'"{typed}"').replace("[도구,", f'["{typed}",')
    root = write_folder(tmp_path, files={"content/projects/01-garden.yaml": page})
    blocks = parse(read(write(root, Format.MD) / "council-report.md")[1])
    assert str(blocks).count(repr(typed.replace("\\\\", "\\"))[1:-1]) == 2


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    result = CliRunner().invoke(app, ["build", "--only", "md", "--project", str(root)])
    assert result.exit_code == 0
    size = f"{(root / 'output/council-report.md').stat().st_size / 1024:,.0f}"
    path, *row, _seconds = result.stdout.splitlines()[1].split()
    assert (Path(path).name, row) == ("council-report.md", [size, "KB"])


def test_what_an_earlier_build_left_is_told(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    write(root, Format.MD)
    changed = LEDGER.replace("2분기 집행", "2분기 지출")
    (root / "content/budget/ledger.csv").write_text(changed, encoding="utf-8")
    found = build(BuildOptions(root, root / "output", (Format.CSV,))).diagnostics
    assert [str(one).partition(": ")[0] for one in found] == [
        (root / "output/council-report.md").as_posix()
    ]


def test_figures_names_the_line(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    write(root, Format.MD)
    arguments = ["figures", "appropriation.garden", "--project", str(root)]
    printed = CliRunner().invoke(app, arguments).stdout
    lines = (root / "output/council-report.md").read_text(encoding="utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, 1) if "(사업예산)** 200,000천원" in text)
    assert (
        "  printed: council-report.md | Ⅲ. 주요 추진 업무 > 1-1. 마을정원 가꾸기 | "
        f"{line} | (사업예산) 200,000천원 «200,000천원»\n"
    ) in printed
