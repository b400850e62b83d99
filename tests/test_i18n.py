"""Every message of the code is in the Korean catalogue, with the same facts in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from reportgen import i18n
from reportgen.readers import validation
from tests.sample import PROJECT, write_folder

CATALOGUE = i18n.LOCALES / "ko" / "LC_MESSAGES" / "messages.po"
_PLACEHOLDER = re.compile(r"\{\w*\}")


@cache
def _messages() -> tuple[str, ...]:
    """What the code says: the texts marked with ``_``, and those looked up by kind of mistake."""
    found = extract_from_dir(PROJECT / "reportgen", keywords={"_": None}, comment_tags=())
    marked = (message for _file, _line, message, _comments, _context in found)
    return tuple(dict.fromkeys([*map(str, marked), *validation._EXPECTED.values()]))


@cache
def _catalogue() -> Catalog:
    with CATALOGUE.open("rb") as stream:
        return read_po(stream, locale="ko")


def _compile_catalogue(folder: Path) -> None:
    target = folder / "ko" / "LC_MESSAGES" / "messages.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as stream:
        write_mo(stream, _catalogue())


def test_messages_are_found_in_the_code() -> None:
    assert "the text is not UTF-8" in _messages()


@pytest.mark.parametrize("message", _messages())
def test_a_message_has_a_translation(message: str) -> None:
    translation = _catalogue().get(message)
    assert translation is not None, "not in the catalogue"
    assert translation.string, "not translated"
    assert not translation.fuzzy, "not checked"


@pytest.mark.parametrize("message", _messages())
def test_a_translation_keeps_the_facts_of_its_message(message: str) -> None:
    translation = _catalogue().get(message)
    assert translation is not None
    facts = sorted(set(_PLACEHOLDER.findall(message)))
    assert sorted(set(_PLACEHOLDER.findall(str(translation.string)))) == facts


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LANGUAGE": "ko", "LC_ALL": "C"}, "ko"),
    ],
)
def test_the_environment_chooses_the_language(environ: dict[str, str], language: str) -> None:
    assert i18n.detect_language(environ) == language


def test_a_message_is_english_with_its_facts_by_default() -> None:
    assert i18n.translate("unknown key {key}", key="a") == "unknown key a"


def test_a_message_is_korean_once_that_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _compile_catalogue(tmp_path)
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    i18n.activate("ko")
    translated = i18n.translate("unknown key {key}", key="a")
    assert re.search("[가-힣]", translated)
    assert "a" in translated


def test_lang_ko_makes_the_findings_korean(tmp_path: Path) -> None:
    if not CATALOGUE.with_suffix(".mo").is_file():
        pytest.skip("the catalogue is compiled when the package is installed")
    write_folder(tmp_path, {"content/report.yaml": ("audit_year: 2025", "audit_yeer: 2025")})
    command = [sys.executable, "-m", "reportgen", "--lang", "ko", "check"]
    done = subprocess.run(
        [*command, "--project", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LANGUAGE": "en", "PYTHONPATH": str(PROJECT)},
        check=False,
    )
    assert done.returncode == 1
    assert re.search(r"content/report.yaml:4: 오류 \[unknown-key\] .*[가-힣]", done.stderr)
