"""What the tests of layers share: an edition beside the small project, and what comes of it."""

from intramentor.layers import accept, status
from intramentor.layers.status import write_lock
from intramentor.project import judge, open_project
from projects import small

EDITION = "id: acme\nlanguages:\n  - en\n  - pl\n"
PATCH = "editions/acme/modules/en/guides/first-guide.yml"
EDITION_PL = "editions/acme/modules/pl/guides/first-guide.yml"
PACK_PL = "modules/pl/guides/first-guide.yml"
TRANSLATION = """
    id: first-guide
    title: Pierwszy poradnik
    parts:
      - id: week
        steps:
          - id: ask
            title: Zapytaj
"""


def handbook(root, edition="acme", language="en", view="facilitator"):
    project = open_project(root)
    problems = judge(project)
    assert not problems.errors, [(p.code, p.where) for p in problems]
    found = [h for h in project.handbooks(edition, (view,)) if h.language == language]
    return found[0]


def guide(root, **how):
    return next(p for p in handbook(root, **how).pieces if p.id == "first-guide").value


def steps(root, **how):
    return [(s.id, s.minutes) for s in guide(root, **how).parts[0].steps]


def codes(root):
    return [(p.code, p.where.file, p.where.line) for p in judge(open_project(root))]


def states(root, edition):
    project = open_project(root)
    return {
        (e.language, e.path): e.state for e in status(project.library, project.stacks[edition])
    }


def edition(root, **files):
    return small(root, **{"editions/acme/edition.yml": EDITION, **files})


def accept_ids(root, name, *ids):
    project = open_project(root)
    entries = status(project.library, project.stacks[name])
    for (edition_name, language), lock in accept(entries, ids).items():
        write_lock(project.library, project.library.layer(edition_name, language), lock)
