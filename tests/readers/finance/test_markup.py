"""XML that is damaged, or made to keep us busy."""

import pytest

from reportgen.diagnostics import DataError
from reportgen.readers.finance.markup import LONGEST, Markup


def explain(data: bytes) -> str:
    def start(tag: str, _attributes: dict[str, str]) -> None:
        if tag == "v":
            markup.collect()

    markup = Markup("a.xlsx", start)
    with pytest.raises(DataError) as raised:
        markup(data, True)
    return str(raised.value)


def test_elements_are_known_by_their_local_names() -> None:
    seen: list[tuple[str, dict[str, str]]] = []
    ended: list[str] = []
    markup = Markup("a", lambda tag, attributes: seen.append((tag, attributes)), ended.append)
    markup(b'<x:a xmlns:x="u"><x:b r="1"/>', False)
    markup(b"</x:a>", True)
    assert seen == [("a", {"xmlns:x": "u"}), ("b", {"r": "1"})]
    assert ended == ["b", "a"]


def test_entities_are_refused() -> None:
    data = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert explain(data) == (
        "a.xlsx: error [import-file] the workbook declares entities of its own, "
        "which no office program does\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )


def test_a_cell_of_endless_text_is_refused() -> None:
    data = b"<v>" + b"1" * (LONGEST + 1) + b"</v>"
    assert explain(data) == (
        "a.xlsx: error [import-file] a cell holds more than a million characters\n"
        "  hint: remove what isn't needed"
    )


def test_broken_xml_is_told() -> None:
    assert explain(b"<a><b></a>") == (
        "a.xlsx: error [import-file] the workbook is damaged: mismatched tag: line 1, column 8\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )
