"""The project's own report, built whole and read back from all four files."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from openxml_audit import OpenXmlValidator

from reportgen.build import BuildOptions, build
from tests.extraction import Extract, extract_docx, extract_hangul, extract_sheets, fold

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("docx", "hwpx", "hwp")
FILES = ("council-report.docx", "council-report.hwpx", "council-report.hwp", "budget-annexes.xlsx")


@dataclass(frozen=True)
class Built:
    """One build and what its files say."""

    folder: Path
    manifest: dict[str, Any]
    extracts: dict[str, Extract]
    sheets: dict[str, list[list[object]]]

    def texts(self, form: str) -> Counter[str]:
        """Every text of a file with how often it stands there."""
        if form == "xlsx":
            rows = (cell for rows in self.sheets.values() for row in rows for cell in row)
            return Counter(fold(str(cell)) for cell in rows if cell != "")
        return Counter(self.extracts[form].texts)


def build_all(project: Path, output: Path) -> Built:
    """Build a folder and read its files back."""
    build(BuildOptions(project, output))
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    extracts = {
        "docx": extract_docx(output / "council-report.docx"),
        "hwpx": extract_hangul(output / "council-report.hwpx"),
        "hwp": extract_hangul(output / "council-report.hwp"),
    }
    return Built(output, manifest, extracts, extract_sheets(output / "budget-annexes.xlsx"))


def copy_project(target: Path) -> Path:
    """The project's content and templates in another folder."""
    for part in ("content", "templates"):
        shutil.copytree(ROOT / part, target / part)
    return target


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_all(ROOT, tmp_path_factory.mktemp("real"))


@pytest.mark.parametrize("form", ["hwpx", "hwp"])
def test_tables_are_the_same_in_every_document(built: Built, form: str) -> None:
    ours = [Counter(table) for table in built.extracts["docx"].tables]
    assert [Counter(table) for table in built.extracts[form].tables] == ours


@pytest.mark.parametrize("form", ["hwpx", "hwp"])
def test_paragraphs_are_the_same_in_every_document(built: Built, form: str) -> None:
    assert without_page_numbers(built.extracts[form]) == without_page_numbers(
        built.extracts["docx"]
    )


def without_page_numbers(extract: Extract) -> list[str]:
    """The paragraphs in order; lines of the contents lose the page number that DOCX has."""
    titles = {text for text in extract.paragraphs if text[0] in "ⅠⅡⅢⅣⅤ12"}
    return [text.removesuffix("-") if text in titles else text for text in extract.paragraphs]


def test_the_workbook_prints_the_figures_of_the_documents(built: Built) -> None:
    shared = {
        name: {
            form: {p["text"] for p in facts["places"] if p["format"] == form and "table" in p}
            for form in (*DOCUMENTS, "xlsx")
        }
        for name, facts in built.manifest["figures"].items()
        if facts["unit"] in ("won", "ratio") and len({p["format"] for p in facts["places"]}) == 4
    }
    assert len(shared) > 100
    assert [
        name for name, texts in shared.items() if len(set(map(frozenset, texts.values()))) > 1
    ] == []


@pytest.mark.parametrize("state", ["built", "changed"])
def test_every_cached_value_follows_its_figure(state: str, request: pytest.FixtureRequest) -> None:
    built: Built = request.getfixturevalue(state)
    wrong = []
    for name, facts in built.manifest["figures"].items():
        for place in facts["places"]:
            if place["format"] == "xlsx" and facts["value"] is not None:
                value = cell_at(built.sheets[place["sheet"]], place["cell"])
                expected = float(facts["value"]) / (1000 if facts["unit"] == "won" else 1)
                if value != pytest.approx(expected, abs=1e-12):
                    wrong.append((name, place["sheet"], place["cell"], value, expected))
    assert wrong == []


def cell_at(rows: list[list[object]], address: str) -> object:
    """The value at an address such as ``B7``."""
    letter, number = address.rstrip("0123456789"), address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return rows[int(number) - 1][ord(letter) - ord("A")]


@pytest.mark.parametrize("form", DOCUMENTS)
def test_every_place_of_the_manifest_is_in_the_file(built: Built, form: str) -> None:
    texts = built.texts(form)
    everything = "\n".join(texts)
    missing = [
        (name, place)
        for name, facts in built.manifest["figures"].items()
        for place in facts["places"]
        if place["format"] == form and fold(place["text"]) not in everything
    ]
    assert missing == []
    assert any(p["format"] == form for f in built.manifest["figures"].values() for p in f["places"])


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same report after one amount and one headcount were changed."""
    project = copy_project(tmp_path_factory.mktemp("changed"))
    replace(
        project / "content/budget/ledger.csv",
        ",opening,smart_life_week,4419500,",
        ",opening,smart_life_week,4519500,",
    )
    replace(
        project / "content/budget/ledger.csv",
        ",opening,seoul_grant,10857229,",
        ",opening,seoul_grant,10957229,",
    )
    organization = project / "content/organization.yaml"
    text = organization.read_text(encoding="utf-8")
    at = text.index("actual:", text.index("name: 5급"))
    organization.write_text(
        text[:at] + text[at:].replace("actual: 20", "actual: 18", 1), encoding="utf-8"
    )
    return build_all(project, project / "output")


def replace(path: Path, old: str, new: str) -> None:
    """Change one thing in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def places_by_key(built: Built, form: str) -> dict[tuple[str, ...], str]:
    """The printed text of each place, by figure and position."""
    return {
        (name, *(str(place.get(key, "")) for key in ("chapter", "table", "row", "column"))): place[
            "text"
        ]
        for name, facts in built.manifest["figures"].items()
        for place in facts["places"]
        if place["format"] == form
    }


@pytest.mark.parametrize("form", [*DOCUMENTS, "xlsx"])
def test_every_dependent_place_follows_the_ledger_and_the_headcount(
    built: Built, changed: Built, form: str
) -> None:
    before, after = places_by_key(built, form), places_by_key(changed, form)
    assert before.keys() == after.keys()
    moved = {key for key in before if before[key] != after[key]}
    expected = dependents(
        built,
        {
            "appropriation.smart_life_week",
            "appropriation.seoul_grant",
            "recorded.opening",
            "staffing.actual.5급",
        },
    )
    # The sheet of checks has the ledger's own sums, and repeats what the report prints.
    expected |= {f"check_report.{name}" for name in expected}
    assert {key[0] for key in moved} <= expected
    assert {key[0] for key in before if key[0] in expected} - {
        key[0] for key in moved
    } <= rounded_alike(built, changed)
    gone = built.texts(form) - changed.texts(form)
    come = changed.texts(form) - built.texts(form)
    for texts, side in ((gone, before), (come, after)):
        everything = "\n".join(texts)
        assert [side[key] for key in moved if not shows(everything, side[key], form)] == []


def shows(everything: str, text: str, form: str) -> bool:
    """Whether a changed text is among the changed texts of a file; workbooks hold numbers."""
    if form != "xlsx":
        return fold(text) in everything
    if text.endswith("%"):
        return True  # compared unrounded by test_every_cached_value_follows_its_figure
    return str(float(text.replace(",", "").replace("△", "-"))) in everything


def dependents(built: Built, names: set[str]) -> set[str]:
    """The figures made of those, at any distance."""
    found = set(names)
    while True:
        more = {
            name
            for name, facts in built.manifest["figures"].items()
            if found & set(facts["operands"]) and name not in found
        }
        if not more:
            return found
        found |= more


def rounded_alike(built: Built, changed: Built) -> set[str]:
    """Figures whose new value is printed like the old one."""
    return {
        name
        for name, facts in built.manifest["figures"].items()
        if {p["text"] for p in facts["places"]}
        == {p["text"] for p in changed.manifest["figures"][name]["places"]}
    }


def test_two_builds_are_the_same_bytes_on_any_day_in_any_folder(
    built: Built, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "elsewhere")
    with time_machine.travel(datetime(2031, 3, 4, 5, 6, 7, tzinfo=UTC)):
        build(BuildOptions(project, tmp_path / "output"))
    first = {name: digest(built.folder / name) for name in (*FILES, "manifest.json")}
    assert {name: digest(tmp_path / "output" / name) for name in first} == first


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_docx_follows_the_standard(built: Built) -> None:
    result = OpenXmlValidator().validate(built.folder / "council-report.docx")
    assert [str(error) for error in result.errors] == []
