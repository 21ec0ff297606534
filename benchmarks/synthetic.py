"""Made-up curricula of any size: units with text, links and Polish translations."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORDS = (
    "Ask ${a mentor} what happened just before, and wait for the answer. "
    "Write down one sentence and read it aloud to ${mentor.plural}. "
    "See [the unit before](id:%s) and count the *open* questions. "
)
WORDS_PL = (
    "Zapytaj, co się stało tuż przedtem, i\u00a0poczekaj na odpowiedź ${od mentor.gen}. "
    "Zapisz jedno zdanie i\u00a0przeczytaj je na głos. "
    "Zajrzyj do [poprzedniej jednostki](id:%s) i\u00a0policz *otwarte* pytania. "
)
STRUCTURE = """\
id: {id}
kind: guide
title: Unit {number}
summary: What unit {number} is for.
audience:
  - organiser
minutes: {minutes}
owner: The ${{organiser}}
when: Week {number}
parts:
  - id: only
    title: The steps
    steps:
{steps}
goes_wrong:
  - id: silence
    sign: Nobody answers
    do: Ask again.
"""
TRANSLATION = """\
id: {id}
title: Jednostka {number}
summary: Do czego służy jednostka {number}.
owner: ${{Organiser}}
when: Tydzień {number}
parts:
  - id: only
    title: Kroki
    steps:
{steps}
goes_wrong:
  - id: silence
    sign: Nikt nie odpowiada
    do: Zapytaj jeszcze raz.
"""


def write_project(root: Path, units: int, steps: int = 5, repeats: int = 3) -> Path:
    """Write a curriculum of so many units in families of twenty; return its root."""
    shutil.rmtree(root, ignore_errors=True)
    families = range((units + 19) // 20)
    for language in ("en", "pl"):
        (root / "modules" / language).mkdir(parents=True)
        terms = (ROOT / "modules" / language / "terms.yml").read_text(encoding="utf-8")
        (root / "modules" / language / "terms.yml").write_text(terms, encoding="utf-8")
        for family in families:
            (root / "modules" / language / f"family-{family}").mkdir()
    listed = "".join(
        f"  - id: family-{f}\n    title: Family {f}\n    summary: Twenty units.\n" for f in families
    )
    contents = f"id: contents\nkind: contents\ntitle: Start\nsummary: All.\nbody: Read.\nfamilies:\n{listed}"
    (root / "modules/en/contents.yml").write_text(contents, encoding="utf-8")
    for number in range(units):
        _write_unit(root, number, steps, repeats)
    return root


def _write_unit(root: Path, number: int, steps: int, repeats: int) -> None:
    name, before = f"unit-{number}", f"unit-{max(0, number - 1)}"
    forms = (("en", STRUCTURE, WORDS, "Step", True), ("pl", TRANSLATION, WORDS_PL, "Krok", False))
    for language, frame, words, title, whole in forms:
        body = ""
        for step in range(steps):
            minutes = "        minutes: 10\n" if whole else ""
            text = (words % before) * repeats
            body += f"      - id: step-{step}\n        title: {title} {step}\n{minutes}        text: >-\n          {text}\n"
        text = frame.format(id=name, number=number, minutes=steps * 10, steps=body.rstrip("\n"))
        folder = root / "modules" / language / f"family-{number // 20}"
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
