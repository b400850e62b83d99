from __future__ import annotations

import pytest

from reportgen.language.josa import attach_josa


@pytest.mark.parametrize(
    "printed",
    [
        # Hangul
        "재단은", "본부는", "서울은", "ㄱ은", "ㅏ는",
        # numbers
        "0은", "1은", "2는", "3은", "4는", "5는", "6은", "7은", "8은", "9는", "10은", "100은",
        "1,000은", "10000은", "120,000은", "100,000,000은", "1,000,000,000,000는", "3.14는",
        "0.5는", "2.0은", "△3,885는", "３은", "Ⅲ은", "Ⅳ는", "③은", "⑤는", "1,234,567,890은",
        # units
        "273,600천원은", "3,885백만원은", "12%는", "12.5 %는", "1.5%p는", "59명은", "10㎡는",
        "10m²는", "5km는", "5kg은", "5 t은", "16GB는", "36℃는", "3억은", "2조는", "10‰은",
        # letters
        "R&D는", "AI는", "KBS는", "VR은", "LLM은", "HTML은", "SDN은", "A+는", "CEO는", "iOS는",
        # words
        "Seoul은", "Team은", "Plan은", "marketing은", "center는", "workshop은", "Facebook은",
        "music은", "online은", "mobile은", "table은", "site는", "bus는", "point는", "market은",
        "type은", "care는", "YouTube는", "festival은", "web은", "check는", "track은", "week는",
        # brackets, quotes, ends of sentences
        "누리재단(AI)은", "서울(AI)재단은", "계획[안]은", "(재단)은", "재단 ((A) B)은",
        "「지방재정법」은", "《주요업무》는", "“누리”는", "'누리'는", "보고함.은", "‘축제’는",
        "재단(AI) 은",
        # days, months, times, ranges
        "’25. 6. 5.은", "’25. 6.은", "’25. 6. ~ 11.은", "2025-06-05은", "2025. 6. 5.(목)은",
        "14:00는", "14:30은", "3~5는", "1~3은", "2025년은", "’25. 6. 5은",
        # nothing is known
        "豫算은(는)", "-은(는)", "은(는)", "kit은(는)", "1/2은(는)", "★은(는)",
    ],
)  # fmt: skip
def test_the_form_goes_by_the_last_sound(printed: str) -> None:
    word = printed.removesuffix("은(는)")
    word = word[:-1] if word == printed else word
    assert attach_josa(word, "은/는") == printed


@pytest.mark.parametrize(
    ("word", "pair", "printed"),
    [
        ("서울", "으로/로", "서울로"),
        ("재단", "으로/로", "재단으로"),
        ("본부", "으로/로", "본부로"),
        ("1", "으로/로", "1로"),
        ("3", "으로/로", "3으로"),
        ("VR", "으로/로", "VR로"),
        ("LLM", "으로/로", "LLM으로"),
        ("’25. 6. 5.", "으로/로", "’25. 6. 5.로"),
        ("style", "으로써/로써", "style로써"),
        ("재단", "이/가", "재단이"),
        ("재단", "과/와", "재단과"),
        ("본부", "와/과", "본부와"),
        ("재단", "과의/와의", "재단과의"),
        ("재단", "이나/나", "재단이나"),
        ("본부", "이라/라", "본부라"),
        ("서울", "이라/라", "서울이라"),
        ("길동", "아/야", "길동아"),
        ("철수", "아/야", "철수야"),
        ("본부", " 을 / 를 ", "본부를"),
        ("豫算", "으로/로", "豫算(으)로"),
        ("豫算", "이며/며", "豫算(이)며"),
        ("豫算", "가/이", "豫算이(가)"),
    ],
)
def test_every_pair_is_known_in_either_order(word: str, pair: str, printed: str) -> None:
    assert attach_josa(word, pair) == printed


@pytest.mark.parametrize(
    "pair", ["은", "", "은/를", "도/도", "이/이", "a/b", "/", "은/는/도", "나/라"]
)
def test_what_is_no_pair_is_refused(pair: str) -> None:
    with pytest.raises(ValueError, match="no josa"):
        attach_josa("재단", pair)


def test_letters_that_were_taken_apart_are_read_as_one() -> None:
    assert attach_josa("재단", "은/는") == "재단은"


def test_only_the_end_of_a_long_text_is_looked_at() -> None:
    assert attach_josa("(" * 500_000 + "재단" + ")" * 100_000, "은/는").endswith(")은(는)")
