"""The schemas say what the readers take, as an editor's YAML parser sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from reportgen.readers.folder import CONTENT_FILES
from reportgen.readers.schemas import describe_content, spell_schemas

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"


def list_files(folder: str) -> Iterator[str]:
    return (path.name for path in ROOT.glob(f"content/{folder}/*.yaml"))


CONTENT = (
    ("report", "content/report.yaml"),
    ("organization", "content/organization.yaml"),
    ("contacts", "content/contacts.yaml"),
    ("accounts", "content/budget/accounts.yaml"),
    *(("project", f"content/projects/{name}") for name in sorted(list_files("projects"))),
    *(("audit", f"content/audit/{name}") for name in sorted(list_files("audit"))),
)


def find_mistakes(kind: str, data: Any) -> list[str]:
    schema = describe_content(CONTENT_FILES[kind])
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return sorted(error.json_path for error in validator.iter_errors(data))


def read_as_editor(text: str) -> Any:
    # An editor follows YAML 1.2, in which a date is a text.
    data = YAML(typ="safe", pure=True).load(text)
    return json.loads(json.dumps(data, default=str))


@pytest.mark.parametrize("kind", CONTENT_FILES)
def test_schema_is_a_valid_schema(kind: str) -> None:
    Draft202012Validator.check_schema(describe_content(CONTENT_FILES[kind]))


@pytest.mark.parametrize(("name", "text"), spell_schemas().items())
def test_schema_file_is_up_to_date(name: str, text: str) -> None:
    hint = "the models changed; run: make schemas"
    assert (SCHEMAS / name).read_text(encoding="utf-8") == text, hint


def test_no_other_schema_files_exist() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == set(spell_schemas())


@pytest.mark.parametrize("text", spell_schemas().values(), ids=spell_schemas())
def test_schema_has_a_title_and_hides_the_source(text: str) -> None:
    schema = json.loads(text)
    assert schema["title"]
    assert "$id" not in text
    assert '"source"' not in text


@pytest.mark.parametrize(("kind", "name"), CONTENT)
def test_content_file_follows_its_schema(kind: str, name: str) -> None:
    data = read_as_editor((ROOT / name).read_text(encoding="utf-8"))
    assert find_mistakes(kind, data) == []


@pytest.mark.parametrize(("kind", "name"), CONTENT)
def test_content_file_names_its_schema(kind: str, name: str) -> None:
    first, _, _ = (ROOT / name).read_text(encoding="utf-8").partition("\n")
    reference = first.removeprefix("# yaml-language-server: $schema=")
    target = ((ROOT / name).parent / reference).resolve()
    assert target == (SCHEMAS / f"{kind}.json").resolve()


def test_number_is_taken_where_a_text_is_wanted() -> None:
    contact = "contacts: [{id: kim, name: 김, post: 담당, unit: planning, extension: 4670}]"
    assert find_mistakes("contacts", read_as_editor(contact)) == []


def test_number_is_not_taken_as_an_id() -> None:
    contact = "contacts: [{id: 1, name: 김, post: 담당, unit: planning, extension: '4670'}]"
    assert find_mistakes("contacts", read_as_editor(contact)) == ["$.contacts[0].id"]


def test_unknown_key_is_a_mistake() -> None:
    contact = (
        "contacts: [{id: kim, name: 김, post: 담당, unit: planning, extension: 4670, phone: 1}]"
    )
    assert find_mistakes("contacts", read_as_editor(contact)) == ["$.contacts[0]"]


def test_block_of_two_kinds_is_a_mistake() -> None:
    page = "{account: a, contacts: [b], goal: c, blocks: [{item: d, detail: e}]}"
    assert find_mistakes("project", read_as_editor(page)) == ["$.blocks[0]"]


@pytest.mark.parametrize(
    ("kind", "text", "mistakes"),
    [
        ("amendment", "{stage: 가, unit: 천원, rows: 전체, footing: 예, applied: true}", []),
        ("amendment", "{stage: 가, unit: 달러}", ["$.unit"]),
        ("chapter", "blocks: [{view: 세입, columns: [구분, 예산현액, change]}]", []),
        ("chapter", "blocks: [{view: 집행, levels: 2, columns: [구분, 원인행위액]}]", []),
        ("chapter", "blocks: [{view: 집행, levels: 성질별, columns: [구분, 지출률]}]", []),
        ("chapter", "blocks: [{view: 집행, columns: [집행률]}]", ["$.blocks[0]"]),
        ("chapter", "blocks: [{view: 예산}]", ["$.blocks[0]"]),
        ("chapter", "blocks: [{schedule: [{task: 가, period: 2026. 5. ~ 11.}]}]", []),
        ("chapter", "blocks: [{schedule: [{task: 가, period: 2026.5}]}]", []),
    ],
)
def test_words_and_dates_are_taken_in_korean(kind: str, text: str, mistakes: list[str]) -> None:
    assert find_mistakes(kind, read_as_editor(text)) == mistakes
