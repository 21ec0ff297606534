"""Small projects written to a folder, for tests that need a particular curriculum."""

import textwrap

CONTENTS = """
    id: contents
    kind: contents
    title: Start
    summary: What is here.
    body: Read on.
    families:
      - id: guides
        title: Guides
        summary: How to do it.
        units:
          - id: first-guide
"""
GUIDE = """
    id: first-guide
    kind: guide
    title: First guide
    summary: It shows ${a organiser} how.
    audience:
      - organiser
    minutes: 90
    owner: The ${organiser}
    when: Before the launch
    parts:
      - id: week
        title: The first week
        steps:
          - id: ask
            title: Ask
            minutes: 30
            text: Ask the ${sponsor}.
          - id: write
            title: Write
            minutes: 60
            text: Write it down.
    goes_wrong:
      - id: silence
        sign: Nobody answers
        do: Ask again.
    done_when:
      - There is a date.
"""
TERMS = {
    "en": """
    particles:
      - a
    terms:
      - id: programme
        styles:
          any:
            singular:
              name: Test
              plain: Test
      - id: mentor
        styles:
          any:
            singular:
              plain: mentor
      - id: mentee
        styles:
          any:
            singular:
              plain: mentee
      - id: facilitator
        styles:
          any:
            singular:
              plain: facilitator
      - id: organiser
        styles:
          any:
            singular:
              plain: organiser
            particles:
              a: an
      - id: sponsor
        styles:
          any:
            singular:
              plain: sponsor
    """,
    "pl": """
    particles:
      - z
      - w
    terms:
      - id: programme
        styles:
          any:
            singular:
              name: Próba
              nom: próba
      - id: mentor
        styles:
          osoba:
            singular:
              nom: osoba mentorska
              ins: osobą mentorską
            plural:
              gen: osób mentorskich
          maskulatyw:
            singular:
              nom: mentor
              ins: mentorem
      - id: mentee
        styles:
          any:
            singular:
              nom: mentee
              ins: mentee
      - id: facilitator
        styles:
          any:
            singular:
              nom: osoba prowadząca
      - id: organiser
        styles:
          any:
            singular:
              nom: organizatorka
              ins: wspólniczką
            particles:
              z: ze
      - id: sponsor
        styles:
          any:
            singular:
              nom: patronka
    """,
}


def write(root, files):
    """Write texts by path, unindented, and return the root."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
    return root


def small(root, **more):
    """Write a project of one guide; `more` maps paths (with / as __) to further files."""
    files = {
        "modules/en/terms.yml": TERMS["en"],
        "modules/pl/terms.yml": TERMS["pl"],
        "modules/en/contents.yml": CONTENTS,
        "modules/en/guides/first-guide.yml": GUIDE,
    }
    return write(root, {**files, **more})
