"""Write the JSON Schemas of the content files: ``python -m tools.write_schemas``."""

from __future__ import annotations

from pathlib import Path

from reportgen.readers.schemas import spell_schemas

SCHEMAS = Path(__file__).parents[1] / "schemas"


def main() -> None:
    """Write every schema anew."""
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in spell_schemas().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
