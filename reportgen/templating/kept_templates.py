"""Templates that were compiled by an earlier process, known again as long as nothing has changed.

What is kept are the parts as they are when nothing is filled yet, and of those with tags the
source of the Jinja template and Python's code of it, so that no tree is made again.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from reportgen import i18n
from reportgen.cache import Cache, make_key
from reportgen.diagnostics import SourceRef
from reportgen.program import identify_program
from reportgen.templating.checks.offered_names import Asked, OfferedNames
from reportgen.templating.checks.shapes import Shape
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.finished_parts import FinishedPart
from reportgen.templating.inclusion.given_names import Call
from reportgen.templating.tags.tags import Level, Tag


class KeptTemplate:
    """A template without mistakes, as it was compiled; empty where it has to be compiled.

    :ivar names: those that the document offers, to be looked up by whoever compiles it.
    :ivar parts: every part of it.
    :ivar finished: those that are filled.
    :param names: what the document offers, where the template was held against that.
    :param facts: all else that the result depends on.
    """

    def __init__(
        self, cache: Cache | None, names: Mapping[str, Shape] | None, facts: Iterable[str | bytes]
    ) -> None:
        self._names = names if isinstance(names, OfferedNames) else None
        self._cache = cache
        program = identify_program() if cache else ""
        is_known = names is None or self._names is not None
        settled = self._names.settled if self._names else ""
        every = ("compiled", program, i18n.language(), settled, *facts)
        self._key = make_key(*every) if program and is_known else ""
        self.names, self._asked = (names, Asked()) if self._names is None else self._names.watch()
        self.parts: dict[str, bytes] = {}
        self.finished: dict[str, FinishedPart] = {}
        self._read()

    def _read(self) -> None:
        kept = self._cache.read(self._key) if self._cache and self._key else None
        if kept is None:
            return
        asked, parts, finished = marshal.loads(kept)
        if self._names is None or self._names.holds(asked):
            self.parts = parts
            self.finished = {part: _read_part(*facts) for part, facts in finished.items()}

    def write(self, parts: Mapping[str, bytes], finished: Mapping[str, FinishedPart]) -> None:
        """Keep the template.

        :param parts: every part of it; :param finished: those that are filled.
        """
        if self._cache and self._key:
            written = {part: _write_part(one) for part, one in finished.items()}
            with suppress(ValueError):  # a value in the code that can't be written
                data = marshal.dumps((self._asked, dict(parts), written))
                self._cache.write(self._key, data)


def _write_part(part: FinishedPart) -> tuple[Any, ...]:
    compiled = part.compiled
    numbers: dict[Tag | None, int] = {}
    lines = [numbers.setdefault(tag, len(numbers)) for tag in compiled.tags]
    rowless = [numbers.setdefault(tag, len(numbers)) for tag in compiled.rowless]
    rows = [
        (numbers.setdefault(tag, len(numbers)), columns) for tag, columns in compiled.printed_rows
    ]
    return (
        [_write_tag(tag) for tag in numbers],
        compiled.source,
        lines,
        rowless,
        rows,
        part.code,
        [(_write_place(place), number) for place, number in part.places.items()],
        part.charts,
        [tuple(call) for call in part.calls],
        dict(part.members),
        part.is_balanced,
        part.names,
        part.kinds,
    )


def _read_part(
    written: list[Any],
    source: str,
    lines: list[int],
    rowless: list[int],
    rows: list[tuple[int, int]],
    code: Any,
    places: list[Any],
    charts: Any,
    calls: list[Any],
    members: Any,
    is_balanced: bool,
    names: frozenset[str],
    kinds: frozenset[str] | None,
) -> FinishedPart:
    tags: list[Any] = [_read_tag(tag) for tag in written]
    compiled = CompiledPart(
        source,
        tuple(tags[at] for at in lines),
        tuple(tags[at] for at in rowless),
        tuple((tags[at], columns) for at, columns in rows),
    )
    numbered = {SourceRef(*place): number for place, number in places}
    made = tuple(Call(*call) for call in calls)
    return FinishedPart(compiled, code, numbered, charts, made, members, is_balanced, names, kinds)


def _write_tag(tag: Tag | None) -> tuple[Any, ...] | None:
    if tag is None:
        return None
    place = _write_place(tag.place)
    return tag.code, tag.level.value, tag.command, tag.typed, place, tag.only_if


def _read_tag(written: tuple[Any, ...] | None) -> Tag | None:
    if written is None:
        return None
    code, level, command, typed, place, only_if = written
    return Tag(code, Level(level), command, typed, SourceRef(*place), only_if)


def _write_place(place: SourceRef) -> tuple[str, int, str, str]:
    return place.file, place.line, place.sheet, place.cell
