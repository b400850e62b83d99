"""What a process keeps of templates that it has compiled."""

from reportgen import i18n
from reportgen.templating.known_parts import compile_part
from tests.templating.small_packages import WORD, Kit, both, fill


def compile_text(kit: Kit, text: str, file: str = "a", names: tuple[str, ...] = ()) -> object:
    data = kit.document(kit.draw(text))
    return compile_part(kit.dialect(), file, kit.part, data, names).compiler


@both
def test_the_same_part_is_compiled_once(kit: Kit) -> None:
    assert compile_text(kit, "{{ a }}") is compile_text(kit, "{{ a }}")


@both
def test_another_text_file_or_name_is_compiled_anew(kit: Kit) -> None:
    first = compile_text(kit, "{{ a }}")
    others = [
        compile_text(kit, "{{ b }}"),
        compile_text(kit, "{{ a }}", file="b"),
        compile_text(kit, "{{ a }}", names=("a",)),
    ]
    assert first not in others


def test_messages_come_in_the_language_of_the_moment() -> None:
    found = [compile_text(WORD, "{{ a", file="c").diagnostics]  # type: ignore[attr-defined]
    before = i18n.language()
    i18n.activate("ko" if before == "en" else "en")
    found.append(compile_text(WORD, "{{ a", file="c").diagnostics)  # type: ignore[attr-defined]
    i18n.activate(before)
    assert found[0][0].message != found[1][0].message


def test_a_large_part_is_not_kept() -> None:
    text = "a" * (1 << 20) + "{{ a }}"
    assert compile_text(WORD, text) is not compile_text(WORD, text)


@both
def test_code_serves_filters_of_the_same_names(kit: Kit) -> None:
    text = "{{ 7 | sign }}{{ 7 | sign | upper }}"
    assert fill(kit, text, {"sign": lambda value: f"a{value}"}) == "a7A7"
    assert fill(kit, text, {"sign": lambda value: f"b{value}"}) == "b7B7"
