"""A build writes everything or nothing, and says everything that is wrong."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from reportgen.build import BuildOptions, build
from reportgen.cli.app import app
from reportgen.diagnostics import DataError
from reportgen.formats import Format
from reportgen.state import load_state
from tests.extraction import extract_docx, extract_hangul, extract_sheets, fold
from tests.sample import write_folder

FORMATS = ("hwpx", "hwp", "docx", "xlsx")


def read_texts(folder: Path, form: str) -> str:
    """Everything that a built file prints."""
    path = folder / Format(form).file_name
    if form == "xlsx":
        rows = (cell for rows in extract_sheets(path).values() for row in rows for cell in row)
        return "\n".join(fold(str(cell)) for cell in rows)
    extract = extract_docx(path) if form == "docx" else extract_hangul(path)
    return "\n".join(extract.texts)


def find_messages(error: DataError) -> list[str]:
    """Place and rule of every finding."""
    return [f"{found.location} [{found.rule}]" for found in error.diagnostics]


def spoil_template(path: Path, old: str, new: str) -> None:
    """Change a text of a DOCX template, as an officer would in Word."""
    document = Document(str(path))
    changed = 0
    for paragraph in document.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    ):
        if paragraph.text and old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
            changed += 1
    assert changed
    document.save(str(path))


def test_a_build_says_what_it_wrote(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    result = CliRunner().invoke(app, ["build", "--project", str(project)])
    assert result.exit_code == 0, result.output
    written = sorted(path.name for path in (project / "output").iterdir())
    assert written == [
        "budget-annexes.xlsx",
        "council-report.docx",
        "council-report.hwp",
        "council-report.hwpx",
        "manifest.json",
    ]
    assert all(name in result.output for name in written if name != "manifest.json")


def test_one_format_alone(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    result = CliRunner().invoke(app, ["build", "--project", str(project), "--only", "hwp"])
    assert result.exit_code == 0, result.output
    written = sorted(path.name for path in (project / "output").iterdir())
    assert written == ["council-report.hwp", "manifest.json"]


def test_mistakes_of_content_ledger_template_and_output_are_told_together(tmp_path: Path) -> None:
    project = write_folder(
        tmp_path / "project",
        {
            "content/projects/01-garden.yaml": ("contacts: [han_byeol,", "contacts: [nobody,"),
            "content/report.yaml": ("title: 주요업무 보고", "title: 주요업무 보고 "),
        },
        templates=True,
    )
    spoil_template(project / Format.DOCX.template, "report.title", "report.titel")
    (project / "templates/xlsx/budget-annexes.xlsx").unlink()
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(DataError) as caught:
        build(BuildOptions(project, tmp_path / "taken"))
    rules = {found.rule for found in caught.value.diagnostics}
    assert {"unknown-contact", "template-file", "output-folder"} <= rules


def test_unknown_names_are_told_beside_rows_that_can_not_be_read(tmp_path: Path) -> None:
    project = write_folder(
        tmp_path / "project",
        {
            "content/projects/01-garden.yaml": ("contacts: [han_byeol,", "contacts: [nobody,"),
            "content/budget/ledger.csv": ("opening,service_fee,50000", "opening,service_fee,fifty"),
        },
    )
    with pytest.raises(DataError) as caught:
        load_state(project)
    assert [found.rule for found in caught.value.diagnostics] == [
        "ledger-amount",
        "unknown-contact",
    ]


def test_an_undefined_placeholder_is_told_beside_the_mistakes_of_the_content(
    tmp_path: Path,
) -> None:
    project = write_folder(
        tmp_path / "project",
        {"content/projects/01-garden.yaml": ("contacts: [han_byeol,", "contacts: [nobody,")},
        templates=True,
    )
    spoil_template(project / Format.DOCX.template, "report.title", "report.titel")
    with pytest.raises(DataError) as caught:
        build(BuildOptions(project, tmp_path / "output"))
    assert {found.rule for found in caught.value.diagnostics} >= {
        "unknown-contact",
        "template-undefined",
    }
    [undefined] = [f for f in caught.value.diagnostics if f.rule == "template-undefined"]
    assert (undefined.published, undefined.message) == (
        "{{ report.titel }}",
        "report.titel is not defined",
    )
    assert str(undefined.location).startswith(
        "templates/docx/council-report.docx!word/document.xml!"
    )


def test_files_of_the_last_build_survive_a_failed_one(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    output = tmp_path / "output"
    build(BuildOptions(project, output))
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    report = project / "content/report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        build(BuildOptions(project, output))
    line = report.read_text(encoding="utf-8").count("\n")
    assert find_messages(caught.value) == [f"content/report.yaml:{line} [unknown-key]"]
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before


def test_a_finding_stops_the_build(tmp_path: Path) -> None:
    project = write_folder(
        tmp_path / "project",
        {"content/projects/01-garden.yaml": ("contacts: [han_byeol,", "contacts: [nobody,")},
        templates=True,
    )
    result = CliRunner().invoke(app, ["build", "--project", str(project)])
    assert result.exit_code == 1
    assert "[unknown-contact]" in result.output
    assert not (project / "output").exists()


@pytest.mark.parametrize("name", ["report.hwpx", "표.XLSX"])
def test_a_folder_to_write_to_is_not_called_like_a_file(tmp_path: Path, name: str) -> None:
    arguments = ["build", "--project", str(write_folder(tmp_path / "a")), "--output"]
    result = CliRunner().invoke(app, [*arguments, str(tmp_path / name)])
    assert result.exit_code == 2
    assert "looks like a file; name the folder to write to" in result.output
    assert not (tmp_path / name).exists()


def test_a_folder_in_the_place_of_an_output_is_called_that(tmp_path: Path) -> None:
    project = write_folder(tmp_path, templates=True)
    (project / "output/council-report.hwpx").mkdir(parents=True)
    result = CliRunner().invoke(app, ["build", "--project", str(project)])
    assert result.exit_code == 1
    assert "council-report.hwpx: error [output-file] a folder has the name" in result.output
    assert [path.name for path in (project / "output").iterdir()] == ["council-report.hwpx"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_draft_is_built_in_spite_of_a_finding_and_says_so(tmp_path: Path, form: str) -> None:
    project = write_folder(
        tmp_path / "project",
        {"content/projects/01-garden.yaml": ("contacts: [han_byeol,", "contacts: [nobody,")},
        templates=True,
    )
    arguments = ["build", "--project", str(project), "--draft", "--only", form]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "[unknown-contact]" in result.output
    assert "초안" in read_texts(project / "output", form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_finished_report_says_nothing_of_a_draft(tmp_path: Path, form: str) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    build(BuildOptions(project, tmp_path / "output", (Format(form),)))
    assert "초안" not in read_texts(tmp_path / "output", form)


@pytest.mark.parametrize("form", FORMATS)
def test_values_come_out_as_typed(tmp_path: Path, form: str) -> None:
    typed = '정원 & 숲 <삼거리> "가온" {{ 그대로'
    project = write_folder(
        tmp_path / "project",
        {
            "content/projects/01-garden.yaml": ("detail: 정원 3곳", f"detail: '{typed}'"),
            "content/budget/accounts.yaml": ("name: 마을정원 조성", f"name: '{typed}'"),
        },
        templates=True,
    )
    build(BuildOptions(project, tmp_path / "output", (Format(form),)))
    assert fold(typed) in read_texts(tmp_path / "output", form)


def test_another_base_date_is_printed_in_every_file(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    arguments = ["build", "--project", str(project), "--as-of", "2026. 6. 29."]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    for form in FORMATS:
        assert fold("’26. 6. 29.") in read_texts(project / "output", form), form


def test_a_stage_that_is_not_listed_is_an_error(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    result = CliRunner().invoke(app, ["build", "--project", str(project), "--stage", "9회 추경"])
    assert result.exit_code == 1
    assert "[unknown-stage] there is no stage 9회 추경" in result.output


def test_wrong_usage_exits_with_2(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["build", "--only", "pdf"])
    assert result.exit_code == 2


def test_the_manifest_knows_inputs_figures_and_places(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    build(BuildOptions(project, tmp_path / "output"))
    manifest = json.loads((tmp_path / "output/manifest.json").read_text(encoding="utf-8"))
    assert "content/budget/ledger.csv" in manifest["inputs"]
    assert "templates/hwpx/council-report.hwpx" in manifest["inputs"]
    figure = manifest["figures"]["appropriation.garden"]
    assert figure["sources"][0].startswith("content/budget/ledger.csv:")
    assert {place["format"] for place in figure["places"]} == set(FORMATS)


def test_a_draft_is_written_in_spite_of_a_mistake_in_a_template(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    spoil_template(project / Format.DOCX.template, "report.title", "report.titel")
    options = BuildOptions(project, tmp_path / "output", (Format.DOCX,), draft=True)
    result = build(options)
    found = [one for one in result.diagnostics if one.rule == "template-undefined"]
    assert [(one.published, one.message, one.hint) for one in found] == [
        ("{{ report.titel }}", "report.titel is not defined", "did you mean report.title?")
    ]
    with zipfile.ZipFile(tmp_path / "output" / "council-report.docx") as archive:
        document = archive.read("word/document.xml").decode()
    assert '<w:color w:val="FF0000"/>' in document
    assert "[report.titel is not defined]</w:t>" in document


def test_a_draft_still_stops_at_a_tag_that_can_not_be_read(tmp_path: Path) -> None:
    project = write_folder(tmp_path / "project", templates=True)
    spoil_template(project / Format.DOCX.template, "report.title", "report..title")
    with pytest.raises(DataError, match="behind a full stop no name follows"):
        build(BuildOptions(project, tmp_path / "output", (Format.DOCX,), draft=True))
