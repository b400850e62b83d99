"""Views are an error only where an outline asks for what a folder doesn't have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reportgen.cli.check import find_mistakes
from tests.sample import ACCOUNTS, ORGANIZATION, REPORT, write_folder

HEAD = REPORT[: REPORT.index("chapters:")]
PAGES = [f"content/projects/0{at}.yaml" for at in ("1-garden", "2-tree-map", "3-river-watch")]
NO_PAGES = dict.fromkeys([*PAGES, "content/projects/04-book-bus.yaml"])
NO_AUDIT = {"content/audit/2025.yaml": None}
NO_PROGRAMMES = {
    **NO_PAGES,
    "content/budget/accounts.yaml": ACCOUNTS.replace(", programmes: true", ""),
}
NO_DUTIES = {
    "content/organization.yaml": ORGANIZATION.replace("duties:", "duties: []\n    # ").replace(
        "      - ", "      # "
    )
}


def told(tmp_path: Path, views: str, files: Mapping[str, str | None]) -> list[str]:
    blocks = ", ".join(f"{{view: {view}}}" for view in views.split())
    report = f"{HEAD}chapters: [{{title: 가, blocks: [{{item: 나}}, {blocks}]}}]\n"
    root = write_folder(tmp_path, files={"content/report.yaml": report, **files})
    return [str(one) for one in find_mistakes(root) if one.rule not in ("unused-contact",)]


@pytest.mark.parametrize(
    ("view", "files"),
    [
        ("audit_totals", NO_AUDIT),
        ("audit_requests", NO_AUDIT),
        ("strategy", NO_PROGRAMMES),
        ("programmes", NO_PROGRAMMES),
        ("duties", NO_DUTIES),
        ("funding", {}),
    ],
)
def test_a_view_with_nothing_to_show_is_an_error(
    tmp_path: Path, view: str, files: Mapping[str, str | None]
) -> None:
    (found,) = told(tmp_path, view, files)
    assert found.startswith(
        f"content/report.yaml:9: error [empty-view] the view {view} has nothing to show\n  hint: "
    )
    assert found.endswith("; or take the view out")


@pytest.mark.parametrize("files", [NO_AUDIT, NO_PROGRAMMES, NO_DUTIES, {**NO_AUDIT, **NO_PAGES}])
def test_without_the_view_nothing_is_wrong(tmp_path: Path, files: Mapping[str, str | None]) -> None:
    assert told(tmp_path, "execution revenue", files) == []


def test_a_folder_without_an_audit_needs_no_year_of_it(tmp_path: Path) -> None:
    head = HEAD.replace("audit_year: 2025\n", "")
    report = f"{head}chapters: [{{title: 가, blocks: [{{view: execution}}]}}]\n"
    root = write_folder(tmp_path, files={"content/report.yaml": report, **NO_AUDIT})
    assert find_mistakes(root) == ()


@pytest.mark.parametrize(("parts", "count"), [("[list, dividers]", 0), ("[pages]", 1)])
def test_pages_are_missed_only_where_they_are_printed(
    tmp_path: Path, parts: str, count: int
) -> None:
    files = {PAGES[0]: None}
    report = f"{HEAD}chapters: [{{title: 가, blocks: [{{view: programmes, parts: {parts}}}]}}]\n"
    root = write_folder(tmp_path, files={"content/report.yaml": report, **files})
    rules = [one.rule for one in find_mistakes(root)]
    assert rules.count("missing-page") == count
