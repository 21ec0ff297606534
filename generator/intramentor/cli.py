"""The command line. Heavy imports stand inside the commands: `--help` must be quick."""

from __future__ import annotations

import gettext
import os
import sys
from pathlib import Path

LOCALE = Path(__file__).with_name("locale")


def main() -> None:
    """Run the command; exit with 0 fine, 1 problems, 2 usage, 3 our bug."""
    language = spoken(sys.argv[1:])
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(LOCALE))
    from intramentor.commands import run

    sys.exit(run(language))


def spoken(arguments: list[str]) -> str:
    """Return the language to speak: `--lang` if given, else the locale's, else English."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return "pl" if argument[7:].startswith("pl") else "en"
        if argument == "--lang" and index + 1 < len(arguments):
            return "pl" if arguments[index + 1].startswith("pl") else "en"
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "pl" if value.startswith("pl") else "en"
    return "en"
