"""``reportgen template``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli.app import app
from reportgen.formats import Document, Format
from tests.sample import PROJECT, write_folder
from tests.templating.small_packages import HANGUL, WORD, Kit, both, write_package

FORMS = {"docx": Format.DOCX, "hwpx": Format.HWPX}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with content and without templates."""
    return write_folder(tmp_path_factory.mktemp("project"))


def write_template(root: Path, kit: Kit, text: str, document: Document = Document.REPORT) -> Path:
    path = root / FORMS[str(kit)].name_template(document)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_package(kit.parts(kit.draw(text))))
    return path


def test_the_templates_of_the_project_have_no_mistakes(folder: Path) -> None:
    done = run("template", "check", "--project", folder, "--templates", PROJECT)
    assert (done.exit_code, done.stdout) == (0, "Nothing to report.\n")


def test_mistakes_of_all_formats_and_documents_are_told(folder: Path, tmp_path: Path) -> None:
    write_template(tmp_path, WORD, "{{ report.titel }}")
    write_template(tmp_path, HANGUL, "{{ a b }}{{ report.yaer }}")
    write_template(tmp_path, WORD, "{{ amendment.titel }}", Document.AMENDMENT)
    write_template(tmp_path, HANGUL, "{{ sentense }}", Document.AMENDMENT)
    done = run("template", "check", "--project", folder, "--templates", tmp_path, "--json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)["findings"]
    assert [(one["location"].split("!")[0], one["message"]) for one in found] == [
        ("templates/docx/council-report.docx", "report.titel is not defined"),
        ("templates/hwpx/council-report.hwpx", "{{ a b }}: «b» doesn't belong there"),
        ("templates/hwpx/council-report.hwpx", "report.yaer is not defined"),
        ("templates/docx/budget-amendment.docx", "amendment.titel is not defined"),
        ("templates/hwpx/budget-amendment.hwpx", "sentense is not defined"),
    ]
    assert found[0]["hint"] == "did you mean report.title?"


@both
def test_a_figure_that_there_is_not_is_told(kit: Kit, folder: Path, tmp_path: Path) -> None:
    path = write_template(
        tmp_path, kit, "{{ figures.appropriation.garden }}{{ figures.appropriation.gardn }}"
    )
    done = run("template", "check", path, "--project", folder)
    assert done.exit_code == 1
    assert "figures.appropriation.gardn is not defined\n" in done.stderr
    assert "did you mean figures.appropriation.garden?" in done.stderr


@both
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("budget-amendment-2", "{{ amendment.title }}{{ sentence }}"),
        ("mine", "{{ amendment.title }}{{ sentence }}"),
        ("mine", "{{ purpose.text }}{{ policies | length }}"),
        ("council-report-old", "{{ purpose.text }}"),
    ],
)
def test_the_document_of_a_file_is_told_by_its_name_or_by_the_names_in_it(
    kit: Kit, folder: Path, tmp_path: Path, name: str, text: str
) -> None:
    path = write_template(tmp_path, kit, text)
    moved = shutil.move(path, tmp_path / f"{name}{path.suffix}")
    assert run("template", "check", moved, "--project", folder).exit_code == 0


def test_the_document_of_a_file_can_be_said(folder: Path, tmp_path: Path) -> None:
    path = write_template(tmp_path, WORD, "{{ purpose.text }}")
    given = ("template", "check", path, "--project", folder, "--document", "budget-amendment")
    assert "purpose is not defined" in run(*given).stderr


def test_the_template_of_the_workbook_is_checked(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "annexes.xlsx"
    path.write_bytes(b"no workbook")
    done = run("template", "check", path, "--project", folder)
    assert done.exit_code == 1
    assert f"{path.as_posix()}: error [template-file]" in done.stderr


def test_a_file_of_another_kind_is_refused(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.hwp"
    path.write_bytes(b"x")
    done = run("template", "check", path, "--project", folder)
    assert "a template is a file that ends in one of .docx, .hwpx, .xlsx" in done.stderr


def test_without_content_everything_but_figures_is_checked(tmp_path: Path) -> None:
    path = write_template(tmp_path, WORD, "{{ report.titel }}{{ figures.any.thing }}")
    done = run("template", "check", path, "--project", tmp_path)
    assert done.exit_code == 1
    assert "report.titel is not defined" in done.stderr
    assert "figures.any.thing is not defined" not in done.stderr
    assert "The content can't be read" in done.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_check_and_build_tell_mistakes_of_templates_too(tmp_path: Path, command: str) -> None:
    root = write_folder(tmp_path / "project")
    shutil.copytree(PROJECT / "templates", root / "templates")
    write_template(root, HANGUL, "{%p if false %}\n{{ report.titel }}\n{%p endif %}")
    write_template(root, WORD, "{{ x }}", Document.AMENDMENT)
    options = ("--only", "csv") if command == "build" else ()
    done = run(command, "--project", root, *options)
    assert done.exit_code == 1
    assert "report.titel is not defined" in done.stderr
    assert "budget-amendment.docx!word/document.xml!paragraph 1 «{{ x }}»" in done.stderr


def test_names_are_listed_with_what_they_are_today(folder: Path) -> None:
    done = run("template", "names", "report.y*", "--project", folder)
    assert done.exit_code == 0
    assert done.stdout == "report.year (number) = 2026\n  year that is reported\n"


def test_names_are_listed_as_json(folder: Path) -> None:
    done = run("template", "names", "policy.name", "--project", folder, "--json")
    (name,) = json.loads(done.stdout)["names"]
    assert name.pop("example")
    assert name == {
        "name": "policy.name",
        "documents": ["council-report"],
        "type": "text",
        "description": "name of the policy programme",
    }


def test_a_pattern_that_finds_no_name_is_told(folder: Path) -> None:
    done = run("template", "names", "nothing.*", "--project", folder)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "No name that templates may use is like nothing.*." in done.stderr
