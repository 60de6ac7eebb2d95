"""The published JSON Schemas, made from the types. Writing them: `python -m clausecheck.report.schema docs/schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from clausecheck.model import Comparison, Review

#: File name → the type whose JSON it describes.
SCHEMAS: dict[str, type[BaseModel]] = {
    "review-1.schema.json": Review,
    "comparison-1.schema.json": Comparison,
}


def write_schema(name: str) -> str:
    """The schema of that file name as JSON text.

    Unknown fields are allowed in it: later versions may add some, and what is valid today stays valid.
    """
    model = SCHEMAS[name]
    schema = model.model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:clausecheck:{name.removesuffix('.schema.json')}"}
    return json.dumps(head | _open(schema), ensure_ascii=False, indent=2) + "\n"


def _open(part: Any) -> Any:
    """The schema without its bans on further fields."""
    if isinstance(part, dict):
        return {key: _open(value) for key, value in part.items() if (key, value) != ("additionalProperties", False)}
    return [_open(item) for item in part] if isinstance(part, list) else part


if __name__ == "__main__":
    for file_name in SCHEMAS:
        (Path(sys.argv[1]) / file_name).write_text(write_schema(file_name), encoding="utf-8")
