"""``reportgen figures``: where a figure comes from and where it is printed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportgen.cli.app import app
from reportgen.manifest import MANIFEST, describe_build
from reportgen.templating.printed import Place, Printed
from tests.sample import make_state

FIELDS = ["name", "value", "unit", "formula", "operands", "sources", "places"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample with the manifest of a build that printed one figure twice."""
    figures = make_state(tmp_path).context.figures
    garden = (figures["commitment.garden"],)
    texts: list[tuple[Printed, dict[str, str]]] = [
        (Printed("120,000", garden, Place("Ⅳ", "집행현황", "마을정원 가꾸기", "원인행위액")), {}),
        (Printed("정원 120,000천원", garden, Place("Ⅲ", paragraph="정원 120,000천원")), {}),
    ]
    (tmp_path / "output").mkdir()
    data = describe_build(figures, {"docx": texts}, {}, {})
    (tmp_path / "output" / MANIFEST).write_bytes(data)
    return tmp_path


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["figures", *arguments, "--project", str(root)])


@pytest.mark.parametrize("name", ["commitment.garden", "120,000", "정원 120,000천원"])
def test_a_figure_is_explained(root: Path, name: str) -> None:
    result = _run(root, name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "commitment.garden = 120000000 won\n"
        "  formula: entries(account=garden, kind=commitment, year=2026)\n"
        "  source: content/budget/ledger.csv:19\n"
        "  printed: docx | Ⅳ | 집행현황 | 마을정원 가꾸기 | 원인행위액 «120,000»\n"
        "  printed: docx | Ⅲ | 정원 120,000천원 «정원 120,000천원»\n"
    )


def test_without_a_name_every_figure_is_listed_on_a_line(root: Path) -> None:
    result = _run(root)
    assert "commitment.garden = 120000000 won\n" in result.stdout
    assert "formula" not in result.stdout


def test_a_figure_that_is_not_there_ends_with_1(root: Path) -> None:
    result = _run(root, "999,999")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        "No figure is named 999,999 or printed so.\n",
    )


@pytest.mark.parametrize(
    ("name", "count", "code"), [("commitment.garden", 1, 0), ("commitment.*", 21, 0), ("no", 0, 1)]
)
def test_json_is_one_document(root: Path, name: str, count: int, code: int) -> None:
    result = _run(root, name, "--json")
    document = json.loads(result.stdout)
    assert (result.exit_code, list(document)) == (code, ["figures"])
    assert [list(figure) for figure in document["figures"]] == [FIELDS] * count


def test_before_the_first_build_there_is_nothing_to_explain(tmp_path: Path) -> None:
    result = _run(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "[missing-manifest] there is no manifest of a build\n" in result.stderr


def test_the_build_may_stand_elsewhere(root: Path) -> None:
    (root / "output").rename(root / "elsewhere")
    result = _run(root, "commitment.garden", "--output", str(root / "elsewhere"))
    assert result.exit_code == 0


def test_a_file_that_was_changed_after_the_build_is_told(root: Path) -> None:
    output = root / "output"
    manifest = json.loads((output / MANIFEST).read_text())
    (output / "report.docx").write_bytes(b"typed over")
    manifest["outputs"] = {"report.docx": "0" * 64, "report.hwpx": "0" * 64}
    (output / MANIFEST).write_text(json.dumps(manifest))
    result = _run(root, "commitment.garden")
    assert result.exit_code == 0
    assert "report.docx: warning [altered-output] the file was changed" in result.stderr
    assert "report.hwpx: warning [altered-output] the file of the build is gone" in result.stderr
