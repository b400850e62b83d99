"""Places sort and print; findings print and go out as JSON; only errors raise."""

import pytest

from reportgen.diagnostics import (
    DataError,
    Diagnostic,
    Severity,
    SourceRef,
    has_errors,
    raise_errors,
)
from reportgen.errors import ReportgenError

ERROR = Diagnostic("rule", SourceRef("a.yaml", 3), "wrong", "1", "2", "write 2")
WARNING = Diagnostic("rule", SourceRef("a.yaml"), "odd", severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (SourceRef("a.yaml"), "a.yaml"),
        (SourceRef("a.yaml", 12), "a.yaml:12"),
        (SourceRef("a.xlsx", sheet="원장", cell="E7"), "a.xlsx!원장!E7"),
    ],
)
def test_a_place_prints_as_an_editor_opens_it(source: SourceRef, printed: str) -> None:
    assert str(source) == printed


def test_places_sort_by_file_then_line_as_numbers() -> None:
    places = [SourceRef("b", 1), SourceRef("a", 10), SourceRef("a", 9)]
    assert [str(place) for place in sorted(places)] == ["a:9", "a:10", "b:1"]


def test_a_finding_prints_location_severity_rule_message_and_hint() -> None:
    assert str(ERROR) == "a.yaml:3: error [rule] wrong\n  hint: write 2"


def test_a_finding_without_a_hint_prints_on_one_line() -> None:
    assert str(WARNING) == "a.yaml: warning [rule] odd"


def test_a_finding_as_json_has_every_field_of_the_format() -> None:
    assert ERROR.as_json() == {
        "rule": "rule",
        "severity": "error",
        "location": "a.yaml:3",
        "published": "1",
        "computed": "2",
        "message": "wrong",
        "hint": "write 2",
    }


@pytest.mark.parametrize(
    ("found", "expected"), [((), False), ((WARNING,), False), ((WARNING, ERROR), True)]
)
def test_only_errors_count_as_errors(found: tuple[Diagnostic, ...], expected: bool) -> None:
    assert has_errors(found) is expected


def test_warnings_alone_raise_nothing() -> None:
    raise_errors([WARNING])


def test_an_error_raises_with_every_finding_beside_it() -> None:
    with pytest.raises(DataError) as caught:
        raise_errors([WARNING, ERROR])
    assert caught.value.diagnostics == (WARNING, ERROR)


def test_a_data_error_prints_every_finding() -> None:
    assert str(DataError((WARNING, ERROR))) == f"{WARNING}\n{ERROR}"


def test_a_data_error_is_a_reportgen_error() -> None:
    assert issubclass(DataError, ReportgenError)
