"""The chapters that templates print by hand are those that the content lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen.cli.app import app
from reportgen.templating.packages.package import write_package
from tests.amended import write_amended
from tests.sample import write_folder
from tests.templating.small_packages import WORD
from tests.templating.whole_packages import whole_parts

REPORT = "content/report.yaml"
STRATEGY = "  - {id: strategy, title: 정책목표 및 추진전략}\n"
BY_HAND = "{{ chapters.strategy.title }}"


def _run(command: str, tmp_path: Path, new: str, body: str = BY_HAND) -> tuple[int, str]:
    root = write_folder(tmp_path / "a", {REPORT: (STRATEGY, new)}, templates=True)
    parts = whole_parts(WORD, WORD.draw(body))
    (root / "templates/docx/council-report.docx").write_bytes(write_package(parts))
    only = ["--only", "docx"] if command == "build" else []
    result = CliRunner().invoke(app, [command, "--project", str(root), *only])
    return result.exit_code, result.output


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


def test_a_chapter_that_no_template_prints_is_an_error(tmp_path: Path) -> None:
    more = STRATEGY + "  - {id: plans, title: 계획, blocks: [{heading: 가}]}\n"
    code, output = _run("build", tmp_path, more)
    assert code == 1
    assert f"{REPORT}:12: error [unknown-chapter] no template prints the chapter plans" in output


def test_a_template_that_follows_the_outline_prints_every_chapter(tmp_path: Path) -> None:
    more = "  - {title: 계획, blocks: [{heading: 가}]}\n"
    body = "{%p for chapter in outline %}\n{{ chapter.title }}\n{%p endfor %}"
    assert _run("build", tmp_path, more, body)[0] == 0


CHOOSING = (
    "{%p for chapter in outline %}\n{%p for block in chapter.blocks %}\n"
    '{%p if block.kind == "heading" %}\n{{ block.text }}\n{%p endif %}\n'
    "{%p endfor %}\n{%p endfor %}"
)
NOTE = "  - {title: 계획, blocks: [{heading: 가}, {note: 나}]}\n"


def test_a_block_that_a_template_would_leave_out_is_an_error(tmp_path: Path) -> None:
    code, output = _run("build", tmp_path, NOTE, CHOOSING)
    assert code == 1
    assert (
        "error [template-block] templates/docx/council-report.docx prints no block of the kind "
        'note\n  hint: add a prototype: {%p elif block.kind == "note" %}\n'
    ) in output


def test_a_block_that_a_template_leaves_out_on_purpose_is_fine(tmp_path: Path) -> None:
    kinds = ("note", "item", "paragraph", "detail", "table", "box", "schedule", "page", "chart")
    others = ("contact", "goal", "list_policy", "list_programme", "divider", "divider_entry")
    more = ("blocks_table", "list", "numbered", "pointer", "point", "group_title")
    chosen = " or ".join(f'block.kind == "{kind}"' for kind in ("heading", *kinds, *others, *more))
    body = CHOOSING.replace('block.kind == "heading"', chosen)
    assert _run("build", tmp_path, NOTE, body)[0] == 0


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_mistyped_id_has_nothing_in_it(tmp_path: Path, command: str) -> None:
    code, output = _run(command, tmp_path, STRATEGY.replace("strategy", "strategie"))
    assert code == 1
    assert (
        f"{REPORT}:11: error [empty-chapter] the chapter «정책목표 및 추진전략» has nothing in it\n"
        "  hint: did you mean strategy?\n"
    ) in output


@pytest.mark.parametrize(("body", "code"), [("{{ amendment.title }}", 1), ("{{ outline }}", 0)])
def test_a_template_that_prints_none_of_a_documents_chapters_is_an_error(
    tmp_path: Path, body: str, code: int
) -> None:
    text = "title: 추경\nchapters: [{title: 대비, blocks: [{view: amendment_comparison}]}]\n"
    root = write_amended(
        tmp_path, {"content/documents/budget-amendment.yaml": text}, templates=True
    )
    body = body.replace(
        "{{ outline }}", "{%p for chapter in outline %}\n{{ chapter.title }}\n{%p endfor %}"
    )
    parts = whole_parts(WORD, WORD.draw(body))
    (root / "templates/docx/budget-amendment.docx").write_bytes(write_package(parts))
    result = CliRunner().invoke(app, ["build", "--project", str(root), "--only", "docx"])
    told = (
        "content/documents/budget-amendment.yaml:2: error [unknown-chapter] "
        "templates/docx/budget-amendment.docx doesn't print these chapters\n"
        "  hint: loop over outline in the template, or take the file away\n"
    )
    assert (result.exit_code, told in result.output) == (code, bool(code))
