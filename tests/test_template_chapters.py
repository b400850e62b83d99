"""The chapters that templates print by hand are those that the content lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from reportgen.templating.packages.package import write_package
from tests.amended import write_amended
from tests.sample import write_folder
from tests.templating.small_packages import WORD, Kit, both
from tests.templating.whole_packages import whole_parts

REPORT = "content/report.yaml"
STRATEGY = "  - {id: strategy, title: 정책목표 및 추진전략}\n"
BY_HAND = "{{ chapters.strategy.title }}"


def _run(
    command: str, tmp_path: Path, new: str, body: str = BY_HAND, kit: Kit = WORD
) -> tuple[int, str]:
    root = write_folder(tmp_path / "a", {REPORT: (STRATEGY, new)}, templates=True)
    _write_template(root, "council-report", kit, body)
    only = ["--only", str(kit)] if command == "build" else []
    result = CliRunner().invoke(app, [command, "--project", str(root), *only])
    return result.exit_code, result.output


def _write_template(root: Path, name: str, kit: Kit, body: str) -> None:
    parts = whole_parts(kit, kit.draw(body))
    (root / f"templates/{kit}/{name}.{kit}").write_bytes(write_package(parts))


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_chapter_that_a_template_prints_by_hand_has_to_be_listed(
    tmp_path: Path, command: str
) -> None:
    code, output = _run(command, tmp_path, "")
    assert code == 1
    assert (
        f"{REPORT}:9: error [unknown-chapter] "
        "templates/docx/council-report.docx prints the chapter strategy, which isn't listed\n"
        "  hint: add a chapter with the id strategy to content/report.yaml\n"
    ) in output


@both
def test_a_chapter_that_no_template_prints_is_an_error(tmp_path: Path, kit: Kit) -> None:
    more = STRATEGY + "  - {id: plans, title: 계획, blocks: [{heading: 가}]}\n"
    code, output = _run("build", tmp_path, more, kit=kit)
    assert code == 1
    assert f"{REPORT}:12: error [unknown-chapter] no template prints the chapter plans" in output


@both
def test_a_template_that_follows_the_outline_prints_every_chapter(tmp_path: Path, kit: Kit) -> None:
    more = "  - {title: 계획, blocks: [{heading: 가}]}\n"
    body = "{%p for chapter in outline %}\n{{ chapter.title }}\n{%p endfor %}"
    assert _run("build", tmp_path, more, body, kit)[0] == 0


NOTE = "  - {title: 계획, blocks: [{heading: 가}, {note: 나}]}\n"
TEXT = "{{ block.text }}\n"


def _loop(inside: str) -> str:
    head = "{%p for chapter in outline %}\n{%p for block in chapter.blocks %}\n"
    return f"{head}{inside}\n{{%p endfor %}}\n{{%p endfor %}}"


@both
@pytest.mark.parametrize(
    "choice",
    [
        'block.kind == "heading"',
        'block.kind in ("heading", "item") and block.text != "note"',
        'block["kind"] == "heading" or block.text == "note"',
    ],
)
def test_a_block_that_a_template_would_leave_out_is_an_error(
    tmp_path: Path, kit: Kit, choice: str
) -> None:
    body = _loop(f"{{%p if {choice} %}}\n{TEXT}{{%p endif %}}")
    code, output = _run("build", tmp_path, NOTE, body, kit)
    assert code == 1
    assert (
        f"error [template-block] templates/{kit}/council-report.{kit} prints no block "
        'of the kind note\n  hint: add a prototype: {%p elif block.kind == "note" %}\n'
    ) in output


@both
@pytest.mark.parametrize(
    "inside",
    [
        TEXT.strip(),
        f'{{%p if block.kind == "heading" %}}\n{TEXT}{{%p else %}}\n{TEXT}{{%p endif %}}',
        f'{{%p if block.kind != "heading" %}}\n{TEXT}{{%p endif %}}',
        f"{{%p set kind = block.kind %}}\n{{%p if kind %}}\n{TEXT}{{%p endif %}}",
        f'{{%p if {{"note": 1}}[block.kind] is defined %}}\n{TEXT}{{%p endif %}}',
    ],
)
def test_a_template_that_may_print_any_block_is_fine(tmp_path: Path, kit: Kit, inside: str) -> None:
    code, output = _run("build", tmp_path, NOTE, _loop(inside), kit)
    assert "template-block" not in output
    assert code == 0


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_mistyped_id_has_nothing_in_it(tmp_path: Path, command: str) -> None:
    code, output = _run(command, tmp_path, STRATEGY.replace("strategy", "strategie"))
    assert code == 1
    assert (
        f"{REPORT}:11: error [empty-chapter] the chapter «정책목표 및 추진전략» has nothing in it\n"
        "  hint: did you mean strategy?\n"
    ) in output


@both
@pytest.mark.parametrize(("body", "code"), [("{{ amendment.title }}", 1), ("{{ outline }}", 0)])
def test_a_template_that_prints_none_of_a_documents_chapters_is_an_error(
    tmp_path: Path, kit: Kit, body: str, code: int
) -> None:
    text = "title: 추경\nchapters: [{title: 대비, blocks: [{view: amendment_comparison}]}]\n"
    root = write_amended(
        tmp_path, {"content/documents/budget-amendment.yaml": text}, templates=True
    )
    body = body.replace(
        "{{ outline }}", "{%p for chapter in outline %}\n{{ chapter.title }}\n{%p endfor %}"
    )
    _write_template(root, "budget-amendment", kit, body)
    result = CliRunner().invoke(app, ["build", "--project", str(root), "--only", str(kit)])
    told = (
        "content/documents/budget-amendment.yaml:2: error [unknown-chapter] "
        f"templates/{kit}/budget-amendment.{kit} doesn't print these chapters\n"
        "  hint: loop over outline in the template, or take the file away\n"
    )
    assert (result.exit_code, told in result.output) == (code, bool(code))
