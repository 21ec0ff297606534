"""What is made from other files: JSON Schemas, the pages of problems, compiled messages."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from intramentor.model.schema import schemas
from intramentor.problems import CATALOGUE


def files() -> dict[str, str]:
    """Return every generated file, path from the project's root → text."""
    made = {
        f"schemas/{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }
    made["docs/problems.en.md"] = catalogue("en")
    made["docs/problems.pl.md"] = catalogue("pl")
    return made


def catalogue(lang: str) -> str:
    """Return the pages of the catalogue in a language: one heading for each code."""
    title, severity, mend = (
        ("Problemy", {"error": "błąd", "warning": "ostrzeżenie"}, "Co zrobić")
        if lang == "pl"
        else ("Problems", {"error": "error", "warning": "warning"}, "What to do")
    )
    parts = [f"# {title}\n"]
    for code, entry in sorted(CATALOGUE.items()):
        saying = entry.say(lang)
        message, hint = (s.replace("{{", "{").replace("}}", "}") for s in (saying.message, saying.hint))
        parts.append(f"## {code}\n\n*{severity[entry.severity]}*: {message}\n\n{mend}: {hint}\n")
    return "\n".join(parts)


MESSAGES = Path(__file__).parent / "locale" / "pl" / "LC_MESSAGES" / "messages.po"


def messages() -> bytes:
    """Return the command line's Polish texts as gettext reads them."""
    made = io.BytesIO()
    with MESSAGES.open("rb") as source:
        write_mo(made, read_po(source, locale="pl"))
    return made.getvalue()


def write(root: Path) -> None:
    """Write the generated files that are not current, and remove schemas no longer made."""
    made = files()
    for old in (root / "schemas").rglob("*.json"):
        if old.relative_to(root).as_posix() not in made:
            old.unlink()
    for name, text in made.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    MESSAGES.with_suffix(".mo").write_bytes(messages())


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
