"""A template that was found clean is not looked at again, until anything changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import clean_templates, template_check
from reportgen.diagnostics import Diagnostic
from reportgen.formats import Document, Format
from reportgen.template_check import check_file, list_names
from reportgen.templating.checks.offered_names import OfferedNames
from reportgen.templating.checks.shapes import NUMBER, make_group
from tests.sample import PROJECT
from tests.templating.small_packages import HANGUL, WORD, Kit, both, write_package

UNKNOWN_A, UNKNOWN_C = "figures.a is not defined", "figures.c is not defined"
FORMS = {str(WORD): Format.DOCX, str(HANGUL): Format.HWPX}


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> list[str]:
    """The names of the templates that were looked at."""
    seen: list[str] = []
    find = template_check._find_mistakes

    def note(path: Path, form: Format, names: OfferedNames, name: str) -> list[Diagnostic]:
        seen.append(name)
        return find(path, form, names, name)

    monkeypatch.setattr(template_check, "_find_mistakes", note)
    return seen


def offer(**figures: object) -> OfferedNames:
    group = make_group(dict.fromkeys(figures, NUMBER))
    return OfferedNames({"figures": group}, "report", "figures")


def write(kit: Kit, folder: Path, text: str) -> None:
    (folder / kit.file).write_bytes(write_package(kit.parts(kit.draw(text))))


def check(kit: Kit, folder: Path, text: str, names: OfferedNames, name: str = "a") -> list[str]:
    write(kit, folder, text)
    found = check_file(folder / kit.file, FORMS[str(kit)], names, name)
    return [one.message for one in found]


@both
def test_an_unchanged_template_is_looked_at_once(
    kit: Kit, tmp_path: Path, looked: list[str]
) -> None:
    found = [check(kit, tmp_path, "{{ figures.a }}", offer(a=1, b=1), name) for name in "ab"]
    assert (found, looked) == ([[], []], ["a"])


@both
def test_a_changed_template_is_looked_at_again(kit: Kit, tmp_path: Path, looked: list[str]) -> None:
    texts = "{{ figures.a }}", "{{ figures.a }}{{ figures.c }}", "{{ figures.a }}"
    found = [check(kit, tmp_path, text, offer(a=1)) for text in texts]
    assert (found, looked) == ([[], [UNKNOWN_C], []], ["a", "a"])


@both
def test_what_is_wrong_is_told_each_time(kit: Kit, tmp_path: Path, looked: list[str]) -> None:
    found = [check(kit, tmp_path, "{{ figures.c }}", offer(a=1)) for _time in range(2)]
    assert found == [[UNKNOWN_C]] * 2
    assert looked == ["a", "a"]


@both
def test_names_that_are_gone_are_told(kit: Kit, tmp_path: Path, looked: list[str]) -> None:
    offers = offer(a=1, b=1), offer(a=1), offer(b=1)
    found = [check(kit, tmp_path, "{{ figures.a }}", names) for names in offers]
    assert found == [[], [], [UNKNOWN_A]]


@both
def test_another_program_looks_again(
    kit: Kit, tmp_path: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for program in "xyx":
        monkeypatch.setattr(clean_templates, "identify_program", lambda given=program: given)
        assert check(kit, tmp_path, "{{ figures.a }}", offer(a=1)) == []
    assert looked == ["a", "a"]


def test_a_program_that_is_not_identified_keeps_nothing(
    tmp_path: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch, cache_folder: Path
) -> None:
    monkeypatch.setattr(clean_templates, "identify_program", lambda: "")
    assert check(WORD, tmp_path, "{{ figures.a }}", offer(a=1)) == []
    assert not cache_folder.exists()


@pytest.mark.parametrize(
    "spoil", [lambda path: path.write_bytes(b"damaged"), lambda path: path.unlink()]
)
def test_a_damaged_result_is_made_anew(
    tmp_path: Path, looked: list[str], cache_folder: Path, spoil: Callable[[Path], object]
) -> None:
    check(WORD, tmp_path, "{{ figures.a }}", offer(a=1))
    (kept,) = cache_folder.iterdir()
    before = kept.read_bytes()
    spoil(kept)
    check(WORD, tmp_path, "{{ figures.a }}", offer(a=1))
    assert (looked, kept.read_bytes()) == (["a", "a"], before)


def test_a_template_that_is_saved_meanwhile_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache_folder: Path
) -> None:
    path = tmp_path / WORD.file
    write(WORD, tmp_path, "{{ figures.a }}")

    def save(*_given: object) -> list[Diagnostic]:
        path.write_bytes(path.read_bytes() + b"\0")
        return []

    monkeypatch.setattr(template_check, "_find_mistakes", save)
    assert check_file(path, Format.DOCX, offer(a=1), "a") == []
    assert not cache_folder.exists()


def test_a_template_that_is_no_file_is_told(tmp_path: Path, looked: list[str]) -> None:
    found = check_file(tmp_path, Format.DOCX, offer(), "a")
    assert [one.message for one in found] == ["this is a folder, where a file is expected"]


@pytest.mark.parametrize("form", [Format.DOCX, Format.HWPX])
@pytest.mark.parametrize("document", Document.standard())
def test_each_document_is_kept_by_itself(
    tmp_path: Path, looked: list[str], form: Format, document: Document
) -> None:
    path = tmp_path / "template"
    shutil.copy(PROJECT / form.name_template(document), path)
    names = list_names()
    for offered in (*names, *names):
        check_file(path, form, names[offered], offered.value)
    assert looked[:2] == [*names]
    assert document.value not in looked[2:]
