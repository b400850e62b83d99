"""A mapping of a content file knows its place, and never changes."""

import pytest
from pydantic import ValidationError

from reportgen.diagnostics import SourceRef
from reportgen.model.base import SOURCE_KEY, SourceMap
from reportgen.model.organization import Headquarters

SOURCE = SourceMap("a.yaml", 4, {"id": 4, "name": 5})


def test_a_key_has_its_own_line() -> None:
    assert SOURCE.of("name") == SourceRef("a.yaml", 5)


def test_a_key_that_is_absent_has_the_line_of_its_mapping() -> None:
    assert SOURCE.of("other") == SourceRef("a.yaml", 4)


def test_the_place_is_taken_from_the_reader() -> None:
    unit = Headquarters.model_validate({"id": "a", "name": "가", SOURCE_KEY: SOURCE})
    assert unit.source is SOURCE


def test_the_place_is_no_part_of_the_content() -> None:
    unit = Headquarters(id="a", name="가", source=SOURCE)
    assert unit.model_dump() == {"id": "a", "name": "가"}


def test_content_never_changes() -> None:
    unit = Headquarters(id="a", name="가")
    with pytest.raises(ValidationError):
        unit.name = "나"  # type: ignore[misc]
