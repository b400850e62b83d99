"""A template that an earlier process compiled gives the same document as one compiled anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from reportgen import i18n
from reportgen.cache import Cache
from reportgen.diagnostics import DataError
from reportgen.templating import OfficeTemplate, kept_templates, part_compilation
from reportgen.templating.checks.offered_names import OfferedNames
from reportgen.templating.checks.shapes import NUMBER, Shape, make_group
from reportgen.templating.known_parts import KnownPart, _compile_once
from tests.templating.inclusion.documents import call, read_body, write_document
from tests.templating.offices import REPORT
from tests.templating.small_packages import WORD, Kit, both, write_package

RICH = """
    {{ title }} {% anchor "title" %}
    {%p if number > 1.5 %}
    {{ number | number }}
    {%p endif %}
    |a|b|
    |{%tr for row in rows %}||
    |{{ row.name }}|{{ row.amount + 1 }}|
    |{%tr endfor %}||
    {% macro twice(text) %}{{ text }}{{ text }}{% endmacro %}{{ twice(title) }}
"""
VALUES: Mapping[str, Any] = {
    "title": "가 & 나",
    "number": 7,
    "rows": ({"name": "다", "amount": 1}, {"name": "라", "amount": 2}),
}
FILTERS = {"number": lambda value: f"{value}."}


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that were compiled; the process itself remembers none of them."""
    seen: list[str] = []
    compile_part = part_compilation.compile_part

    def note(*given: Any) -> KnownPart:
        seen.append(given[2])
        _compile_once.cache_clear()
        return compile_part(*given)

    monkeypatch.setattr(part_compilation, "compile_part", note)
    return seen


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty folder."""
    return Cache(tmp_path / "cache")


def write(kit: Kit, folder: Path, text: str) -> Path:
    path = folder / kit.file
    path.write_bytes(write_package(kit.parts(kit.draw(text))))
    return path


def open_template(kit: Kit, path: Path, cache: Cache | None, **options: Any) -> OfficeTemplate:
    return OfficeTemplate(path, kit.dialect(), FILTERS, kit.file, cache=cache, **options)


def tell(kit: Kit, path: Path, cache: Cache | None, /, **context: Any) -> list[str]:
    """What is wrong once it is filled."""
    made = open_template(kit, path, cache)
    with pytest.raises(DataError) as told:
        made.render(context)
    return [str(one) for one in told.value.diagnostics]


@both
def test_an_unchanged_template_is_compiled_once_and_gives_the_same(
    kit: Kit, tmp_path: Path, cache: Cache, compiled: list[str]
) -> None:
    path = write(kit, tmp_path, RICH)
    filled = [open_template(kit, path, one).render(VALUES) for one in (None, cache, cache, cache)]
    assert compiled == [kit.part] * 2
    assert [one.parts for one in filled[1:]] == [filled[0].parts] * 3
    assert [list(one.parts) for one in filled[1:]] == [list(filled[0].parts)] * 3


@both
def test_a_changed_template_is_compiled_anew(
    kit: Kit, tmp_path: Path, cache: Cache, compiled: list[str]
) -> None:
    outlines = []
    for text in ("{{ title }}", "{{ title }}!", "{{ title }}"):
        parts = open_template(kit, write(kit, tmp_path, text), cache).render(VALUES).parts
        outlines.append(kit.outline(parts[kit.part]))
    assert outlines == ["가 & 나", "가 & 나!", "가 & 나"]
    assert len(compiled) == 2


@both
@pytest.mark.parametrize(
    "change",
    [
        {"roots": ("title",)},
        {"names": OfferedNames({"title": NUMBER}, "report", "title")},
        {"draft": True},
    ],
)
def test_what_else_decides_has_it_compiled_anew(
    kit: Kit, tmp_path: Path, cache: Cache, compiled: list[str], change: Mapping[str, Any]
) -> None:
    path = write(kit, tmp_path, "{{ title }}")
    open_template(kit, path, cache)
    open_template(kit, path, cache, **change)
    assert len(compiled) == 2


@both
def test_other_filters_have_it_compiled_anew(
    kit: Kit, tmp_path: Path, cache: Cache, compiled: list[str]
) -> None:
    path = write(kit, tmp_path, "{{ title | number }}")
    open_template(kit, path, cache)
    with pytest.raises(DataError):
        OfficeTemplate(path, kit.dialect(), {}, kit.file, cache=cache)


@both
def test_filters_of_the_same_names_are_those_of_the_process(
    kit: Kit, tmp_path: Path, cache: Cache
) -> None:
    path = write(kit, tmp_path, "{{ 7 | number }}")
    open_template(kit, path, cache)
    other = {"number": lambda value: f"<{value}>"}
    again = OfficeTemplate(path, kit.dialect(), other, kit.file, cache=cache)
    assert kit.outline(again.render({}).parts[kit.part]) == "<7>"


@both
def test_another_program_compiles_anew(
    kit: Kit,
    tmp_path: Path,
    cache: Cache,
    compiled: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = write(kit, tmp_path, RICH)
    for program in "xyx":
        monkeypatch.setattr(kept_templates, "identify_program", lambda given=program: given)
        open_template(kit, path, cache)
    assert len(compiled) == 2


@both
@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b""),
        lambda path: path.unlink(),
        lambda path: path.chmod(0o666),
    ],
)
def test_a_result_that_can_not_be_trusted_is_made_anew(
    kit: Kit,
    tmp_path: Path,
    cache: Cache,
    compiled: list[str],
    spoil: Callable[[Path], object],
) -> None:
    path = write(kit, tmp_path, RICH)
    expected = open_template(kit, path, cache).render(VALUES)
    (kept,) = (tmp_path / "cache").iterdir()
    spoil(kept)
    assert open_template(kit, path, cache).render(VALUES) == expected
    assert open_template(kit, path, cache).render(VALUES) == expected
    assert len(compiled) == 2


@both
def test_what_is_wrong_is_told_as_without_it(kit: Kit, tmp_path: Path, cache: Cache) -> None:
    path = write(kit, tmp_path, "{{ a.b }} {{ title | round }}\n{{ link('#no', 'x') }}")
    told = [tell(kit, path, one, title="나") for one in (None, cache, cache)]
    assert told[1:] == [told[0]] * 2
    assert len(told[0]) >= 2


@both
def test_a_template_with_mistakes_is_not_kept(
    kit: Kit, tmp_path: Path, cache: Cache, compiled: list[str]
) -> None:
    path = write(kit, tmp_path, "{{ title")
    for _time in range(2):
        with pytest.raises(DataError):
            open_template(kit, path, cache)
    assert len(compiled) == 2
    assert not (tmp_path / "cache").exists()


def offer(*figures: str) -> Mapping[str, Shape]:
    group = make_group(dict.fromkeys(figures, NUMBER))
    return OfferedNames({"figures": make_group({"budget": group})}, "report", "figures")


@both
def test_a_name_that_is_gone_is_told(
    kit: Kit, tmp_path: Path, cache: Cache, compiled: list[str]
) -> None:
    path = write(kit, tmp_path, "{{ figures.budget.a }}")
    open_template(kit, path, cache, names=offer("a", "b"))
    open_template(kit, path, cache, names=offer("a", "c"))
    assert len(compiled) == 1
    with pytest.raises(DataError, match=r"figures\.budget\.a is not defined"):
        open_template(kit, path, cache, names=offer("b"))


@both
def test_names_of_unknown_origin_keep_nothing(kit: Kit, tmp_path: Path, cache: Cache) -> None:
    path = write(kit, tmp_path, "{{ title }}")
    open_template(kit, path, cache, names={"title": NUMBER})
    assert not (tmp_path / "cache").exists()


@both
def test_messages_come_in_the_language_of_the_moment(
    kit: Kit, tmp_path: Path, cache: Cache
) -> None:
    path = write(kit, tmp_path, "{{ a.b }}")
    open_template(kit, path, cache)
    i18n.activate("ko")
    assert tell(kit, path, cache) == tell(kit, path, None)


@both
def test_documents_inside_are_kept_and_looked_up_anew(
    kit: Kit, tmp_path: Path, cache: Cache, compiled: list[str]
) -> None:
    path = write_document(tmp_path, kit, "main", kit.draw(call(kit)))
    inside = write_document(tmp_path, kit, "part", kit.draw("{{ title }}"))
    values = {"report": REPORT, **VALUES}
    filled = [open_template(kit, path, one).render(values) for one in (None, cache, cache)]
    assert filled[1:] == [filled[0]] * 2
    assert compiled.count(kit.part) == 4
    write_document(tmp_path, kit, "part", kit.draw("{{ title }}!"))
    assert "가 & 나!" in read_body(kit, open_template(kit, path, cache).render(values).parts)
    inside.unlink()
    with pytest.raises(DataError, match="part"):
        open_template(kit, path, cache)


@both
def test_what_the_tags_use_is_known_without_compiling(
    kit: Kit, tmp_path: Path, cache: Cache
) -> None:
    text = "{{ chapters.general }}{{ chapters['audit'] }}{{ report }}{{ report.title }}"
    path = write(kit, tmp_path, text)
    for one in (None, cache, cache):
        made = open_template(kit, path, one)
        assert made.list_members("chapters") == {"general", "audit"}
        assert made.list_members("report") is None
        assert made.list_members("other") == frozenset()
        assert [made.mentions(name) for name in ("chapters", "other")] == [True, False]


def test_code_with_a_value_that_can_not_be_written_is_compiled_each_time(
    tmp_path: Path, cache: Cache, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_value: object) -> bytes:
        raise ValueError

    monkeypatch.setattr(kept_templates.marshal, "dumps", refuse)
    path = write(WORD, tmp_path, "{{ title }}")
    for _time in range(2):
        open_template(WORD, path, cache)
    assert len(compiled) == 2
