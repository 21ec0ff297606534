"""Translations and editions: what wins, and what is said about what doesn't fit."""

from intramentor.pages import render
from intramentor.project import judge, open_project
from layering import EDITION_PL, PACK_PL, PATCH, TRANSLATION, codes, edition, guide, handbook, states, steps
from projects import CONTENTS, GUIDE, small


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


def test_an_empty_list_of_changes_changes_nothing(tmp_path):
    root = edition(tmp_path, **{PATCH: "id: first-guide\nparts:\n  - id: week\n    steps: []\n"})
    assert codes(root) == [("redundant", PATCH, 4)]
    assert steps(root) == [("ask", 30), ("write", 60)]
    assert states(root, "acme")["en", "first-guide.parts.week.steps"] == "redundant"


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


def _guide(name):
    return GUIDE.replace("id: first-guide", f"id: {name}")


def _polish(text):
    return text.replace("${a organiser}", "${organiser}")
