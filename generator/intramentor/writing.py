"""Write the files that authors keep: whole or not at all, each with its schema for editors."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Put a text in the place of a file, or write a new one with its folders; a reader sees the old or the new."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def schema_line(schema: Path, path: Path) -> str:
    """Return the line that tells an editor the schema of a YAML file at `path`; empty if there is no such schema."""
    if not schema.is_file():
        return ""
    return f"# yaml-language-server: $schema={os.path.relpath(schema, path.parent).replace(os.sep, '/')}\n"
