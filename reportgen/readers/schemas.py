"""JSON Schemas of the content files, by which an editor completes keys and marks mistakes."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from reportgen.readers.folder import CONTENT_FILES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class ContentSchema(GenerateJsonSchema):
    """A schema for what an editor's YAML parser yields.

    A reader takes every scalar as the text that was typed, but to an editor ``4670`` is a
    number; so wherever a text is wanted, a number will do, except where a pattern decides.
    """

    schema_dialect = DIALECT

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text, or the number that an editor takes it for."""
        described = super().str_schema(schema)
        if "pattern" not in described:
            described["type"] = ["string", "number"]
        return described

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """What the key means, without a default that only says that it can be left out."""
        described = super().default_schema(schema)
        if not described.get("default"):
            described.pop("default", None)
        return described

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A key needs no title beside its name."""
        return False


def describe_content(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of one kind of content file (JSON Schema, draft 2020-12)."""
    described = model.model_json_schema(schema_generator=ContentSchema)
    return {"$schema": DIALECT, **described}


def spell_schemas() -> dict[str, str]:
    """The text of every schema, by the name of its file."""
    return {
        f"{name}.json": json.dumps(describe_content(model), ensure_ascii=False, indent=2) + "\n"
        for name, model in CONTENT_FILES.items()
    }
