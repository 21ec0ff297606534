"""The canonical folder: plain Markdown, the theme's overrides, one mkdocs.yml."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from intramentor.pages import Site

PLUGIN = "intramentor"
CONFIG = "mkdocs.yml"
WORDS = "assets/intramentor/js/words.js"


def settings(root: Path) -> dict[str, Any]:
    """Return the engine's settings of the project: the mkdocs.yml at its root."""
    text = (root / CONFIG).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return found


def configuration(base: dict[str, Any], site: Site) -> dict[str, Any]:
    """Return the settings of one site: its name, language, navigation; no plugin of ours."""
    made = copy.deepcopy(base)
    made["plugins"] = [p for p in base["plugins"] if p != PLUGIN]
    made.update(site_name=site.name, docs_dir="docs", site_dir="site", nav=navigation(site))
    made["theme"].update(custom_dir="overrides", language=site.language)
    made["extra"] = {**base.get("extra", {}), "intramentor": identity(site)}
    return made


def identity(site: Site) -> dict[str, Any]:
    """Return what the theme's templates need to know of a site."""
    return {
        "edition": site.edition,
        "language": site.language,
        "languages": list(site.languages),
        "view": site.view,
    }


def words(site: Site) -> str:
    """Return the module that gives the scripts their words in the site's language."""
    return f"export default {json.dumps(site.words, ensure_ascii=False, indent=1)};\n"


def navigation(site: Site) -> list[dict[str, Any]]:
    """Return the navigation in the engine's form."""
    home = {site.home.title: site.home.uri}
    rest = [{section.title: [{p.title: p.uri} for p in section.pages]} for section in site.sections]
    return [home, *rest]


def write_folder(site: Site, root: Path, out: Path) -> None:
    """Write a site's folder to `out`, which must not exist; `root` has settings and theme."""
    for page in site.pages:
        _write(out / "docs" / page.uri, page.text)
    _write(out / "docs" / WORDS, words(site))
    shutil.copytree(root / "overrides", out / "overrides")
    config = yaml.safe_dump(
        configuration(settings(root), site), allow_unicode=True, sort_keys=False, width=1000
    )
    (out / CONFIG).write_text(config, encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
