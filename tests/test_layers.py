"""Translations and editions: what wins, what is remembered, what is said about it."""

import json

import pytest

from intramentor.layers import accept, explain, status
from intramentor.layers.status import write_lock
from intramentor.pages import render
from intramentor.project import judge, open_project
from projects import CONTENTS, small

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


def test_a_patch_changes_one_value_and_leaves_the_rest(tmp_path):
    patch = "id: first-guide\nminutes: 70\nparts:\n  - id: week\n    steps:\n      - id: ask\n        minutes: 10\n"
    root = edition(tmp_path, **{PATCH: patch})
    assert steps(root) == [("ask", 10), ("write", 60)]
    assert steps(root, edition="handbook") == [("ask", 30), ("write", 60)]


def test_remove_takes_an_object_out(tmp_path):
    patch = "id: first-guide\nminutes: 60\nparts:\n  - id: week\n    steps:\n      - id: ask\n        remove: true\n"
    assert steps(edition(tmp_path, **{PATCH: patch})) == [("write", 60)]


def test_remove_takes_a_unit_out(tmp_path):
    unlisted = "id: contents\nfamilies:\n  - id: guides\n    units:\n      - id: first-guide\n        remove: true\n"
    root = edition(tmp_path, **{
        PATCH: "id: first-guide\nremove: true\n", "modules/en/guides/other.yml": _guide("other"),
        "editions/acme/modules/en/contents.yml": unlisted,
    })
    assert [p.id for p in handbook(root).pieces] == ["other"]


def test_what_points_to_a_unit_that_an_edition_leaves_out_goes_with_it(tmp_path):
    other = _guide("other").replace("Ask again.", "Ask [the first guide](id:first-guide) again.")
    contents = CONTENTS.rstrip() + "\n          - id: other\n"
    files = {"modules/en/guides/other.yml": other, "modules/en/contents.yml": contents}
    root = edition(tmp_path, **{PATCH: "id: first-guide\nremove: true\n", **files})
    assert codes(root) == []
    pages = {page.uri: page.text for page in render(handbook(root)).pages}
    assert "guides/first-guide.md" not in pages
    assert "Ask the first guide again." in pages["guides/other.md"]
    assert "(first-guide.md)" in {p.uri: p.text for p in render(handbook(root, edition="handbook")).pages}["guides/other.md"]


def test_before_and_after_place_new_and_known_objects(tmp_path):
    patch = """
        id: first-guide
        minutes: 95
        parts:
          - id: week
            steps:
              - id: ours
                before: ask
                title: Ours
                minutes: 5
                text: Do it our way.
              - id: ask
                after: write
    """
    root = edition(tmp_path, **{PATCH: patch})
    assert steps(root) == [("ours", 5), ("write", 60), ("ask", 30)]


def test_replace_puts_an_object_whole(tmp_path):
    patch = """
        id: first-guide
        minutes: 80
        parts:
          - id: week
            steps:
              - id: ask
                replace: true
                title: Call
                minutes: 20
                text: Call the ${sponsor}.
    """
    root = edition(tmp_path, **{PATCH: patch, PACK_PL: TRANSLATION})
    assert guide(root).parts[0].steps[0].text == "Call the sponsor."
    assert guide(root, language="pl").parts[0].steps[0].title == "Call"


def test_a_list_of_texts_is_one_text(tmp_path):
    patch = "id: first-guide\ndone_when:\n  - Our date.\n  - Our room.\n"
    assert guide(edition(tmp_path, **{PATCH: patch})).done_when == ("Our date.", "Our room.")


def test_an_unknown_id_is_a_problem_with_a_suggestion(tmp_path):
    patch = "id: first-guide\nparts:\n  - id: week\n    steps:\n      - id: asc\n        minutes: 10\n"
    root = edition(tmp_path, **{PATCH: patch})
    (problem,) = judge(open_project(root))
    assert (problem.code, problem.where.line, problem.where.column) == ("unknown-object", 5, 13)
    assert "`ask`" in problem.hint()


def test_a_patch_that_changes_nothing_is_a_warning(tmp_path):
    root = edition(tmp_path, **{PATCH: "id: first-guide\nminutes: 90\n"})
    assert codes(root) == [("redundant", PATCH, 2)]


def test_null_is_a_problem(tmp_path):
    root = edition(tmp_path, **{PATCH: "id: first-guide\nwhen:\n"})
    assert codes(root) == [("empty-value", PATCH, 2)]


# --- texts: the reader's language from the last layer that changed that text -------------

def test_a_text_without_translation_stays_in_the_source_language(tmp_path):
    found = guide(small(tmp_path, **{PACK_PL: TRANSLATION}), edition="handbook", language="pl")
    assert (found.title, found.title.lang) == ("Pierwszy poradnik", "pl")
    assert (found.when, found.when.lang) == ("Before the launch", "en")


def test_an_edition_that_changes_the_source_outdates_the_pack_s_translation(tmp_path):
    patch = "id: first-guide\ntitle: Our guide\n"
    root = edition(tmp_path, **{PACK_PL: TRANSLATION, PATCH: patch})
    found = guide(root, language="pl")
    assert (found.title, found.title.lang) == ("Our guide", "en")


def test_an_edition_that_changes_a_translation_affects_that_language_alone(tmp_path):
    patch = "id: first-guide\ntitle: Nasz poradnik\n"
    root = edition(tmp_path, **{PACK_PL: TRANSLATION, EDITION_PL: patch})
    assert guide(root, language="pl").title == "Nasz poradnik"
    assert guide(root, language="en").title == "First guide"


def test_a_polish_company_writes_its_own_unit_in_polish(tmp_path):
    unit = _guide("nasz").replace("title: First guide", "title: Nasz własny")
    root = edition(tmp_path, **{"editions/acme/modules/pl/guides/nasz.yml": _polish(unit)})
    pieces = {p.id: p.value for p in handbook(root, language="pl").pieces}
    assert pieces["nasz"].title.lang == "pl"
    foreign = {p.id: p for p in handbook(root, language="en").pieces}["nasz"]
    assert foreign.untranslated


# --- names -------------------------------------------------------------------------------

@pytest.mark.parametrize(
    ("style", "written", "read"),
    [
        ("osoba", "${Mentor} pyta", "Osoba mentorska pyta"),
        ("osoba", "Rozmowa ${z mentor.ins}", "Rozmowa z\u00a0osobą mentorską"),
        ("osoba", "Wiele ${mentor.plural.gen}", "Wiele osób mentorskich"),
        ("maskulatyw", "Rozmowa ${z mentor.ins}", "Rozmowa z\u00a0mentorem"),
        ("osoba", "${Z organiser.ins}", "Ze\u00a0wspólniczką"),
    ],
)
def test_names_take_case_number_preposition_and_style(tmp_path, style, written, read):
    root = small(
        tmp_path,
        **{
            "editions/acme/edition.yml": f"id: acme\nlanguages:\n  - pl\nrole_forms: {style}\n",
            PACK_PL: f"id: first-guide\ntitle: {json.dumps(written)}\n",
        },
    )
    found = guide(root, language="pl") if style == "osoba" or "plural" not in written else None
    assert found is not None
    assert found.title == read


def test_a_problem_of_an_edition_names_it(tmp_path):
    patch = "id: first-guide\nminutes: 95\n"
    root = edition(tmp_path, **{PATCH: patch})
    (problem,) = judge(open_project(root))
    assert problem.where.trail == "edition acme › unit first-guide › minutes"


def test_polish_messages_leave_the_author_s_keys_as_they_are(tmp_path):
    small(tmp_path)
    unit = tmp_path / "modules/en/guides/first-guide.yml"
    text = unit.read_text()
    for key in ("minutes", "parts", "title", "kind"):
        unit.write_text(text.replace(f"{key}:", f"{key}x:", 1))
        for problem in judge(open_project(tmp_path)):
            if problem.code in ("unknown-key", "missing-key"):
                assert f"`{key}`" in problem.message("pl") + problem.hint("pl")


def test_an_edition_overrides_a_name_in_every_text(tmp_path):
    terms = "terms:\n  - id: sponsor\n    styles:\n      any:\n        singular:\n          plain: patron\n"
    root = edition(tmp_path, **{"editions/acme/modules/en/terms.yml": terms})
    assert guide(root).parts[0].steps[0].text == "Ask the patron."
    assert guide(root, edition="handbook").parts[0].steps[0].text == "Ask the sponsor."


# --- bookkeeping -------------------------------------------------------------------------

def test_every_state_of_a_translation(tmp_path):
    root = small(tmp_path, **{PACK_PL: TRANSLATION})
    key, step = "first-guide.title", "first-guide.parts.week.steps.ask.title"
    assert states(root, "handbook")["pl", key] == "unrecorded"
    assert states(root, "handbook")["pl", "first-guide.when"] == "missing"
    _accept(root, "handbook", key, step)
    assert states(root, "handbook")["pl", key] == "ok"
    source = root / "modules/en/guides/first-guide.yml"
    source.write_text(source.read_text().replace("title: First guide", "title: Changed"))
    found = states(root, "handbook")
    assert (found["pl", key], found["pl", step]) == ("stale", "ok")
    source.write_text(source.read_text().replace("id: ask", "id: invite"))
    assert states(root, "handbook")["pl", step] == "orphan"
    assert codes(root) == [("orphan", PACK_PL, 6)]


def test_an_unknown_id_in_a_translation_is_a_problem(tmp_path):
    root = small(tmp_path, **{PACK_PL: TRANSLATION.replace("id: ask", "id: asc")})
    (problem,) = judge(open_project(root))
    assert (problem.code, problem.where.file, problem.where.line) == ("unknown-object", PACK_PL, 6)
    assert problem.where.trail == "unit first-guide › part week › step asc"
    assert "`ask`" in problem.hint("pl")


def test_every_state_of_a_patch_through_three_versions(tmp_path):
    patch = "id: first-guide\nwhen: In spring\ndone_when:\n  - Our date.\n"
    root = edition(tmp_path, **{PATCH: patch})
    key = ("en", "first-guide.when")
    assert states(root, "acme")[key] == "unrecorded"
    _accept(root, "acme", "first-guide")
    assert states(root, "acme")[key] == "ok"
    source = root / "modules/en/guides/first-guide.yml"
    source.write_text(source.read_text().replace("Before the launch", "After the launch"))
    assert states(root, "acme")[key] == "conflict"
    assert guide(root).when == "In spring"
    source.write_text(source.read_text().replace("After the launch", "In spring"))
    assert states(root, "acme")[key] == "redundant"


def test_a_patch_whose_target_left_the_pack_warns_and_builds(tmp_path):
    patch = "id: first-guide\nminutes: 70\nparts:\n  - id: week\n    steps:\n      - id: ask\n        minutes: 10\n"
    root = edition(tmp_path, **{PATCH: patch})
    _accept(root, "acme", "first-guide")
    source = root / "modules/en/guides/first-guide.yml"
    text = source.read_text()
    start, end = text.index("      - id: ask"), text.index("      - id: write")
    source.write_text((text[:start] + text[end:]).replace("60", "70").replace("90", "70"))
    assert sorted(codes(root)) == [("orphan", PATCH, 6), ("redundant", PATCH, 2)]
    assert steps(root) == [("write", 70)]
    assert states(root, "acme")["en", "first-guide.parts.week.steps.ask.minutes"] == "orphan"


def test_accept_takes_ids_and_writes_only_what_stands_there(tmp_path):
    root = small(tmp_path, **{PACK_PL: TRANSLATION})
    project = open_project(root)
    entries = status(project.library, project.stacks["handbook"])
    assert accept(entries, ("first-guide.when",)) == {}
    locks = accept(entries, ("first-guide.parts",))
    assert list(locks["handbook", "pl"]) == ["first-guide.parts.week.steps.ask.title"]


def test_explain_shows_every_layer_with_its_place(tmp_path):
    root = edition(
        tmp_path,
        **{PACK_PL: TRANSLATION, PATCH: "id: first-guide\ntitle: Our guide\n"},
    )
    unit = open_project(root).stacks["acme"].units["first-guide"]
    found = [(s.level, s.language, s.file, s.line, s.value) for s in explain(unit, ("title",))]
    assert found == [
        (0, "en", "modules/en/guides/first-guide.yml", 3, "First guide"),
        (0, "pl", PACK_PL, 2, "Pierwszy poradnik"),
        (1, "en", PATCH, 2, "Our guide"),
    ]


def _accept(root, name, *ids):
    project = open_project(root)
    entries = status(project.library, project.stacks[name])
    for (edition_name, language), lock in accept(entries, ids).items():
        write_lock(root, project.library.layer(edition_name, language), lock)


def _guide(name):
    from projects import GUIDE

    return GUIDE.replace("id: first-guide", f"id: {name}")


def _polish(text):
    return text.replace("${a organiser}", "${organiser}")




def test_untranslated_text_says_its_language_and_the_page_has_a_notice(tmp_path):
    root = small(tmp_path, **{PACK_PL: TRANSLATION})
    site = render(handbook(root, edition="handbook", language="pl"))
    page = next(p.text for p in site.pages if p.uri == "guides/first-guide.md")
    assert '<span lang="en">Before the launch</span>' in page
    assert '<span lang="en">Ask the sponsor.</span>' in page
    assert "im-notice" in page
    assert 'lang="en">Pierwszy' not in page
    english = render(handbook(root, edition="handbook", language="en"))
    assert all("lang=" not in p.text for p in english.pages)
