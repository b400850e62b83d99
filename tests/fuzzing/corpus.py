"""What fuzzing begins with: the templates of the shared syntax, and words of the syntax."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.templating.test_docxtpl import DIFFERENT, SAME

WORDS = (
    "{{ ", " }}", "{% ", " %}", "{%p ", "{%tr ", "{%tc ", "{{p ", "{# ", " #}", "{_{", "}_}",
    "{%p endif %}", "{%p endfor %}", "{%tr endfor %}", "{%tr endif %}", "{%tc endfor %}",
    "{% endif %}", "{% endfor %}", "{% endset %}", "{% endmacro %}", "{% else %}", "{%p else %}",
    "{% columns widths %}", "{% span c %}", "{% anchor 'a' %}", "if ", "for x in rows", "set x = ",
    "macro m(x)", "call m(1)", "title", "count", "names", "row.name", "row.cells", "widths",
    "rows | length", " | join(', ')", " | safe", " | e", " | tojson", " | batch(2)",
    " | replace('a', 'b')", "loop.index", "range(9)", "namespace(a=1)", "'가'", '"b"', "“c”",
    "&amp;", "<w:p/>", "\n", "\t", "¶",
)  # fmt: skip
"""Put into texts whole."""


def write_corpus(folder: Path) -> None:
    """Write each template as a file; the cells of rows are parted as the program parts them."""
    for number, template in enumerate(_list_templates()):
        (folder / f"{number:03}.txt").write_text(template, encoding="utf-8")


def write_dictionary(path: Path) -> None:
    """Write the words in libFuzzer's format: bytes beyond ASCII as hexadecimal numbers."""
    spelled = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    path.write_text("".join(f'"{word}"\n' for word in spelled), encoding="ascii")


def _list_templates() -> Iterator[str]:
    for case in (*SAME.values(), *DIFFERENT.values()):
        lines = case.template.split("\n")
        yield "\n".join(line.replace("|", "\t") if line.startswith("|") else line for line in lines)
