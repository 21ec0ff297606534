"""What editors are told: schemas that are current, described, right, and named in every file."""

import io
import json
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jsonschema import Draft7Validator

from intramentor import generated
from intramentor.load.files import read_text
from intramentor.load.marks import parse
from intramentor.load.nodes import Mapping, plain
from intramentor.model.schema import schemas
from intramentor.problems import Problems

ROOT = Path(__file__).parents[1]
MODULES = ROOT / "modules"
SCHEMAS = schemas()
# The sources are CSL YAML, as reference managers write them: they have no schema of ours.
FILES = sorted(path for path in MODULES.rglob("*.yml") if path != MODULES / "sources.yml")


def read(path: Path) -> Mapping:
    problems = Problems()
    text = read_text(path, ROOT, problems)
    node = parse(text or "", path.name, "en", problems)
    assert isinstance(node, Mapping), [str(p) for p in problems]
    return node


@cache
def source_kinds() -> dict[str, str | None]:
    units = [read(path) for path in FILES if path.is_relative_to(MODULES / "en")]
    return {str(unit.text("id")): unit.text("kind") for unit in units}


def schema_of(path: Path) -> str:
    """Return the name of the schema that a file of the pack answers to."""
    if path.name == "terms.yml":
        return "terms"
    if path.is_relative_to(MODULES / "en"):
        return "unit"
    return f"translation/{source_kinds()[path.stem]}"


def properties(schema, path=()):
    """Yield every declared property of a schema with its path; `if` declares nothing."""
    if isinstance(schema, list):
        for index, item in enumerate(schema):
            yield from properties(item, (*path, index))
    elif isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            yield (*path, name), field
        for key, value in schema.items():
            if key == "properties":
                for name, field in value.items():
                    yield from properties(field, (*path, name))
            elif key not in ("if", "examples", "default", "enum"):
                yield from properties(value, (*path, key))


PROPERTIES = {name: list(properties(schema)) for name, schema in SCHEMAS.items()}


def test_generated_files_are_current():
    stale = [
        name
        for name, text in generated.files().items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != text
    ]
    on_disk = {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").rglob("*.json")}
    stale += sorted(on_disk - set(generated.files()))
    assert not stale, "not current, run `make schemas`: " + ", ".join(stale)


def test_compiled_texts_are_current():
    assert len(generated.MESSAGES) == 2
    for path in generated.MESSAGES:
        assert path.with_suffix(".mo").read_bytes() == generated.compiled(path), "run `make schemas`"


def said_to_people(schema):
    """Yield every title and description of a schema."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in ("title", "description") and isinstance(value, str):
                yield value
            elif key not in ("examples", "default", "enum", "const"):
                yield from said_to_people(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from said_to_people(item)


def test_polish_schemas_say_everything_in_polish_and_check_the_same():
    catalogue = (ROOT / "generator/intramentor/locale/pl/LC_MESSAGES/fields.po").read_bytes()
    known = {message.id: message.string for message in read_po(io.BytesIO(catalogue)) if message.id}
    said = {text for schema in SCHEMAS.values() for text in said_to_people(schema)}
    assert not said - known.keys()
    assert all(known.values())
    assert not known.keys() - said - {"optional", "your own, and the same for good"}, "no longer said"
    polish = schemas("pl")
    assert {text for schema in polish.values() for text in said_to_people(schema)} == {known[text] for text in said}
    assert bare(polish) == bare(SCHEMAS)


def bare(schema):
    """Return a schema without what it says to people."""
    if isinstance(schema, list):
        return [bare(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: value if key in ("examples", "default", "enum", "const") else bare(value)
        for key, value in schema.items()
        if key not in ("title", "description") or not isinstance(value, str)
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_valid_draft_07(name):
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMAS[name])
    json.dumps(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_has_a_description_and_an_example(name):
    assert PROPERTIES[name]
    for path, field in PROPERTIES[name]:
        assert str(field.get("description", "")).strip(), path
        assert field.get("examples"), path


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_can_be_written_as_it_stands(name):
    for path, field in PROPERTIES[name]:
        validator = Draft7Validator({**field, "definitions": SCHEMAS[name].get("definitions", {})})
        for example in field["examples"]:
            faults = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(example)]
            assert not faults, (path, faults)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(MODULES).as_posix())
def test_every_file_of_the_pack_answers_to_its_schema(path):
    validator = Draft7Validator(SCHEMAS[schema_of(path)])
    faults = [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(plain(read(path)))]
    assert not faults


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(MODULES).as_posix())
def test_every_file_of_the_pack_names_its_schema(path):
    up = "../" * len(path.relative_to(ROOT).parent.parts)
    line = f"# yaml-language-server: $schema={up}schemas/{schema_of(path)}.json"
    assert path.read_text(encoding="utf-8").splitlines()[0] == line
    assert (path.parent / line.partition("=")[2]).is_file()


def test_an_edition_may_add_a_field_of_any_type_to_a_worksheet():
    fields = SCHEMAS["patch/worksheet"]["properties"]["fields"]
    added = {"id": "sure", "type": "scale", "label": "How sure are you?", "min": 0, "max": 10}
    validator = Draft7Validator({**fields, "definitions": SCHEMAS["patch/worksheet"]["definitions"]})
    assert validator.is_valid([added])
    assert not validator.is_valid([{**added, "type": "slider"}])
