"""Another document of the same format stands in this one, filled with the same values."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.templating.packages.package import write_package
from tests.templating.fields.test_named_fields import field
from tests.templating.inclusion.documents import (
    call,
    fill_main,
    name_part,
    problems,
    read_body,
    write_document,
)
from tests.templating.small_packages import WORD, Kit, both


@both
def test_the_paragraphs_and_tables_of_a_document_are_put_in(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("b {{ x }}\n|c|{{ x }}|\nd"))
    parts = fill_main(tmp_path, kit, kit.draw(f"a\n{call(kit)}\nz"), x="R&D <b>")
    assert read_body(kit, parts) == "a\nb R&D <b>\n|c|R&D <b>|\nd\nz"


@both
def test_a_document_is_put_in_each_time(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("b {{ item }}\n|{{ item }}|\nc"))
    loop = f"{{%p for x in xs %}}\n{call(kit, more=', item=x')}\n{{%p endfor %}}"
    parts = fill_main(tmp_path, kit, kit.draw(loop), xs=[1, 2])
    assert read_body(kit, parts) == "b 1\n|1|\nc\nb 2\n|2|\nc"


@both
def test_rows_of_a_table_that_is_put_in_are_repeated(kit: Kit, tmp_path: Path) -> None:
    rows = "|{%tr for x in xs %}||\n|{% vm %}a|{{ x }}|\n|{%tr endfor %}||\nz"
    write_document(tmp_path, kit, "part", kit.draw(rows))
    parts = fill_main(tmp_path, kit, kit.draw(call(kit)), xs=[1, 2])
    assert read_body(kit, parts) == "|a@2x1|1|\n|^|2|\nz"


@both
def test_a_document_in_a_cell_leaves_a_paragraph_there(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("b\n|c|"))
    parts = fill_main(tmp_path, kit, kit.draw(f"|{call(kit)}|"))
    assert "⟨c⟩" in read_body(kit, parts)


@both
def test_a_document_may_hold_another(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "inner", kit.draw("c {{ x }}"))
    write_document(tmp_path, kit, "part", kit.draw(f"b\n{call(kit, 'inner')}"))
    assert read_body(kit, fill_main(tmp_path, kit, kit.draw(call(kit)), x=1)) == "b\nc 1"


@both
def test_ids_are_numbered_through(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("{% anchor 'x' %}b\n|c|\nd"))
    body = kit.draw(f"{{% anchor 'y' %}}a\n{call(kit)}")
    assert read_body(kit, fill_main(tmp_path, kit, body)) == "a\nb\n|c|\nd"


@both
def test_the_same_documents_make_the_same_bytes(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("b"))
    body = kit.draw(call(kit))
    first, second = (write_package(fill_main(tmp_path, kit, body)) for _time in range(2))
    assert first == second


@both
def test_a_mistake_in_a_document_is_told_with_its_own_place(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("{{ x }}"))
    (message,) = problems(tmp_path, kit, kit.draw(call(kit)))
    assert message.startswith(f"{name_part(kit)}!{kit.part}!paragraph ")
    assert message.endswith("error [template-undefined] x is not defined")


@both
def test_a_tag_that_can_not_be_read_is_told_before_there_is_data(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("{{ x"))
    body = kit.draw(f"{{%p if false %}}\n{call(kit)}\n{{%p endif %}}")
    (message,) = problems(tmp_path, kit, body)
    assert message.startswith(f"{name_part(kit)}!{kit.part}!paragraph ")
    assert "{{ is not closed" in message


@both
def test_a_document_that_is_missing_is_reported(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "party", kit.draw("b"))
    (message,) = problems(tmp_path, kit, kit.draw(call(kit)))
    tag = call(kit)
    assert message.endswith(
        f"«{tag}»: error [template-subdocument] {tag}: {name_part(kit)} is missing; "
        f"did you mean {name_part(kit, 'party')}?"
    )


@both
def test_a_document_that_would_hold_itself_is_reported(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw(call(kit, "main")))
    (message,) = problems(tmp_path, kit, kit.draw(call(kit)))
    assert message.startswith(f"{name_part(kit)}!")
    assert message.endswith(f"{name_part(kit, 'main')} would hold itself")


@both
def test_documents_that_stand_in_each_other_too_deep_are_reported(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part6", kit.draw("b"))
    for number in range(6):
        name = f"part{number + 1}"
        write_document(tmp_path, kit, f"part{number}", kit.draw(call(kit, name)))
    (message,) = problems(tmp_path, kit, kit.draw(call(kit, "part0")))
    assert message.endswith("documents stand in each other more than 5 deep")


@both
@pytest.mark.parametrize("name", ["../part", "/etc/passwd", "a\\\\b", ""])
def test_only_files_beside_the_template_can_be_put_in(kit: Kit, tmp_path: Path, name: str) -> None:
    tag = f"{{{{p subdoc('{name}') }}}}"
    (message,) = problems(tmp_path, kit, kit.draw(tag))
    assert message.endswith("write the name of a file beside this template")


@both
def test_a_link_out_of_the_folder_is_refused(kit: Kit, tmp_path: Path) -> None:
    folder, other = tmp_path / "own", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    target = write_document(other, kit, "part", kit.draw("b"))
    (folder / target.name).symlink_to(target)
    (message,) = problems(folder, kit, kit.draw(call(kit)))
    assert message.endswith(f"{target.name} is no .{kit} beside this template")


@both
def test_a_document_of_another_format_is_refused(kit: Kit, tmp_path: Path) -> None:
    (message,) = problems(tmp_path, kit, kit.draw("{{p subdoc('part.odt') }}"))
    assert message.endswith(f"part.odt is no .{kit} beside this template")


@both
def test_a_name_from_data_is_looked_up_when_it_is_printed(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("b"))
    body = kit.draw("{{p subdoc(name) }}")
    assert read_body(kit, fill_main(tmp_path, kit, body, name=name_part(kit))) == "b"
    (message,) = problems(tmp_path, kit, body, name="other")
    assert "failed: other is no " in message


@both
def test_a_document_in_a_text_is_refused(kit: Kit, tmp_path: Path) -> None:
    tag = f"{{{{ subdoc('{name_part(kit)}') }}}}"
    (message,) = problems(tmp_path, kit, kit.draw(f"a {tag}"))
    assert message.endswith(f"error [template-subdocument] {tag} puts paragraphs into a text")


@both
def test_what_a_document_prints_counts_as_printed_by_the_template(kit: Kit, tmp_path: Path) -> None:
    from reportgen.templating import OfficeTemplate

    write_document(tmp_path, kit, "part", kit.draw("{{ chapters.general.title }}"))
    path = write_document(tmp_path, kit, "main", kit.draw(call(kit)))
    template = OfficeTemplate(path, kit.dialect(), {})
    assert template.mentions("general")
    assert template.list_members("chapters") == {"general"}


def test_the_steps_of_a_document_are_those_of_the_template(tmp_path: Path) -> None:
    many = "{% for a in range(99999) if not a %}{% endfor %}"
    write_document(tmp_path, WORD, "part", WORD.draw(many * 6))
    body = WORD.draw(many * 6 + "a") + WORD.draw(f"{call(WORD)}\n" * 3)
    (message,) = problems(tmp_path, WORD, body)
    assert "failed: the code takes too many steps" in message


@both
def test_a_field_is_filled_with_a_value_that_only_the_call_gives(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", field(kit, "x") + field(kit, "y.z"))
    parts = fill_main(tmp_path, kit, kit.draw(call(kit, more=", x=5, y={'z': 6}")))
    assert read_body(kit, parts) == "제목: 5.\n제목: 6."


@both
def test_a_field_of_an_inner_document_is_filled_with_what_the_outer_is_given(
    kit: Kit, tmp_path: Path
) -> None:
    write_document(tmp_path, kit, "inner", field(kit, "x"))
    write_document(tmp_path, kit, "part", kit.draw(call(kit, "inner")))
    parts = fill_main(tmp_path, kit, kit.draw(call(kit, more=", x=5")))
    assert read_body(kit, parts) == "제목: 5."


@both
def test_a_field_is_filled_where_data_names_the_document(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", field(kit, "x"))
    tag = "{{p subdoc(name, x=5) }}"
    parts = fill_main(tmp_path, kit, kit.draw(tag), name=name_part(kit))
    assert read_body(kit, parts) == "제목: 5."


@both
def test_a_field_is_filled_where_data_gives_the_names(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", field(kit, "x"))
    parts = fill_main(tmp_path, kit, kit.draw(call(kit, more=", **row")), row={"x": 5})
    assert read_body(kit, parts) == "제목: 5."


@both
def test_a_call_that_forgets_a_value_which_another_gives_is_told(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", field(kit, "x"))
    body = kit.draw(f"{call(kit, more=', x=5')}\n{call(kit)}")
    found = problems(tmp_path, kit, body)
    assert [one.partition("error ")[2] for one in found] == [
        "[template-undefined] x is not defined"
    ]


@both
def test_what_one_document_is_given_is_no_name_in_another(kit: Kit, tmp_path: Path) -> None:
    write_document(tmp_path, kit, "part", kit.draw("b {{ x }}"))
    write_document(tmp_path, kit, "other", field(kit, "x", "보기"))
    body = kit.draw(f"{call(kit, more=', x=5')}\n{call(kit, 'other')}")
    assert read_body(kit, fill_main(tmp_path, kit, body)) == "b 5\n제목: 보기."


@both
def test_a_file_that_is_no_text_is_told(kit: Kit, tmp_path: Path) -> None:
    (message,) = problems(tmp_path, kit, kit.draw("{{p subdoc(names, x=5) }}"), names=["a"])
    assert message.endswith("failed: write the name of a file beside this template")
