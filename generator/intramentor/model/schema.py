"""JSON Schemas for editors, made from the types that validate: there is no second source."""

from __future__ import annotations

import re
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from intramentor.model.brand import Brand
from intramentor.model.delivery import Delivery
from intramentor.model.derive import derive
from intramentor.model.edition import Edition
from intramentor.model.kinds import KINDS, PROSE
from intramentor.model.terms import Terms
from intramentor.problems.words import said

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
_REF = "#/definitions/{model}"


def schemas(lang: str = "en") -> dict[str, Schema]:
    """Return every schema by its name: `unit` for units, `patch/…` and `translation/…` for
    the layers of each kind, `edition`, `brand`, `delivery` and `terms`; what they say to people in `lang`.
    """
    made = _english()
    return made if lang == "en" else {name: spoken(one, lang) for name, one in made.items()}


def spoken(schema: Any, lang: str) -> Any:
    """Return a schema with its titles and descriptions in a language."""
    if isinstance(schema, list):
        return [spoken(item, lang) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: said(value, lang) if key in ("title", "description") and isinstance(value, str)
        else value if key in ("examples", "default", "enum", "const")
        else spoken(value, lang)
        for key, value in schema.items()
    }


def _english() -> dict[str, Schema]:
    made = {
        "unit": unit_schema(), "edition": _one(Edition), "brand": _one(Brand), "terms": _one(Terms),
        "delivery": _one(Delivery),
    }
    made["patch/terms"] = {**_one(derive(Terms, "patch")), "title": "Terms: changes"}
    for kind, cls in KINDS.items():
        if kind not in PROSE:
            made[f"patch/{kind}"] = {**_one(derive(cls, "patch")), "title": f"{kind.title()}: changes"}
            made[f"translation/{kind}"] = {
                **_one(derive(cls, "translation")), "title": f"{kind.title()}: translation"
            }
    return made


def unit_schema() -> Schema:
    """Return the schema of a unit: `kind` decides which keys may follow.

    While there is no kind yet, an editor offers `id` and `kind` with all its values; from
    then on the kind's own record explains every key, `kind` too, so that nothing shows twice.
    """
    definitions: Schema = {}
    cases = []
    for kind, cls in KINDS.items():
        one = _one(cls)
        definitions |= one.pop("definitions", {})
        one.pop("$schema")
        definitions[cls.__name__] = one
        condition = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
        cases.append({"if": condition, "then": {"$ref": f"#/definitions/{cls.__name__}"}})
    kinds = {"enum": list(KINDS), "description": "What kind of unit this is", "examples": ["lesson"]}
    names = {"id": definitions["Training"]["properties"]["id"], "kind": kinds}
    known = {"properties": {"kind": {"enum": list(KINDS)}}, "required": ["kind"]}
    undecided = {"title": "Unit", "properties": names, "required": list(names)}
    return {
        "$schema": DRAFT,
        "title": "Unit",
        "type": "object",
        "allOf": [*cases, {"if": known, "else": undecided}],
        "definitions": definitions,
    }


def _one(cls: type[Any]) -> Schema:
    """Return the schema of one record, with its parts under `definitions`."""
    schema = TypeAdapter(cls).json_schema(ref_template=_REF, schema_generator=_Generator)
    if parts := schema.pop("$defs", None):
        schema["definitions"] = parts
    for part in (schema, *(parts or {}).values()):
        part["title"] = _title(part["title"])
    return {"$schema": DRAFT, **schema}


def _title(name: str) -> str:
    """Return the name of a record as a reader's words: `FacilitatorNotes`, `Facilitator notes`."""
    words = re.findall("[A-Z][a-z]+", re.sub("(Patch|Translation)$", "", name))
    return " ".join([words[0], *(word.lower() for word in words[1:])]) if len(words) < 4 else words[-1]


class _Generator(GenerateJsonSchema):
    """Leaves out what only adds noise in an editor: titles made from field names, nulls.

    Keys keep the order in which they are declared.
    """

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:  # noqa: ARG002
        return value

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Schema:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return inner if default in (None, ()) else {**inner, "default": default}
