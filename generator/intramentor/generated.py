"""What is made from other files: JSON Schemas, the pages of problems, compiled messages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from intramentor.exchange import compiled
from intramentor.model.schema import schemas
from intramentor.problems import CATALOGUE
from intramentor.problems.words import LOCALE, severity


def files() -> dict[str, str]:
    """Return every generated file, path from the project's root → text."""
    made = {
        f"schemas/{folder}{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for lang, folder in (("en", ""), ("pl", "pl/"))
        for name, schema in schemas(lang).items()
    }
    made["docs/problems.en.md"] = catalogue("en")
    made["docs/problems.pl.md"] = catalogue("pl")
    return made


def catalogue(lang: str) -> str:
    """Return the pages of the catalogue in a language: one heading for each code."""
    title, mend = ("Problemy", "Co zrobić") if lang == "pl" else ("Problems", "What to do")
    parts = [f"# {title}\n"]
    for code, entry in sorted(CATALOGUE.items()):
        saying = entry.say(lang)
        message, hint = (s.replace("{{", "{").replace("}}", "}") for s in (saying.message, saying.hint))
        parts.append(f"## {code}\n\n*{severity(entry.severity, lang)}*: {message}\n\n{mend}: {hint}\n")
    return "\n".join(parts)


MESSAGES = tuple(sorted((LOCALE / "pl" / "LC_MESSAGES").glob("*.po")))


def write(root: Path) -> None:
    """Write the generated files that are not current, and remove schemas no longer made."""
    for path in MESSAGES:
        path.with_suffix(".mo").write_bytes(compiled(path))
    made = files()  # in Polish too, with the texts just compiled
    for old in (root / "schemas").rglob("*.json"):
        if old.relative_to(root).as_posix() not in made:
            old.unlink()
    for name, text in made.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
