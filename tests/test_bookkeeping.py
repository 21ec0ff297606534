"""What layers remember: every state, `accept`, `explain`."""

from intramentor.layers import accept, explain, status
from intramentor.project import judge, open_project
from layering import PACK_PL, PATCH, TRANSLATION, accept_ids, codes, edition, guide, states, steps
from projects import small


def test_every_state_of_a_translation(tmp_path):
    root = small(tmp_path, **{PACK_PL: TRANSLATION})
    key, step = "first-guide.title", "first-guide.parts.week.steps.ask.title"
    assert states(root, "handbook")["pl", key] == "unrecorded"
    assert states(root, "handbook")["pl", "first-guide.when"] == "missing"
    accept_ids(root, "handbook", key, step)
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
    accept_ids(root, "acme", "first-guide")
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
    accept_ids(root, "acme", "first-guide")
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
