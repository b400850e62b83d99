"""What a name that nothing has may have meant."""

import pytest

from reportgen.choices import find_near, fold_name, list_choices, list_names, suggest

STAGES = ("2025 최종예산", "2026 본예산", "2026 제1회 추경", "2026 제2회 추경")
LOOKS = "Only blanks, width or case differ"


@pytest.mark.parametrize(
    ("found", "hint"),
    [
        ("2026 제1회추경", f"did you mean 2026 제1회 추경? {LOOKS}"),
        ("2026　제1회 추경", f"did you mean 2026 제1회 추경? {LOOKS}"),
        ("２０２６ 본예산", f"did you mean 2026 본예산? {LOOKS}"),
        ("2026 본예산\u200b", f"did you mean 2026 본예산? {LOOKS}"),
        ("2026 제3회 추경", "did you mean 2026 제1회 추경, 2026 제2회 추경?"),
        ("2026 본예삭", "did you mean 2026 본예산?"),
        ("결산", f"use one of {', '.join(STAGES)}"),
    ],
)
def test_what_was_meant_is_suggested(found: str, hint: str) -> None:
    assert suggest(found, STAGES) == hint


def test_all_that_fits_is_listed_unless_one_only_looks_different() -> None:
    assert list_choices("2026 본예삭", STAGES) == f"use one of {', '.join(STAGES)}"
    assert list_choices("2026본예산", STAGES) == f"did you mean 2026 본예산? {LOOKS}"
    assert list_choices("a", ()) == "there is none"


def test_the_very_word_is_never_suggested() -> None:
    assert find_near("garden", ["garden", "gardens"]) == ("gardens",)
    assert suggest("garden", ["garden", "바다"]) == "use one of garden, 바다"


def test_a_name_decomposed_by_a_file_system_looks_the_same() -> None:
    assert fold_name("\u1100\u1161") == fold_name("가")


def test_a_long_list_is_cut() -> None:
    assert list_names(map(str, range(41))).endswith("38, 39, …")
