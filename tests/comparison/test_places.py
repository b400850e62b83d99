"""Places of a figure in both states."""

from reportgen.comparison.places import PrintedChange, Spot, join_files, pair_spots
from reportgen.templating.printed import Place


def _spot(text: str, place: Place, *files: str) -> Spot:
    return Spot(place, text, files or ("report.docx",))


CELL = Place("Ⅰ. 일반현황", "세출 총괄", "계", "예산현액")


def test_the_same_place_in_several_files_is_listed_once() -> None:
    place = {"chapter": "Ⅰ", "table": "표", "row": "계", "column": "예산", "text": "100"}
    found = join_files(
        [
            {**place, "format": "docx", "file": "a.docx"},
            {**place, "format": "hwpx", "file": "a.hwpx"},
            {**place, "format": "xlsx", "file": "b.xlsx", "sheet": "세출", "cell": "B4"},
        ]
    )
    assert found == (
        Spot(Place("Ⅰ", "표", "계", "예산"), "100", ("a.docx", "a.hwpx", "b.xlsx!세출!B4")),
    )


def test_a_cell_is_the_same_place_in_both_states() -> None:
    old, new = _spot("100", CELL), _spot("200", CELL)
    assert pair_spots([old], [new]) == (PrintedChange(old, new),)


def test_a_paragraph_is_the_same_place_although_its_words_changed() -> None:
    old = _spot("100천원", Place("Ⅲ", paragraph="(사업예산) 100천원"))
    new = _spot("200천원", Place("Ⅲ", paragraph="(사업예산) 200천원"))
    assert pair_spots([old], [new]) == (PrintedChange(old, new),)


def test_a_paragraph_that_stayed_is_paired_before_those_that_changed() -> None:
    same = _spot("100", Place("Ⅲ", paragraph="그대로 100"))
    old = _spot("100", Place("Ⅲ", paragraph="가 100"))
    new = _spot("100", Place("Ⅲ", paragraph="나 100"))
    assert set(pair_spots([old, same], [same, new])) == {
        PrintedChange(same, same),
        PrintedChange(old, new),
    }


def test_a_place_of_one_state_alone_has_no_other() -> None:
    other = _spot("100", Place("Ⅰ. 일반현황", "세출 총괄", "사업비", "예산현액"))
    assert set(pair_spots([_spot("100", CELL)], [other])) == {
        PrintedChange(_spot("100", CELL), None),
        PrintedChange(None, other),
    }


def test_backwards_is_the_same_turned_around() -> None:
    old = [_spot("1", CELL), _spot("1", Place("Ⅲ", paragraph="가 1"))]
    new = [_spot("2", Place("Ⅲ", paragraph="나 2")), _spot("2", Place("Ⅳ"))]
    assert tuple(pair.reverse() for pair in pair_spots(old, new)) == pair_spots(new, old)
