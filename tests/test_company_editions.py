"""What an edition says reaches its handbook; the pack's words don't, where it has its own."""

import re

import pytest
import yaml

from intramentor.build import build_edition
from intramentor.finish import pack_words
from intramentor.pages import render
from intramentor.problems import HandbookError
from intramentor.project import judge, open_project
from intramentor.serve import Preview
from intramentor.sinks import identity, write_folder
from projects import GUIDE, small, write
from test_brand import ROOT

EDITION = """
    id: acme
    languages:
      - pl
      - en
    site_address: https://learning.acme.example/handbook/
    contacts:
      - id: organiser
        name: A & <b>B</b>
        mail: learning@acme.example
      - id: data-protection
        name: Data team
        page: https://acme.example/data?a=1
    feedback: handbook@acme.example
    forms:
      - id: pulse
        title:
          en: Pulse
          pl: Ankieta
        address: https://forms.acme.example/pulse
    legal:
      en: "Acme <script>alert(1)</script>"
      pl: Firma zmyślona.
    min_group: 8
    """
BRAND = "meta:\n  name:\n    full: Acme Logistics\n    short: Acme\n"
RENAMED = """
    terms:
      - id: organiser
        styles:
          any:
            singular:
              plain: host
    """


def site(root, language="en", edition="acme", view="participant"):
    project = open_project(root)
    judge(project).stop()
    books = project.handbooks(edition, (view,))
    return render(next(book for book in books if book.language == language))


def company(root, **more):
    files = {"editions/acme/edition.yml": EDITION, "editions/acme/_brand.yml": BRAND}
    return small(root, **{**files, **more})


def test_the_theme_is_told_who_whom_and_where(tmp_path):
    told = identity(site(company(tmp_path), "pl"))
    assert (told["name"], told["short_name"]) == ("Acme Logistics", "Acme")
    assert (told["language"], told["default_language"], told["languages"]) == ("pl", "pl", ["pl", "en"])
    assert told["site_address"] == "https://learning.acme.example/handbook"
    assert told["feedback"] == "mailto:handbook@acme.example"
    assert told["footer"] == "Firma zmyślona."
    assert [c["for"] for c in told["contacts"]] == ["organiser", "data-protection"]
    assert told["forms"] == [{"title": "Ankieta", "address": "https://forms.acme.example/pulse"}]
    assert told["brand"]["css"] == "assets/brand/brand.css"


def test_the_pack_itself_has_no_stylesheet_of_a_brand(tmp_path):
    told = identity(site(company(tmp_path), edition="handbook"))
    assert (told["name"], told["brand"]["css"], told["footer"]) == ("Test", "", "")


def test_every_path_that_the_theme_is_told_is_a_file_of_the_folder(tmp_path):
    made = site(company(tmp_path / "project"))
    write_folder(made, ROOT, tmp_path / "out")
    paths = [path for path in identity(made)["brand"].values() if path.startswith("assets/brand/")]
    assert len(paths) > 4
    assert [path for path in paths if not (tmp_path / "out/docs" / path).is_file()] == []
    config = yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))
    assert config["extra_css"][-1] == "assets/brand/brand.css"
    assert config["site_url"] == "https://learning.acme.example/handbook/en/"


def test_the_built_page_shows_the_company_and_runs_nothing_of_its_texts(tmp_path):
    build_edition(open_project(company(tmp_path / "project")), ROOT, "acme", tmp_path / "dist", lambda _: None)
    page = (tmp_path / "dist/acme/en/index.html").read_text(encoding="utf-8")
    assert "Acme &lt;script&gt;alert(1)" in page
    assert "A &amp; &lt;b&gt;B" in page
    assert "<script>alert(1)" not in page
    assert 'href="mailto:handbook@acme.example"' in page
    assert re.search(r'<link rel="stylesheet" href="[./]*assets/brand/brand.css">', page)
    assert (tmp_path / "dist/acme/en/assets/brand/card.png").is_file()


SECOND = {
    "modules/en/guides/second-guide.yml": GUIDE.replace("first-guide", "second-guide"),
}


def test_a_unit_left_out_by_name_is_left_out_in_that_edition_alone(tmp_path):
    root = company(tmp_path, **SECOND)
    write(root, {"editions/acme/edition.yml": EDITION.rstrip() + "\n    leave_out:\n      - second-guide\n    "})
    project = open_project(root)
    assert "second-guide" not in project.stacks["acme"].units
    assert "second-guide" in project.stacks["handbook"].units


def test_a_choice_of_formats_leaves_out_the_others(tmp_path):
    form = (ROOT / "tests/cases/base/modules/en/formats/half-day.yml").read_text(encoding="utf-8")
    units = [f"modules/en/formats/{name}.yml" for name in ("half-day", "whole-day")]
    root = company(tmp_path, **{units[0]: form, units[1]: form.replace("half-day", "whole-day")})
    write(root, {"editions/acme/edition.yml": EDITION.rstrip() + "\n    formats:\n      - whole-day\n    "})
    project = open_project(root)
    assert {"half-day", "whole-day"} & set(project.stacks["acme"].units) == {"whole-day"}
    assert {"half-day", "whole-day"} <= set(project.stacks["handbook"].units)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "Fewer than ${min_group} answers give no total.", "Fewer than eight answers"),
        ("en", "${Min_group} answers are enough.", "Eight answers"),
        ("pl", "Mniej niż ${min_group} odpowiedzi, przy ${min_group.loc} osobach.", "niż osiem odpowiedzi, przy ośmiu"),
        ("pl", "Nic poniżej ${min_group.gen}, z ${min_group.ins}.", "poniżej ośmiu, z ośmioma"),
    ],
)
def test_the_smallest_group_is_said_in_words(language, text, said, tmp_path):
    patch = f"id: first-guide\nsummary: {text}\n"
    root = company(tmp_path, **{f"editions/acme/modules/{language}/guides/first-guide.yml": patch})
    made = site(root, language)
    assert said in "".join(page.text for page in made.pages)


def words(root, tmp_path, language="en"):
    made = site(root, language)
    out = tmp_path / "site"
    out.mkdir()
    return made, out


LEFT = [
    ("index.html", "<p>Ask your organiser.</p>"),
    ("a/index.html", "<p>The <b>Organiser</b>’s list</p>"),
    ("index.html", '<img alt="an organiser">'),
    ("index.html", '<meta name="description" content="For organisers&#39; organiser">'),
    ("data.json", '{"steps": [{"url": "a/", "text": "<p>organiser</p>"}]}'),
    ("manifest.webmanifest", '{"name": "Organiser"}'),
    ("js/words.js", 'export default {"ask": "Ask the organiser"};'),
    ("calendar.ics", "SUMMARY:Call the organiser"),
    ("folded.ics", "SUMMARY:Call the orga\r\n niser"),
]
FINE = [
    ("index.html", '<p class="im-mark--organiser" data-role="organiser"><a href="../organiser/x/">Ask your host.</a></p>'),
    ("index.html", "<p>A reorganiser, an organisation.</p>"),
    ("index.html", "<blockquote><p>said the organiser</p></blockquote><p>“<q>organiser</q>” in <cite>The organiser</cite></p>"),
    ("index.html", '<ul><li translate="no">The organiser (2010)</li></ul><script>"organiser"</script>'),
    ("guides/first-guide/index.html", "<p>An organiser wrote this.</p>"),
    ("data.json", '{"docs": [{"url": "organiser/", "text": "host"}]}'),
    ("index.html", '<meta property="og:url" content="https://acme.example/organiser/">'),
    ("search.json", '["organiser"]'),
    ("js/store.js", "const role = 'organiser';"),
    ("js/words.js", 'export default {"organiser": "The host"};'),
]


@pytest.mark.parametrize(("name", "text"), LEFT)
def test_a_word_of_the_pack_left_in_a_built_file_is_a_problem(name, text, tmp_path):
    root = company(tmp_path / "project", **{"editions/acme/modules/en/terms.yml": RENAMED})
    made, out = words(root, tmp_path)
    write(out, {name: text})
    (found,) = pack_words(out, made)
    assert (found.code, found.where.file) == ("pack-word", name)
    assert "“host”" in found.message("en")
    assert "${organiser}" in found.hint("en")


@pytest.mark.parametrize(("name", "text"), FINE)
def test_other_words_addresses_quotations_and_pages_excepted_by_name_are_fine(name, text, tmp_path):
    root = company(tmp_path / "project", **{"editions/acme/modules/en/terms.yml": RENAMED})
    write(root, {"editions/acme/edition.yml": EDITION.rstrip() + "\n    own_words_on:\n      - first-guide\n    "})
    made, out = words(root, tmp_path)
    write(out, {name: text})
    assert pack_words(out, made) == []


def test_a_proper_name_is_looked_for_as_it_is_written(tmp_path):
    name = "terms:\n  - id: programme\n    styles:\n      any:\n        singular:\n          name: Switch\n          plain: Switch\n"
    root = company(tmp_path / "project", **{"editions/acme/modules/en/terms.yml": name})
    made, out = words(root, tmp_path)
    write(out, {"index.html": "<p>a test of it</p>"})
    assert pack_words(out, made) == []
    write(out, {"index.html": "<p>Welcome to Test</p>"})
    assert len(pack_words(out, made)) == 1


def test_an_edition_that_renames_nothing_has_nothing_to_look_for(tmp_path):
    assert site(company(tmp_path)).swaps == ()


def test_every_style_of_the_pack_s_table_is_looked_for(tmp_path):
    terms = "terms:\n  - id: mentor\n    styles:\n      osoba:\n        singular:\n          nom: przewodniczka\n          ins: przewodniczką\n        plural:\n          gen: przewodniczek\n"
    root = company(tmp_path, **{"editions/acme/modules/pl/terms.yml": terms})
    (swap,) = site(root, "pl").swaps
    assert (swap.name, swap.own) == ("mentor", "przewodniczka")
    assert set(swap.words) == {"mentor", "mentorem", "osoba mentorska", "osobą mentorską", "osób mentorskich"}


def test_a_build_with_a_word_left_in_it_publishes_nothing(tmp_path):
    guide = GUIDE.replace("Ask the ${sponsor}.", "Ask the organiser of it.")
    more = {"modules/en/guides/first-guide.yml": guide, "editions/acme/modules/en/terms.yml": RENAMED}
    project = open_project(company(tmp_path / "project", **more))
    with pytest.raises(HandbookError) as caught:
        build_edition(project, ROOT, "acme", tmp_path / "dist", lambda _: None)
    assert {p.code for p in caught.value.problems} == {"pack-word"}
    assert not (tmp_path / "dist/acme").exists()


def test_without_a_name_a_company_s_only_edition_is_meant_and_else_the_pack(tmp_path):
    alone = write(tmp_path / "company", {"editions/acme/edition.yml": "id: acme\n"})
    assert open_project(alone).edition(None) == "acme"
    write(alone, {"editions/other/edition.yml": "id: other\n"})
    assert open_project(alone).edition(None) == "handbook"
    assert open_project(company(tmp_path / "project")).edition(None) == "handbook"


def test_the_preview_shows_a_changed_setting_and_a_changed_colour(tmp_path):
    root = company(tmp_path / "project")
    write(root, {"editions/acme/edition.yml": "id: acme\nlanguages:\n  - en\nlegal:\n  en: The first line.\n"})
    preview = Preview(root, ROOT, "acme", "participant", "en", print)
    preview.site.mkdir(parents=True)
    preview.update()
    write(root, {"editions/acme/edition.yml": "id: acme\nlanguages:\n  - en\nlegal:\n  en: The second line.\n"})
    write(root, {"editions/acme/_brand.yml": 'meta:\n  name: Acme\ncolor:\n  primary: "#0b2a5b"\n'})
    preview.update()
    page = (preview.site / "en/index.html").read_text(encoding="utf-8")
    css = (preview.site / "en/assets/brand/brand.css").read_text(encoding="utf-8")
    preview.close()
    assert "The second line." in page
    assert "#0b2a5b" in css
